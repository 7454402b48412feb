import { CxError } from "../../error/cxError.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";

/** Where training ends and testing begins. */
export interface ChurnSplitOptions {
  /** The moment that the model is imagined to have been fitted at; several, in order, for a rolling origin. */
  readonly splitAt?: TimeInput | readonly TimeInput[];
  /** Instead: how many splits, so that each tests on about as many rows (rolling origin). */
  readonly folds?: number;
}

/** The moments of splits, ascending. `times` are those of rows that may be learnt from or tested on. */
export function churnSplits(
  name: string,
  { splitAt, folds }: ChurnSplitOptions,
  timeZone: string | undefined,
  times: Float64Array,
): number[] {
  if ((splitAt === undefined) === (folds === undefined)) {
    throw new CxError("invalid-option", `${name} requires either splitAt or folds`, folds);
  }
  if (folds === undefined) {
    const given = Array.isArray(splitAt) ? (splitAt as readonly TimeInput[]) : [splitAt as TimeInput];
    const splits = given.map(timeReader(timeZone, name));
    if (splits.length === 0 || splits.some((split, place) => place > 0 && !(split > (splits[place - 1] as number)))) {
      throw new CxError(
        "invalid-option",
        `${name} requires splitAt to be a time, or times in ascending order`,
        splitAt,
      );
    }
    return splits;
  }
  if (!(Number.isSafeInteger(folds) && folds >= 1)) {
    throw new CxError("invalid-option", `${name} requires a whole number of folds, at least 1`, folds);
  }
  const sorted = times.toSorted();
  const wanted = Array.from(
    { length: folds },
    (_, place) => sorted[Math.ceil((sorted.length * (place + 1)) / (folds + 1))],
  );
  // Rows of one time stay together, so there may be fewer; and before the first time there is nothing to learn from.
  return [...new Set(wanted)].filter((time) => time !== undefined).filter((time) => time > (sorted[0] as number));
}
