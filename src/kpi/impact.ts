import { checkOptions, refuseOption } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { adjustedTrinomial } from "../metric/adjustedTrinomial.js";
import { type Comparison, compare, type KnownEstimate } from "../metric/compare.js";
import type { Definition, Interval } from "../metric/estimate.js";
import { shareObservations } from "../metric/shareObservations.js";
import { criticalValue } from "../stats/criticalValue.js";
import { normalCdf } from "../stats/normalCdf.js";
import { studentTCdf } from "../stats/studentTCdf.js";
import { studentTQuantile } from "../stats/studentTQuantile.js";

/** A KPI before and after, where nothing was done. */
export interface ImpactControl {
  readonly before: KnownEstimate;
  readonly after: KnownEstimate;
}

/** Options of {@link impact}. */
export interface ImpactOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** What a measure did to a KPI. */
export interface Impact extends Comparison {
  /** After minus before, less the same of the control where there is one; in the KPI's unit. Null where it cannot be told. */
  readonly difference: number | null;
  /** Of the difference; null where it cannot be told. */
  readonly standardError: number | null;
  /** After minus before, where something was done. */
  readonly change: number | null;
  /** After minus before in the control; null without one. */
  readonly controlChange: number | null;
}

/** One of the samples, on the scale where shares run from 0 to 1: as it counts in the interval, and its error as it is. */
interface Part {
  readonly value: number;
  readonly error: number;
  readonly plainError: number;
  /** Degrees of freedom of the error. */
  readonly degrees: number;
}

/** A share, score or mean as a linear function of several has it. */
function partOf(estimate: KnownEstimate, { family, unit }: Definition): Part | null {
  const { value, standardError } = estimate;
  const n = estimate.effectiveN ?? estimate.n;
  if (value === null || standardError === null || n === null || family === "quantile") return null;
  const factor = unit === "points" || unit === "percent" ? 100 : 1;
  const [plain, plainError] = [value / factor, standardError / factor];
  const whole = { value: plain, error: plainError, plainError, degrees: Number.POSITIVE_INFINITY };
  if (family === "mean") return { ...whole, degrees: Math.max(1, n - 1) };
  if (family === "proportion") {
    // Price and Bonett: of four shares, half a success and half a failure is added to each.
    const all = shareObservations({ mean: plain, error: plainError, n: estimate.n ?? n, effectiveN: n });
    const share = (plain * all + 0.5) / (all + 1);
    return { ...whole, value: share, error: Math.sqrt((share * (1 - share)) / (all + 1)) };
  }
  if (family === "trinomial") {
    const { mean, error } = adjustedTrinomial({ mean: plain, error: plainError, n });
    return { ...whole, value: mean, error };
  }
  return whole;
}

/** The interval and the p-value of a difference of differences. */
function judge(
  parts: readonly [Part, Part, Part, Part],
  factor: number,
  level: number,
): { readonly interval: Interval | null; readonly pValue: number | null } {
  const [after, before, controlAfter, controlBefore] = parts;
  const difference = after.value - before.value - (controlAfter.value - controlBefore.value);
  const variance = parts.reduce((sum, { error }) => sum + error ** 2, 0);
  if (!(variance > 0)) return { interval: null, pValue: null };
  const error = Math.sqrt(variance);
  // Welch and Satterthwaite; for shares and scores, whose variance is known from their value, it is infinite.
  const degrees = 1 / parts.reduce((sum, part) => sum + (part.error ** 2 / variance) ** 2 / part.degrees, 0);
  const normal = degrees === Number.POSITIVE_INFINITY;
  const half = error * (normal ? criticalValue(level) : studentTQuantile((1 - level) / 2, degrees, "upper"));
  const distance = Math.abs(difference) / error;
  return {
    interval: { low: factor * (difference - half), high: factor * (difference + half), level },
    pValue: 2 * (normal ? normalCdf(distance, "upper") : studentTCdf(distance, degrees, "upper")),
  };
}

/** Whether options stand in the place of the control. */
const isOptions = (third: ImpactControl | ImpactOptions | undefined): third is ImpactOptions =>
  Object(third) === third && Object.hasOwn(third as object, "level") && !Object.hasOwn(third as object, "before");

/**
 * What a measure did to a KPI: its change, less the change in a control group where nothing was done (difference in differences),
 * so that what happened to everybody is not put down to the measure.
 *
 * It holds as far as both groups would have moved alike without the measure: look at the periods before. Without a control it is
 * the plain change, which proves little.
 *
 * @param before The KPI before, where something was done.
 * @param after The KPI after; of other respondents (for the same ones twice see `comparePaired`).
 * @param control The KPI before and after where nothing was done. Where there is none, the options may stand in its place.
 * @param options The confidence level.
 * @returns The difference with its interval and p-value, in the KPI's unit. Shares have the adjusted-Wald interval of Price and
 * Bonett, scores such as NPS pseudo-answers in each sample, means Welch's degrees of freedom; so an interval need not be centred on the
 * difference. Without a control it is that of `compare(after, before)`.
 * @throws A {@link CxError} `different-definitions` when the results are not of one definition, `invalid-value` when one is no result of a
 * KPI, `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { csat, impact } from "cxkit";
 *
 * const answers = (satisfied: number, not: number) => csat([...new Array(satisfied).fill(5), ...new Array(not).fill(2)]);
 * const result = impact(answers(60, 40), answers(80, 20), { before: answers(120, 80), after: answers(130, 70) });
 * result; // => { difference: 15, change: 20, controlChange: 5, … }
 * result.interval; // => { low: -0.73…, high: 30.39…, level: 0.95 }
 * ```
 *
 * @see Card and Krueger (1994), American Economic Review 84, 772–793; Price and Bonett (2004), Computational Statistics and Data Analysis
 * 45, 449–456.
 */
export function impact(
  before: KnownEstimate,
  after: KnownEstimate,
  control?: ImpactControl,
  options?: ImpactOptions,
): Impact;
export function impact(before: KnownEstimate, after: KnownEstimate, options: ImpactOptions): Impact;
export function impact(
  before: KnownEstimate,
  after: KnownEstimate,
  third?: ImpactControl | ImpactOptions,
  fourth: ImpactOptions = {},
): Impact {
  const [control, options] = isOptions(third) ? [undefined, third] : [third, fourth];
  checkOptions("impact", options, ["level"]);
  const { level = 0.95 } = options;
  const change = compare(after, before, { level });
  const { definition } = change;
  const errorOf = (...parts: readonly (number | null)[]): number | null =>
    parts.some((error) => error === null) ? null : Math.hypot(...parts.map(Number));
  if (control === undefined) {
    const standardError = change.difference === null ? null : errorOf(after.standardError, before.standardError);
    return { ...change, standardError, change: change.difference, controlChange: null };
  }
  if (!(control?.before && control.after)) {
    refuseOption("impact requires the control as { before, after }, or else options such as { level: 0.9 }", control);
  }
  checkOptions("impact: control", control, ["before", "after"]);
  const controlChange = compare(control.after, control.before, { level });
  // Refuses a control of another definition.
  compare(after, control.after, { level });
  const found = { change: change.difference, controlChange: controlChange.difference, definition };
  if (change.difference === null || controlChange.difference === null) {
    return { ...found, difference: null, standardError: null, interval: null, pValue: null };
  }
  const samples = [after, before, control.after, control.before] as const;
  const [a, b, c, d] = samples.map((sample) => partOf(sample, definition));
  const factor = definition.unit === "points" || definition.unit === "percent" ? 100 : 1;
  return {
    ...found,
    difference: change.difference - controlChange.difference,
    standardError: errorOf(...samples.map(({ standardError }) => standardError)),
    ...(a && b && c && d ? judge([a, b, c, d], factor, level) : { interval: null, pValue: null }),
  };
}
