import { CxError } from "../error/cxError.js";
import { readIso } from "./readIso.js";
import { createZone, lastInstant, type Zone } from "./zone.js";

/** A time as functions accept it: a `Date`, epoch milliseconds, or an ISO 8601 string. */
export type TimeInput = Date | number | string;

/**
 * A function that reads times for one time zone; for reading many.
 *
 * @param timeZone The IANA zone of times without an offset; without it they are refused.
 * @param requirer The name to begin an error's message with.
 */
export function timeReader(timeZone?: string, requirer = "parseTime"): (value: unknown) => number {
  const read = instantReader(timeZone);
  return (value) => {
    const instant = read(value);
    if (typeof instant === "string") throw new CxError("invalid-time", `${requirer} requires ${instant}`, value);
    return instant;
  };
}

/** The same for values of which many may be no times: it says what is required in place of one, and throws nothing for it. */
export function instantReader(timeZone?: string): (value: unknown) => number | string {
  const zone: Zone | null = timeZone === undefined ? null : createZone(timeZone);
  return (value) => {
    if (typeof value === "string") return readIso(value, zone);
    const instant = value instanceof Date ? value.getTime() : value;
    return typeof instant === "number" && Math.abs(instant) <= lastInstant
      ? instant
      : "a Date, epoch milliseconds or an ISO 8601 string";
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
