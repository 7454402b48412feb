import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { criticalValue } from "./criticalValue.js";
import { gammaQuantile } from "./gammaQuantile.js";
import type { Interval } from "./interval.js";

/** Options of {@link poissonRate}. */
export interface PoissonRateOptions {
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** The result of {@link poissonRate}. */
export interface PoissonRateResult {
  /** Events per unit of exposure; null without any. */
  readonly rate: number | null;
  /** Null without any exposure. */
  readonly interval: Interval | null;
}

/** Refuses a count that is not whole, and an exposure that is none, but where there is neither. */
export function checkRate(name: string, count: number, exposure: number): void {
  if (!(Number.isSafeInteger(count) && count >= 0)) {
    throw new CxError("invalid-value", `${name} requires a count, a whole number of at least zero`, count);
  }
  if (exposure === 0 && count === 0) return;
  // What has so many units, or so few, has no rate that is a number.
  if (!(typeof exposure === "number" && exposure >= 1e-140 && exposure <= 1e140)) {
    throw new CxError("invalid-value", `${name} requires a positive exposure, from 1e-140 to 1e140`, exposure);
  }
}

/** Events per unit; null without any exposure. */
export const rateOf = (count: number, exposure: number): number | null => (exposure === 0 ? null : count / exposure);

/**
 * How often something happens, with the exact interval: complaints per 1000 orders, contacts per customer and month.
 *
 * @param count How many events, a whole number.
 * @param exposure In how many units (orders, customer-months, hours); positive, or 0 where nothing was seen, and so no event.
 * @param options The confidence level.
 * @returns Events per unit, and the interval of that.
 * @throws A {@link CxError} `invalid-value` when the count is not a whole number of at least zero or the exposure is not
 * from 1e-140 to 1e140 (0 without events); `invalid-option` when the level is none.
 *
 * @example
 * ```ts
 * import { poissonRate } from "cxkit";
 *
 * poissonRate(137, 24.19893); // => { rate: 5.661407…, interval: { low: 4.753124…, high: 6.692709…, level: 0.95 } }
 * poissonRate(0, 100).interval?.high; // => 0.0368887945…
 * ```
 *
 * @see Garwood (1936), Biometrika 28, 437–442; as R's poisson.test.
 */
export function poissonRate(count: number, exposure: number, options: PoissonRateOptions = {}): PoissonRateResult {
  checkOptions("poissonRate", options, ["level"]);
  const { level = 0.95 } = options;
  criticalValue(level);
  checkRate("poissonRate", count, exposure);
  if (exposure === 0) return { rate: null, interval: null };
  const beyond = (1 - level) / 2;
  const low = count === 0 ? 0 : gammaQuantile(beyond, count) / exposure;
  const high = gammaQuantile(beyond, count + 1, 1, "upper") / exposure;
  return { rate: count / exposure, interval: { low, high, level } };
}
