import { parseTime } from "../time/parseTime.js";

const hourMs = 3_600_000;

/** A calendar day, "2026-03-29", is the only time of this length. */
function isDay(time: string): boolean {
  return time.length === 10;
}

/**
 * Whether a stored time is certainly before another. A date alone has no time zone, so beside an instant it is that day
 * anywhere on earth: it begins at UTC+14 and ends at UTC−12.
 */
export function isBefore(time: string, other: string): boolean {
  const first = parseTime(time);
  const second = parseTime(other);
  if (isDay(time) === isDay(other)) return first < second;
  return isDay(time) ? first + (24 + 12) * hourMs <= second : first < second - 14 * hourMs;
}
