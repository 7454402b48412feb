import { CxError } from "../error/cxError.js";
import { createZone, lastInstant, type Zone } from "./zone.js";

/** The ISO string of an instant in a zone that is already at hand. */
export function formatInZone(instant: number, zone: Zone): string {
  if (Math.abs(instant) > lastInstant) {
    throw new CxError("invalid-time", "a period requires to begin and end within what a Date can hold", instant);
  }
  const offset = zone.offsetAt(instant);
  // ISO offsets have no seconds, which the local mean times of the 19th century need; UTC says the same.
  const shift = offset % 60_000 === 0 ? offset : 0;
  const local = new Date(instant + shift).toISOString().replace(/(\.000)?Z$/, "");
  if (shift === 0) return `${local}Z`;
  const minutes = Math.abs(shift) / 60_000;
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${local}${shift < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * An instant as an ISO 8601 string with the offset of a time zone.
 *
 * @param instant Epoch milliseconds.
 * @param timeZone An IANA zone.
 * @returns Such as `2026-03-29T08:30:00+02:00`; `Z` where the offset is zero; milliseconds only where there are some.
 * @throws A {@link CxError} `invalid-time` when the instant is none that a Date can hold, `invalid-option` for an unknown zone.
 *
 * @example
 * ```ts
 * import { formatTime } from "cxkit";
 *
 * formatTime(1774765800000, "Europe/Oslo"); // => "2026-03-29T08:30:00+02:00"
 * formatTime(1774765800000); // => "2026-03-29T06:30:00Z"
 * ```
 */
export function formatTime(instant: number, timeZone = "UTC"): string {
  if (typeof instant !== "number" || Number.isNaN(new Date(instant).getTime())) {
    throw new CxError("invalid-time", "formatTime requires epoch milliseconds", instant);
  }
  return formatInZone(instant, createZone(timeZone));
}
