import { average, compare, engagementRate, engagementRateMetric, type Post } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";
import { seededRandom } from "../seededRandom.js";

const posts = [
  { engagements: 34, reach: 1000 },
  { engagements: 140, reach: 4000 },
];

describe("engagement rate", () => {
  test("is all engagements divided by all of the reach", () => {
    const result = engagementRate(posts);
    expect(result).toMatchObject({ value: 174 / 5000, n: 2, engagements: 174, audience: 5000 });
    expect(result.definition).toEqual({
      kpi: "engagementRate",
      family: "ratio",
      unit: "share",
      options: { variant: "pooled", by: "reach" },
    });
  });

  test("or the mean of the posts' rates: (3.4 % + 3.5 %) / 2 (Hootsuite, average engagement rate)", () => {
    const result = engagementRate(posts, { variant: "mean" });
    expect(result.value).toBeCloseTo(0.0345, 15);
    expect(result.definition).toMatchObject({ family: "mean", options: { variant: "mean", by: "reach" } });
    const { interval, standardError } = average([0.034, 0.035]);
    expect(result.standardError).toBeCloseTo(standardError ?? 0, 15);
    // Two posts say little: the interval of their mean reaches below 0, where no rate is.
    expect(result.interval?.low).toBe(Math.max(0, interval?.low ?? 0));
    expect(result.interval?.high).toBeCloseTo(interval?.high ?? 0, 12);
  });

  test("goes by the audience that is named", () => {
    const post = { engagements: 6, reach: 100, impressions: 200, followers: 50, views: 3 };
    const rates = (["reach", "impressions", "followers", "views"] as const).map((by) => engagementRate([post], { by }));
    expect(rates.map(({ value }) => value)).toEqual([0.06, 0.03, 0.12, 2]);
    const [byReach, byViews] = [rates[0], rates[3]];
    if (!(byReach && byViews)) throw new Error("there are four");
    expect(() => compare(byReach, byViews)).toThrowError(expect.objectContaining({ code: "different-definitions" }));
  });

  test("has the standard error of a ratio of two sums over posts", () => {
    const data = [
      { engagements: 12, reach: 300 },
      { engagements: 40, reach: 500 },
      { engagements: 3, reach: 250 },
      { engagements: 90, reach: 900 },
    ];
    const ratio = 145 / 1950;
    const squares = data.reduce((sum, { engagements, reach }) => sum + (engagements - ratio * reach) ** 2, 0);
    const error = Math.sqrt((squares * 4) / 3) / 1950;
    const result = engagementRate(data);
    expect(result.standardError).toBeCloseTo(error, 14);
    // t(0.975; 3) = 3.182446
    expect(result.interval?.high).toBeCloseTo(ratio + 3.182446305 * error, 9);
  });

  test("has no interval for one post, nor where all have the same rate", () => {
    expect(engagementRate([{ engagements: 3, reach: 100 }])).toMatchObject({
      standardError: null,
      interval: null,
      n: 1,
    });
    for (const variant of ["pooled", "mean"] as const) {
      const same = [1, 7, 23].map((size) => ({ engagements: 3 * size, reach: 101 * size }));
      expect(engagementRate(same, { variant })).toMatchObject({ standardError: 0, interval: null });
    }
  });

  test("counts posts without a figure, and those that reached nobody, as missing", () => {
    const without: Post[] = [
      { engagements: null, reach: 5 },
      { engagements: 5 },
      { engagements: 0, reach: 0 },
      { engagements: Number.NaN, reach: 3 },
    ];
    expect(engagementRate([...without, null])).toMatchObject({ value: null, n: 0, missing: 5, interval: null });
    expect(engagementRate([...without, ...posts])).toMatchObject({ value: 0.0348, n: 2, missing: 4 });
    expect(engagementRate([{ engagements: 0, reach: 10 }])).toMatchObject({ value: 0, n: 1, missing: 0 });
  });

  test.each([
    { engagements: 1, reach: 0 },
    { engagements: -1, reach: 10 },
    { engagements: 1, reach: -10 },
    { engagements: "1", reach: 10 },
    { engagements: 1, reach: Number.POSITIVE_INFINITY },
    "post",
  ])("refuses %j", (wrong) => {
    const rows = [...posts, wrong as never];
    expect(() => engagementRate(rows)).toThrowError(expect.objectContaining({ code: "invalid-value", row: 2 }));
    expect(engagementRate(rows, { invalid: "exclude" })).toMatchObject({ n: 2, invalid: 1, value: 0.0348 });
  });

  test.each([{ by: "likes" }, { variant: "median" }, { level: 1 }, { weight: () => 1 }, { minimumN: Number.NaN }])(
    "refuses the options %j",
    (options) => {
      const wrong = expect.objectContaining({ code: "invalid-option" });
      expect(() => engagementRateMetric(() => null, options as never)).toThrowError(wrong);
    },
  );

  test("hides a rate of few posts", () => {
    expect(engagementRate(posts, { minimumN: 3 })).toMatchObject({ suppressed: true, n: null, engagements: null });
  });

  test("holds the true ratio about as often as the level says", () => {
    const random = seededRandom(11);
    let held = 0;
    for (let round = 0; round < 2000; round++) {
      const sample = Array.from({ length: 30 }, () => {
        const reach = 200 + Math.floor(2000 * random());
        return { engagements: Math.round(reach * (0.02 + 0.04 * random())), reach };
      });
      const { interval } = engagementRate(sample);
      if (interval !== null && interval.low <= 0.04 && 0.04 <= interval.high) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.93);
    expect(held / 2000).toBeLessThan(0.97);
  });

  const post = fc.record({ engagements: fc.nat(5000), reach: fc.integer({ min: 1, max: 100_000 }) });

  test("lies between the smallest and the largest rate of a post, and is one number in any unit of size", () => {
    fc.assert(
      fc.property(fc.array(post, { minLength: 1 }), fc.integer({ min: 2, max: 1000 }), (rows, factor) => {
        const rates = rows.map(({ engagements, reach }) => engagements / reach);
        for (const variant of ["pooled", "mean"] as const) {
          const { value, standardError } = engagementRate(rows, { variant });
          expect(value).toBeGreaterThanOrEqual(Math.min(...rates) * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual(Math.max(...rates) * (1 + 1e-12));
          const scaled = engagementRate(
            rows.map(({ engagements, reach }) => ({ engagements: engagements * factor, reach: reach * factor })),
            { variant },
          );
          expect(scaled.value).toBeCloseTo(value ?? 0, 10);
          expect(scaled.standardError ?? 0).toBeCloseTo(standardError ?? 0, 8);
        }
      }),
    );
  });
});

describe("engagement rate keeps the laws of a metric", () => {
  const figure = fc.oneof(fc.integer({ min: -1, max: 1000 }), fc.constant(null));
  const rows = fc.array(fc.record({ engagements: figure, reach: figure }));
  for (const variant of ["pooled", "mean"] as const) {
    describe(variant, () => {
      metricLaws(
        engagementRateMetric((row: Post) => row, { variant, invalid: "exclude" }),
        rows,
        { json: true, closeness: { relative: 1e-9, size: 10 } },
      );
    });
  }
});
