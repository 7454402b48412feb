import { CxError } from "../error/cxError.js";

/** The milliseconds of a day of 24 hours. */
export const dayMs = 86_400_000;

/** The last instant that a Date can hold; the first is as far the other way. */
export const lastInstant = 8_640_000_000_000_000;

/** A time zone, as the two translations that a calendar needs. Local times are written as if they were UTC milliseconds. */
export interface Zone {
  /** What the clock on the wall shows at an instant; it never falls back over midnight. */
  readonly toLocal: (instant: number) => number;
  /** The first instant at which the clock on the wall shows this time, or a later one where the clock skips it. */
  readonly toInstant: (local: number) => number;
  /** Local time minus UTC at an instant, in milliseconds. */
  readonly offsetAt: (instant: number) => number;
}

const utc: Zone = { toLocal: (instant) => instant, toInstant: (local) => local, offsetAt: () => 0 };

/** "GMT-03:30" → milliseconds; "GMT" → 0. Read here because tzOffset of `@date-fns/tz` loses the sign of "-00:44". */
function readOffset(text: string): number {
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (match === null) return 0;
  const [, sign, hours, minutes, seconds = "0"] = match;
  return (sign === "-" ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/**
 * A time zone by its IANA name. Offsets are remembered by day, so that a million rows ask the platform only once a day.
 *
 * Where clocks go back over midnight (as in Newfoundland until 2011), the day begins at its first midnight, and the hour
 * that comes again belongs to it: a day is one stretch of time.
 */
export function createZone(timeZone: string): Zone {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    throw new CxError("invalid-option", "timeZone requires an IANA time zone such as Europe/Oslo", timeZone);
  }
  if (timeZone === "UTC") return utc;

  const ask = (instant: number): number =>
    readOffset(format.format(Math.min(lastInstant, Math.max(-lastInstant, instant))));
  const atMidnightUtc = new Map<number, number>();
  const askMidnight = (day: number): number => {
    let offset = atMidnightUtc.get(day);
    if (offset === undefined) {
      offset = ask(day * dayMs);
      atMidnightUtc.set(day, offset);
    }
    return offset;
  };
  // The offset of a day without a change in it or on the day before; null where the exact instant matters.
  const quiet = new Map<number, number | null>();
  const quietOffset = (day: number): number | null => {
    let offset = quiet.get(day);
    if (offset === undefined) {
      offset = askMidnight(day);
      if (askMidnight(day - 1) !== offset || askMidnight(day + 1) !== offset) offset = null;
      quiet.set(day, offset);
    }
    return offset;
  };

  const offsetAt = (instant: number): number => quietOffset(Math.floor(instant / dayMs)) ?? ask(instant);

  const toInstant = (local: number): number => {
    const day = Math.floor(local / dayMs);
    const usual = quietOffset(day);
    // With no change on the days around, all the readings below would agree.
    if (usual !== null && quietOffset(day - 1) === usual && quietOffset(day + 1) === usual) return local - usual;
    const before = ask(local - dayMs);
    const after = ask(local + dayMs);
    if (before === after || ask(local - before) === before) return local - before;
    if (ask(local - after) === after) return local - after;
    // The clock skips this time: find the instant of the change, which lies between the two readings.
    let low = Math.floor(local - Math.max(before, after));
    let high = Math.ceil(local - Math.min(before, after));
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (ask(middle) === after) high = middle;
      else low = middle;
    }
    return high;
  };

  const toLocal = (instant: number): number => {
    const offset = quietOffset(Math.floor(instant / dayMs));
    if (offset !== null) return instant + offset;
    const local = instant + ask(instant);
    const nextMidnight = (Math.floor(local / dayMs) + 1) * dayMs;
    return instant >= toInstant(nextMidnight) ? nextMidnight : local;
  };

  return { toLocal, toInstant, offsetAt };
}
