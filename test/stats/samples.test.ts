/** One rule for whatever takes observations: what is missing is left out and counted, and any list of numbers will do. */
import {
  adjustPValues,
  agreementTable,
  analysisOfVariance,
  benjaminiHochberg,
  chiSquareGoodnessOfFit,
  chiSquareTest,
  cliffsDelta,
  cohensD,
  cohensKappa,
  correlation,
  cronbachAlpha,
  dunnTest,
  effectiveSampleSize,
  fisherExactTest,
  fleissKappa,
  hedgesG,
  holm,
  krippendorffAlpha,
  kruskalWallisTest,
  mannWhitneyTest,
  mcnemarTest,
  pairedTTest,
  probabilityOfSuperiority,
  quantile,
  quantileInterval,
  ranks,
  relativeWeights,
  shapleyRegression,
  welchTest,
  wilcoxonSignedRankTest,
} from "cxkit";
import { describe, expect, test } from "vitest";

type Values = ArrayLike<number | null | undefined>;
const first = [5, 3, 8, 9, 2, 7, 7, 4, 6, 1, 8];
const second = [2, 3, 4, 1, 6, 5, 2, 9, 1, 0, 3];

/** Every function of two samples that need not be as long. */
const ofSamples: [string, (x: Values, y: Values) => unknown][] = [
  ["welchTest", (x, y) => welchTest(x, y)],
  ["mannWhitneyTest", (x, y) => mannWhitneyTest(x, y)],
  ["cliffsDelta", (x, y) => cliffsDelta(x, y)],
  ["probabilityOfSuperiority", (x, y) => ({ value: probabilityOfSuperiority(x, y) })],
  ["cohensD", (x, y) => cohensD(x, y)],
  ["hedgesG", (x, y) => hedgesG(x, y)],
  ["analysisOfVariance", (x, y) => analysisOfVariance([x, y])],
  ["kruskalWallisTest", (x, y) => kruskalWallisTest([x, y])],
  ["dunnTest", (x, y) => dunnTest([x, y])[0]],
  ["quantile", (x) => ({ value: quantile(x, 0.4) })],
  ["quantileInterval", (x) => ({ interval: quantileInterval(x, 0.4) })],
  ["effectiveSampleSize", (x) => ({ value: effectiveSampleSize(x) })],
];

/** Every function of pairs. */
const ofPairs: [string, (x: Values, y: Values) => unknown][] = [
  ["pairedTTest", (x, y) => pairedTTest(x, y)],
  ["wilcoxonSignedRankTest", (x, y) => wilcoxonSignedRankTest(x, y)],
  ["correlation", (x, y) => correlation(x, y)],
  ["correlation by Spearman", (x, y) => correlation(x, y, { method: "spearman" })],
  ["correlation by Kendall", (x, y) => correlation(x, y, { method: "kendall" })],
  ["relativeWeights", (x, y) => relativeWeights(x, { driver: y })],
  ["shapleyRegression", (x, y) => shapleyRegression(x, { driver: y })],
  ["agreementTable", (x, y) => agreementTable(x, y)],
];

const every = [...ofSamples, ...ofPairs];
const without = (result: unknown): unknown => ({ ...(result as object), missing: undefined });

describe("whatever takes observations", () => {
  test.each(every)("%s gives the same for typed arrays as for arrays, and leaves them as they are", (_, run) => {
    const [x, y] = [Float64Array.from(first), Int32Array.from(second)];
    expect(run(x, y)).toEqual(run(first, second));
    expect([Array.from(x), Array.from(y)]).toEqual([first, second]);
    expect(JSON.parse(JSON.stringify(run(x, y)))).toEqual(run(x, y));
  });

  test.each(ofSamples)("%s leaves out what is missing, and counts it", (_, run) => {
    const result = run([null, ...first, Number.NaN], [...second.slice(0, 4), undefined, ...second.slice(4)]);
    expect(without(result)).toEqual(without(run(first, second)));
    const { missing } = result as { missing?: unknown };
    expect([undefined, 3, [2, 1]]).toContainEqual(missing);
    if ("n" in (result as object)) expect(missing).toBeDefined();
  });

  test.each(ofPairs)("%s leaves out pairs of which a value is missing, and counts them", (_, run) => {
    // biome-ignore lint/suspicious/noSparseArray: a hole is missing too.
    const x = [null, ...first, 4, , 5];
    const y = [1, ...second, Number.NaN, 2, undefined];
    expect(run(x, y)).toEqual({ ...(run(first, second) as object), missing: 4 });
  });

  test.each(every)("%s has nothing to say of nothing, or of nothing but missing values", (_, run) => {
    for (const empty of [[], [null, Number.NaN], new Float64Array(0)]) {
      expect(JSON.stringify(run(empty, empty)) ?? "").not.toMatch(/"(value|pValue|statistic|interval)":[^n]/);
    }
  });

  test.each(every)("%s refuses what is no list of numbers", (_, run) => {
    for (const wrong of ["12", new Set([1, 2]), null, 3, { 0: 1, length: 1 }, new DataView(new ArrayBuffer(8))]) {
      expect(() => run(wrong as never, wrong as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  test.each(every.filter(([name]) => name !== "agreementTable"))("%s names the row of what is no number", (_, run) => {
    for (const wrong of ["9", Number.POSITIVE_INFINITY, true, 9n]) {
      const holding = [null, ...first.slice(2), wrong] as never;
      expect(() => run(holding, first.slice(0, 11))).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 10 }),
      );
    }
  });
});

describe("whatever takes several groups", () => {
  test.each([
    ["analysisOfVariance", analysisOfVariance],
    ["kruskalWallisTest", kruskalWallisTest],
    ["dunnTest", dunnTest],
  ])("%s refuses what is no list of lists", (_, run) => {
    for (const wrong of [null, { a: first }, Float64Array.from(first), first]) {
      expect(() => run(wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});

describe("ranks and adjusted p-values", () => {
  test("leave a missing one its place", () => {
    expect(ranks([10, null, 5, Number.NaN, 10])).toEqual([2.5, null, 1, null, 2.5]);
    expect(ranks(Float64Array.of(3, 1, 2))).toEqual([3, 1, 2]);
  });

  test("count only the tests that were made", () => {
    const [p, holed] = [
      [0.01, 0.04, 0.03],
      [0.01, null, 0.04, Number.NaN, undefined, 0.03],
    ];
    for (const adjust of [holm, benjaminiHochberg, (each: Values) => adjustPValues(each, "benjamini-yekutieli")]) {
      const [a, b, c] = adjust(p);
      expect(adjust(holed)).toEqual([a, null, b, null, null, c]);
      expect(adjust(Float64Array.of(0.01, Number.NaN, 0.04, 0.03))).toEqual([a, null, b, c]);
    }
  });
});

describe("raters and items", () => {
  test("may give typed arrays", () => {
    const ratings = [
      [1, 2, 3, 3, 2],
      [1, 2, 3, 1, 2],
      [2, 2, 3, 3, 1],
    ];
    const typed = ratings.map((row) => Uint8Array.from(row));
    expect(krippendorffAlpha(typed, { metric: "ordinal" })).toEqual(krippendorffAlpha(ratings, { metric: "ordinal" }));
    expect(cronbachAlpha(typed)).toEqual(cronbachAlpha(ratings));
    expect(cronbachAlpha([...ratings, [1, null, 2, 3, 4]])).toEqual({ ...cronbachAlpha(ratings), missing: 1 });
  });

  test.each([
    ["krippendorffAlpha", krippendorffAlpha],
    ["cronbachAlpha", cronbachAlpha],
  ])("%s refuses what is no list of lists", (_, run) => {
    for (const wrong of [null, {}, [1, 2], ["ab", "cd"]]) {
      expect(() => run(wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});

describe("whatever takes a table of counts", () => {
  const square = [
    [12, 5],
    [4, 9],
  ] as const;
  const tables: [string, (table: never) => unknown][] = [
    ["chiSquareTest", chiSquareTest],
    ["fisherExactTest", fisherExactTest],
    ["mcnemarTest", mcnemarTest],
    ["cohensKappa", cohensKappa],
    ["fleissKappa", fleissKappa],
  ];

  test.each(tables)("%s gives the same for typed arrays as for arrays", (name, run) => {
    const rows =
      name === "fleissKappa"
        ? [
            [3, 0],
            [1, 2],
            [0, 3],
          ]
        : square;
    expect(run(rows.map((row) => Uint16Array.from(row)) as never)).toEqual(run(rows as never));
  });

  test.each(tables)("%s refuses a table with a count missing, and what is no table", (_, run) => {
    for (const missing of [null, undefined, Number.NaN]) {
      expect(() =>
        run([
          [1, missing],
          [3, 4],
        ] as never),
      ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
    }
    for (const wrong of [null, "ab", [1, 2], {}]) {
      expect(() => run(wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });

  test("chiSquareGoodnessOfFit takes a typed array and refuses what is no list", () => {
    expect(chiSquareGoodnessOfFit(Uint16Array.of(20, 20, 20, 40))).toEqual(chiSquareGoodnessOfFit([20, 20, 20, 40]));
    expect(() => chiSquareGoodnessOfFit(null as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => chiSquareGoodnessOfFit([1, null as never])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });
});
