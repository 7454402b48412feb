/** Intervals hold the truth as often as they say: seeded simulations over small and large samples and skewed mixes. */
import { average, compare, csat, nps } from "cxkit";
import { expect, test } from "vitest";
import { seededRandom } from "../seededRandom.js";

const draw = (random: () => number, n: number, detractors: number, promoters: number): number[] =>
  Array.from({ length: n }, () => {
    const u = random();
    return u < detractors ? 2 : u < detractors + promoters ? 10 : 7;
  });

/** The share of rounds in which an interval holds the truth. */
function coverage(rounds: number, truth: number, interval: () => { low: number; high: number } | null): number {
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const { low, high } = interval() ?? { low: Number.NaN, high: Number.NaN };
    if (low <= truth && truth <= high) held++;
  }
  return held / rounds;
}

test.each([
  [5, 0.2, 0.5],
  [8, 0.1, 0.6],
  [10, 0.2, 0.5],
  [10, 0.05, 0.85],
  [20, 0.05, 0.85],
  [30, 0.2, 0.5],
  [50, 0.05, 0.85],
  [60, 0.1, 0.6],
  [200, 0.3, 0.3],
  [300, 0.02, 0.02],
  [1000, 0.05, 0.15],
  [2000, 0.01, 0.95],
])(
  "intervals at 0.95 of NPS from %i answers (%f detractors, %f promoters) hold the truth 93 to 97 times in 100",
  (n, d, p) => {
    const random = seededRandom(7);
    const held = coverage(4000, 100 * (p - d), () => nps(draw(random, n, d, p)).interval);
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  },
);

test("the textbook's interval does not, in a small and skewed sample", () => {
  const random = seededRandom(7);
  const both = { wald: 0, "adjusted-wald": 0 };
  for (const method of ["wald", "adjusted-wald"] as const) {
    both[method] = coverage(4000, 80, () => nps(draw(random, 15, 0.05, 0.85), { method }).interval);
  }
  expect(both.wald).toBeLessThan(0.9);
  expect(both["adjusted-wald"]).toBeGreaterThan(0.93);
});

test.each([
  [10, 0.8],
  [15, 0.9],
  [20, 0.5],
  [40, 0.7],
  [50, 0.9],
  [150, 0.9],
  [200, 0.95],
  [500, 0.98],
  [1000, 0.55],
  [2000, 0.99],
])("intervals at 0.95 of CSAT from %i answers (%f satisfied) hold the truth 93 to 97 times in 100", (n, share) => {
  const random = seededRandom(11);
  const held = coverage(4000, 100 * share, () => {
    return csat(Array.from({ length: n }, () => (random() < share ? 5 : 2))).interval;
  });
  expect(held).toBeGreaterThan(0.93);
  expect(held).toBeLessThan(0.97);
});

test("intervals at 0.95 of a mean of skewed values hold the truth nearly as often", () => {
  const random = seededRandom(13);
  const held = coverage(4000, 1, () => average(Array.from({ length: 100 }, () => -Math.log(1 - random()))).interval);
  expect(held).toBeGreaterThan(0.93);
  expect(held).toBeLessThan(0.97);
});

const difference = {
  nps: (random: () => number, [n, detractors, promoters]: readonly number[]) =>
    nps(draw(random, n ?? 0, detractors ?? 0, promoters ?? 0)),
  csat: (random: () => number, [n, satisfied]: readonly number[]) =>
    csat(Array.from({ length: n ?? 0 }, () => (random() < (satisfied ?? 0) ? 4 : 1))),
};
type Case = readonly ["nps" | "csat", truth: number, first: readonly number[], second: readonly number[]];

/** How often the interval of a difference holds it. */
function coverageOfDifference([kpi, truth, first, second]: Case): number {
  const random = seededRandom(17);
  const sample = difference[kpi];
  return coverage(4000, truth, () => compare(sample(random, first), sample(random, second)).interval);
}

test.each<Case>([
  ["nps", 30, [10, 0.2, 0.5], [10, 0.35, 0.35]],
  ["nps", 20, [15, 0.2, 0.5], [200, 0.3, 0.4]],
  ["nps", 30, [80, 0.2, 0.5], [50, 0.35, 0.35]],
  ["nps", -10, [400, 0.1, 0.1], [300, 0.1, 0.2]],
  ["nps", 2, [1000, 0.05, 0.85], [1000, 0.06, 0.84]],
  ["csat", -10, [10, 0.5], [10, 0.6]],
  ["csat", 20, [15, 0.8], [15, 0.6]],
  ["csat", 5, [15, 0.9], [300, 0.85]],
  ["csat", 15, [80, 0.8], [60, 0.65]],
  ["csat", 1, [500, 0.98], [500, 0.97]],
  ["csat", 5, [1000, 0.55], [500, 0.5]],
])("95 % intervals of a difference of two %s, in truth %i, hold it 93 to 97 times in 100: %j and %j", (...one) => {
  const held = coverageOfDifference(one);
  expect(held).toBeGreaterThan(0.93);
  expect(held).toBeLessThan(0.97);
});

test.each<Case>([
  ["nps", 20, [15, 0.05, 0.85], [15, 0.1, 0.7]],
  ["nps", 15, [30, 0.05, 0.85], [30, 0.1, 0.75]],
  ["csat", 5, [25, 0.95], [25, 0.9]],
])(
  "those of a handful of answers of a skewed mix hold it rather too often than too seldom: %s, %i, %j and %j",
  (...one) => {
    const held = coverageOfDifference(one);
    expect(held).toBeGreaterThan(0.95);
    expect(held).toBeLessThan(0.99);
  },
);
