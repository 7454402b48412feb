import { type Metric, measure, measureAsync, nps, npsMetric } from "cxkit";
import { describe, expect, test } from "vitest";

const byScore = npsMetric((row: { score: number }) => row.score);
const bad = [{ score: 10 }, { score: 3 }, { score: 12 }, { score: 13 }];

describe("measure", () => {
  test("names the first bad row, by array, by iterable and by stream", async () => {
    const named = expect.objectContaining({
      code: "invalid-value",
      row: 2,
      message: expect.stringContaining("(row 2)"),
    });
    expect(() => measure(bad, byScore)).toThrowError(named);
    expect(() => measure(bad.values(), byScore)).toThrowError(named);
    async function* stream() {
      yield* bad;
    }
    await expect(measureAsync(stream(), byScore)).rejects.toThrowError(named);
  });

  test("passes on the errors of an accessor as they are", () => {
    const failing = npsMetric((_row: number): number => {
      throw new TypeError("no such field");
    });
    expect(() => measure([1], failing)).toThrowError(new TypeError("no such field"));
  });

  test("refuses what cannot be iterated", () => {
    for (const wrong of [9, null, undefined, { length: 1, 0: { score: 9 } }]) {
      expect(() => measure(wrong as never, byScore)).toThrowError(/measure requires rows, such as an array/);
    }
  });

  test("walks an iterable once", () => {
    let walks = 0;
    const rows = {
      *[Symbol.iterator]() {
        walks++;
        yield { score: 10 };
      },
    };
    expect(measure(rows, byScore).n).toBe(1);
    expect(walks).toBe(1);
  });

  test("does not change frozen rows", () => {
    expect(measure(Object.freeze([Object.freeze({ score: 10 })]), byScore).value).toBe(100);
  });

  test("takes a metric of one's own, such as Beam's CombineFn", () => {
    const longest: Metric<string, { longest: number }, number> = {
      createAccumulator: () => ({ longest: 0 }),
      addInput: (accumulator, row) => ({ longest: Math.max(accumulator.longest, row.length) }),
      mergeAccumulators: (all) => ({ longest: Math.max(0, ...Array.from(all, (one) => one.longest)) }),
      extractOutput: (accumulator) => accumulator.longest,
    };
    expect(measure(["a", "abc", "ab"], longest)).toBe(3);
  });
});

test("refuses what is no metric, such as the plain form of a KPI", () => {
  for (const wrong of [nps, npsMetric, undefined, {}]) {
    expect(() => measure([9], wrong as never)).toThrowError(
      /measure requires a metric: the row form of a KPI, such as npsMetric/,
    );
  }
});
