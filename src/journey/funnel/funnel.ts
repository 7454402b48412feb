import { checkChoice, checkOptions, checkReader, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { adjustPValues } from "../../stats/adjustPValues.js";
import { criticalValue } from "../../stats/criticalValue.js";
import type { TimeInput } from "../../time/parseTime.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { observationOf } from "../log/observation.js";
import { type SegmentMembers, type SegmentReader, segmentKeys } from "../log/segmentKeys.js";
import { type FunnelEntries, funnelEntries, type Reentry } from "./funnelEntries.js";
import { type FunnelPlan, type FunnelStepInput, funnelPlan } from "./funnelPlan.js";
import type { FunnelResult, FunnelSegment } from "./funnelResult.js";
import { orderedRules, strictRules, unorderedRules } from "./funnelRules.js";
import { funnelSteps, stepDifference } from "./funnelSteps.js";
import { funnelTally, restOf } from "./funnelTally.js";

/** Options of {@link funnel}. */
export interface FunnelOptions {
  /** Seconds from the first step within which all others have to follow. @defaultValue none: however long it takes */
  readonly within?: number;
  /**
   * `ordered`: one step after the other, whatever else comes in between. `strict`: with no other event of the customer in between.
   * `unordered`, or `any-order`: the steps in any order; step k is reached when the first k of the list are done. @defaultValue "ordered"
   */
  readonly order?: "ordered" | "strict" | "unordered" | "any-order";
  /**
   * Which attempts count of a customer who begins several times. `best`: the one that goes furthest, of those alike the first, so that
   * a later start can succeed where the first one ran out of time. `first`: only the first. `every`: each one; the next begins when one
   * is through or its window is over. @defaultValue "best"
   */
  readonly reentry?: Reentry;
  /** The segment of a customer, as `segmentOf` or `customerAttribute` gives it; several where segments overlap. */
  readonly by?: SegmentReader;
  /** The confidence level of the intervals, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** The moment at which the log ends; events at it or later are counted in `later`. @defaultValue the time of the last event */
  readonly now?: TimeInput;
  /** The IANA zone of `now` without an offset. @defaultValue none: such a time is refused */
  readonly timeZone?: string;
}

const rulesOf = {
  ordered: orderedRules,
  strict: strictRules,
  unordered: unorderedRules,
  "any-order": unorderedRules,
};

/** Per segment, the numbers of its attempts; those of one customer stand next to each other. */
function attemptsOf({ members }: SegmentMembers, firstAttempt: Int32Array): number[] {
  const attempts: number[] = [];
  for (const customer of members) {
    const end = firstAttempt[customer + 1] as number;
    for (let attempt = firstAttempt[customer] as number; attempt < end; attempt++) attempts.push(attempt);
  }
  return attempts;
}

/** Where each customer's attempts begin; one longer than there are customers. */
function firstAttempts({ customer }: FunnelEntries, customers: number): Int32Array {
  const first = new Int32Array(customers + 1);
  for (const one of customer) first[one + 1] = (first[one + 1] as number) + 1;
  for (let one = 0; one < customers; one++) first[one + 1] = (first[one + 1] as number) + (first[one] as number);
  return first;
}

/** Per step, how many of some customers met it. */
function visitorsAmong(members: Int32Array, { visits }: FunnelEntries, { size }: FunnelPlan): Int32Array {
  const visitors = new Int32Array(size);
  for (const customer of members) {
    for (let step = 0; step < size; step++) {
      visitors[step] = (visitors[step] as number) + (visits[customer * size + step] as number);
    }
  }
  return visitors;
}

/**
 * How many customers go through a list of steps, and where they are lost: per step customers, shares with their intervals, and times.
 *
 * A customer counts once, with the attempt that goes furthest. With `within`, whoever is still within the time at the end of the log is
 * `open` and no drop-off, and shares are those at the end of the window (Kaplan–Meier), so that a log that ends today does not look worse
 * than one of last year. Without it nobody is open: who has not come by the end of the log counts as dropped.
 *
 * Events at the very same time have the order of the rows. One event fulfils one step, so that a step may be listed twice (not
 * where they come in any order).
 *
 * @param log An event log.
 * @param steps At least one: a touchpoint, or a list of touchpoints of which any will do.
 * @param options The window, the order, which attempts count, the segments, and when the log ends.
 * @returns The steps, with shares from 0 to 1 and times in seconds, and the same for each segment, compared at each step with all other
 * customers. Cost grows with events × steps.
 * @throws A {@link CxError} `invalid-option` when it is no event log, or a step or an option is wrong; `invalid-value` when `by` gives
 * what is no key; `invalid-time` when `now` is no time.
 *
 * @example
 * ```ts
 * import { eventLog, funnel } from "cxkit";
 *
 * const rows = [
 *   ["ann", "search", "10:00"], ["ann", "cart", "10:05"], ["ann", "pay", "10:20"],
 *   ["bob", "search", "10:00"], ["bob", "cart", "13:00"],
 *   ["cat", "search", "14:30"],
 * ] as const;
 * const log = eventLog(rows, {
 *   customer: (row) => row[0],
 *   touchpoint: (row) => row[1],
 *   at: (row) => `2026-05-04T${row[2]}:00Z`,
 * });
 * const { steps } = funnel(log, ["search", "cart", "pay"]);
 * steps.map(({ touchpoint, customers }) => [touchpoint, customers]); // => [["search", 3], ["cart", 2], ["pay", 1]]
 *
 * // Within an hour bob is lost at the cart, and cat may still come.
 * const hour = funnel(log, ["search", "cart", "pay"], { within: 3600, now: "2026-05-04T15:00:00Z" });
 * hour.steps[1]; // => { touchpoint: "cart", touchpoints: ["cart"], customers: 1, visitors: 2, dropped: 1, open: 1, share: 0.3…, … }
 * ```
 *
 * @see Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457–481; Wilson (1927), JASA 22, 209–212; Newcombe
 * (1998), Statistics in Medicine 17, 873–890.
 */
export function funnel(log: EventLog, steps: readonly FunnelStepInput[], options: FunnelOptions = {}): FunnelResult {
  checkLog("funnel", log);
  checkOptions("funnel", options, ["within", "order", "reentry", "by", "level", "now", "timeZone"]);
  const { within: seconds = Number.POSITIVE_INFINITY, order = "ordered", reentry = "best", by, level = 0.95 } = options;
  checkChoice("order of funnel", order, Object.keys(rulesOf));
  checkChoice("reentry of funnel", reentry, ["best", "first", "every"]);
  if (!(typeof seconds === "number" && seconds > 0)) {
    refuseOption("funnel requires within to be a number of seconds above 0", seconds);
  }
  if (by !== undefined) checkReader("funnel: by", by);
  const z = criticalValue(level);
  const within = seconds * 1000;
  const plan = funnelPlan(log, steps, rulesOf[order] === unorderedRules);
  const observation = observationOf("funnel", log, options.now, options.timeZone);
  const entries = funnelEntries(log, plan, rulesOf[order](log, plan, within), { ...observation, within, reentry });

  const shared = { entries, plan, within, level, z };
  const customers = log.customers.length;
  const all = entries.customer.map((_, attempt) => attempt);
  const whole = funnelTally(entries, all, plan.size, customers);
  const segmentOf = (segment: SegmentMembers, firstAttempt: Int32Array) => {
    const attempts = attemptsOf(segment, firstAttempt);
    const tally = funnelTally(entries, attempts, plan.size, segment.members.length);
    const visitors = visitorsAmong(segment.members, entries, plan);
    return {
      key: segment.key,
      customers: segment.members.length,
      steps: funnelSteps({ ...shared, attempts, tally, visitors }),
      differences: plan.names.map((_, step) => stepDifference(tally, restOf(whole, tally), step, shared)),
    };
  };
  const firstAttempt = firstAttempts(entries, customers);
  const found = by === undefined ? [] : segmentKeys("funnel", log, by).map((one) => segmentOf(one, firstAttempt));
  const adjusted = adjustPValues(
    found.flatMap(({ differences }) => differences.map(({ pValue }) => pValue)),
    "holm",
  );
  const everyone = Int32Array.from(log.customers.keys());
  return {
    customers,
    steps: funnelSteps({ ...shared, attempts: all, tally: whole, visitors: visitorsAmong(everyone, entries, plan) }),
    unknown: plan.unknown,
    later: entries.later,
    segments: found.map(
      ({ differences, ...segment }, number): FunnelSegment => ({
        ...segment,
        differences: differences.map((difference, step) => ({
          ...difference,
          adjustedPValue: adjusted[number * plan.size + step] ?? null,
        })),
      }),
    ),
  };
}
