import { describe, expect, test } from "vitest";
import { kpiAxis } from "../../src/chart/kpiAxis.js";
import { estimate } from "./mealKit.js";

describe("the axis of a KPI", () => {
  test("is its whole scale where its unit has one", () => {
    expect(kpiAxis([estimate("nps", "points", 30, 9)])).toEqual({ low: -100, high: 100 });
    expect(kpiAxis([estimate("csat", "percent", 84, 9)])).toEqual({ low: 0, high: 100 });
    expect(kpiAxis([estimate("fcr", "share", 0.8, 9)])).toEqual({ low: 0, high: 1 });
  });
  test("reaches to round numbers around all intervals where it has none, with a lone value in its middle", () => {
    expect(
      kpiAxis([estimate("ces", "value", 5.6, 9, [5.2, 6.1]), estimate("ces", "value", 3.4, 9, [3.3, 3.7])]),
    ).toEqual({ low: 3, high: 7 });
    expect(kpiAxis([estimate("wait", "value", 40, 1)])).toEqual({ low: 30, high: 50 });
  });
  test("is none where nothing was measured", () => {
    expect(kpiAxis([])).toBeNull();
    expect(kpiAxis([estimate("nps", "points", null, 0)])).toBeNull();
  });
});
