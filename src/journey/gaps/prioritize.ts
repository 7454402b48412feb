import { checkOptions, checkReader, refuseOption } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { Gap } from "./gap.js";
import { orderByBundles } from "./orderByBundles.js";

/** A worth with its range. */
export interface ValueRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What closing a gap is worth, what it takes, and what has to come first. */
export interface PrioritizeOptions {
  /**
   * What closing the gap is worth for one affected customer, in a unit of your own (money, points), with its range where it is not
   * known for certain.
   * @defaultValue the gap's harm, 0–1
   */
  readonly value?: (gap: Gap) => number | ValueRange;
  /** What closing it takes, in a unit of your own (days, money); over zero. @defaultValue 1 */
  readonly effort?: (gap: Gap) => number;
  /** The ids of the gaps that have to be closed before it. Those that are not in the list are taken for closed. */
  readonly dependsOn?: (gap: Gap) => readonly string[];
}

/** A gap with what closing it is expected to bring. */
export interface PrioritizedGap extends Gap {
  /**
   * Affected customers (`estimated`) times value. The range has both ends of the share's interval and of the value's range, and is
   * rather too wide where these have nothing to do with each other.
   */
  readonly expected: ValueRange;
  readonly effort: number;
  /** Expected value per effort, which decides the order. */
  readonly priority: number;
  /** The ids of the gaps in the list that have to be closed before it. */
  readonly dependsOn: readonly string[];
}

const optionNames = ["value", "effort", "dependsOn"];

/** Refuses what is no gap. */
function checkGap(gap: Gap, row: number): void {
  if (typeof gap?.customers !== "object" || gap.customers === null) {
    throw new CxError("invalid-value", "prioritize requires gaps", gap, row);
  }
}

function readValue(given: number | ValueRange): ValueRange {
  const { value, low, high } = typeof given === "number" ? { value: given, low: given, high: given } : Object(given);
  const isRange = [value, low, high].every(Number.isFinite) && low <= value && value <= high;
  return isRange
    ? { value, low, high }
    : refuseOption("prioritize requires a finite value, or one with its range", given);
}

/**
 * The gaps in the order in which closing them pays: by affected customers × value ÷ effort. Where one depends on others, these come
 * before it, and count with it: a cheap step that a valuable one waits for comes early.
 *
 * @param gaps Gaps, as `journeyGaps` gives them.
 * @param options Value and effort, each from the gap, and what a gap depends on.
 * @returns The same gaps, first things first, each with its expected value and the range of it. Those alike in priority keep
 * the more severe first. A gap that is told at a place in `where` and as a whole is worth what the whole is worth, once.
 * @throws A {@link CxError} `invalid-option` when a value is no finite number (or a range is none), an effort is not over zero, the gaps
 * are no list; `invalid-value` for what is no gap (with its index); `invalid-definition` when gaps depend on each other in a circle.
 *
 * @example
 * ```ts
 * import { type Gap, prioritize } from "cxkit";
 *
 * const gap = (id: string, count: number, harm: number): Gap => ({
 *   id, kind: "drop-off", stage: "buy", touchpoint: id, harm, severity: 0.3, effect: null,
 *   customers: {
 *     count, of: 1000, share: count / 1000, estimated: count,
 *     interval: { low: count / 1250, high: count / 800, level: 0.95 },
 *   },
 *   evidence: {}, remedy: "redesign", explanation: "…",
 * });
 * const ranked = prioritize([gap("pay", 200, 0.6), gap("search", 300, 0.6)], {
 *   value: () => 20,
 *   effort: ({ touchpoint }) => (touchpoint === "pay" ? 5 : 40),
 * });
 * ranked.map(({ id, expected, priority }) => [id, expected.value, priority]); // => [["pay", 4000, 800], ["search", 6000, 150]]
 * ```
 *
 * @see The order is that of weighted work with precedence by whole bundles: Sidney (1975), Operations Research 23, 283–298.
 */
export function prioritize(gaps: Iterable<Gap>, options: PrioritizeOptions = {}): PrioritizedGap[] {
  checkOptions("prioritize", options, optionNames);
  if (typeof gaps?.[Symbol.iterator] !== "function") refuseOption("prioritize requires a list of gaps", gaps);
  const { value: worthOf = ({ harm }) => harm, effort: effortOf = () => 1, dependsOn: needsOf = () => [] } = options;
  for (const read of [worthOf, effortOf, needsOf]) checkReader("prioritize", read);
  const all = Array.from(gaps);
  all.forEach(checkGap);
  const ids = new Set(all.map(({ id }) => id));
  const valued = all.map((gap): PrioritizedGap => {
    const worth = readValue(worthOf(gap));
    const effort = effortOf(gap);
    if (!(effort > 0 && Number.isFinite(effort))) refuseOption("prioritize requires an effort over zero", effort);
    const needs = needsOf(gap);
    if (!Array.isArray(needs)) refuseOption("prioritize requires dependsOn to give a list of ids", needs);
    const { share, interval, estimated } = gap.customers;
    // The share's interval, carried over to all whom the gap affects.
    const everyone = share === null || share === 0 || estimated === null ? 0 : estimated / share;
    const ends =
      interval === null
        ? [0]
        : [interval.low, interval.high].flatMap((end) => [end * everyone * worth.low, end * everyone * worth.high]);
    const expected = { value: (estimated ?? 0) * worth.value || 0, low: Math.min(...ends), high: Math.max(...ends) };
    const dependsOn = [...new Set(needs)].filter((id) => ids.has(id));
    return { ...gap, expected, effort, priority: expected.value / effort, dependsOn };
  });
  return orderByBundles(
    valued.sort((a, b) => b.priority - a.priority || b.severity - a.severity || (a.id < b.id ? -1 : 1)),
  );
}
