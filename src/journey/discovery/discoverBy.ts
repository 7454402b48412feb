import { checkReader } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import type { Group } from "../../metric/group.js";
import { type GroupKeyInput, groupBy } from "../../metric/groupBy.js";
import { measure } from "../../metric/measure.js";
import type { Metric } from "../../metric/metric.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { pathNumbers } from "../log/pathNumbers.js";
import type { DiscoveredJourney } from "./discoveredJourney.js";
import { discoverPaths } from "./discoverPaths.js";

/** Collects the numbers of customers. */
const list: Metric<number, number[], number[]> = {
  createAccumulator: () => [],
  addInput: (numbers, number) => {
    numbers.push(number);
    return numbers;
  },
  mergeAccumulators: (lists) => Array.from(lists).flat(),
  extractOutput: (numbers) => numbers.slice(),
};

/**
 * {@link discover} for each segment of customers.
 *
 * @param log An event log.
 * @param segment A customer's segment, as `segmentOf` or `customerAttribute` gives it; an array for a customer in several. A customer
 * without one (null, undefined, NaN, an empty array) is in the segment null, so that nobody is lost.
 * @returns The segments that occur, sorted as `groupBy` sorts, each with the journey of its customers.
 * @throws A {@link CxError} `invalid-option` when it is no event log or no function; `invalid-value` when a segment is no string, finite
 * number or boolean.
 *
 * @example
 * ```ts
 * import { customerAttribute, discoverBy, eventLog } from "cxkit";
 *
 * const rows = [
 *   { who: "ann", page: "search", at: 0, plan: "free" },
 *   { who: "bob", page: "search", at: 0, plan: "paid" },
 *   { who: "bob", page: "help", at: 9000, plan: "paid" },
 * ];
 * const log = eventLog(rows, {
 *   customer: (row) => row.who,
 *   touchpoint: (row) => row.page,
 *   at: (row) => row.at,
 *   attributes: { plan: (row) => row.plan },
 * });
 * discoverBy(log, customerAttribute(log, "plan")).map(({ key, result }) => [key, result.events]);
 * // => [["free", 1], ["paid", 2]]
 * ```
 */
export function discoverBy(
  log: EventLog,
  segment: (customer: string) => GroupKeyInput | readonly GroupKeyInput[],
): Group<DiscoveredJourney>[] {
  checkLog("discoverBy", log);
  checkReader("discoverBy", segment);
  const numbers = pathNumbers(log.touchpoint, log.offsets);
  const segmentOfNumber = (customer: number) => segment(log.customers[customer] ?? "");
  return measure(log.customers.keys(), groupBy(segmentOfNumber, list)).map(({ key, result }) => ({
    key,
    result: discoverPaths(log, result, numbers),
  }));
}
