import { quietHoursSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("quietHoursSchema", () => {
  test("a night, a whole Sunday and a midday for phone calls pass", () => {
    for (const hours of [
      { from: "21:00", to: "08:00" },
      { from: "00:00", to: "24:00", days: [0] },
      { from: "12:00", to: "13:30", channels: ["phone"] },
    ]) {
      expect(quietHoursSchema.parse(hours)).toEqual(hours);
    }
  });

  test("times of day that are none are refused, each for itself", () => {
    expect(issuesOf(quietHoursSchema, { from: "24:00", to: "8:00" })).toEqual([
      { path: ["from"], message: "requires a time of day from 00:00 to 23:59" },
      { path: ["to"], message: "requires a time of day from 00:00 to 24:00" },
    ]);
    expect(issuesOf(quietHoursSchema, { from: "21:60", to: 8 })).toHaveLength(2);
  });

  test("hours that end when they begin are refused, for they are none or the whole day", () => {
    expect(issuesOf(quietHoursSchema, { from: "08:00", to: "08:00" })).toEqual([
      { path: ["to"], message: "requires an end that is not the beginning; all day is from 00:00 to 24:00" },
    ]);
  });

  test("a day of the week that is none is refused", () => {
    expect(issuesOf(quietHoursSchema, { from: "21:00", to: "08:00", days: [0, 7] })).toEqual([
      { path: ["days", 1], message: "requires a day of the week from 0 (Sunday) to 6" },
    ]);
  });
});
