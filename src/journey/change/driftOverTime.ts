import { checkChoice, checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { adjustPValues } from "../../stats/adjustPValues.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { newcombeLimits } from "../../stats/newcombeDifference.js";
import { twoProportionTest } from "../../stats/twoProportionTest.js";
import type { CalendarOptions, CalendarUnit } from "../../time/calendar.js";
import type { TimeInput } from "../../time/parseTime.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { observationOf } from "../log/observation.js";
import { changePoints } from "./changePoints.js";
import { type DriftGroup, driftCounts, groupDifference } from "./driftCounts.js";
import { type DriftFeatures, type DriftSubject, driftFeatures } from "./driftFeatures.js";
import type { DriftComparison, DriftResult, DriftShift, DriftWindow } from "./driftResult.js";
import { driftWindows } from "./driftWindows.js";

/** Options of {@link driftOverTime}. */
export interface DriftOptions extends CalendarOptions {
  /** Windows are periods of the calendar. @defaultValue "week" */
  readonly every?: CalendarUnit;
  /** Windows of your own instead: their bounds, at least two rising times. @defaultValue those of `every` */
  readonly windows?: readonly TimeInput[];
  /** What is compared: which touchpoints follow on which, which are met at all, or whole paths. @defaultValue "transitions" */
  readonly of?: DriftSubject;
  /**
   * For how many seconds each customer is looked at, from their first event, so that late customers do not seem to do less; who has not
   * been seen for so long is left out. @defaultValue the time in which 95 % of customers are through, at most the length of a window
   */
  readonly within?: number;
  /**
   * Customers who began before are left out. Where a log is cut off on the left its first customers are halfway, which would pass for a
   * change. @defaultValue the log's beginning and the time in which 95 % of customers are through; the beginning itself where half of all
   * begin together, where that time is over half of the log, or with `windows` of your own
   */
  readonly from?: TimeInput;
  /** The moment at which the log ends. @defaultValue the time of the last event */
  readonly now?: TimeInput;
  /** 1 less the chance of a false alarm on a journey that does not change; also of the intervals. @defaultValue 0.95 */
  readonly level?: number;
}

const names = ["every", "windows", "of", "within", "from", "now", "level", "timeZone", "weekStartsOn"];

/** Each feature's share in two groups, and whether the difference is news. */
function shifts(first: DriftGroup, second: DriftGroup, { paths }: DriftFeatures, level: number): DriftShift[] {
  const z = criticalValue(level);
  const [n1, n2] = [first.customers, second.customers];
  const found = paths.map((path, feature) => {
    const cell = feature * paths.length + feature;
    const [x1, x2] = [first.both[cell] as number, second.both[cell] as number];
    const { low, high } = newcombeLimits(x2 / n2, n2, x1 / n1, n1, z);
    return {
      path,
      before: x1 / n1,
      after: x2 / n2,
      difference: x2 / n2 - x1 / n1,
      interval: { low, high, level },
      pValue: twoProportionTest(x2, n2, x1, n1).pValue,
    };
  });
  const adjusted = adjustPValues(
    found.map(({ pValue }) => pValue),
    "benjamini-hochberg",
  );
  return found
    .map((shift, index) => ({ ...shift, adjustedPValue: adjusted[index] ?? null }))
    .filter(({ adjustedPValue }) => adjustedPValue !== null && adjustedPValue <= 1 - level)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

/**
 * When the journey changed, and what about it: customers by the window in which they began, and what those of one window do that those of
 * another do not.
 *
 * Each customer counts once for each transition (or touchpoint, or path), however often they go round in circles, and is looked at for the
 * same time, so that neither long loops nor the end of the log pass for a change. Of all places where the journey may have become another
 * the clearest is taken, then those in either part (binary segmentation); it must hold against all places looked at, so that a journey that
 * does not change gives an alarm in at most 5 % of logs. A change is placed at the start of a window: smaller windows say more exactly
 * when, larger ones find smaller changes. What recurs, such as Christmas, is a change too. A change in who comes is one as well: look at
 * one segment by `filterLog`.
 *
 * @param log An event log.
 * @param options The windows, what is compared, for how long customers are looked at, and the level.
 * @returns The windows, each against the one before, and the changes with what rose and fell; shares 0–1, times as ISO strings with the
 * offset of the zone. The fifty most common transitions (touchpoints, paths) are compared. Cost grows with events, and with windows ×
 * 2500.
 * @throws A {@link CxError} `invalid-option` when it is no event log or an option is wrong, `invalid-time` when a time is none,
 * `too-many-periods` for more than 5000 windows.
 *
 * @example
 * ```ts
 * import { driftOverTime, eventLog } from "cxkit";
 *
 * // From the third week on a new page sends half of the customers to help.
 * const day = 86_400_000;
 * const rows = Array.from({ length: 600 }, (_, index) => {
 *   const at = Date.UTC(2026, 4, 4) + Math.floor(index / 100) * 7 * day + (index % 100) * 60_000;
 *   const path = index >= 200 && index % 2 === 0 ? ["search", "help", "cart"] : ["search", "cart"];
 *   return path.map((touchpoint, step) => ({ customer: `c${index}`, touchpoint, at: at + step * 1000 }));
 * }).flat();
 * const log = eventLog(rows, { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at });
 *
 * const [change, ...others] = driftOverTime(log, { every: "week" }).changes;
 * others; // => []
 * change?.at; // => "2026-05-18T00:00:00Z"
 * change?.fell.map(({ path, before, after }) => [path, before, after]); // => [[["search", "cart"], 1, 0.49…]]
 * ```
 *
 * @see Vostrikova (1981), Soviet Mathematics Doklady 24, 55–59 (binary segmentation); Satterthwaite (1946), Biometrics Bulletin 2, 110–114;
 * Lin (1991), IEEE Transactions on Information Theory 37, 145–151 (Jensen–Shannon); Kobialka et al. (2024), Software and Systems Modeling,
 * on drift of user journeys.
 */
export function driftOverTime(log: EventLog, options: DriftOptions = {}): DriftResult {
  checkLog("driftOverTime", log);
  checkOptions("driftOverTime", options, names);
  const { every = "week", of = "transitions", within: seconds, level = 0.95, windows, from } = options;
  checkChoice("of of driftOverTime", of, ["transitions", "touchpoints", "variants"]);
  if (seconds !== undefined && !(Number.isFinite(seconds) && seconds > 0)) {
    refuseOption("driftOverTime requires within to be a number of seconds above 0", seconds);
  }
  criticalValue(level);
  const observation = observationOf("driftOverTime", log, options.now, options.timeZone);
  const given = seconds === undefined ? undefined : seconds * 1000;
  const found = driftWindows(log, { ...options, every, windows, from, within: given }, observation);
  const { bounds, windowOf, within, open, outside } = found;
  const count = Math.max(0, bounds.length - 1);
  const features = driftFeatures(log, of, windowOf, within);
  const { size, between } = driftCounts(features, windowOf, count);

  const neighbours = Array.from({ length: count }, (_, window) =>
    window === 0 ? null : groupDifference(between(window - 1, window), between(window, window + 1), size),
  );
  const adjusted = adjustPValues(
    neighbours.map((one) => one?.pValue),
    "holm",
  );
  const listed = neighbours.map((one, window): DriftWindow => {
    const change: DriftComparison | null =
      one === null ? null : { distance: one.distance, pValue: one.pValue, adjustedPValue: adjusted[window] ?? null };
    return {
      start: bounds[window] as string,
      end: bounds[window + 1] as string,
      customers: between(window, window + 1).customers,
      change,
    };
  });
  const points = changePoints({ size, between }, count, 1 - level);
  return {
    windows: listed,
    changes: points.map(({ window, adjustedPValue }, index) => {
      const before = between(points[index - 1]?.window ?? 0, window);
      const after = between(window, points[index + 1]?.window ?? count);
      const difference = groupDifference(before, after, size);
      const moved = shifts(before, after, features, level);
      return {
        at: bounds[window] as string,
        distance: difference?.distance ?? 0,
        pValue: difference?.pValue ?? null,
        adjustedPValue,
        customersBefore: before.customers,
        customersAfter: after.customers,
        rose: moved.filter((shift) => shift.difference > 0),
        fell: moved.filter((shift) => shift.difference < 0),
      };
    }),
    customers: listed.reduce((sum, window) => sum + window.customers, 0),
    open,
    outside,
    withinSeconds: within / 1000,
    compared: size,
    occurring: features.occurring,
  };
}
