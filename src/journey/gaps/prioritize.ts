import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { Gap } from "./gap.js";

/** What closing a gap is worth, and what it takes. */
export interface PrioritizeOptions {
  /**
   * What closing the gap is worth for one affected customer, in a unit of your own (money, points).
   * @defaultValue the gap's harm, 0–1
   */
  readonly value?: (gap: Gap) => number;
  /** What closing it takes, in a unit of your own (days, money); over zero. @defaultValue 1 */
  readonly effort?: (gap: Gap) => number;
}

/** A gap with what closing it is expected to bring. */
export interface PrioritizedGap extends Gap {
  /** Affected customers (`estimated`) times value; with the range of the share's interval. */
  readonly expected: { readonly value: number; readonly low: number; readonly high: number };
  readonly effort: number;
  /** Expected value per effort, which decides the order. */
  readonly priority: number;
}

/**
 * The gaps in the order in which closing them pays: by affected customers × value ÷ effort.
 *
 * @param gaps Gaps, as `journeyGaps` gives them.
 * @param options Value and effort, each from the gap.
 * @returns The same gaps, first things first, each with its expected value and the range of it. Those alike in priority keep
 * the more severe first.
 * @throws A {@link CxError} `invalid-option` when a value is no finite number, an effort is not over zero, or the gaps are
 * no list.
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
 */
export function prioritize(gaps: Iterable<Gap>, options: PrioritizeOptions = {}): PrioritizedGap[] {
  checkOptions("prioritize", options, ["value", "effort"]);
  if (typeof gaps?.[Symbol.iterator] !== "function") {
    throw new CxError("invalid-option", "prioritize requires a list of gaps", gaps);
  }
  const { value: worthOf = ({ harm }) => harm, effort: effortOf = () => 1 } = options;
  return Array.from(gaps, (gap): PrioritizedGap => {
    const value = worthOf(gap);
    const effort = effortOf(gap);
    if (!Number.isFinite(value)) throw new CxError("invalid-option", "prioritize requires a finite value", value);
    if (!(effort > 0 && Number.isFinite(effort)))
      throw new CxError("invalid-option", "prioritize requires an effort over zero", effort);
    const { share, interval, estimated } = gap.customers;
    // The share's interval, carried over to all whom the gap affects.
    const everyone = share === null || share === 0 || estimated === null ? 0 : estimated / share;
    const ends = interval === null ? [0, 0] : [interval.low * everyone * value, interval.high * everyone * value];
    const expected = { value: (estimated ?? 0) * value || 0, low: Math.min(...ends), high: Math.max(...ends) };
    return { ...gap, expected, effort, priority: expected.value / effort };
  }).sort((a, b) => b.priority - a.priority || b.severity - a.severity || (a.id < b.id ? -1 : 1));
}
