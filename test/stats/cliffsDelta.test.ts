import { cliffsDelta, probabilityOfSuperiority } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const treated = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50];
const control = [10, 20, 30, 40, 40, 50];
const sample = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 });

describe("cliffsDelta", () => {
  test("gives the published figures of R's effsize", () => {
    const result = cliffsDelta(treated, control);
    expect(result).toMatchObject({ value: -0.25, probabilityOfSuperiority: 0.375, magnitude: "small", n: [10, 6] });
    expect(result.interval?.low).toBeCloseTo(-0.7265846, 7);
    expect(result.interval?.high).toBeCloseTo(0.3890062, 7);
  });

  test("says how all pairs compare, turns round with its samples, and has the interval of all comparisons", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const table = x.map((a) => y.map((b) => Math.sign(a - b)));
        const delta = table.flat().reduce((sum, sign) => sum + sign, 0) / (x.length * y.length);
        const { value, interval } = cliffsDelta(x, y);
        expect(value).toBeCloseTo(delta, 13);
        expect(cliffsDelta(y, x).value).toBeCloseTo(-delta, 13);
        expect(probabilityOfSuperiority(x, y)).toBeCloseTo((delta + 1) / 2, 13);
        if (interval === null) return;
        expect(interval.low).toBeGreaterThanOrEqual(-1);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(delta);
        expect(interval.high).toBeGreaterThanOrEqual(delta);
        const turned = cliffsDelta(y, x).interval;
        expect(turned?.low).toBeCloseTo(-interval.high, 12);
        const surer = cliffsDelta(x, y, { level: 0.99 }).interval;
        expect(surer?.low).toBeLessThanOrEqual(interval.low);
      }),
    );
  });

  test("has the usual words", () => {
    const shifted = (greater: number): string | null =>
      cliffsDelta([...new Array(500 + greater / 2).fill(1), ...new Array(500 - greater / 2).fill(-1)], [0]).magnitude;
    expect(shifted(146)).toBe("negligible");
    expect(shifted(148)).toBe("small");
    expect(shifted(330)).toBe("medium");
    expect(shifted(474)).toBe("large");
  });

  test("cannot tell from nothing, and has no interval from single values or without overlap", () => {
    expect(cliffsDelta([], [1])).toMatchObject({ value: null, magnitude: null, interval: null });
    expect(probabilityOfSuperiority([1], [])).toBeNull();
    expect(cliffsDelta([1], [0, 2])).toMatchObject({ value: 0, interval: null });
    expect(cliffsDelta([3, 4], [1, 2])).toMatchObject({ value: 1, interval: null });
  });

  test("refuses what makes no sense", () => {
    expect(() => cliffsDelta([1e141], [1])).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    expect(() => cliffsDelta([1], [1], { level: 2 })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
