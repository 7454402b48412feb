import { checkReader } from "../error/checkOptions.js";
import { isMissing } from "../error/isMissing.js";
import type { Calendar } from "../time/calendar.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";

/** The number of the period that a row falls into; null for a row without a time. */
export function periodIndexReader<Row>(
  requirer: string,
  at: (row: Row) => TimeInput | null | undefined,
  calendar: Calendar,
  timeZone: string | undefined,
): (row: Row) => number | null {
  checkReader(`${requirer}: at`, at);
  const readTime = timeReader(timeZone, requirer);
  return (row) => {
    const time = at(row);
    return isMissing(time) ? null : calendar.indexOf(readTime(time));
  };
}
