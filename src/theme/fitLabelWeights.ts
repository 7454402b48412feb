import { lbfgs } from "../stats/lbfgs.js";
import type { TextVector } from "./textVector.js";

/** What weights are learnt from. */
export interface LabelledVectors {
  readonly vectors: readonly TextVector[];
  /** For each vector, the numbers of its labels; one number where `exclusive`. */
  readonly labels: readonly (readonly number[])[];
  /** How much each vector counts. */
  readonly counts: Float64Array;
  /** How many places a vector has. */
  readonly size: number;
  readonly labelCount: number;
  /** Whether a vector has exactly one label. */
  readonly exclusive: boolean;
}

/** Weights by label and place, and where the search ended. */
export interface LabelWeights {
  readonly weights: number[][];
  readonly intercepts: number[];
  readonly iterations: number;
  readonly converged: boolean;
}

/** Turns scores into probabilities in place, one label for sure; returns the logarithm of what they were divided by. */
export function softmax(scores: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const power = Math.exp((scores[i] as number) - most);
    scores[i] = power;
    sum += power;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum;
  return most + Math.log(sum);
}

/** The probability that a log-odds stands for. */
export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** ln(1 + e^score), whatever its size. */
const logOnePlusPower = (score: number): number => Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score)));

/**
 * Multinomial logistic regression where labels exclude each other, else one logistic regression a label; the sum of the squared
 * weights is penalised by half of `regularisation`, intercepts are free.
 *
 * Two labels that exclude each other have one set of weights, shared half and half with opposite signs, as scikit-learn and
 * R fit them.
 */
export function fitLabelWeights(data: LabelledVectors, regularisation: number): LabelWeights {
  const { vectors, labels, counts, size, labelCount, exclusive } = data;
  const single = exclusive && labelCount === 2;
  const heads = single ? 1 : labelCount;
  const places = vectors.map((vector) => Int32Array.from(vector.places));
  const values = vectors.map((vector) => Float64Array.from(vector.values));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const scores = new Float64Array(heads);
  const free = size * heads;

  function evaluate(at: Float64Array, gradient: Float64Array): number {
    let loss = 0;
    for (let row = 0; row < places.length; row++) {
      const rowPlaces = places[row] as Int32Array;
      const rowValues = values[row] as Float64Array;
      const count = (counts[row] as number) / total;
      for (let head = 0; head < heads; head++) scores[head] = at[free + head] as number;
      for (let i = 0; i < rowPlaces.length; i++) {
        const base = (rowPlaces[i] as number) * heads;
        const value = rowValues[i] as number;
        for (let head = 0; head < heads; head++) {
          scores[head] = (scores[head] as number) + value * (at[base + head] as number);
        }
      }
      const own = labels[row] as readonly number[];
      // Of two labels that exclude each other, the only head is that of the second.
      const marked = single ? (own[0] === 1 ? [0] : []) : own;
      for (const head of marked) loss -= count * (scores[head] as number);
      if (exclusive && !single) loss += count * softmax(scores);
      else {
        for (let head = 0; head < heads; head++) {
          const score = scores[head] as number;
          loss += count * logOnePlusPower(score);
          scores[head] = logistic(score);
        }
      }
      for (const head of marked) scores[head] = (scores[head] as number) - 1;
      for (let head = 0; head < heads; head++) {
        const error = (scores[head] as number) * count;
        scores[head] = error;
        gradient[free + head] = (gradient[free + head] as number) + error;
      }
      for (let i = 0; i < rowPlaces.length; i++) {
        const base = (rowPlaces[i] as number) * heads;
        const value = rowValues[i] as number;
        for (let head = 0; head < heads; head++) {
          gradient[base + head] = (gradient[base + head] as number) + value * (scores[head] as number);
        }
      }
    }
    const strength = regularisation / total;
    for (let i = 0; i < free; i++) {
      const weight = at[i] as number;
      loss += (strength / 2) * weight * weight;
      gradient[i] = (gradient[i] as number) + strength * weight;
    }
    return loss;
  }

  const { at, iterations, converged } = lbfgs(evaluate, new Float64Array(free + heads), { tolerance: 1e-5 });
  const weightsOf = (head: number, factor: number): number[] =>
    Array.from({ length: size }, (_, place) => factor * (at[place * heads + head] as number));
  const interceptOf = (head: number, factor: number): number => factor * (at[free + head] as number);
  const shares: readonly (readonly [head: number, factor: number])[] = single
    ? [
        [0, -0.5],
        [0, 0.5],
      ]
    : Array.from({ length: labelCount }, (_, head) => [head, 1] as const);
  return {
    weights: shares.map(([head, factor]) => weightsOf(head, factor)),
    intercepts: shares.map(([head, factor]) => interceptOf(head, factor)),
    iterations,
    converged,
  };
}
