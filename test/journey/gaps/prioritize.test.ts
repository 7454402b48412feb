import { journeyGaps, prioritize } from "cxkit";
import { describe, expect, test } from "vitest";
import { idsOf, journey, logOf, times, whole } from "./walkedJourney.js";

describe("prioritize", () => {
  const gaps = journeyGaps({
    journey,
    log: logOf([...times(50, whole), ...times(30, ["search", "pay", "box", "app"]), ...times(20, ["search"])]),
  });

  test("puts first what pays most, with the range of what it brings", () => {
    expect(idsOf(gaps)).toEqual(["drop-off/buy/search", "missing-touchpoint/get/notice"]);
    const ranked = prioritize(gaps, { value: () => 10, effort: ({ kind }) => (kind === "drop-off" ? 4 : 1) });
    expect(ranked.map(({ kind, expected, effort, priority }) => [kind, expected.value, effort, priority])).toEqual([
      ["missing-touchpoint", 300, 1, 300],
      ["drop-off", 200, 4, 50],
    ]);
    for (const { expected } of ranked) {
      expect(expected.low).toBeLessThan(expected.value);
      expect(expected.high).toBeGreaterThan(expected.value);
    }
  });

  test("goes by harm where no value is given", () => {
    expect(prioritize(gaps).map(({ kind, expected }) => [kind, Math.round(expected.value)])).toEqual([
      ["drop-off", 12],
      ["missing-touchpoint", 12],
    ]);
  });

  test("refuses values and efforts that are none", () => {
    expect(() => prioritize(gaps, { value: () => Number.NaN })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => prioritize(gaps, { effort: () => 0 })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => prioritize(gaps, { cost: 1 } as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
