import { criticalValue } from "../../stats/criticalValue.js";
import { differenceOfShares } from "../../stats/differenceOfShares.js";
import type { Interval } from "../../stats/interval.js";
import { normalCdf } from "../../stats/normalCdf.js";
import { studentTCdf } from "../../stats/studentTCdf.js";
import { studentTQuantile } from "../../stats/studentTQuantile.js";

/** A part of a whole in one period; `whole` is over 0. */
export interface PeriodPart {
  /** The number of the period. */
  readonly time: number;
  readonly part: number;
  readonly whole: number;
}

/** A change of a share, before its p-value is adjusted. */
export interface TestedChange {
  readonly value: number | null;
  readonly interval: Interval | null;
  /** How many times as much the share swings as sampling alone would make it; null where too few periods tell. */
  readonly dispersion: number | null;
  readonly pValue: number | null;
}

/** From so many degrees of freedom on, swings beyond sampling are looked for. */
const fewestDegrees = 4;

const nothing: TestedChange = { value: null, interval: null, dispersion: null, pValue: null };

const sumOf = (parts: readonly PeriodPart[], read: (part: PeriodPart) => number): number =>
  parts.reduce((sum, one) => sum + read(one), 0);

/** Pearson's chi-square around expected shares over its degrees of freedom; null where these are too few, or no share can swing. */
function dispersionOf(
  parts: readonly PeriodPart[],
  expected: (time: number) => number,
  share: number,
  degrees: number,
): number | null {
  if (degrees < fewestDegrees || share <= 0 || share >= 1) return null;
  const squares = sumOf(parts, ({ time, part, whole }) => (part - whole * expected(time)) ** 2 / whole);
  return squares / (share * (1 - share)) / degrees;
}

/** The larger p-value of sampling alone and of the swings that were seen, so that news is news by both. */
function byBoth(pValue: number | null, z: number, dispersion: number | null, degrees: number): number | null {
  if (pValue === null || dispersion === null) return pValue;
  if (dispersion === 0) return pValue;
  return Math.max(pValue, 2 * studentTCdf(-Math.abs(z) / Math.sqrt(dispersion), degrees));
}

/** How many times as wide an interval is for the swings that were seen. */
function widening(dispersion: number | null, degrees: number, level: number): number {
  if (dispersion === null) return 1;
  const wide = (Math.sqrt(dispersion) * studentTQuantile((1 + level) / 2, degrees)) / criticalValue(level);
  return Math.max(1, wide);
}

/**
 * The share of one period less that of the periods before, taken together.
 *
 * @see McCullagh and Nelder (1989), "Generalized Linear Models", section 4.5, for the dispersion.
 */
export function shareChange(last: PeriodPart | undefined, before: readonly PeriodPart[], level: number): TestedChange {
  const whole = sumOf(before, (one) => one.whole);
  const part = sumOf(before, (one) => one.part);
  if (last === undefined || whole === 0) return nothing;
  const { difference, interval, pValue } = differenceOfShares([last.part, last.whole], [part, whole], level);
  if (difference === null || interval === null) return nothing;
  const degrees = before.length - 1;
  const dispersion = dispersionOf(before, () => part / whole, part / whole, degrees);
  const pooled = (part + last.part) / (whole + last.whole);
  const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / whole + 1 / last.whole));
  const wide = widening(dispersion, degrees, level);
  return {
    value: difference,
    interval: {
      low: Math.max(-1, difference - wide * (difference - interval.low)),
      high: Math.min(1, difference + wide * (interval.high - difference)),
      level,
    },
    dispersion,
    pValue: byBoth(pValue, z, dispersion, degrees),
  };
}

/**
 * The change of a share per period, along a straight line through all periods that is weighted by their comments.
 *
 * @see Armitage (1955), "Tests for linear trends in proportions and frequencies", Biometrics 11, 375–386.
 */
export function shareSlope(parts: readonly PeriodPart[], level: number): TestedChange {
  if (parts.length < 3) return nothing;
  const whole = sumOf(parts, (one) => one.whole);
  const share = sumOf(parts, (one) => one.part) / whole;
  const centre = sumOf(parts, ({ time, whole: n }) => n * time) / whole;
  const squares = sumOf(parts, ({ time, whole: n }) => n * (time - centre) ** 2);
  const slope = sumOf(parts, ({ time, part }) => (time - centre) * part) / squares;
  const error = Math.sqrt((share * (1 - share)) / squares);
  if (!(error > 0)) return { ...nothing, value: slope };
  const degrees = parts.length - 2;
  const dispersion = dispersionOf(parts, (time) => share + slope * (time - centre), share, degrees);
  const half = criticalValue(level) * error * widening(dispersion, degrees, level);
  const z = slope / error;
  return {
    value: slope,
    interval: { low: slope - half, high: slope + half, level },
    dispersion,
    pValue: byBoth(2 * normalCdf(Math.abs(z), "upper"), z, dispersion, degrees),
  };
}
