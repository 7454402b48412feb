/** Published and recomputed examples that no other test holds: what other tools print, and the traps beside it. */
import { agrestiCoull, csat, nps, percentOfMaximum, presets, retention } from "cxkit";
import { describe, expect, test } from "vitest";

const answers = (counts: readonly number[], low = 1): number[] =>
  counts.flatMap((count, index) => new Array<number>(count).fill(low + index));
const trinomial = (detractors: number, passives: number, promoters: number): number[] => [
  ...new Array<number>(detractors).fill(0),
  ...new Array<number>(passives).fill(8),
  ...new Array<number>(promoters).fill(10),
];

describe("nps", () => {
  test("of one detractor, two passives and three promoters lies between −26.743 and 71.188, around 22.222", () => {
    // Computed by an independent implementation of Rocks (2016).
    const { interval } = nps([0, 7, 7, 9, 9, 9]);
    expect(interval?.low).toBeCloseTo(-26.743, 3);
    expect(interval?.high).toBeCloseTo(71.188, 3);
    expect(((interval?.low ?? 0) + (interval?.high ?? 0)) / 2).toBeCloseTo(22.2222, 4);
  });

  test("is not rounded, nor made of rounded shares: 33 % less 17 % is 16, and the score 16.67", () => {
    expect(nps(trinomial(1, 3, 2)).value).toBeCloseTo(100 / 6, 12);
    // The npm package net-promoter-score prints 33 for these.
    expect(nps([1, 9, 10]).value).toBeCloseTo(100 / 3, 12);
  });

  test("of nine answers is a multiple of 100/9: there is no score of 72", () => {
    const possible = new Set<number>();
    for (let detractors = 0; detractors <= 9; detractors++) {
      for (let promoters = 0; promoters + detractors <= 9; promoters++) {
        possible.add(
          Math.round(((nps(trinomial(detractors, 9 - detractors - promoters, promoters)).value ?? 0) * 9) / 100),
        );
      }
    }
    expect(possible.size).toBe(19);
    expect((72 * 9) % 100).not.toBe(0);
  });

  test("of 36 answers is good to 20 to 25 points", () => {
    const { interval } = nps(trinomial(9, 9, 18));
    const half = ((interval?.high ?? 0) - (interval?.low ?? 0)) / 2;
    expect(half).toBeGreaterThan(20);
    expect(half).toBeLessThan(27);
  });
});

describe("csat", () => {
  test("of eight good and two bad answers is 80 %; of seven good, one neutral and two bad 70 % (SimpleSat)", () => {
    expect(csat([...new Array(8).fill(2), ...new Array(2).fill(1)], { scale: [1, 2] }).value).toBe(80);
    expect(csat([...new Array(7).fill(3), 2, ...new Array(2).fill(1)], { scale: [1, 3] }).value).toBe(70);
  });

  test.each([
    // Scale, and how many answers are positive, neutral and negative, each answer given once (SimpleSat up to five points).
    [[1, 2], 1, 0, 1],
    [[1, 3], 1, 1, 1],
    [[1, 4], 2, 1, 1],
    [[1, 5], 2, 1, 2],
    [[1, 7], 2, 3, 2],
    [[1, 10], 2, 6, 2],
    [[0, 10], 2, 7, 2],
  ] as const)(
    "on a scale of %j counts %i satisfied, %i neutral and %i dissatisfied answers",
    (scale, positive, neutral, negative) => {
      const each = answers(new Array(scale[1] - scale[0] + 1).fill(1), scale[0]);
      expect(csat(each, { scale })).toMatchObject({ satisfied: positive, neutral, dissatisfied: negative });
      expect(csat(each, { scale, variant: "dissatisfied" }).value).toBeCloseTo((100 * negative) / each.length, 12);
      expect(csat(each, { scale, variant: "net" }).value).toBeCloseTo((100 * (positive - negative)) / each.length, 12);
    },
  );

  test.each([
    // Agresti and Coull's intervals as Sauro and Lewis print them: 36 to 98 % of four in five.
    [4, 5, 35.96, 97.97],
    [10, 12, 54.0, 96.5],
    [5, 7, 35.24, 92.44],
  ])("of %i satisfied in %i has Agresti and Coull's interval on request", (satisfied, n, low, high) => {
    const { interval } = csat(answers([n - satisfied, 0, 0, 0, satisfied]), { method: agrestiCoull });
    expect(interval?.low).toBeCloseTo(low, 1);
    expect(interval?.high).toBeCloseTo(high, 1);
  });

  test("is a mean without a percent sign: 3.947 of the answers that a help page prints as 4.12", () => {
    const scores = answers([1, 2, 3, 4, 9]);
    expect(csat(scores, { variant: "mean" }).value).toBeCloseTo(3.94737, 5);
    expect(csat(scores, { variant: "mean" }).definition.unit).toBe("value");
  });

  test("as Zendesk's is good of good and bad", () => {
    expect(csat([2, 2, 2, 1], presets.zendesk.csat).value).toBe(75);
  });
});

test("answers are moved to 0 to 100 end to end, never by doubling", () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((score) => percentOfMaximum(score, { low: 1, high: 7 }))).toEqual(
    [0, 100 / 6, 200 / 6, 50, 400 / 6, 500 / 6, 100].map((value) => expect.closeTo(value, 10)),
  );
});

test("retention is 1 less the churn of those who were there, whoever came since: 450 of 500, with 80 new", () => {
  const day = (text: string) => `2026-${text}`;
  const subscriptions = [
    ...Array.from({ length: 450 }, (_, index) => ({ customer: `k${index}`, startedAt: day("01-01"), endedAt: null })),
    ...Array.from({ length: 50 }, (_, index) => ({
      customer: `l${index}`,
      startedAt: day("01-01"),
      endedAt: day("02-10"),
    })),
    ...Array.from({ length: 75 }, (_, index) => ({ customer: `n${index}`, startedAt: day("02-05"), endedAt: null })),
    ...Array.from({ length: 5 }, (_, index) => ({
      customer: `g${index}`,
      startedAt: day("02-05"),
      endedAt: day("02-20"),
    })),
  ];
  const found = retention(subscriptions, { from: day("02-01"), to: day("03-01") });
  // (E − N) / S = (525 − 75) / 500; (S − E) / S would be −5 %.
  expect(found.value).toBeCloseTo(0.9, 12);
  expect(found.n).toBe(500);
});
