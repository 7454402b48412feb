/** Whatever the figures, results are plain data: no NaN and no infinity, probabilities within 0 and 1, intervals the right way round. */
import {
  analysisOfVariance,
  bootstrap,
  chiSquareGoodnessOfFit,
  chiSquareTest,
  cliffsDelta,
  cohensD,
  cohensKappa,
  correlation,
  cronbachAlpha,
  dunnTest,
  fisherExactTest,
  fleissKappa,
  krippendorffAlpha,
  kruskalWallisTest,
  mannWhitneyTest,
  mcnemarTest,
  minimumDetectableDifference,
  oddsRatio,
  pairedTTest,
  poissonRate,
  poissonRateTest,
  powerOfDifference,
  quantileInterval,
  relativeWeights,
  riskRatio,
  sampleSizeForDifference,
  sampleSizeForMargin,
  shapleyRegression,
  shrink,
  twoProportionTest,
  welchTest,
  wilcoxonSignedRankTest,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Values that lie close to each other, as far apart as can be, or too near to 0 to be squared. */
const value = fc.oneof(
  fc.constantFrom(0, 1, -1, 2, 3, null),
  fc.constantFrom(1e140, -1e140, 5e139, 1e16, 1e16 + 2),
  fc.constantFrom(1e-160, -1e-160, 3e-160, 5e-324, 0.3, 0.1 + 0.2),
);
const sample = fc.array(value, { maxLength: 7 });
const pairs = fc.array(fc.tuple(value, value), { maxLength: 9 });
const count = fc.oneof(fc.nat(9), fc.constantFrom(0, 0, 300, 1e9, 1e15));
const level = fc.constantFrom(0.95, 0.5, 1e-9, 0.999_999);
const alternative = fc.constantFrom("two-sided" as const, "less" as const, "greater" as const);
const deviation = fc.constantFrom(1, 7, 1e-140, 1e140, 0.02);

/** Every figure of a result that is no number, by where it stands; limits may cross by what rounding leaves of no width. */
function faultsOf(result: unknown, path = ""): string[] {
  if (typeof result === "number") {
    const isProbability = /pValue$|power$/i.test(path);
    return Number.isFinite(result) && !(isProbability && !(result >= 0 && result <= 1)) ? [] : [`${path} is ${result}`];
  }
  if (result === null || typeof result !== "object") return [];
  const { low, high } = result as { low?: unknown; high?: unknown };
  const turned =
    typeof low === "number" && typeof high === "number" && low - high > 1e-12 * Math.abs(low)
      ? [`${path} runs backwards`]
      : [];
  return [...turned, ...Object.entries(result).flatMap(([key, each]) => faultsOf(each, `${path}.${key}`))];
}

const holds = <Args extends [unknown, ...unknown[]]>(
  run: (...args: Args) => unknown,
  ...of: fc.Arbitrary<unknown>[]
) => {
  fc.assert(
    fc.property(fc.tuple(...of), (args) => {
      expect(faultsOf(run(...(args as Args)))).toEqual([]);
    }),
    { numRuns: 150 },
  );
};
type Values = (number | null)[];
type Side = "two-sided" | "less" | "greater";

describe("results are plain data", () => {
  test.each<[string, (x: Values, y: Values, level: number, alternative: Side) => unknown]>([
    ["welchTest", (x, y, level, alternative) => welchTest(x, y, { level, alternative })],
    ["welchTest, pooled", (x, y, level) => welchTest(x, y, { level, equalVariances: true })],
    ["mannWhitneyTest", (x, y, level, alternative) => mannWhitneyTest(x, y, { level, alternative })],
    [
      "mannWhitneyTest, exact",
      (x, y, level, alternative) => mannWhitneyTest(x, y, { level, alternative, exact: true }),
    ],
    ["cliffsDelta", (x, y, level) => cliffsDelta(x, y, { level })],
    ["analysisOfVariance", (x, y) => analysisOfVariance([x, y, [1, 2]])],
    ["analysisOfVariance, classical", (x, y) => analysisOfVariance([x, y, [1, 2]], { equalVariances: true })],
    ["kruskalWallisTest", (x, y) => kruskalWallisTest([x, y, [1, 2]])],
    ["dunnTest", (x, y) => dunnTest([x, y, [1, 2]])],
    ["quantileInterval", (x, _, level) => quantileInterval(x, 0.3, { level })],
  ])("of %s", (_, run) => {
    holds(run, sample, sample, level, alternative);
  });

  test("of cohensD", () => {
    fc.assert(
      fc.property(sample, sample, level, (x, y, each) => {
        expect(faultsOf(cohensD(x, y, { level: each }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, (of: [number | null, number | null][], level: number, alternative: Side) => unknown]>([
    ["pairedTTest", (of, level, alternative) => pairedTTest(...columns(of), { level, alternative })],
    [
      "wilcoxonSignedRankTest",
      (of, level, alternative) => wilcoxonSignedRankTest(...columns(of), { level, alternative }),
    ],
    ["correlation", (of, level, alternative) => correlation(...columns(of), { level, alternative })],
    ["correlation by ranks", (of, level) => correlation(...columns(of), { level, method: "spearman" })],
    ["correlation by orders", (of, level) => correlation(...columns(of), { level, method: "kendall" })],
    ["relativeWeights", (of) => relativeWeights(columns(of)[0], { y: columns(of)[1], z: of.map((_, i) => i % 3) })],
    ["shapleyRegression", (of) => shapleyRegression(columns(of)[0], { y: columns(of)[1], z: of.map((_, i) => i % 3) })],
    [
      "cronbachAlpha",
      (of, level) =>
        cronbachAlpha(
          of.map(([a, b]) => [a, b, 1]),
          { level },
        ),
    ],
  ])("of %s", (_, run) => {
    holds(run, pairs, level, alternative);
  });

  test.each<[string, (a: number, b: number, c: number, d: number, level: number, alternative: Side) => unknown]>([
    [
      "twoProportionTest",
      (a, b, c, d, level, alternative) => twoProportionTest(a, a + b, c, c + d, { level, alternative }),
    ],
    ["riskRatio", (a, b, c, d, level) => riskRatio(a, a + b, c, c + d, { level })],
    ["riskRatio by Katz", (a, b, c, d, level) => riskRatio(a, a + b, c, c + d, { level, method: "katz" })],
    ["oddsRatio", (a, b, c, d, level) => oddsRatio(a, a + b, c, c + d, { level })],
    ["oddsRatio by Gart", (a, b, c, d, level) => oddsRatio(a, a + b, c, c + d, { level, method: "gart" })],
    [
      "chiSquareTest",
      (a, b, c, d) =>
        chiSquareTest([
          [a, b],
          [c, d],
        ]),
    ],
    ["chiSquareGoodnessOfFit", (a, b, c, d) => chiSquareGoodnessOfFit([a, b, c, d])],
    [
      "mcnemarTest",
      (a, b, c, d, level) =>
        mcnemarTest(
          [
            [a, b],
            [c, d],
          ],
          { level },
        ),
    ],
    [
      "cohensKappa",
      (a, b, c, d, level) =>
        cohensKappa(
          [
            [a, b],
            [c, d],
          ],
          { level },
        ),
    ],
    [
      "fleissKappa",
      (a, b, _, __, level) =>
        fleissKappa(
          [
            [a, b],
            [b, a],
            [a + b, 0],
          ],
          { level },
        ),
    ],
    ["poissonRate", (a, _, __, ___, level) => poissonRate(a, 1e-140, { level })],
    [
      "poissonRateTest",
      (a, b, _, __, level, alternative) =>
        poissonRateTest({ count: a, exposure: 1e-140 }, { count: b, exposure: 1e140 }, { level, alternative }),
    ],
    [
      "shrink of shares",
      (a, b, c, d, level) =>
        both((method) =>
          shrink(
            [
              [a, b],
              [c, d],
              [a, d],
              [b, b],
            ].map(([yes = 0, no = 0], key) => ({ key, successes: yes, n: yes + no })),
            { kind: "proportion", level, method },
          ),
        ),
    ],
    [
      "shrink of scores",
      (a, b, c, d, level) =>
        both((method) =>
          shrink(
            [
              [a, b, c],
              [c, d, a],
              [d, d, 0],
            ].map(([promoters = 0, passives = 0, detractors = 0], key) => ({ key, promoters, passives, detractors })),
            { kind: "nps", level, method },
          ),
        ),
    ],
  ])("of %s", (_, run) => {
    holds(run, count, count, count, count, level, alternative);
  });

  test("of fisherExactTest", () => {
    const small = fc.oneof(fc.nat(9), fc.constantFrom(0, 3000, 100_000));
    holds(
      (a: number, b: number, c: number, d: number, each: number) =>
        fisherExactTest(
          [
            [a, b],
            [c, d],
          ],
          { level: each },
        ),
      small,
      small,
      small,
      small,
      level,
    );
  });

  test("of shrink of means", () => {
    const error = fc.constantFrom(0, 1, 1e-160, 1e140, 7, null);
    holds(
      (of: [number | null, number | null, number][], each: number) =>
        both((method) =>
          shrink(
            of.map(([mean, standardError, n], key) => ({ key, mean, standardError, n })),
            { kind: "mean", level: each, method },
          ),
        ),
      fc.array(fc.tuple(value, error, count), { maxLength: 8 }),
      level,
    );
  });

  test("of sizes and powers, or there is none", () => {
    const difference = fc.constantFrom(1, -1, 1e-9, 1e140, -1e-160, 0.3);
    fc.assert(
      fc.property(deviation, difference, level, alternative, (standardDeviation, off, each, side) => {
        const mean = { kind: "mean", standardDeviation, level: each } as const;
        for (const run of [
          () => powerOfDifference({ ...mean, difference: off, n: 20, alternative: side }),
          () => sampleSizeForDifference({ ...mean, difference: off, power: 0.999_9995 }),
          () => sampleSizeForMargin({ ...mean, margin: Math.abs(off) }),
          () => sampleSizeForMargin({ ...mean, margin: Math.abs(off), method: "student-t", population: 50 }),
        ]) {
          try {
            expect(faultsOf(run())).toEqual([]);
          } catch (error) {
            expect(error).toMatchObject({ code: "invalid-option" });
          }
        }
      }),
      { numRuns: 60 },
    );
    for (const standardDeviation of [1e-140, 1, 1e140]) {
      const found = minimumDetectableDifference({ kind: "mean", standardDeviation, n: 1000 });
      expect((found.increase ?? 0) / standardDeviation).toBeCloseTo(0.125_35, 4);
    }
  });
});

describe("figures near 1e200", () => {
  const answers = [3, 8, 1, 12, 5, 2, 30, 4, 6, 2, 9, 7];
  const mean = (sample: readonly number[]) => sample.reduce((sum, each) => sum + each, 0) / sample.length;

  test.each(["percentile", "bca"] as const)("have the uncertainty of small ones, by the bootstrap (%s)", (method) => {
    const small = bootstrap(answers, mean, { method });
    const large = bootstrap(answers, (sample) => 2 ** 665 * mean(sample), { method });
    expect((large.standardError ?? 0) / 2 ** 665).toBeCloseTo(small.standardError ?? 0, 12);
    expect((large.interval?.low ?? 0) / 2 ** 665).toBeCloseTo(small.interval?.low ?? 0, 12);
    expect(large.acceleration ?? 0).toBeCloseTo(small.acceleration ?? 0, 12);
    expect(faultsOf(bootstrap(answers, (sample) => 1e307 * mean(sample), { method }))).toEqual([]);
  });

  test.each(["interval", "ratio"] as const)("agree as small ones do, by Krippendorff's alpha (%s)", (metric) => {
    const ratings = [
      [1, 2, 3, 3, 2],
      [1, 2, 3, 1, 2],
      [2, 2, 3, 3, 1],
    ];
    const { value: small } = krippendorffAlpha(ratings, { metric });
    for (const scale of [2 ** 665, 2 ** 1021, 2 ** -1000]) {
      const scaled = ratings.map((row) => row.map((rating) => scale * rating));
      expect(krippendorffAlpha(scaled, { metric }).value).toBeCloseTo(small ?? 0, 12);
    }
    expect(
      krippendorffAlpha(
        [
          [0, 0],
          [0, 0],
        ],
        { metric },
      ).value,
    ).toBeNull();
  });
});

function columns(of: readonly [number | null, number | null][]): [Values, Values] {
  return [of.map(([a]) => a), of.map(([, b]) => b)];
}

function both(run: (method: "moments" | "maximum-likelihood") => unknown): unknown[] {
  return [run("moments"), run("maximum-likelihood")];
}
