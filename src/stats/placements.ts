import type { ScoreTable } from "./scoreTable.js";

/** Where each distinct score stands among those of the other outcome, ties counting half, 0–1. */
export interface Placements {
  /** For a row of outcome 1: the share of rows of outcome 0 whose score is lower. */
  readonly ofOnes: Float64Array;
  /** For a row of outcome 0: the share of rows of outcome 1 whose score is higher. */
  readonly ofZeros: Float64Array;
  /** The mean of either over its rows: the area under the ROC curve. */
  readonly area: number;
}

/** The placements of DeLong, DeLong and Clarke-Pearson; both outcomes must be there. */
export function placements({ scores, ones, zeros, oneCount, zeroCount }: ScoreTable): Placements {
  const [ofOnes, ofZeros] = [new Float64Array(scores.length), new Float64Array(scores.length)];
  // Counts of pairs, exact: halves of whole numbers.
  let [onesBelow, zerosBelow, pairs] = [0, 0, 0];
  for (let i = 0; i < scores.length; i++) {
    const [one, zero] = [ones[i] as number, zeros[i] as number];
    const lower = zerosBelow + zero / 2;
    ofOnes[i] = lower / zeroCount;
    ofZeros[i] = (oneCount - onesBelow - one / 2) / oneCount;
    pairs += one * lower;
    onesBelow += one;
    zerosBelow += zero;
  }
  return { ofOnes, ofZeros, area: pairs / oneCount / zeroCount };
}
