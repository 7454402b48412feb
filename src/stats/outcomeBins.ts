import { CxError } from "../error/cxError.js";
import type { ScoreTable } from "./scoreTable.js";

/** Rows of neighbouring scores. */
export interface OutcomeBin {
  /** The lowest score in it. */
  readonly from: number;
  /** The highest. */
  readonly to: number;
  readonly n: number;
  /** Rows of outcome 1. */
  readonly ones: number;
  /** The sum of the scores of all of its rows. */
  readonly sum: number;
}

/** Refuses a number of bins that is none. */
export function checkBins(name: string, bins: unknown): void {
  if (!(Number.isSafeInteger(bins) && Number(bins) >= 1)) {
    throw new CxError("invalid-option", `${name} requires a whole number of bins, at least 1`, bins);
  }
}

/**
 * Rows in bins of as equal a size as equal scores allow, which fall together: a score is in the bin that the middle of its rows falls
 * into. Ascending; with few distinct scores there are fewer bins.
 */
export function outcomeBins({ scores, ones, zeros, n }: ScoreTable, bins: number): OutcomeBin[] {
  const found: { bin: number; from: number; to: number; n: number; ones: number; sum: number }[] = [];
  let before = 0;
  scores.forEach((score, i) => {
    const count = (ones[i] as number) + (zeros[i] as number);
    const bin = Math.floor((bins * (before + count / 2)) / n);
    before += count;
    let last = found.at(-1);
    if (last?.bin !== bin) {
      last = { bin, from: score, to: score, n: 0, ones: 0, sum: 0 };
      found.push(last);
    }
    last.to = score;
    last.n += count;
    last.ones += ones[i] as number;
    last.sum += score * count;
  });
  return found.map(({ bin: _, ...rest }) => rest);
}
