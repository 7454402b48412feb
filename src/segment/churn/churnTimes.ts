import { atRow, CxError } from "../../error/cxError.js";
import { isCxError } from "../../error/isCxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { TimeInput } from "../../time/parseTime.js";
import { timeReader } from "../../time/parseTime.js";

/** When features were as a row has them, and when its outcome was known: epoch milliseconds, NaN where not known. */
export interface ChurnTimes {
  readonly at: Float64Array;
  readonly knownAt: Float64Array;
}

/** How to read the times of a row. */
export interface ChurnTimeReaders<Row> {
  /** When the features were as the row has them: the moment of the prediction. */
  readonly at: (row: Row) => TimeInput | null | undefined;
  /**
   * When it could be known whether the customer churned: the end of the time within which leaving counts, and never before `at`. A row
   * without it is never learnt from.
   */
  readonly outcomeKnownAt: (row: Row) => TimeInput | null | undefined;
  /** The IANA zone of times without an offset. @defaultValue none: such times are refused */
  readonly timeZone?: string;
}

/** Reads times; rows whose outcome was known before its features are refused, as they would tell the future. */
export function churnTimes<Row>(
  name: string,
  rows: readonly Row[],
  { at: readAt, outcomeKnownAt, timeZone }: ChurnTimeReaders<Row>,
  isInvalid: Uint8Array,
  invalid: "throw" | "exclude",
): ChurnTimes {
  const timeOf = timeReader(timeZone, name);
  const read = (value: unknown): number => (isMissing(value) ? Number.NaN : timeOf(value));
  const [at, knownAt] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  rows.forEach((row, index) => {
    try {
      const [from, to] = [read(readAt(row)), read(outcomeKnownAt(row))];
      if (to < from) {
        throw new CxError("invalid-value", `${name} requires outcomeKnownAt not to be before at`, outcomeKnownAt(row));
      }
      at[index] = from;
      knownAt[index] = to;
    } catch (error) {
      if (invalid === "throw" || !isCxError(error)) throw atRow(error, index);
      isInvalid[index] = 1;
    }
  });
  return { at, knownAt };
}
