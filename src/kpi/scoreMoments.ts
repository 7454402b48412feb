import type { ScaleEnds, ScoreCounts } from "./scoreCounts.js";

/** What a score stands for: 1 for a satisfied one, −1 for a detractor; null where it is left out. */
export type ValueOfScore = (score: number) => number | null;

/** The mean of what scores stand for, and how well it is known. */
export interface ScoreMoments {
  /** The answers that count. */
  readonly n: number;
  readonly mean: number;
  /** The mean of the squares: of −1, 0 and 1, the share that is not 0. */
  readonly square: number;
  /** Of the mean, linearised where there are weights; divided by n, not by n − 1. */
  readonly error: number;
  /** How many observations of equal weight would tell as much; 0 where there is nothing to measure. */
  readonly effectiveN: number;
}

/** The moments of what scores stand for: √Σw²(x − x̄)² ÷ Σw is the error, Kish's (Σw)² ÷ Σw² the effective number. */
export function scoreMoments(
  counts: ScoreCounts,
  [low, high]: ScaleEnds,
  weighted: boolean,
  scoreValue: ValueOfScore,
): ScoreMoments {
  let [n, weight, square, sum, squares] = [0, 0, 0, 0, 0];
  const seen: (readonly [value: number, square: number])[] = [];
  for (let score = low; score <= high; score++) {
    const count = counts[score];
    const value = scoreValue(score);
    if (count === undefined || value === null) continue;
    const someWeight = weighted ? (counts[`w${score}`] ?? 0) : count;
    const someSquare = weighted ? (counts[`q${score}`] ?? 0) : count;
    n += count;
    weight += someWeight;
    square += someSquare;
    sum += someWeight * value;
    squares += someWeight * value * value;
    seen.push([value, someSquare]);
  }
  if (weight === 0) return { n, mean: 0, square: 0, error: 0, effectiveN: 0 };
  const mean = sum / weight;
  const spread = seen.reduce((total, [value, some]) => total + some * (value - mean) ** 2, 0);
  return {
    n,
    mean,
    square: squares / weight,
    error: Math.sqrt(spread) / weight,
    effectiveN: weighted ? (weight * weight) / square : n,
  };
}
