import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { checkSameLength } from "./checkSameLength.js";
import type { Sample } from "./knownNumbers.js";
import { type BinaryOutcome, readOutcome } from "./readOutcome.js";
import { largestNumber } from "./sampleMoments.js";

/** BinaryOutcomes in an array or a typed array. */
export type BinaryOutcomes = ArrayLike<BinaryOutcome>;

/** Scores with outcomes, as how often each distinct score came with either. */
export interface ScoreTable {
  /** Ascending, each once. */
  readonly scores: Float64Array;
  /** How many rows of each score have outcome 1. */
  readonly ones: Float64Array;
  /** How many have outcome 0. */
  readonly zeros: Float64Array;
  readonly n: number;
  readonly oneCount: number;
  readonly zeroCount: number;
  /** Rows that lack a score or an outcome. */
  readonly missing: number;
}

/** What a score may be: any finite number, or a probability. */
export type ScoreRange = "number" | "probability";

function scoreAt(name: string, scores: Sample, row: number, range: ScoreRange): number | null {
  const score = scores[row];
  if (isMissing(score)) return null;
  const isNumber = typeof score === "number" && Math.abs(score) <= largestNumber;
  if (isNumber && (range === "number" || (score >= 0 && score <= 1))) return score;
  const allowed = range === "number" ? "finite numbers of at most 1e140 as scores" : "probabilities from 0 to 1";
  throw new CxError("invalid-value", `${name} requires ${allowed}`, score, row);
}

/** Visits the rows that have both a score and an outcome; gives how many have not. Refuses what is neither. */
export function eachScored(
  name: string,
  scores: Sample,
  outcomes: BinaryOutcomes,
  range: ScoreRange,
  visit: (score: number, outcome: 1 | 0, row: number) => void,
): number {
  checkSameLength(name, scores, outcomes);
  let missing = 0;
  for (let row = 0; row < scores.length; row++) {
    const [score, outcome] = [scoreAt(name, scores, row, range), readOutcome(name, outcomes[row], row)];
    if (score === null || outcome === null) missing++;
    else visit(score, outcome, row);
  }
  return missing;
}

/** Both sorted lists of scores, as a table. */
function tableOf(ofOnes: Float64Array, ofZeros: Float64Array, missing: number): ScoreTable {
  const n = ofOnes.length + ofZeros.length;
  const [scores, ones, zeros] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let [one, zero, size] = [0, 0, 0];
  for (; one < ofOnes.length || zero < ofZeros.length; size++) {
    const score = Math.min(ofOnes[one] ?? Number.POSITIVE_INFINITY, ofZeros[zero] ?? Number.POSITIVE_INFINITY);
    const [firstOne, firstZero] = [one, zero];
    while (ofOnes[one] === score) one++;
    while (ofZeros[zero] === score) zero++;
    scores[size] = score;
    ones[size] = one - firstOne;
    zeros[size] = zero - firstZero;
  }
  return {
    scores: scores.subarray(0, size),
    ones: ones.subarray(0, size),
    zeros: zeros.subarray(0, size),
    n,
    oneCount: ofOnes.length,
    zeroCount: ofZeros.length,
    missing,
  };
}

/** Counts outcomes by score. */
export function scoreTable(
  name: string,
  scores: Sample,
  outcomes: BinaryOutcomes,
  range: ScoreRange = "number",
): ScoreTable {
  const [ofOnes, ofZeros]: [number[], number[]] = [[], []];
  // −0 and 0 are one score.
  const missing = eachScored(name, scores, outcomes, range, (score, outcome) => {
    (outcome === 1 ? ofOnes : ofZeros).push(score + 0);
  });
  return tableOf(Float64Array.from(ofOnes).sort(), Float64Array.from(ofZeros).sort(), missing);
}
