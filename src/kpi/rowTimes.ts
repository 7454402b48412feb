import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";

/** The options of a KPI that reads times, and looks back from one moment. */
export interface RowTimesOptions {
  /** The moment that things are seen from: what had not ended by then was still open. @defaultValue the latest time in the rows */
  readonly now?: TimeInput;
  /** The IANA zone of times without an offset. @defaultValue none: such times are refused */
  readonly timeZone?: string;
}

/** When something began, and when it ended: epoch milliseconds. */
export interface Stretch {
  readonly from: number;
  /** Null where it had not ended by `now`. */
  readonly to: number | null;
}

/** How a KPI reads the times of its rows. */
export interface RowTimes {
  /** The moment that things are seen from, if it is given. */
  readonly now: number | null;
  /** From one time to another; null where it has no beginning. Throws a `CxError` for times that are none, or run backwards. */
  readonly stretchOf: (from: unknown, to: unknown) => Stretch | null;
}

/** How a KPI reads the times of its rows. Throws at once where `now` or the time zone is none. */
export function rowTimes(kpi: string, { now: seenFrom, timeZone }: RowTimesOptions): RowTimes {
  const timeOf = timeReader(timeZone, kpi);
  const now = seenFrom === undefined ? null : timeOf(seenFrom);
  return {
    now,
    stretchOf: (from, to) => {
      const start = isMissing(from) ? null : timeOf(from);
      const end = isMissing(to) ? null : timeOf(to);
      if (start === null) return null;
      if (end !== null && end < start) {
        throw new CxError("invalid-value", `${kpi} requires an end that is not before its beginning`, to);
      }
      if (now !== null && start > now) {
        throw new CxError("invalid-value", `${kpi} requires a beginning that is not after now`, from);
      }
      return { from: start, to: end !== null && now !== null && end > now ? null : end };
    },
  };
}
