import { quantileOfSorted } from "../../stats/quantile.js";
import type { EventLog } from "../log/eventLog.js";
import type { DesignModel } from "./designModel.js";
import type { PathFindings, PathStep } from "./pathFindings.js";
import { type Patience, patientShare } from "./patience.js";

/** A step that some customers went without. */
export interface MissedStep {
  /** The number of the part. */
  readonly part: number;
  /** The number of the place, or −1 where any place of the part would do. */
  readonly place: number;
}

/**
 * The customers who began so late that the log cannot have seen most of their like come to a step, or leave it out; ascending. Of
 * these it knows the quick alone, so that none of them tells how many go without it, whether they came to it or not.
 *
 * The time it takes: within which 95 % of those who got to the step or past it had come to the place before it, and had waited
 * there as long as usual.
 */
export function beganTooLate(
  log: EventLog,
  { parts }: DesignModel,
  paths: readonly PathFindings[],
  pathOf: Int32Array,
  { waits, window }: Patience,
): (missed: MissedStep) => number[] {
  if (window === null || waits.every((wait) => wait === 0)) return () => [];
  const partOf = new Map(parts.flatMap(({ places }, part) => places.map((place) => [place, part] as const)));
  const firstAt = (customer: number): number => log.at[log.offsets[customer] ?? 0] ?? 0;
  return ({ part, place }) => {
    // In any order, another place of the part is no arrival at this one.
    const alone = parts[part]?.form === "any-order";
    const arrives = ({ toPlace }: PathStep): boolean => {
      const to = partOf.get(toPlace) ?? -1;
      return to > part || (to === part && (!alone || toPlace === place));
    };
    const arrivals = paths.map(({ steps }) => steps.find(arrives));
    const needed: number[] = [];
    pathOf.forEach((number, customer) => {
      const arrival = arrivals[number];
      if (arrival === undefined) return;
      const before = log.at[(log.offsets[customer] ?? 0) + arrival.from] ?? 0;
      needed.push(before - firstAt(customer) + (waits[arrival.fromPlace] ?? 0));
    });
    if (needed.length === 0) return [];
    const latest = window.end - quantileOfSorted(Float64Array.from(needed).sort(), patientShare);
    return Array.from(pathOf.keys()).filter((customer) => firstAt(customer) > latest);
  };
}
