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
  [10, 0.2, 0.5],
  [20, 0.05, 0.85],
  [30, 0.2, 0.5],
  [50, 0.05, 0.85],
  [60, 0.1, 0.6],
  [200, 0.3, 0.3],
  [1000, 0.05, 0.15],
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
  [20, 0.5],
  [40, 0.7],
  [50, 0.9],
  [150, 0.9],
  [200, 0.95],
  [1000, 0.55],
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

test("95 % intervals of a difference of two NPS, and of two CSAT, hold the truth 93 to 97 times in 100", () => {
  const random = seededRandom(17);
  const ofNps = coverage(
    4000,
    30,
    () => compare(nps(draw(random, 80, 0.2, 0.5)), nps(draw(random, 50, 0.35, 0.35))).interval,
  );
  const satisfied = (n: number, share: number) => csat(Array.from({ length: n }, () => (random() < share ? 4 : 1)));
  const ofCsat = coverage(4000, 15, () => compare(satisfied(80, 0.8), satisfied(60, 0.65)).interval);
  for (const held of [ofNps, ofCsat]) {
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  }
});
