import { formatTime, parseTime } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";

test("writes the local time with its offset", () => {
  expect(formatTime(Date.UTC(2026, 6, 1, 12), "Europe/Oslo")).toBe("2026-07-01T14:00:00+02:00");
  expect(formatTime(Date.UTC(2026, 6, 1, 12), "America/St_Johns")).toBe("2026-07-01T09:30:00-02:30");
  expect(formatTime(Date.UTC(2026, 0, 1, 12), "Europe/London")).toBe("2026-01-01T12:00:00Z");
  expect(formatTime(Date.UTC(2026, 0, 1, 12, 0, 0, 7))).toBe("2026-01-01T12:00:00.007Z");
});

test("writes UTC where the offset has seconds, which ISO 8601 does not know", () => {
  expect(formatTime(Date.UTC(1970, 0, 1), "Africa/Monrovia")).toBe("1970-01-01T00:00:00Z");
});

test("is undone by parseTime in any zone", () => {
  const zones = [
    "UTC",
    "Europe/Oslo",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Africa/Monrovia",
    "Australia/Lord_Howe",
  ];
  const instants = fc.integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      expect(parseTime(formatTime(instant, zone))).toBe(instant);
    }),
  );
});

test("refuses what is no instant and what is no zone", () => {
  expect(() => formatTime(Number.NaN)).toThrowError(expect.objectContaining({ code: "invalid-time" }));
  expect(() => formatTime(0, "Nowhere")).toThrowError(expect.objectContaining({ code: "invalid-option" }));
});
