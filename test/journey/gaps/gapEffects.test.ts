import { average, averageMetric, compare, nps } from "cxkit";
import { expect, test } from "vitest";
import { effectSize, gapEffects } from "../../../src/journey/gaps/gapEffects.js";

const effect = (affected: number[], others: number[]) => {
  const [a, b] = [average(affected), average(others)];
  const comparison = compare(a, b);
  return { affected: a, others: b, ...comparison, adjustedPValue: comparison.pValue };
};
const spread = (mean: number): number[] => Array.from({ length: 50 }, (_, index) => mean + (index % 2 ? 1 : -1));

test("measures harm by Cohen's d out of a large one", () => {
  // Both have a standard deviation of 1.0102; a difference of 0.4 of it is half of Cohen's "large".
  const sd = average(spread(0)).standardDeviation ?? 0;
  expect(effectSize(effect(spread(10 - 0.4 * sd), spread(10)), 0.8, false)).toBeCloseTo(-0.5, 10);
  expect(effectSize(effect(spread(10 + 0.4 * sd), spread(10)), 0.8, false)).toBeCloseTo(0.5, 10);
  expect(effectSize(effect(spread(10 + 0.4 * sd), spread(10)), 0.8, true)).toBeCloseTo(-0.5, 10);
  expect(effectSize(effect(spread(0), spread(10)), 0.95, false)).toBe(-1);
});

test("reads nothing into what may be chance", () => {
  expect(effectSize(effect([1, 2, 3], [2, 3, 4]), 0.95, false)).toBe(0);
  expect(effectSize(null, 0.95, false)).toBe(0);
  const [a, b] = [nps([]), nps([10])];
  expect(effectSize({ affected: a, others: b, ...compare(a, b), adjustedPValue: null }, 0.95, false)).toBe(0);
});

test("measures the answers of some customers against those of others, with or without one touchpoint", () => {
  const feedback = [
    { kind: "csat" as const, customer: "a", touchpoint: "x", score: 1 },
    { kind: "csat" as const, customer: "a", touchpoint: "y", score: 3 },
    { kind: "csat" as const, customer: "b", score: 5 },
    { kind: "csat" as const, score: 2 },
  ];
  const effectOf = gapEffects(
    feedback,
    averageMetric((row: { score: number }) => row.score),
    0.95,
  );
  expect(effectOf(["a"], ["b"])).toMatchObject({
    affected: { value: 2, n: 2 },
    others: { value: 5, n: 1 },
    difference: -3,
  });
  expect(effectOf(["a"], ["b"], "x")).toMatchObject({ affected: { value: 3, n: 1 }, difference: -2 });
  expect(effectOf(["nobody"], ["b"])).toBeNull();
});
