import { quantileOfSorted } from "../../stats/quantile.js";
import { beginTogether } from "../log/beginTogether.js";
import type { EventLog } from "../log/eventLog.js";
import type { SkippedStep } from "./alignTrace.js";
import type { DesignModel } from "./designModel.js";
import type { PathFindings } from "./pathFindings.js";

/** Who may not have been seen to the end, or from the beginning. */
export interface Patience {
  /** Per customer, a 1 where something is missing at the end that may still come. */
  readonly underWay: Uint8Array;
  /** Whether a customer may have done a missing step before the log begins. */
  readonly mayPrecede: (customer: number, step: SkippedStep, path: PathFindings) => boolean;
  /** Per place, how long a customer is waited for, in milliseconds. */
  readonly waits: readonly number[];
  /** When the observation of a stream of customers ends, epoch milliseconds; null for a cohort, seen from its beginning alike. */
  readonly window: { readonly end: number } | null;
}

/** Of those who go on, this share has done so within the time that a customer is given. */
export const patientShare = 0.95;
/** Of fewer customers who went on, nobody can tell how long it usually takes. */
const fewest = 10;

/**
 * How long customers usually take from a place of the design to the next: the time within which 95 % of those who went on have
 * done so; over all places where fewer than ten customers went on from one; 0 where fewer than ten did anywhere.
 */
function usualWaits(log: EventLog, model: DesignModel, paths: readonly PathFindings[], pathOf: Int32Array): number[] {
  const counts = model.design.places.map(() => 0);
  let movers = 0;
  for (const number of pathOf) {
    const { steps } = paths[number] as PathFindings;
    if (steps.length > 0) movers++;
    for (const { fromPlace } of steps) counts[fromPlace] = (counts[fromPlace] ?? 0) + 1;
  }
  if (movers < fewest) return counts.map(() => 0);
  const waits = counts.map((count) => new Float64Array(count));
  const filled = counts.map(() => 0);
  for (let customer = 0; customer < pathOf.length; customer++) {
    const from = log.offsets[customer] ?? 0;
    for (const step of (paths[pathOf[customer] ?? 0] as PathFindings).steps) {
      const number = filled[step.fromPlace] ?? 0;
      (waits[step.fromPlace] as Float64Array)[number] = (log.at[from + step.to] ?? 0) - (log.at[from + step.from] ?? 0);
      filled[step.fromPlace] = number + 1;
    }
  }
  let overall: number | null = null;
  return waits.map((some) => {
    if (some.length >= fewest) return quantileOfSorted(some.sort(), patientShare);
    overall ??= quantileOfSorted(joined(waits).sort(), patientShare);
    return overall;
  });
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const column of columns) {
    all.set(column, place);
    place += column.length;
  }
  return all;
}

/** Judges who may still be under way at the end of a log, and who may have begun before it. */
export function patienceOf(
  log: EventLog,
  model: DesignModel,
  paths: readonly PathFindings[],
  pathOf: Int32Array,
  options: { readonly end?: number | undefined; readonly dropOffAfterSeconds?: number | undefined },
): Patience {
  const given = options.dropOffAfterSeconds;
  const waits =
    given === undefined ? usualWaits(log, model, paths, pathOf) : model.design.places.map(() => given * 1000);
  const longest = Math.max(...waits);
  const firstAt = (customer: number): number => log.at[log.offsets[customer] ?? 0] ?? 0;
  let start = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const at of log.at) {
    if (at < start) start = at;
    if (at > last) last = at;
  }
  // What is at a given end is not seen any more; the last event is.
  const end = options.end === undefined ? last : options.end - 1;
  const isCohort = beginTogether(log, start, end);

  const underWay = new Uint8Array(pathOf.length);
  pathOf.forEach((number, customer) => {
    const { missing, lastPart, lastPlace, lastVisit } = paths[number] as PathFindings;
    const from = log.offsets[customer] ?? 0;
    const to = log.offsets[customer + 1] ?? 0;
    const left = log.at[lastVisit < 0 ? to - 1 : from + lastVisit] ?? 0;
    const wait = waits[lastPlace] ?? longest;
    // Where the usual wait fills much of the log, those who took longer have not been seen: nobody can tell the lost from the slow.
    const told = isCohort || given !== undefined || wait <= (end - start) / 2;
    if (missing.some(({ part }) => part >= lastPart) && (!told || left > end - wait)) underWay[customer] = 1;
  });
  return {
    underWay,
    waits,
    window: isCohort ? null : { end },
    mayPrecede: (customer, { part }, { firstPart }) => {
      if (isCohort || part > firstPart) return false;
      const passed = model.parts.slice(part, Math.max(firstPart, part + 1));
      const usual = passed.reduce((sum, { places }) => sum + Math.max(...places.map((one) => waits[one] ?? 0)), 0);
      return firstAt(customer) < start + usual;
    },
  };
}
