import { checkOptions, refuseOption } from "../error/checkOptions.js";
import { type TimeInput, timeReader } from "../time/parseTime.js";
import { createZone, dayMs, type Zone } from "../time/zone.js";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** When somebody is there to work: what a length of time in business hours counts. */
export interface BusinessHours {
  /** The IANA zone whose clocks the hours are read from, also over daylight-saving changes. */
  readonly timeZone: string;
  /**
   * For each weekday when it opens and closes: `{ monday: [["08:00", "12:00"], ["13:00", "17:00"]] }`. A weekday that is left out is
   * closed. Hours past midnight go on counting: `["15:00", "24:30"]` closes half an hour into the next day.
   */
  readonly hours: { readonly [Day in (typeof weekdays)[number]]?: readonly (readonly [open: string, close: string])[] };
  /** Days on which it does not open, as "2026-12-25". @defaultValue none */
  readonly holidays?: readonly string[];
  /** Where the hours have changed: the moment from which these hold. @defaultValue from the beginning */
  readonly since?: TimeInput;
}

/** Opening and closing as milliseconds of the clock since the midnight of a day. */
export type OpenSpan = readonly [open: number, close: number];

/** Business hours, read and found right. */
export interface ReadBusinessHours {
  readonly zone: Zone;
  /** By weekday from Sunday. */
  readonly spans: readonly (readonly OpenSpan[])[];
  /** Days since 1 January 1970. */
  readonly holidays: ReadonlySet<number>;
  readonly since: number;
}

const weekMs = 7 * dayMs;

function readClock(requirer: string, text: unknown): number {
  const [, hours, minutes] = (typeof text === "string" && /^(\d\d):([0-5]\d)$/.exec(text)) || [];
  const time = (Number(hours) * 60 + Number(minutes)) * 60_000;
  if (!(time <= 2 * dayMs)) refuseOption(`${requirer} requires hours such as "09:00", up to "48:00"`, text);
  return time;
}

/** Refuses hours that run backwards, and those that would count twice. */
function checkSpans(requirer: string, spans: readonly (readonly OpenSpan[])[]): void {
  const week = spans
    .flatMap((ofDay, day) => ofDay.map(([open, close]): OpenSpan => [day * dayMs + open, day * dayMs + close]))
    .sort(([a], [b]) => a - b);
  week.forEach(([open, close], index) => {
    const next = week[index + 1]?.[0] ?? (week[0]?.[0] ?? 0) + weekMs;
    if (!(open < close && close <= next)) {
      refuseOption(`${requirer} requires hours that open before they close, and close before the next open`, close);
    }
  });
  if (week.length === 0) refuseOption(`${requirer} requires hours of one weekday at least`, undefined);
}

function readOne(requirer: string, schedule: BusinessHours): ReadBusinessHours {
  checkOptions(requirer, schedule, ["timeZone", "hours", "holidays", "since"]);
  const { timeZone, hours, holidays = [], since } = schedule;
  checkOptions(`${requirer}: hours`, hours, weekdays);
  if (!Array.isArray(holidays)) refuseOption(`${requirer} requires holidays as an array`, holidays);
  const zone = createZone(timeZone);
  const spans = weekdays.map((day) => {
    const ofDay = hours[day] ?? [];
    if (!(Array.isArray(ofDay) && ofDay.every((span) => Array.isArray(span) && span.length === 2))) {
      refuseOption(`${requirer} requires the hours of ${day} as pairs such as [["09:00", "17:00"]]`, ofDay);
    }
    return ofDay.map(([open, close]): OpenSpan => [readClock(requirer, open), readClock(requirer, close)]);
  });
  checkSpans(requirer, spans);
  const dayOf = (text: string): number => {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) refuseOption(`${requirer} requires holidays such as "2026-12-25"`, text);
    return timeReader(undefined, requirer)(text) / dayMs;
  };
  return {
    zone,
    spans,
    holidays: new Set(holidays.map(dayOf)),
    since: since === undefined ? Number.NEGATIVE_INFINITY : timeReader(timeZone, requirer)(since),
  };
}

/** Reads business hours, or several in the order in which they held. Throws `invalid-option` for what is none. */
export function readBusinessHours(
  requirer: string,
  given: BusinessHours | readonly BusinessHours[],
): readonly ReadBusinessHours[] {
  const all = (Array.isArray(given) ? given : [given]).map((schedule) => readOne(requirer, schedule));
  const rises = all.every(({ since }, index) => index === 0 || since > (all[index - 1]?.since ?? 0));
  if (all.length === 0 || !rises) {
    refuseOption(`${requirer} requires one schedule at least, and each but the first since a later moment`, given);
  }
  return all;
}
