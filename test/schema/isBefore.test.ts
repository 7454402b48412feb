import { describe, expect, test } from "vitest";
import { isBefore } from "../../src/schema/isBefore.js";

describe("isBefore", () => {
  test("two instants, or two days, are compared as they are", () => {
    expect(isBefore("2026-03-29T08:00:00Z", "2026-03-29T08:00:01Z")).toBe(true);
    expect(isBefore("2026-03-29T08:00:00Z", "2026-03-29T10:00:00+02:00")).toBe(false);
    expect(isBefore("2026-03-28", "2026-03-29")).toBe(true);
    expect(isBefore("2026-03-29", "2026-03-29")).toBe(false);
  });

  test("an instant is before a day only when that day has begun nowhere on earth", () => {
    // 29 March begins first at UTC+14, at 10:00 UTC of the 28th.
    expect(isBefore("2026-03-28T09:59:59Z", "2026-03-29")).toBe(true);
    expect(isBefore("2026-03-28T10:00:00Z", "2026-03-29")).toBe(false);
  });

  test("a day is before an instant only when that day is over everywhere on earth", () => {
    // 29 March ends last at UTC-12, at 12:00 UTC of the 30th.
    expect(isBefore("2026-03-29", "2026-03-30T12:00:00Z")).toBe(true);
    expect(isBefore("2026-03-29", "2026-03-30T11:59:59Z")).toBe(false);
  });
});
