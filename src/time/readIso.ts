import { dayMs, type Zone } from "./zone.js";

const notIso = "an ISO 8601 date or time such as 2026-03-29T08:30:00Z";
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const [space, plus, comma, minus, point, colon] = [32, 43, 44, 45, 46, 58];

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};
const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);
/** Whether a character is a letter, in either case, of which the small one is given. */
const isLetter = (text: string, at: number, small: number): boolean => (text.charCodeAt(at) | 32) === small;

/** The days from 1 January 1970 to a day (Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The date at the beginning of a text, as its midnight if it were UTC; NaN where there is none. */
function midnight(text: string): number {
  if (text.charCodeAt(4) !== minus || text.charCodeAt(7) !== minus) return Number.NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  // What is no digit has made NaN of its field, which no comparison lets pass.
  return year >= 0 && day >= 1 && day <= (monthLengths[month - 1] ?? 0) + leap
    ? dayNumber(year, month, day) * dayMs
    : Number.NaN;
}

/** "+0530", "+05:30", "+05" at a place → milliseconds, "Z" → 0; null where it is out of range, NaN where the text is no offset. */
function offsetAt(text: string, at: number): number | null {
  const length = text.length - at;
  if (length === 1 && isLetter(text, at, 122)) return 0;
  const sign = text.charCodeAt(at) === plus ? 60_000 : text.charCodeAt(at) === minus ? -60_000 : Number.NaN;
  const hours = twoDigits(text, at + 1);
  const minutesAt = length === 5 ? at + 3 : length === 6 && text.charCodeAt(at + 3) === colon ? at + 4 : text.length;
  const minutes = length === 3 ? 0 : twoDigits(text, minutesAt);
  const offset = sign * (hours * 60 + minutes);
  return !Number.isNaN(offset) && (hours > 23 || minutes > 59) ? null : offset;
}

/**
 * The instant of an ISO 8601 date or time, in epoch milliseconds; or what is required in place of the text. One without an offset is
 * read in a zone; without a zone only a date alone is, as that day in UTC. Character by character, since data come by the million.
 */
export function readIso(text: string, zone: Zone | null): number | string {
  let local = midnight(text);
  if (Number.isNaN(local)) return notIso;
  if (text.length === 10) return zone === null ? local : zone.toInstant(local);
  if (text.charCodeAt(10) !== space && !isLetter(text, 10, 116)) return notIso;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  let at = 16;
  let second = 0;
  if (text.charCodeAt(at) === colon) {
    second = twoDigits(text, 17);
    at = 19;
  }
  if (text.charCodeAt(13) !== colon || !(hour <= 23 && minute <= 59 && second <= 59)) return notIso;
  local += (hour * 3600 + minute * 60 + second) * 1000;
  if (at === 19 && (text.charCodeAt(at) === point || text.charCodeAt(at) === comma)) {
    const start = ++at;
    let fraction = 0;
    while (at - start < 9 && !Number.isNaN(digit(text, at))) fraction = fraction * 10 + digit(text, at++);
    if (at === start) return notIso;
    local += fraction / 10 ** (at - start - 3);
  }
  if (text.charCodeAt(at) === space) at++;
  if (at === text.length)
    return zone === null ? "a time with an offset (or Z), or the option timeZone" : zone.toInstant(local);
  const offset = offsetAt(text, at);
  if (offset === null) return "an offset within a day";
  return Number.isNaN(offset) ? notIso : local - offset;
}
