/** What `shrink` learns by maximum likelihood; what it does with a prior is in the file beside. */
import { shrink } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logGammaRise } from "../../src/stats/logGamma.js";
import { expectRelative } from "./expectRelative.js";
import { rats } from "./rats.js";

const method = "maximum-likelihood";
const ofShares = (counts: readonly (readonly [number, number])[]) =>
  shrink(
    counts.map(([successes, n], key) => ({ key, successes, n })),
    { kind: "proportion", method },
  );
const ofScores = (counts: readonly (readonly [number, number, number])[]) =>
  shrink(
    counts.map(([promoters, passives, detractors], key) => ({ key, promoters, passives, detractors })),
    { kind: "nps", method },
  );

/** The logarithm of the likelihood of the beta-binomial model. */
function logLikelihood(counts: readonly (readonly [number, number])[], mean: number, concentration: number): number {
  return counts.reduce(
    (sum, [successes, n]) =>
      sum +
      logGammaRise(mean * concentration, successes) +
      logGammaRise((1 - mean) * concentration, n - successes) -
      logGammaRise(concentration, n),
    0,
  );
}

describe("shrink of shares by maximum likelihood", () => {
  test("finds the beta distribution of the 70 experiments with rats: 2.3048 and 14.0798", () => {
    // By other software to 30 digits. Gelman and others, "Bayesian Data Analysis", 5.3, have the mode of their model near it.
    const { prior } = shrink(rats, { kind: "proportion", method });
    const concentration = prior?.concentration ?? 0;
    expectRelative((prior?.mean ?? 0) * concentration, 2.304783312124335, 1e-10);
    expectRelative((1 - (prior?.mean ?? 0)) * concentration, 14.079809031547965, 1e-10);
  });

  test("is never less likely than any other prior", () => {
    const sample = fc
      .integer({ min: 0, max: 60 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    const odds = fc.double({ min: -3, max: 6, noNaN: true });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 12 }), odds, odds, (counts, a, b) => {
        const { prior } = ofShares(counts);
        fc.pre(prior !== null);
        const own =
          prior.concentration === 0
            ? logLikelihood(counts, prior.mean, 1e-12)
            : prior.mean === 0 || prior.mean === 1
              ? 0
              : logLikelihood(counts, prior.mean, prior.concentration ?? 1e12);
        const [yes, no] = [10 ** a, 10 ** b];
        expect(own).toBeGreaterThanOrEqual(logLikelihood(counts, yes / (yes + no), yes + no) - 1e-8);
      }),
      { numRuns: 300 },
    );
  });

  test("sees that small groups of one mind differ, though a large one is as even as chance makes it", () => {
    // The likelihood falls at first as the groups are let differ, and is greatest further on.
    const { prior } = ofShares([
      [1000, 2000],
      [9, 9],
      [0, 9],
      [9, 9],
      [0, 9],
    ]);
    expect(prior?.concentration).toBeGreaterThan(0);
    expect(prior?.concentration).toBeLessThan(5);
  });

  test("puts all at the mean where they differ by no more than chance", () => {
    const { groups, prior } = ofShares([
      [5, 10],
      [50, 100],
      [1, 2],
    ]);
    expect(prior).toEqual({ mean: 0.5, standardDeviation: 0, concentration: null });
    expect(groups.map(({ shrunken }) => shrunken)).toEqual([0.5, 0.5, 0.5]);
  });

  test("takes each group for one answer where all are of one mind", () => {
    const { groups, prior } = ofShares([
      [9, 9],
      [0, 12],
      [0, 1],
    ]);
    expect(prior).toMatchObject({ concentration: 0 });
    expect(prior?.mean).toBeCloseTo(1 / 3, 12);
    expect(groups.map(({ shrunken }) => shrunken)).toEqual([1, 0, 0]);
  });

  test("cannot tell groups apart of one answer each, nor one group, nor none", () => {
    const single = ofShares([
      [1, 1],
      [0, 1],
      [1, 1],
    ]);
    expect(single.prior).toMatchObject({ concentration: null });
    expect(ofShares([[3, 9]]).prior).toMatchObject({ mean: 1 / 3, concentration: null });
    expect(
      ofShares([
        [0, 9],
        [0, 4],
      ]).prior,
    ).toMatchObject({ mean: 0, concentration: null });
    expect(ofShares([]).prior).toBeNull();
  });

  test("stands groups of a thousand million, and weights", () => {
    const { prior } = ofShares([
      [2e8, 1e9],
      [3e8, 1e9],
      [0.25, 0.5],
      [1, 7],
    ]);
    expect(prior?.concentration).toBeGreaterThan(1);
    expect(prior?.concentration).toBeLessThan(1e4);
  });
});

describe("shrink of NPS by maximum likelihood", () => {
  test("finds the Dirichlet distribution of seven groups", () => {
    const { prior } = ofScores([
      [50, 30, 20],
      [12, 9, 19],
      [80, 15, 5],
      [3, 4, 3],
      [0, 2, 5],
      [33, 33, 34],
      [7, 0, 1],
    ]);
    // 3.4820, 2.1263 and 2.2135, by other software to 30 digits.
    const weights = [3.481975755342376, 2.126264746700895, 2.2134798770174036];
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    expectRelative(prior?.concentration ?? 0, all, 1e-10);
    expectRelative(prior?.mean ?? 0, (100 * ((weights[0] ?? 0) - (weights[2] ?? 0))) / all, 1e-9);
  });

  test("is the beta-binomial where nobody is passive", () => {
    const counts = [
      [9, 1],
      [30, 40],
      [5, 5],
      [2, 13],
    ] as const;
    const scores = ofScores(counts.map(([promoters, detractors]) => [promoters, 0, detractors]));
    const shares = ofShares(counts.map(([promoters, detractors]) => [promoters, promoters + detractors]));
    expectRelative(scores.prior?.concentration ?? 0, shares.prior?.concentration ?? 0, 1e-10);
    expect(scores.groups[1]?.shrunken).toBeCloseTo(200 * (shares.groups[1]?.shrunken ?? 0) - 100, 9);
  });
});

describe("shrink of means by maximum likelihood", () => {
  const ofMeans = (means: readonly number[], errors: readonly number[]) =>
    shrink(
      means.map((mean, key) => ({ key, mean, standardError: errors[key] ?? 1, n: 20 })),
      { kind: "mean", method },
    );

  test("keeps of equally large groups one less k σ² ÷ Σ(y − ȳ)²: 18 where James and Stein have 15", () => {
    // Efron and Morris (1977) publish c = 0.212 for their 18 players, which is 1 − 15 σ² ÷ Σ(y − ȳ)².
    const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7].map((hit) => hit / 45);
    const grand = hits.reduce((sum, hit) => sum + hit, 0) / 18;
    const error = Math.sqrt((grand * (1 - grand)) / 45);
    const { groups, prior } = ofMeans(
      hits,
      hits.map(() => error),
    );
    expect(prior?.mean).toBeCloseTo(grand, 12);
    const spread = hits.reduce((sum, hit) => sum + (hit - grand) ** 2, 0);
    expect(groups[0]?.weight).toBeCloseTo(1 - (18 * error ** 2) / spread, 10);
    expect(groups[0]?.weight).toBeCloseTo(1 - (1 - 0.212) * (18 / 15), 3);
  });

  test("finds the variance of eight groups of different size", () => {
    // To 20 digits by other software: where the likelihood has no slope.
    const { prior } = ofMeans([28, 8, -30, 7, -10, 1, 18, 40], [15, 10, 16, 11, 9, 11, 10, 18]);
    expectRelative((prior?.standardDeviation ?? 0) ** 2, 105.74509959907813, 1e-11);
    expectRelative(prior?.mean ?? 0, 6.338686655454102, 1e-11);
  });

  test("finds that eight schools differ by no more than chance, as their likelihood is greatest at 0", () => {
    // Rubin (1981), as in "Bayesian Data Analysis", 5.5.
    const { prior, groups } = ofMeans([28, 8, -3, 7, -1, 1, 18, 12], [15, 10, 16, 11, 9, 11, 10, 18]);
    expect(prior?.standardDeviation).toBe(0);
    expect(prior?.mean).toBeCloseTo(7.685616724956035, 12);
    for (const { weight, interval } of groups) expect([weight, interval]).toEqual([0, null]);
  });

  test("does not mind shift and scale, and pulls means that are less well known more", () => {
    const group = fc.tuple(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.5, max: 20, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 2, maxLength: 10 }),
        fc.constantFrom(1e-100, 1, 1e100),
        (list, scale) => {
          const [means, errors] = [list.map(([mean]) => mean), list.map(([, error]) => error)];
          const plain = ofMeans(means, errors);
          const scaled = ofMeans(
            means.map((mean) => scale * mean),
            errors.map((error) => scale * error),
          );
          plain.groups.forEach(({ weight, shrunken }, i) => {
            expect(weight).toBeGreaterThanOrEqual(0);
            expect(scaled.groups[i]?.weight).toBeCloseTo(weight, 8);
            expect((scaled.groups[i]?.shrunken ?? 0) / scale).toBeCloseTo(shrunken ?? 0, 6);
            errors.forEach((error, j) => {
              if (error > (errors[i] ?? 0)) expect(plain.groups[j]?.weight).toBeLessThanOrEqual(weight);
            });
          });
        },
      ),
    );
  });

  test("leaves exact means as they are", () => {
    const { groups } = ofMeans([1, 2, 3, 4], [0, 0, 0, 0]);
    expect(groups.map(({ shrunken }) => shrunken)).toEqual([1, 2, 3, 4]);
    expect(ofMeans([5], [1]).groups[0]?.shrunken).toBe(5);
  });
});

describe("groups without figures", () => {
  test.each(["moments", method] as const)("are taken for empty, and counted, by %s", (how) => {
    const shares = [
      { key: "a", successes: 3, n: 9 },
      { key: "b", successes: 8, n: 9 },
      { key: "c", successes: 2, n: 20 },
    ];
    const plain = shrink(shares, { kind: "proportion", method: how });
    const gap = { raw: null, shrunken: plain.prior?.mean, weight: 0, n: 0 };
    const holed = shrink([...shares, { key: "d", successes: null, n: 12 }, { key: "e", successes: 5, n: Number.NaN }], {
      kind: "proportion",
      method: how,
    });
    expect(holed.prior).toEqual(plain.prior);
    expect(holed.groups.slice(0, 3)).toEqual(plain.groups);
    expect(holed).toMatchObject({ missing: 2, groups: [{}, {}, {}, gap, gap] });

    const hidden = { promoters: null, passives: null, detractors: null };
    const scores = shrink(
      [
        { key: 1, promoters: 5, passives: 2, detractors: 3 },
        { key: 2, ...hidden },
      ],
      {
        kind: "nps",
        method: how,
      },
    );
    expect(scores).toMatchObject({ missing: 1, groups: [{ n: 10 }, { raw: null, shrunken: 20, n: 0 }] });

    const means = shrink(
      [
        { key: 1, mean: 4, standardError: 1, n: 9 },
        { key: 2, mean: 6, standardError: 1, n: 9 },
        { key: 3, mean: null, standardError: null, n: null },
        { key: 4, mean: null, standardError: null, n: 0 },
      ],
      { kind: "mean", method: how },
    );
    expect(means).toMatchObject({ missing: 1, groups: [{}, {}, { raw: null, shrunken: 5, n: 0 }, { shrunken: 5 }] });
  });
});
