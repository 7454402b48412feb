import { powerOfTwoScale } from "./powerOfTwoScale.js";
import { roundingOfSum } from "./roundingOfSum.js";

/** A column of figures as deviations from its mean, in standard deviations. */
export interface Standardised {
  /** How many figures there are. */
  readonly n: number;
  /** Null where there is none. */
  readonly mean: number | null;
  /** The standard deviation (n − 1), in the figures' unit; 0 where all are the same, null for fewer than two. */
  readonly standardDeviation: number | null;
  /** One for each figure, NaN for a missing one; null where the figures do not vary. */
  readonly scores: Float64Array | null;
}

/** Standardises figures, of which NaN is missing and each stands for as many rows as its count says (one unless given). */
export function standardise(figures: ArrayLike<number>, counts?: ArrayLike<number>): Standardised {
  let [n, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < figures.length; row++) {
    const figure = figures[row] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    n += counts?.[row] ?? 1;
    low = Math.min(low, figure);
    high = Math.max(high, figure);
  }
  if (n === 0) return { n, mean: null, standardDeviation: null, scores: null };
  const largest = Math.max(Math.abs(low), Math.abs(high));
  // Figures that differ by no more than their last digits are the same: 0.1 + 0.2 and 0.3.
  if (high - low <= 4 * Number.EPSILON * largest) {
    return { n, mean: low, standardDeviation: n < 2 ? null : 0, scores: null };
  }
  const scale = powerOfTwoScale([largest]);
  const scores = new Float64Array(figures.length);
  for (let row = 0; row < scores.length; row++) scores[row] = (figures[row] ?? Number.NaN) / scale;
  /** Keeps what rounding takes: rows come in order of their figures, which is where plain sums lose most. */
  const sum = (of: (score: number) => number): number => {
    let [total, lost] = [0, 0];
    for (let row = 0; row < scores.length; row++) {
      const score = scores[row] ?? Number.NaN;
      if (Number.isNaN(score)) continue;
      const term = (counts?.[row] ?? 1) * of(score);
      lost += roundingOfSum(total, term);
      total += term;
    }
    return total + lost;
  };
  const mean = sum((score) => score) / n;
  const deviation = Math.sqrt(sum((score) => (score - mean) ** 2) / (n - 1));
  for (let row = 0; row < scores.length; row++) scores[row] = ((scores[row] ?? 0) - mean) / deviation;
  return { n, mean: scale * mean, standardDeviation: scale * deviation, scores };
}
