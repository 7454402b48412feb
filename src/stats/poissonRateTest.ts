import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative } from "./alternative.js";
import { betaOdds } from "./betaOdds.js";
import { binomialCdf } from "./binomialCdf.js";
import { binomialProbability } from "./binomialProbability.js";
import { criticalValue } from "./criticalValue.js";
import { oppositeEnd } from "./oppositeEnd.js";
import { checkRate, rateOf } from "./poissonRate.js";
import { type RatioInterval, ratioInterval } from "./ratioInterval.js";

/** Events, and the units in which they were counted. */
export interface CountedEvents {
  /** How many events, a whole number. */
  readonly count: number;
  /** In how many units (orders, customer-months, hours), up to 1e140; 0 where nothing was seen, and so no event. */
  readonly exposure: number;
}

/** Options of {@link poissonRateTest}. */
export interface PoissonRateTestOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
  /** What the test looks for: that the first rate is different, less or greater. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
}

/** The result of {@link poissonRateTest}. */
export interface PoissonRateTestResult {
  /** The first rate over the second; null where there are no events in the second, or no exposure. */
  readonly ratio: number | null;
  /** Of the ratio; exact, two-sided whatever the alternative. Null where there are no events at all. */
  readonly interval: RatioInterval | null;
  /** Exact; null where there are no events at all, or no exposure of either. */
  readonly pValue: number | null;
  /** Events per unit, of either; null without any exposure. */
  readonly rates: readonly [number | null, number | null];
  /** All events together. */
  readonly n: number;
}

/** The exact binomial test of a count out of n; the two-sided p-value is that of all outcomes no more probable. */
function binomialPValue(count: number, n: number, share: number, alternative: Alternative): number {
  const lower = (k: number): number => (k < 0 ? 0 : binomialCdf(Math.min(k, n), n, share));
  const upper = (k: number): number => (k <= 0 ? 1 : binomialCdf(k - 1, n, share, "upper"));
  if (alternative !== "two-sided") return alternative === "less" ? lower(count) : upper(count);
  const mode = Math.min(n, Math.floor((n + 1) * share));
  const end = oppositeEnd((k) => binomialProbability(k, n, share), count, mode, [0, n]);
  if (Math.abs(end - count) === 1) return 1;
  return Math.min(1, count >= mode ? upper(count) + lower(end) : lower(count) + upper(end));
}

const opposite = { "two-sided": "two-sided", less: "greater", greater: "less" } as const;

/**
 * The exact test of two rates: complaints per order this month against last, a theme's mentions per comment in two channels.
 * It looks at how the events are spread over the two, given how many there are.
 *
 * @param first The events of the first, and their exposure.
 * @param second The events of the second, and their exposure.
 * @param options The level and the alternative.
 * @returns The test, and the ratio of the rates with its interval.
 * @throws A {@link CxError} `invalid-value` when a count is not a whole number of at least zero or an exposure is not
 * from 1e-140 to 1e140 (0 without events); `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { poissonRateTest } from "cxkit";
 *
 * const result = poissonRateTest({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 });
 * result.ratio; // => 1.971488…
 * result.interval; // => { low: 0.858426…, high: 4.277265…, level: 0.95 }
 * result.pValue; // => 0.0796686…
 * ```
 *
 * @see Przyborowski and Wilenski (1940), Biometrika 31, 313–323; Clopper and Pearson (1934), Biometrika 26, 404–413. As R's
 * poisson.test.
 */
export function poissonRateTest(
  first: CountedEvents,
  second: CountedEvents,
  options: PoissonRateTestOptions = {},
): PoissonRateTestResult {
  checkOptions("poissonRateTest", options, ["level", "alternative"]);
  const { level = 0.95, alternative = "two-sided" } = options;
  checkAlternative(alternative);
  criticalValue(level);
  for (const events of [first, second]) {
    if (Object(events) !== events) {
      throw new CxError("invalid-option", "poissonRateTest requires two of { count, exposure }", events);
    }
    checkRate("poissonRateTest", events.count, events.exposure);
  }
  const n = first.count + second.count;
  const rates = [rateOf(first.count, first.exposure), rateOf(second.count, second.exposure)] as const;
  if (n === 0 || rates.includes(null)) return { ratio: null, interval: null, pValue: null, rates, n };
  const scale = second.exposure / first.exposure;
  const beyond = (1 - level) / 2;
  // By the smaller exposure, whose share is exact.
  const [part, rest, direction] =
    first.exposure <= second.exposure ? [first, second, alternative] : [second, first, opposite[alternative]];
  const share = part.exposure / (part.exposure + rest.exposure);
  return {
    ratio: second.count === 0 ? null : (first.count / second.count) * scale,
    interval: ratioInterval(
      first.count === 0 ? 0 : betaOdds(beyond, first.count, second.count + 1, false) * scale,
      second.count === 0 ? Number.POSITIVE_INFINITY : betaOdds(beyond, first.count + 1, second.count, true) * scale,
      level,
    ),
    pValue: binomialPValue(part.count, n, share, direction),
    rates,
    n,
  };
}
