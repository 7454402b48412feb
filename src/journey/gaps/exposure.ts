import { incompleteBeta } from "../../stats/incompleteBeta.js";
import { wilson } from "../../stats/wilson.js";
import type { AffectedCustomers } from "./gap.js";

/** At which events of the log it shows whether customers are affected: the number of one event for each of them. */
export interface Sites {
  /** In the order of the affected customers. */
  readonly affected: readonly number[];
  /** Of all whom it could affect, the affected among them. Exposures that could affect the same may share it. */
  readonly all: readonly number[];
  /** The stretch of time, epoch milliseconds, in which early and late customers have been seen alike. */
  readonly from?: number;
  readonly to?: number;
}

/** The customers whom a gap could affect, and those it does. */
export interface Exposure {
  /** How many it could affect. */
  readonly of: number;
  readonly affected: readonly string[];
  /** Those it could affect and does not; worked out only when asked for. */
  readonly others: () => readonly string[];
  /** Where the log shows it, to look for the places and times at which it is more frequent. */
  readonly sites?: Sites;
}

/** So many affected out of so many, who stand for `everyone` where they are a sample. */
export function affectedCustomers(
  { affected, of }: Pick<Exposure, "affected" | "of">,
  level: number,
  everyone: number = of,
): AffectedCustomers {
  const count = affected.length;
  if (of === 0) return { count, of, share: null, interval: null, estimated: null };
  return { count, of, share: count / of, interval: wilson(count, of, { level }), estimated: (count / of) * everyone };
}

/** The exact binomial probability of as many affected, or more, were the true share no larger than `share`. */
export function chanceOf({ affected, of }: Exposure, share: number): number {
  return affected.length === 0 ? 1 : incompleteBeta(share, affected.length, of - affected.length + 1);
}

/** A few of the affected, to look at. */
export function examplesOf({ affected }: Pick<Exposure, "affected">): readonly string[] {
  return affected.slice(0, 5);
}
