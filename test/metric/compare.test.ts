import { existsSync, readFileSync } from "node:fs";
import { average, ces, compare, csat, type Estimate, nps, rate } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const answers = (detractors: number, passives: number, promoters: number): number[] => [
  ...new Array<number>(detractors).fill(0),
  ...new Array<number>(passives).fill(8),
  ...new Array<number>(promoters).fill(9),
];
const yes = (count: number, n: number) => rate(Array.from({ length: n }, (_, index) => index < count));

describe("compare", () => {
  test("tells the difference of two NPS, adjusted on both sides", () => {
    // Computed by an independent implementation of Rocks (2016): Δ* 19.4175, SE 11.2089, Z 1.73232.
    const { difference, interval, pValue } = compare(nps(answers(20, 30, 50)), nps(answers(30, 30, 40)));
    expect(difference).toBeCloseTo(20, 12);
    expect(interval?.low).toBeCloseTo(-2.552, 3);
    expect(interval?.high).toBeCloseTo(41.387, 3);
    expect(pValue).toBeCloseTo(0.083216, 6);
  });

  test("tells the difference of two shares, by Newcombe and the pooled z test", () => {
    const { difference, interval, pValue } = compare(yes(56, 70), yes(48, 80));
    expect(difference).toBeCloseTo(0.2, 12);
    expect(interval?.low).toBeCloseTo(0.0524314724023649, 12);
    expect(interval?.high).toBeCloseTo(0.333872654036906, 12);
    expect(pValue).toBeCloseTo(0.00804508136819656, 12);
    // R: prop.test(c(15, 25), c(50, 50), correct = FALSE), X² = 4.16667.
    expect(compare(yes(15, 50), yes(25, 50)).pValue).toBeCloseTo(0.04123, 5);
  });

  test("tells the difference of two means, by Welch", () => {
    // R: t.test(extra ~ group, data = sleep): t = −1.8608, df = 17.776, p = 0.07939, −3.3655 to 0.2055.
    const first = average([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    const second = average([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    const { difference, interval, pValue } = compare(first, second);
    expect(difference).toBeCloseTo(-1.58, 12);
    expect(interval?.low).toBeCloseTo(-3.365483, 5);
    expect(interval?.high).toBeCloseTo(0.205483, 5);
    expect(pValue).toBeCloseTo(0.07939414, 7);
  });

  test("goes by Fisher's exact test where a handful of answers leaves the z test no ground", () => {
    expect(compare(csat([5, 5, 5]), csat([1, 1, 1])).pValue).toBeCloseTo(0.1, 12);
    expect(compare(csat([5]), csat([1])).pValue).toBeCloseTo(1, 12);
  });

  test("does not lose itself in very large or very small values", () => {
    for (const scale of [1e80, 1e-90]) {
      const { pValue } = compare(average([1, 2, 4].map((x) => x * scale)), average([3, 5, 9].map((x) => x * scale)));
      expect(pValue).toBeCloseTo(compare(average([1, 2, 4]), average([3, 5, 9])).pValue ?? 0, 10);
    }
  });

  test("refuses what is no result", () => {
    expect(() => compare(50 as never, nps([9]))).toThrowError(/compare requires two results of a KPI/);
    expect(() => compare(nps([9]), { key: "a", result: nps([9]) } as never)).toThrowError(
      /compare requires two results/,
    );
    expect(() => compare(nps([9]), nps([9]), 0.9 as never)).toThrowError(/options as an object/);
  });

  test("keeps percent and points in their unit", () => {
    const { difference, interval } = compare(csat([5, 5, 5, 5]), csat([1, 1, 1, 1]));
    expect(difference).toBe(100);
    expect(interval?.high).toBe(100);
  });

  test("refuses results of two definitions: the same word means different formulas", () => {
    for (const [a, b] of [
      [nps([9]), csat([5])],
      [csat([5]), csat([5], { satisfiedFrom: 5 })],
      [csat([5]), csat([5], { scale: [1, 7] })],
      [ces([5]), csat([5])],
      [rate([true], { name: "conversion" }), rate([true], { name: "bounce" })],
    ] as const) {
      expect(() => compare(a, b)).toThrowError(expect.objectContaining({ code: "different-definitions" }));
    }
    expect(compare(nps([9], { level: 0.9 }), nps([9])).difference).toBe(0);
  });

  test("says first what differs between two definitions", () => {
    const refusal = (a: Estimate, b: Estimate): string => {
      try {
        compare(a, b);
        return "";
      } catch (error) {
        return (error as Error).message.replace("compare requires two results of one definition: ", "");
      }
    };
    expect(refusal(csat([5]), nps([9]))).toBe('the kpi "csat", received "nps"');
    expect(refusal(csat([5]), csat([5], { satisfiedFrom: 5 }))).toBe("the satisfiedFrom 4 of csat, received 5");
    expect(refusal(csat([5]), csat([5], { scale: [1, 7] }))).toBe('the scale [1,5] of csat, received "[1,7]"');
    expect(refusal(csat([5]), csat([5], { variant: "mean" }))).toBe('the family "proportion" of csat, received "mean"');
    expect(refusal(nps([9]), nps([9], { weight: () => 2 }))).toBe("no weighted of nps, received true");
    expect(refusal(nps([9], { weight: () => 2 }), nps([9]))).toBe("the weighted true of nps, received undefined");
  });

  test("has nothing to say where there was nothing to measure", () => {
    expect(compare(nps([]), nps([9]))).toMatchObject({ difference: null, interval: null, pValue: null });
    expect(compare(average([1]), average([1, 2]))).toMatchObject({ difference: -0.5, interval: null, pValue: null });
    expect(compare(average([1, 1]), average([2, 2]))).toMatchObject({ difference: -1, interval: null, pValue: null });
  });

  test("refuses a level that is none", () => {
    expect(() => compare(nps([]), nps([]), { level: 95 })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("turns its sign with the order, and finds no difference of a result with itself", () => {
    const sample = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        for (const kpi of [nps, average, (scores: number[]) => csat(scores, { scale: [0, 10] })]) {
          const [there, back, self] = [compare(kpi(a), kpi(b)), compare(kpi(b), kpi(a)), compare(kpi(a), kpi(a))];
          expect(back.difference).toBeCloseTo(-(there.difference ?? 0), 9);
          expect(back.pValue ?? 2).toBeCloseTo(there.pValue ?? 2, 9);
          if (there.interval !== null) expect(back.interval?.high).toBeCloseTo(-there.interval.low, 9);
          expect(self.difference).toBe(0);
          expect(self.pValue ?? 1).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  const shared = new URL("../../../shared/oracle/", import.meta.url);
  describe.skipIf(!existsSync(shared))("golden values (skipped where ../shared is absent)", () => {
    test("differences of two NPS are those of the R package, sign kept", () => {
      for (const one of JSON.parse(readFileSync(new URL("nps/nps.json", shared), "utf8")).two_sample) {
        const [a, b] = [one.x_dpp, one.y_dpp].map(([d, p, pr]) => nps(answers(d, p, pr)));
        for (const level of [0.9, 0.95]) {
          const wanted = one[`adjusted.wald_${level}`];
          if (a === undefined || b === undefined || wanted === undefined)
            throw new Error("the golden file has another shape");
          const { interval, pValue } = compare(a, b, { level });
          expect(pValue).toBeCloseTo(wanted.p, 10);
          expect(interval?.low).toBeCloseTo(Math.max(-200, 100 * wanted.ci_signed[0]), 8);
          expect(interval?.high).toBeCloseTo(Math.min(200, 100 * wanted.ci_signed[1]), 8);
        }
      }
    });

    test("differences of two shares are those of R", () => {
      for (const one of JSON.parse(readFileSync(new URL("stats/two_proportions.json", shared), "utf8")).cases) {
        const { interval, pValue } = compare(yes(one.k1, one.n1), yes(one.k2, one.n2), { level: one.level });
        expect(interval?.low).toBeCloseTo(one.newcombe_hybrid_score_ci[0], 10);
        expect(interval?.high).toBeCloseTo(one.newcombe_hybrid_score_ci[1], 10);
        const pooled = (one.k1 + one.k2) / (one.n1 + one.n2);
        const fewest = Math.min(pooled, 1 - pooled) * Math.min(one.n1, one.n2);
        expect(pValue).toBeCloseTo(fewest < 5 ? one.fisher_p : one.p_two_sided, 11);
      }
    });
  });
});
