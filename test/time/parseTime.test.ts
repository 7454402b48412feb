import { parseTime } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const invalidTime = expect.objectContaining({ code: "invalid-time" });

describe("parseTime", () => {
  test.each([
    ["2026-03-29T08:30:00Z", "2026-03-29T08:30:00.000Z"],
    ["2026-03-29 08:30:00+02:00", "2026-03-29T06:30:00.000Z"],
    ["2026-03-29T08:30:00-0330", "2026-03-29T12:00:00.000Z"],
    ["2015-02-24 11:35:52 -0800", "2015-02-24T19:35:52.000Z"],
    ["2026-03-29T08:30+02", "2026-03-29T06:30:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["0099-01-01", "0099-01-01T00:00:00.000Z"],
    ["2026-01-01T00:00:00.25Z", "2026-01-01T00:00:00.250Z"],
  ])("reads %s", (text, wanted) => {
    expect(new Date(parseTime(text)).toISOString()).toBe(wanted);
  });

  test("keeps microseconds, as a fraction of a millisecond", () => {
    expect(parseTime("2019-11-01T17:59:13.273932Z") - parseTime("2019-11-01T17:59:13Z")).toBeCloseTo(273.932, 3);
  });

  test("takes dates and epoch milliseconds as they are", () => {
    expect(parseTime(new Date(5))).toBe(5);
    expect(parseTime(-1.5)).toBe(-1.5);
  });

  test("reads a time without an offset in the time zone, and refuses it without one", () => {
    expect(parseTime("2026-07-01T12:00:00", "Europe/Oslo")).toBe(Date.UTC(2026, 6, 1, 10));
    expect(parseTime("2026-01-01T12:00:00", "Europe/Oslo")).toBe(Date.UTC(2026, 0, 1, 11));
    expect(() => parseTime("2026-07-01T12:00:00")).toThrowError(/offset \(or Z\), or the option timeZone/);
  });

  test("takes a date for the beginning of that day in the time zone, also where midnight is skipped", () => {
    expect(parseTime("2026-07-01", "Asia/Tokyo")).toBe(Date.UTC(2026, 5, 30, 15));
    // Clocks in Brazil went from 24:00 to 01:00.
    expect(parseTime("2018-11-04", "America/Sao_Paulo")).toBe(Date.UTC(2018, 10, 4, 3));
  });

  test("takes the first of a time that comes twice, and the change for one that is skipped", () => {
    expect(parseTime("2026-10-25T02:30:00", "Europe/Oslo")).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(parseTime("2026-03-29T02:30:00", "Europe/Oslo")).toBe(Date.UTC(2026, 2, 29, 1));
  });

  test.each([
    "yesterday",
    "2026-02-30",
    "2026-13-01",
    "2026-1-1",
    "2026-01-01T24:00:00Z",
    "2026-01-01T12:60:00Z",
    "2026-01-01T12:00:00+99:00",
    "01/02/2026",
    "01-09-2021",
    "",
    " 2026-01-01",
    "1".repeat(1e6),
  ])("refuses %s", (text) => {
    expect(() => parseTime(text)).toThrowError(invalidTime);
  });

  test("refuses what is no time at all", () => {
    for (const value of [new Date(Number.NaN), Number.NaN, Number.POSITIVE_INFINITY, 9e15, null, undefined, {}, true]) {
      expect(() => parseTime(value as never)).toThrowError(invalidTime);
    }
    expect(() => parseTime("2026-01-01", "Mars/Phobos")).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("reads back whatever a Date writes", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          expect(parseTime(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });
});
