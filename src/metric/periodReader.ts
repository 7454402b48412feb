import { checkReader } from "../error/checkOptions.js";
import { isMissing } from "../error/isMissing.js";
import type { Calendar } from "../time/calendar.js";
import { formatInZone } from "../time/formatTime.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";
import { dayMs } from "../time/zone.js";

/** How many days are remembered; a power of two. */
const places = 4096;

/**
 * Reads the period that a row falls into, by a name for its number; null for a row without a time.
 *
 * It remembers for days of UTC which period each begins in, and where in it another begins: the rows of a day then need no calendar,
 * only comparisons. A place holds the last day that fell to it.
 */
export function periodReader<Row>(
  requirer: string,
  at: (row: Row) => TimeInput | null | undefined,
  calendar: Calendar,
  timeZone: string | undefined,
): <Name>(nameOf: (index: number) => Name) => (row: Row) => Name | null {
  checkReader(`${requirer}: at`, at);
  const readTime = timeReader(timeZone, requirer);
  return <Name>(nameOf: (index: number) => Name) => {
    // No time is on the day that stands for none.
    const days = new Int32Array(places).fill(-(2 ** 31));
    const borders = new Float64Array(places);
    const [before, after] = [new Array<Name>(places), new Array<Name>(places)];
    const remember = (day: number): void => {
      const place = day & (places - 1);
      const end = (day + 1) * dayMs;
      const [early, late] = [calendar.indexOf(day * dayMs), calendar.indexOf(end - 1)];
      const border = early === late ? end : calendar.startOf(late);
      days[place] = day;
      before[place] = nameOf(early);
      after[place] = nameOf(late);
      // Where a day has more than one border, as where the date line swallowed one, the calendar has to be asked.
      borders[place] = border === end || calendar.indexOf(border - 1) === early ? border : Number.NaN;
    };
    return (row) => {
      const value = at(row);
      const time = typeof value === "string" ? readTime(value) : value instanceof Date ? value.getTime() : value;
      if (typeof time === "number") {
        const day = Math.floor(time / dayMs);
        const place = day & (places - 1);
        if (days[place] === day) {
          const border = borders[place] as number;
          if (time < border) return before[place] as Name;
          if (time >= border) return after[place] as Name;
        }
      }
      if (isMissing(value)) return null;
      const instant = readTime(value);
      remember(Math.floor(instant / dayMs));
      return nameOf(calendar.indexOf(instant));
    };
  };
}

/** Where a period starts. */
export interface PeriodStart {
  readonly instant: number;
  /** The same as an ISO time. */
  readonly text: string;
}

/** Reads where periods start; it remembers, for every group of rows has the same periods. */
export function startReader(calendar: Calendar): (index: number) => PeriodStart {
  const starts = new Map<number, PeriodStart>();
  return (index) => {
    let start = starts.get(index);
    if (start === undefined) {
      const instant = calendar.startOf(index);
      start = { instant, text: formatInZone(instant, calendar.zone) };
      starts.set(index, start);
    }
    return start;
  };
}
