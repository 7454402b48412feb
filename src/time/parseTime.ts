import { CxError } from "../error/cxError.js";
import { createZone, lastInstant, type Zone } from "./zone.js";

/** A time as functions accept it: a `Date`, epoch milliseconds, or an ISO 8601 string. */
export type TimeInput = Date | number | string;

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** "+0530", "+05:30", "+05" → milliseconds; "Z" → 0; null where it is no offset. */
function offsetOf(text: string): number | null {
  if (text.length === 1) return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(":", "") || "0");
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith("-") ? -60_000 : 60_000) * (hours * 60 + minutes);
}

/** The fields of an ISO string as if they were UTC milliseconds, or null where a field is out of its range. */
function clockReading(match: RegExpExecArray): number | null {
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((field) => Number(match[field] ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || second === undefined) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(0);
  // Unlike Date.UTC, setUTCFullYear takes the years 0–99 for what they are.
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const fraction = match[7] === undefined ? 0 : Number(`0.${match[7]}`);
  return date.getTime() + (hour * 3600 + minute * 60 + second) * 1000 + fraction * 1000;
}

/**
 * A function that reads times for one time zone; for reading many.
 *
 * @param timeZone The IANA zone of times without an offset; without it they are refused.
 * @param requirer The name to begin an error's message with.
 */
export function timeReader(timeZone?: string, requirer = "parseTime"): (value: unknown) => number {
  const zone: Zone | null = timeZone === undefined ? null : createZone(timeZone);
  const refuse = (requirement: string, value: unknown): CxError =>
    new CxError("invalid-time", `${requirer} requires ${requirement}`, value);

  const readString = (text: string): number => {
    const match = iso.exec(text);
    const local = match === null ? null : clockReading(match);
    if (match === null || local === null) throw refuse("an ISO 8601 date or time such as 2026-03-29T08:30:00Z", text);
    const offset = match[8];
    if (offset !== undefined) {
      const milliseconds = offsetOf(offset);
      if (milliseconds === null) throw refuse("an offset within a day", text);
      return local - milliseconds;
    }
    if (zone !== null) return zone.toInstant(local);
    if (match[4] === undefined) return local;
    throw refuse("a time with an offset (or Z), or the option timeZone", text);
  };

  return (value) => {
    if (typeof value === "string") return readString(value);
    const instant = value instanceof Date ? value.getTime() : value;
    if (typeof instant !== "number" || !(Math.abs(instant) <= lastInstant)) {
      throw refuse("a Date, epoch milliseconds or an ISO 8601 string", value);
    }
    return instant;
  };
}

/**
 * The instant that a time stands for, in epoch milliseconds (with a fraction where the text is finer).
 *
 * A string is an ISO 8601 date or time; a space may stand for the `T` and before the offset. Nothing depends on the time
 * zone of the machine: a time without an offset is read in `timeZone`, and refused where none is given. A date alone is a
 * calendar day and stands for its beginning, in `timeZone` or else in UTC. A local time that comes twice, when clocks go
 * back, is the first of the two; one that clocks skip is the moment of the change.
 *
 * @param value A `Date`, epoch milliseconds, or an ISO 8601 string.
 * @param timeZone The IANA zone of times without an offset.
 * @returns Epoch milliseconds.
 * @throws A {@link CxError} `invalid-time` when it is no time, or says too little; `invalid-option` for an unknown zone.
 *
 * @example
 * ```ts
 * import { parseTime } from "cxkit";
 *
 * parseTime("2026-03-29T08:30:00+02:00"); // => 1774765800000
 * parseTime("2026-03-29 08:30:00", "Europe/Oslo"); // => 1774765800000
 * parseTime("2026-03-29"); // => 1774742400000
 * parseTime("2026-03-29T08:30:00"); // throws invalid-time
 * ```
 */
export function parseTime(value: TimeInput, timeZone?: string): number {
  return timeReader(timeZone)(value);
}
