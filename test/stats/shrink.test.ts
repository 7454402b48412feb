import { groupBy, measure, nps, npsMetric, shrink } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rats } from "./rats.js";

const proportions = fc.array(
  fc
    .integer({ min: 0, max: 60 })
    .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) })),
  { maxLength: 12 },
);
const count = fc.nat(40);
const npsCounts = fc.array(fc.record({ promoters: count, passives: count, detractors: count }), { maxLength: 12 });
const keyed = <T extends object>(groups: readonly T[]): (T & { key: number })[] =>
  groups.map((group, key) => ({ ...group, key }));

describe("shrink of shares", () => {
  test("gives the published figures of the rat tumours from the published prior", () => {
    const prior = { mean: 0.136, standardDeviation: 0.103 };
    const { groups, ...learnt } = shrink([{ key: "current", successes: 4, n: 14 }], { kind: "proportion", prior });
    const concentration = learnt.prior?.concentration ?? Number.NaN;
    expect(0.136 * concentration).toBeCloseTo(1.37, 3);
    expect(0.864 * concentration).toBeCloseTo(8.706, 2);
    // Beta(5.4, 18.6) of the book has the mean 0.225; its own rounding makes the last digit.
    expect(groups[0]?.shrunken).toBeCloseTo(5.37 / 24.076, 4);
    expect(Math.abs((groups[0]?.shrunken ?? 0) - 0.223)).toBeLessThan(0.0005);
    expect(learnt.prior?.standardDeviation).toBeCloseTo(0.103, 12);
  });

  test("learns from the 70 experiments what the book's full model does: a mean near 0.14 worth about 16 rats", () => {
    const { prior, groups } = shrink(rats, { kind: "proportion" });
    expect(prior?.mean).toBeCloseTo(263 / 1725, 12);
    expect(prior?.concentration).toBeGreaterThan(10);
    expect(prior?.concentration).toBeLessThan(22);
    expect(groups[0]?.shrunken).toBeGreaterThan(0.04);
    expect(groups[0]?.interval?.low).toBeGreaterThan(0);
  });

  test("leaves equal shares, and shares that differ no more than chance, at the mean", () => {
    const { groups, prior } = shrink(
      keyed([
        { successes: 5, n: 10 },
        { successes: 50, n: 100 },
        { successes: 1, n: 2 },
      ]),
      {
        kind: "proportion",
      },
    );
    expect(prior).toEqual({ mean: 0.5, standardDeviation: 0, concentration: null });
    for (const group of groups) expect(group).toMatchObject({ shrunken: 0.5, weight: 0, interval: null });
  });

  test("leaves groups as they are where there is no chance in them", () => {
    const { groups, prior } = shrink(
      keyed([
        { successes: 9, n: 9 },
        { successes: 0, n: 12 },
      ]),
      { kind: "proportion" },
    );
    expect(prior?.concentration).toBe(0);
    expect(groups.map(({ shrunken }) => shrunken)).toEqual([1, 0]);
    expect(groups.map(({ interval }) => interval)).toEqual([null, null]);
  });

  test("stays between the group and the mean, keeps order, and pulls small groups more", () => {
    fc.assert(
      fc.property(proportions, (list) => {
        const { groups, prior } = shrink(keyed(list), { kind: "proportion" });
        expect(groups.map(({ n }) => n)).toEqual(list.map(({ n }) => n));
        expect(groups.map(({ key }) => key)).toEqual(list.map((_, i) => i));
        const all = list.reduce((sum, { n }) => sum + n, 0);
        expect(prior === null).toBe(all === 0);
        for (const { raw, shrunken, weight, n, interval } of groups) {
          expect(raw === null).toBe(n === 0);
          if (prior === null || shrunken === null) continue;
          if (raw === null) expect(shrunken).toBe(prior.mean);
          else {
            expect(shrunken).toBeGreaterThanOrEqual(Math.min(raw, prior.mean) - 1e-12);
            expect(shrunken).toBeLessThanOrEqual(Math.max(raw, prior.mean) + 1e-12);
            for (const other of groups) if (other.n > n) expect(other.weight).toBeGreaterThanOrEqual(weight);
          }
          if (interval === null) continue;
          // A mean next to 0 or 1 may lie outside: nearly all of its distribution is nearer still.
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.low).toBeLessThanOrEqual(interval.high);
          expect(interval.high).toBeLessThanOrEqual(1);
        }
        const turned = shrink(keyed(list.map(({ n, successes }) => ({ n, successes: n - successes }))), {
          kind: "proportion",
        });
        turned.groups.forEach(({ shrunken }, i) => {
          expect(shrunken ?? 0).toBeCloseTo(shrunken === null ? 0 : 1 - (groups[i]?.shrunken ?? 0), 9);
        });
      }),
    );
  });

  test("finds the concentration that made the groups", () => {
    // Shares of a beta distribution with the mean 0.3 and a concentration of 20, at its quantile-like grid; 400 answers each.
    const shares = [0.12, 0.17, 0.2, 0.23, 0.25, 0.28, 0.3, 0.33, 0.36, 0.39, 0.43, 0.5];
    const spread = shares.reduce((sum, share) => sum + (share - 0.2966666) ** 2, 0) / 11;
    const { prior } = shrink(
      shares.map((share, key) => ({ key, successes: 400 * share, n: 400 })),
      { kind: "proportion" },
    );
    expect((prior?.standardDeviation ?? 0) ** 2).toBeCloseTo(spread - (0.2966666 * 0.7033333) / 400, 3);
  });
});

describe("shrink of NPS", () => {
  test("is (promoters − detractors + M · NPS) / (n + M)", () => {
    fc.assert(
      fc.property(npsCounts, (list) => {
        const { groups, prior } = shrink(keyed(list), { kind: "nps" });
        for (const { key, shrunken, raw, n, interval } of groups) {
          const { promoters = 0, detractors = 0 } = list[key] ?? {};
          if (prior === null) expect(shrunken).toBeNull();
          else if (raw === null || prior.concentration === null) expect(shrunken).toBeCloseTo(prior.mean, 10);
          else {
            const wanted =
              (100 * (promoters - detractors) + prior.concentration * prior.mean) / (n + prior.concentration);
            expect(shrunken).toBeCloseTo(wanted, 8);
          }
          if (interval === null) continue;
          expect(interval.low).toBeGreaterThanOrEqual(-100);
          expect(interval.high).toBeLessThanOrEqual(100);
          expect(interval.low).toBeLessThanOrEqual((shrunken ?? 0) + 1e-9);
        }
      }),
    );
  });

  test("is the beta-binomial where nobody is passive", () => {
    const list = keyed([
      { promoters: 9, passives: 0, detractors: 1 },
      { promoters: 30, passives: 0, detractors: 40 },
    ]);
    const scores = shrink(list, { kind: "nps" });
    const shares = shrink(
      list.map(({ key, promoters, detractors }) => ({ key, successes: promoters, n: promoters + detractors })),
      { kind: "proportion" },
    );
    expect(scores.prior?.concentration).toBeCloseTo(shares.prior?.concentration ?? Number.NaN, 10);
    expect(scores.groups[0]?.shrunken).toBeCloseTo(200 * (shares.groups[0]?.shrunken ?? 0) - 100, 10);
  });

  test("takes the results of groupBy, and pulls towards the NPS of all", () => {
    const answers = Array.from({ length: 60 }, (_, i) => ({ shop: i % 7, score: (i * i + (i % 7) * 3) % 11 }));
    const byShop = measure(
      answers,
      groupBy(
        (row) => row.shop,
        npsMetric((row) => row.score),
      ),
    );
    const { groups, prior } = shrink(
      byShop.map(({ key, result }) => ({ ...result, key })),
      { kind: "nps" },
    );
    expect(prior?.mean).toBeCloseTo(nps(answers.map(({ score }) => score)).value ?? Number.NaN, 10);
    expect(groups.map(({ raw }) => raw)).toEqual(byShop.map(({ result }) => result.value));
    expect(JSON.parse(JSON.stringify({ groups, prior }))).toEqual({ groups, prior });
  });

  test("says nothing of nothing, and puts an empty group at the mean", () => {
    expect(shrink([], { kind: "nps" })).toEqual({ groups: [], prior: null, missing: 0 });
    const empty = { promoters: 0, passives: 0, detractors: 0 };
    expect(shrink(keyed([empty]), { kind: "nps" }).groups[0]).toMatchObject({ raw: null, shrunken: null, n: 0 });
    const { groups } = shrink(keyed([{ promoters: 3, passives: 0, detractors: 1 }, empty]), { kind: "nps" });
    expect(groups[1]).toMatchObject({ raw: null, shrunken: 50, weight: 0 });
  });
});

describe("shrink of means", () => {
  // Efron and Morris (1977): hits of 18 players in their first 45 times at bat.
  const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
  const grand = hits.reduce((sum, hit) => sum + hit / 45, 0) / 18;
  const standardError = Math.sqrt((grand * (1 - grand)) / 45);
  const players = hits.map((hit, key) => ({ key, mean: hit / 45, standardError, n: 45 }));

  test("gives the published figures of the baseball players", () => {
    const { groups, prior } = shrink(players, { kind: "mean" });
    expect(prior?.mean).toBeCloseTo(0.265432, 6);
    expect(groups[0]?.weight).toBeCloseTo(0.2117, 4);
    expect(groups[0]?.shrunken).toBeCloseTo(0.294, 3);
    for (const { weight } of groups) expect(weight).toBeCloseTo(groups[0]?.weight ?? Number.NaN, 12);
  });

  test("pulls means that are less well known more, and does not mind shift, scale or order", () => {
    const group = fc.record({
      mean: fc.double({ min: -50, max: 50, noNaN: true }),
      standardError: fc.double({ min: 0.5, max: 20, noNaN: true }),
      n: fc.integer({ min: 2, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 4, maxLength: 12 }), (list) => {
        const { groups, prior } = shrink(keyed(list), { kind: "mean" });
        groups.forEach(({ weight, shrunken, raw }, i) => {
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
          expect(shrunken).toBeCloseTo((prior?.mean ?? 0) + weight * ((raw ?? 0) - (prior?.mean ?? 0)), 8);
          list.forEach((other, j) => {
            if (other.standardError > (list[i]?.standardError ?? 0)) {
              expect(groups[j]?.weight).toBeLessThanOrEqual(weight + 1e-12);
            }
          });
        });
        const moved = list
          .toReversed()
          .map((each) => ({ ...each, mean: 2 * each.mean + 7, standardError: 2 * each.standardError }));
        const other = shrink(keyed(moved), { kind: "mean" }).groups.toReversed();
        other.forEach(({ shrunken }, i) => {
          expect(shrunken).toBeCloseTo(2 * (groups[i]?.shrunken ?? 0) + 7, 6);
        });
      }),
    );
  });

  test("leaves fewer than four as they are, and goes by a given prior even for one", () => {
    const { groups } = shrink(players.slice(0, 3), { kind: "mean" });
    expect(groups.map(({ weight }) => weight)).toEqual([1, 1, 1]);
    const prior = { mean: 0.3, standardDeviation: standardError };
    const one = shrink(players.slice(0, 1), { kind: "mean", prior }).groups[0];
    expect(one?.shrunken).toBeCloseTo((0.3 + 0.4) / 2, 12);
    expect(one?.interval?.high).toBeCloseTo(0.35 + 1.959964 * standardError * Math.SQRT1_2, 6);
  });

  test("lends the variation of the others to a group without any, and puts an empty one at the mean", () => {
    const { groups, prior } = shrink(
      keyed([
        { mean: 4, standardError: 0.5, n: 16 },
        { mean: 6, standardError: 0.25, n: 64 },
        { mean: 5, standardError: 0.5, n: 16 },
        { mean: 3, standardError: 0.5, n: 16 },
        { mean: 9, standardError: null, n: 1 },
        { mean: null, standardError: null, n: 0 },
      ]),
      { kind: "mean" },
    );
    // The standard deviation is 2 in all groups, so one value is known to within 2.
    expect(groups[4]?.shrunken).toBeLessThan(8);
    expect(groups[4]?.weight).toBeLessThan(groups[0]?.weight ?? 0);
    expect(groups[5]).toEqual({ key: 5, raw: null, shrunken: prior?.mean, weight: 0, n: 0, interval: null });
    expect(shrink([], { kind: "mean" })).toEqual({ groups: [], prior: null, missing: 0 });
    const exact = keyed([1, 2, 3, 4].map((mean) => ({ mean, standardError: 0, n: 5 })));
    expect(shrink(exact, { kind: "mean" }).groups.map(({ shrunken }) => shrunken)).toEqual([1, 2, 3, 4]);
  });
});

test.each([
  [() => shrink([{ key: 1, successes: 3, n: 2 }], { kind: "proportion" }), "invalid-value"],
  [() => shrink([{ key: 1, successes: "3", n: 4 } as never], { kind: "proportion" }), "invalid-value"],
  [() => shrink([{ key: 1, successes: 3, n: 1e141 }], { kind: "proportion" }), "invalid-value"],
  [() => shrink([{ key: 1, promoters: -1, passives: 0, detractors: 0 }], { kind: "nps" }), "invalid-value"],
  [() => shrink([{ key: 1, mean: 1e141, standardError: 1, n: 3 }], { kind: "mean" }), "invalid-value"],
  [() => shrink([{ key: 1, mean: 1, standardError: 1, n: -3 }], { kind: "mean" }), "invalid-value"],
  [() => shrink(null as never, { kind: "mean" }), "invalid-option"],
  [() => shrink([], { kind: "mean", method: "moment" as never }), "invalid-option"],
  [() => shrink([{ key: 1, mean: 1, standardError: -1, n: 3 }], { kind: "mean" }), "invalid-value"],
  [() => shrink([], { kind: "csat" as never }), "invalid-option"],
  [() => shrink([], {} as never), "invalid-option"],
  [() => shrink([], { kind: "proportion", prior: { mean: 0.5, standardDeviation: 0.6 } }), "invalid-option"],
  [() => shrink([], { kind: "proportion", prior: { mean: 0.5, standardDeviation: Infinity } }), "invalid-option"],
  [() => shrink([], { kind: "mean", prior: { mean: 0.5, standardDeviation: Infinity } }), "invalid-option"],
  [() => shrink([], { kind: "mean", prior: { mean: 0.5, standardDeviation: Number.NaN } }), "invalid-option"],
  [() => shrink([], { kind: "nps", prior: { mean: 0.5, standardDeviation: 0.1 } }), "invalid-option"],
])("refuses what makes no sense: %s", (wrong, code) => {
  expect(wrong).toThrowError(expect.objectContaining({ code }));
});
