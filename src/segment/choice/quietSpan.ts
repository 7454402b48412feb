import { CxError, type CxErrorCode } from "../../error/cxError.js";
import type { QuietHours } from "../../model/quietHours.js";
import { dayMs, type Zone } from "../../time/zone.js";

/** Quiet hours as milliseconds since midnight; beyond a day where they end on the next. */
export interface QuietSpan {
  readonly from: number;
  readonly to: number;
  readonly days: ReadonlySet<number> | null;
  readonly channels: ReadonlySet<string> | null;
}

function timeOfDay(text: unknown): number | null {
  const match = typeof text === "string" ? /^(\d\d):(\d\d)$/.exec(text) : null;
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (minutes > 59 || hours * 60 + minutes > 1440) return null;
  return (hours * 60 + minutes) * 60_000;
}

const quietNames = ["from", "to", "days", "channels"];

/** A list as a set; null where there is none, or nothing in it. */
function setOf<Each>(
  list: readonly Each[] | null | undefined,
  holds: (each: Each) => boolean,
  refuse: (received: unknown) => CxError,
): ReadonlySet<Each> | null {
  if (list === null || list === undefined) return null;
  if (!Array.isArray(list)) throw refuse(list);
  const wrong = list.findIndex((each) => !holds(each));
  if (wrong >= 0) throw refuse(list[wrong]);
  return list.length === 0 ? null : new Set(list);
}

/** Reads quiet hours, one or several. Throws an error of the given code for such as are none. */
export function readQuietHours(hours: QuietHours | readonly QuietHours[] | undefined, code: CxErrorCode): QuietSpan[] {
  if (hours === undefined) return [];
  const list: readonly QuietHours[] = Array.isArray(hours) ? hours : [hours];
  return list.map((each) => {
    const refuse = (required: string, received: unknown): CxError =>
      new CxError(code, `choose requires quiet hours ${required}`, received);
    if (Object(each) !== each) throw refuse('such as { from: "21:00", to: "08:00" }', each);
    const strange = Object.keys(each).find((key) => !quietNames.includes(key));
    if (strange !== undefined) throw refuse(`of ${quietNames.join(", ")} alone`, strange);
    const [from, to] = [timeOfDay(each.from), timeOfDay(each.to)];
    if (from === null || from === dayMs) throw refuse('to begin at a time of day such as "21:00"', each.from);
    if (to === null || to === from) throw refuse('to end at another time of day, such as "08:00"', each.to);
    return {
      from,
      to: to > from ? to : to + dayMs,
      days: setOf(
        each.days,
        (day) => Number.isInteger(day) && day >= 0 && day <= 6,
        (received) => refuse("with a list of days from 0 (Sunday) to 6", received),
      ),
      channels: setOf(
        each.channels,
        (channel) => typeof channel === "string" && channel !== "",
        (received) => refuse("with a list of channels", received),
      ),
    };
  });
}

/** When the quiet hours end that a clock is in, on that clock; the latest of several. Null where it is in none. */
function endOfQuiet(clock: number, spans: readonly QuietSpan[], channel: string): number | null {
  const today = Math.floor(clock / dayMs);
  let end: number | null = null;
  for (const { from, to, days, channels } of spans) {
    if (channels !== null && !channels.has(channel)) continue;
    for (const day of [today, today - 1]) {
      // 1 January 1970 was a Thursday, day 4.
      if (days !== null && !days.has((((day + 4) % 7) + 7) % 7)) continue;
      if (clock >= day * dayMs + from && clock < day * dayMs + to)
        end = Math.max(end ?? Number.NEGATIVE_INFINITY, day * dayMs + to);
    }
  }
  return end;
}

// Quiet hours are the same every week, so what has no end by then has none.
const longestSearch = 15 * dayMs;

/**
 * The first moment from an instant on at which the clock on the wall is in no quiet hours; null where there is none. A quiet hour that
 * comes twice, when clocks go back, is quiet twice; where clocks skip its end, it ends with the change.
 */
export function firstLoudMoment(
  instant: number,
  spans: readonly QuietSpan[],
  channel: string,
  zone: Zone,
): number | null {
  let at = instant;
  while (at - instant <= longestSearch) {
    const offset = zone.offsetAt(at);
    const end = endOfQuiet(at + offset, spans, channel);
    if (end === null) return at;
    const next = zone.toInstant(end);
    // The first of two ends may be behind us already.
    at = next > at ? next : end - offset;
  }
  return null;
}
