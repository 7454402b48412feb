import { describe, expect, test } from "vitest";
import { time } from "../../../src/schema/field/time.js";
import { issuesOf } from "../issuesOf.js";

const requirement = "requires an ISO 8601 date, or a time with its offset, such as 2026-03-29T08:30:00+02:00";
const offsetMissing = "requires the time's offset: add Z where it is UTC, or else such as +02:00";

describe("a stored time", () => {
  test("is a date alone, or a time that says its offset, and stays as it was written", () => {
    for (const text of ["2026-03-29", "2026-03-29T08:30:00Z", "2026-03-29T08:30:00.123+05:30", "2024-02-29"]) {
      expect(time.parse(text)).toBe(text);
    }
  });

  test("is refused without its offset, with a message that says so", () => {
    for (const text of ["2026-03-29T08:30:00", "2026-03-29 08:30"]) {
      expect(issuesOf(time, text)).toEqual([{ path: [], message: offsetMissing }]);
    }
  });

  test("is refused where it is no ISO time, or no time that there was", () => {
    for (const text of ["", "29.03.2026", "2026-02-29", "2026-13-01", "2026-03-29T25:00:00", "1774765800000"]) {
      expect(issuesOf(time, text)).toEqual([{ path: [], message: requirement }]);
    }
  });

  test("is text, never a Date or a number", () => {
    for (const value of [new Date(0), 0, null, undefined, {}]) {
      expect(issuesOf(time, value)).toEqual([{ path: [], message: requirement }]);
    }
  });
});
