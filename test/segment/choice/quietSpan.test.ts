import { formatTime, parseTime } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuietHours } from "../../../src/model/quietHours.js";
import { firstLoudMoment, readQuietHours } from "../../../src/segment/choice/quietSpan.js";
import { createZone } from "../../../src/time/zone.js";

/** The first moment that is not quiet, as a clock in the zone shows it. */
function loudFrom(
  time: string,
  hours: QuietHours | readonly QuietHours[],
  timeZone: string,
  channel = "email",
): string | null {
  const at = firstLoudMoment(parseTime(time), readQuietHours(hours, "invalid-option"), channel, createZone(timeZone));
  return at === null ? null : formatTime(at, timeZone);
}
const night = { from: "21:00", to: "08:00" };

describe("quiet hours", () => {
  test("begin with their first minute and end with their last, also over midnight", () => {
    const oslo = (time: string) => loudFrom(time, night, "Europe/Oslo");
    expect(oslo("2026-06-01T20:59:59+02:00")).toBe("2026-06-01T20:59:59+02:00");
    expect(oslo("2026-06-01T21:00:00+02:00")).toBe("2026-06-02T08:00:00+02:00");
    expect(oslo("2026-06-01T23:59:59+02:00")).toBe("2026-06-02T08:00:00+02:00");
    expect(oslo("2026-06-02T00:00:00+02:00")).toBe("2026-06-02T08:00:00+02:00");
    expect(oslo("2026-06-02T07:59:59.999+02:00")).toBe("2026-06-02T08:00:00+02:00");
    expect(oslo("2026-06-02T08:00:00+02:00")).toBe("2026-06-02T08:00:00+02:00");
  });

  test("are by the clock on the customer's wall: nine in the evening in Oslo is still three in the afternoon in New York", () => {
    expect(loudFrom("2026-06-01T19:30:00Z", night, "Europe/Oslo")).toBe("2026-06-02T08:00:00+02:00");
    expect(loudFrom("2026-06-01T19:30:00Z", night, "America/New_York")).toBe("2026-06-01T15:30:00-04:00");
    expect(loudFrom("2026-06-01T19:30:00Z", night, "Pacific/Auckland")).toBe("2026-06-02T08:00:00+12:00");
  });

  test("end at the same time of the clock in the night in which clocks go forward: an hour sooner (Oslo, 29 March 2026)", () => {
    expect(loudFrom("2026-03-28T22:30:00+01:00", night, "Europe/Oslo")).toBe("2026-03-29T08:00:00+02:00");
    expect(parseTime("2026-03-29T08:00:00+02:00") - parseTime("2026-03-28T21:00:00+01:00")).toBe(10 * 3_600_000);
  });

  test("and in the night in which they go back: an hour later (Oslo, 25 October 2026; New York, 1 November 2026)", () => {
    expect(loudFrom("2026-10-24T22:30:00+02:00", night, "Europe/Oslo")).toBe("2026-10-25T08:00:00+01:00");
    expect(loudFrom("2026-10-31T22:30:00-04:00", night, "America/New_York")).toBe("2026-11-01T08:00:00-05:00");
  });

  test("that end in the hour that clocks skip end with the change", () => {
    const early = { from: "22:00", to: "02:30" };
    expect(loudFrom("2026-03-29T01:45:00+01:00", early, "Europe/Oslo")).toBe("2026-03-29T03:00:00+02:00");
    expect(loudFrom("2026-03-08T01:45:00-05:00", early, "America/New_York")).toBe("2026-03-08T03:00:00-04:00");
  });

  test("that end in the hour that comes twice are quiet again when it comes again", () => {
    const early = { from: "22:00", to: "02:30" };
    const oslo = (time: string) => loudFrom(time, early, "Europe/Oslo");
    expect(oslo("2026-10-25T02:10:00+02:00")).toBe("2026-10-25T02:30:00+02:00");
    expect(oslo("2026-10-25T02:45:00+02:00")).toBe("2026-10-25T02:45:00+02:00");
    expect(oslo("2026-10-25T02:10:00+01:00")).toBe("2026-10-25T02:30:00+01:00");
    expect(oslo("2026-10-25T02:31:00+01:00")).toBe("2026-10-25T02:31:00+01:00");
  });

  test("go on over the day that Samoa left out: from 29 to 31 December 2011", () => {
    expect(loudFrom("2011-12-29T22:00:00-10:00", night, "Pacific/Apia")).toBe("2011-12-31T08:00:00+14:00");
    expect(loudFrom("2011-12-29T20:00:00-10:00", night, "Pacific/Apia")).toBe("2011-12-29T20:00:00-10:00");
    // All of Friday, which there was not: so Thursday's last minute is followed by a Saturday that is not quiet.
    const friday = { from: "00:00", to: "24:00", days: [5] };
    expect(loudFrom("2011-12-29T23:59:00-10:00", friday, "Pacific/Apia")).toBe("2011-12-29T23:59:00-10:00");
    expect(loudFrom("2011-12-30T10:00:00Z", friday, "Pacific/Apia")).toBe("2011-12-31T00:00:00+14:00");
  });

  test("of a Sunday and of every night make one weekend: from Saturday evening to Monday morning", () => {
    const both = [night, { from: "00:00", to: "24:00", days: [0] }];
    // 6 June 2026 was a Saturday.
    expect(loudFrom("2026-06-06T22:00:00+02:00", both, "Europe/Oslo")).toBe("2026-06-08T08:00:00+02:00");
    expect(loudFrom("2026-06-06T12:00:00+02:00", both, "Europe/Oslo")).toBe("2026-06-06T12:00:00+02:00");
  });

  test("of a weekday belong to the evening on which they begin", () => {
    const saturdayNight = { from: "22:00", to: "10:00", days: [6] };
    expect(loudFrom("2026-06-07T09:00:00+02:00", saturdayNight, "Europe/Oslo")).toBe("2026-06-07T10:00:00+02:00");
    expect(loudFrom("2026-06-06T09:00:00+02:00", saturdayNight, "Europe/Oslo")).toBe("2026-06-06T09:00:00+02:00");
  });

  test("may be for one channel only", () => {
    const calls = { from: "12:00", to: "14:00", channels: ["phone"] };
    expect(loudFrom("2026-06-01T12:30:00Z", calls, "UTC", "phone")).toBe("2026-06-01T14:00:00Z");
    expect(loudFrom("2026-06-01T12:30:00Z", calls, "UTC", "email")).toBe("2026-06-01T12:30:00Z");
  });

  test("round the clock have no end", () => {
    expect(loudFrom("2026-06-01T12:30:00Z", { from: "00:00", to: "24:00" }, "UTC")).toBeNull();
    expect(loudFrom("2026-06-01T12:30:00Z", [night, { from: "08:00", to: "21:00" }], "Europe/Oslo")).toBeNull();
    expect(loudFrom("2026-06-01T12:30:00Z", [night, { from: "08:00", to: "20:59" }], "UTC")).toBe(
      "2026-06-01T20:59:00Z",
    );
  });

  test("before 1970 fall on the right weekday", () => {
    // 28 December 1969 was a Sunday.
    expect(loudFrom("1969-12-28T12:00:00Z", { from: "00:00", to: "24:00", days: [0] }, "UTC")).toBe(
      "1969-12-29T00:00:00Z",
    );
  });

  test("end at the first moment that is not quiet, whatever the hours, the zone and the change of clocks", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const clock = (of: number) => `${String(Math.floor(of / 60)).padStart(2, "0")}:${String(of % 60).padStart(2, "0")}`;
    const hours = fc
      .tuple(minute, minute, fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), { nil: undefined }))
      .filter(([from, to]) => from !== to)
      .map(([from, to, days]) => ({ from: clock(from), to: clock(to), ...(days && { days }) }));
    const zone = fc.constantFrom(
      "Europe/Oslo",
      "America/New_York",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Asia/Kathmandu",
    );
    const start = fc.oneof(
      fc.integer({ min: parseTime("2026-03-26T00:00Z"), max: parseTime("2026-04-06T00:00Z") }),
      fc.integer({ min: parseTime("2026-10-22T00:00Z"), max: parseTime("2026-11-03T00:00Z") }),
      fc.integer({ min: parseTime("2011-12-27T00:00Z"), max: parseTime("2012-01-02T00:00Z") }),
    );
    const format = new Map<string, Intl.DateTimeFormat>();
    const isQuiet = (at: number, spans: readonly QuietHours[], timeZone: string): boolean => {
      const how =
        format.get(timeZone) ??
        new Intl.DateTimeFormat("en-GB", {
          timeZone,
          weekday: "short",
          hour: "2-digit",
          minute: "2-digit",
          hourCycle: "h23",
        });
      format.set(timeZone, how);
      const part = Object.fromEntries(how.formatToParts(at).map(({ type, value }) => [type, value]));
      const now = `${part["hour"]}:${part["minute"]}`;
      const today = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(part["weekday"] ?? "");
      return spans.some(({ from, to, days = [0, 1, 2, 3, 4, 5, 6] }) =>
        from < to
          ? now >= from && now < to && days.includes(today)
          : (now >= from && days.includes(today)) || (now < to && days.includes((today + 6) % 7)),
      );
    };
    fc.assert(
      fc.property(fc.array(hours, { minLength: 1, maxLength: 3 }), zone, start, (spans, timeZone, now) => {
        // Samoa's lost Friday has no evening that could reach into Saturday, which this simple check does not know.
        fc.pre(
          timeZone !== "Pacific/Apia" || now > parseTime("2026-01-01") || spans.every(({ days }) => days === undefined),
        );
        const found = firstLoudMoment(now, readQuietHours(spans, "invalid-option"), "x", createZone(timeZone));
        if (found === null) return;
        expect(isQuiet(found, spans, timeZone)).toBe(false);
        expect(found).toBeGreaterThanOrEqual(now);
        // Every quarter of an hour before it is quiet, and so is the minute before.
        for (let at = now; at < found; at += 900_000) expect(isQuiet(at, spans, timeZone)).toBe(true);
        if (found > now) expect(isQuiet(found - 1, spans, timeZone)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("that are none are refused", () => {
    const refused = (hours: unknown) => () => readQuietHours(hours as QuietHours, "invalid-value");
    expect(refused({ from: "9 pm", to: "08:00" })).toThrow(
      'to begin at a time of day such as "21:00", received "9 pm"',
    );
    expect(refused({ from: "24:00", to: "08:00" })).toThrow("to begin at a time of day");
    expect(refused({ from: "21:00", to: "24:01" })).toThrow("to end at another time of day");
    expect(refused({ from: "21:00", to: "21:00" })).toThrow("to end at another time of day");
    expect(refused({ from: "21:00", to: "20:60" })).toThrow("to end at another time of day");
    expect(refused([{ ...night, days: [7] }])).toThrow("with a list of days from 0 (Sunday) to 6, received 7");
    for (const days of ["1", "", [1.5], ["1"], ["monday"], new Set([1]), { 0: true }, 1]) {
      expect(refused({ ...night, days })).toThrow("quiet hours with a list of days from 0 (Sunday) to 6");
    }
    for (const channels of ["sms", "", [null], [""], new Set(["sms"])]) {
      expect(refused({ ...night, channels })).toThrow("quiet hours with a list of channels");
    }
    expect(refused({ ...night, day: [1] })).toThrow('quiet hours of from, to, days, channels alone, received "day"');
    for (const none of [null, [null], "21:00-08:00"]) {
      expect(refused(none)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    }
    expect(readQuietHours(undefined, "invalid-value")).toEqual([]);
    expect(readQuietHours([], "invalid-value")).toEqual([]);
  });

  test("without days or channels are on every day and for every channel, also where the list is empty", () => {
    const at = "2026-06-01T22:00:00+02:00";
    for (const none of [[], null, undefined]) {
      const hours = { ...night, days: none, channels: none } as unknown as QuietHours;
      expect(loudFrom(at, hours, "Europe/Oslo")).toBe("2026-06-02T08:00:00+02:00");
    }
  });
});
