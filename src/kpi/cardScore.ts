import type { Interval } from "../stats/interval.js";

/** The two ends of a scale that a value is placed on: 0 and 100. */
export interface CardScale {
  readonly floor: number;
  readonly target: number;
}

/** Where a value is between its floor and its target. */
export interface CardScore {
  /** 0–100; null where there is no value. */
  readonly score: number | null;
  /** Whether the value is beyond an end, so that the score says less than the value does. */
  readonly clipped: "floor" | "target" | null;
  /** The value's interval on the same scale, clipped likewise; null where the value has none. */
  readonly interval: Interval | null;
}

/** A score that counts with a weight. */
export interface Weighed {
  readonly name: string;
  readonly weight: number;
  readonly score: number;
}

/** How scores are put together. */
export type CompositeVariant = "arithmetic" | "geometric";

const clip = (score: number): number => Math.min(100, Math.max(0, score));

/** Places a value and its interval on the scale. */
export function scoreOn({ floor, target }: CardScale, value: number | null, interval: Interval | null): CardScore {
  if (value === null) return { score: null, clipped: null, interval: null };
  const place = (one: number): number => 100 * ((one - floor) / (target - floor));
  const score = place(value);
  const ends = interval && [clip(place(interval.low)), clip(place(interval.high))];
  return {
    // Adding 0 makes 0 of −0, which JSON does not know.
    score: clip(score) + 0,
    clipped: score < 0 ? "floor" : score > 100 ? "target" : null,
    interval: interval && ends && { low: Math.min(...ends) + 0, high: Math.max(...ends) + 0, level: interval.level },
  };
}

/** The weighted mean of scores, arithmetic or geometric; null where nothing has a weight. */
export function composite(scores: readonly Weighed[], variant: CompositeVariant): number | null {
  const counted = scores.filter(({ weight }) => weight > 0);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const mean = (term: (score: number) => number): number =>
    counted.reduce((sum, { weight, score }) => sum + (weight / total) * term(score), 0);
  // Rounding must not lead out of the scale.
  return clip(variant === "geometric" ? Math.exp(mean(Math.log)) : mean((score) => score));
}
