import { logisticRegression } from "cxkit";
import { describe, expect, test } from "vitest";
import { expectRelative } from "./expectRelative.js";

/** Whether a car of R's mtcars has a manual gearbox, by its weight (Henderson and Velleman 1981, Biometrics 37, 391–411). */
const cars = [
  [2.62, 1], [2.875, 1], [2.32, 1], [3.215, 0], [3.44, 0], [3.46, 0], [3.57, 0], [3.19, 0], [3.15, 0], [3.44, 0], [3.44, 0],
  [4.07, 0], [3.73, 0], [3.78, 0], [5.25, 0], [5.424, 0], [5.345, 0], [2.2, 1], [1.615, 1], [1.835, 1], [2.465, 0], [3.52, 0],
  [3.435, 0], [3.84, 0], [3.845, 0], [1.935, 1], [2.14, 1], [1.513, 1], [3.17, 1], [2.77, 1], [3.57, 1], [2.78, 1],
] as const; // biome-ignore format: a table
/** Launch temperature (°F) and whether an O-ring was damaged: Dalal, Fowlkes and Hoadley (1989), JASA 84, 945–957. */
const launches = [
  [53, 1], [57, 1], [58, 1], [63, 1], [66, 0], [67, 0], [67, 0], [67, 0], [68, 0], [69, 0], [70, 0], [70, 0], [70, 1], [70, 1],
  [72, 0], [73, 0], [75, 0], [75, 1], [76, 0], [76, 0], [78, 0], [79, 0], [81, 0],
] as const; // biome-ignore format: a table

const byFirst = (rows: readonly (readonly [number, number])[]) =>
  logisticRegression(rows, { outcome: ([, one]) => one, predictors: { x: ([x]) => x } });

/** Sixty made-up rows, the same on every machine. */
const made = Array.from({ length: 60 }, (_, i) => {
  const [a, b, c] = [((i * 37) % 61) / 7, ((i * i) % 17) - 5, i % 3 === 0];
  return { a, b, c, one: (i * 29) % 31 < 9 + 1.5 * a - 0.8 * b + (c ? 4 : 0), weight: 1 + (i % 4) / 2 };
});
type Made = (typeof made)[number];
const predictors = { a: (row: Made) => row.a, b: (row: Made) => row.b, c: (row: Made) => row.c };
const outcome = (row: Made) => row.one;

function expectEstimates(
  { intercept, coefficients }: ReturnType<typeof logisticRegression>,
  values: readonly number[],
  errors: readonly number[],
): void {
  [intercept, ...coefficients].forEach(({ value, standardError }, place) => {
    expectRelative(value ?? Number.NaN, values[place] ?? Number.NaN, 1e-12, `value ${place}`);
    expectRelative(standardError ?? Number.NaN, errors[place] ?? Number.NaN, 1e-12, `error ${place}`);
  });
}

describe("logisticRegression", () => {
  test("gives what R's glm prints for manual gearboxes by weight", () => {
    const result = byFirst(cars);
    expect(result.intercept.value).toBeCloseTo(12.04037, 5);
    expect(result.coefficients[0]?.value).toBeCloseTo(-4.02397, 6);
    expect(result.intercept.standardError).toBeCloseTo(4.51, 3);
    expect([result.nullDeviance, result.deviance, result.aic]).toEqual([
      expect.closeTo(43.2297, 4),
      expect.closeTo(19.1761, 4),
      expect.closeTo(23.1761, 4),
    ]);
    expect([result.n, result.ones, result.degreesOfFreedom, result.converged]).toEqual([32, 13, 30, true]);
    expect(result.coefficients[0]?.pValue).toBeCloseTo(0.00509, 5);
  });

  test("gives the published fit of O-ring damage by temperature", () => {
    const result = byFirst(launches);
    expect(result.intercept.value).toBeCloseTo(15.0429, 4);
    expect(result.intercept.standardError).toBeCloseTo(7.3786, 4);
    expect(result.coefficients[0]?.value).toBeCloseTo(-0.2322, 4);
    expect(result.coefficients[0]?.standardError).toBeCloseTo(0.1082, 4);
    expect([result.nullDeviance, result.deviance, result.aic]).toEqual([
      expect.closeTo(28.267, 3),
      expect.closeTo(20.315, 3),
      expect.closeTo(24.315, 3),
    ]);
  });

  test("is to twelve digits what an independent Newton iteration in extended precision finds (statsmodels agrees)", () => {
    const result = logisticRegression(made, { outcome, predictors });
    expectEstimates(
      result,
      [-2.7899881014173253, 0.47813179338282535, -0.03478732370697368, 1.9835056306212464],
      [0.824556809397197, 0.1443120066724119, 0.05578416547776549, 0.7307774434705714],
    );
    expectRelative(result.deviance ?? 0, 61.331371086644815, 1e-13);
    expectRelative(result.nullDeviance ?? 0, 82.91079711765816, 1e-13);
    expectRelative(result.aic ?? 0, 69.33137108664481, 1e-13);
  });

  test("takes weights as glm does, and gives the sandwich on request (statsmodels: HC0)", () => {
    expectEstimates(
      logisticRegression(made, { outcome, predictors, weight: (row) => row.weight }),
      [-2.9629104812245344, 0.5173697678592073, -0.02272345435183624, 2.1427319358895716],
      [0.6476486568094623, 0.1137686143508318, 0.04313325400181797, 0.5751121049221757],
    );
    expectEstimates(
      logisticRegression(made, { outcome, predictors, standardErrors: "sandwich" }),
      [-2.7899881014173253, 0.47813179338282535, -0.03478732370697368, 1.9835056306212464],
      [0.809894417787871, 0.13817206576346944, 0.052431203695642525, 0.8305685397349029],
    );
  });

  test("makes both outcomes count the same with balanced class weights, with sandwich errors", () => {
    const result = logisticRegression(made, { outcome, predictors, classWeights: "balanced" });
    expect(result.classWeights).toEqual({ zero: 60 / 64, one: 60 / 56 });
    expectEstimates(
      result,
      [-2.7080148530351558, 0.48492906999259094, -0.03385859784292257, 2.0406160430369713],
      [0.8209251296511006, 0.13868194231350386, 0.05242613176309202, 0.845152058559269],
    );
    const { zero, one } = result.classWeights ?? { zero: 0, one: 0 };
    const given = logisticRegression(made, { outcome, predictors, classWeights: { zero, one } });
    expect(given.coefficients).toEqual(result.coefficients);
  });

  test("penalises standardised coefficients but not the intercept (scikit-learn agrees on standardised columns)", () => {
    const result = logisticRegression(made, { outcome, predictors, penalty: 2.5 });
    expectEstimates(
      result,
      [-2.0760235011997104, 0.3507853070786201, -0.023532526510122432, 1.4340395755200068],
      [0.6414713635405862, 0.11089253549251853, 0.04673346329200018, 0.5766043065031348],
    );
    expectRelative(result.deviance ?? 0, 62.449470674134005, 1e-13);
    expect(result.aic).toBeNull();
  });

  test("is the log odds ratio of a two-by-two table, with Woolf's standard error", () => {
    // 30 of 50 with the feature, 20 of 70 without.
    const rows = [...Array(120).keys()].map((i) => ({ has: i < 50, one: i < 30 || (i >= 50 && i < 70) }));
    const { intercept, coefficients } = logisticRegression(rows, {
      outcome: (row) => row.one,
      predictors: { has: (row) => row.has },
    });
    expect(coefficients[0]?.value).toBeCloseTo(Math.log((30 * 50) / (20 * 20)), 14);
    expect(coefficients[0]?.standardError).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 20 + 1 / 20 + 1 / 50), 14);
    expect(intercept.value).toBeCloseTo(Math.log(20 / 50), 14);
  });

  test("without predictors is the log-odds of the share", () => {
    const { intercept, deviance, nullDeviance } = logisticRegression([1, 1, 1, 0], {
      outcome: (one) => one,
      predictors: {},
    });
    expect(intercept.value).toBeCloseTo(Math.log(3), 14);
    expect(intercept.standardError).toBeCloseTo(Math.sqrt(1 + 1 / 3), 14);
    expect(deviance).toBeCloseTo(nullDeviance ?? 0, 13);
  });

  test("loses no digits where predictors are nearly collinear or far from zero", () => {
    // All of these figures are exact.
    const far = logisticRegression(made, {
      outcome,
      predictors: { ...predictors, a: (row) => 1e9 + 7 * row.a, b: (row) => 7 * row.a + 2 ** -20 * row.b },
    });
    const plain = logisticRegression(made, { outcome, predictors });
    const [a, b, c] = far.coefficients;
    expectRelative(c?.value ?? 0, plain.coefficients[2]?.value ?? 0, 1e-8);
    expectRelative(c?.standardError ?? 0, plain.coefficients[2]?.standardError ?? 0, 1e-8);
    expectRelative((b?.value ?? 0) * 2 ** -20, plain.coefficients[1]?.value ?? 0, 1e-7);
    expectRelative((b?.standardError ?? 0) * 2 ** -20, plain.coefficients[1]?.standardError ?? 0, 1e-7);
    expect(((a?.value ?? 0) + (b?.value ?? 0)) * 7).toBeCloseTo(plain.coefficients[0]?.value ?? 0, 6);
  });
});

describe("what has no coefficient", () => {
  test("is a predictor that those before it determine, as in glm, or that does not vary", () => {
    const plain = logisticRegression(made, { outcome, predictors });
    const result = logisticRegression(made, {
      outcome,
      predictors: { ...predictors, sum: (row) => 3 * row.a - row.b + 7, flat: (row) => (row.c ? 0.3 : 0.1 + 0.2) },
    });
    expect(result.coefficients.map(({ leftOut }) => leftOut)).toEqual([null, null, null, "collinear", "constant"]);
    expect(result.coefficients[3]).toMatchObject({ value: null, standardError: null, interval: null, pValue: null });
    expectRelative(result.coefficients[0]?.value ?? 0, plain.coefficients[0]?.value ?? 0, 1e-12);
    expect(result.deviance).toBeCloseTo(plain.deviance ?? 0, 10);
    expect(result.degreesOfFreedom).toBe(56);
  });

  test("is not a collinear one under a penalty: equal predictors share what one would have", () => {
    const twice = logisticRegression(made, {
      outcome,
      predictors: { a: (row) => row.a, again: (row) => 2 * row.a },
      penalty: 1,
    });
    const [a, again] = twice.coefficients;
    expect(a?.value).toBeCloseTo(2 * (again?.value ?? 0), 12);
    expect(a?.leftOut).toBeNull();
  });
});

describe("separation", () => {
  const fitted = (rows: readonly (readonly [number, number, number])[], penalty = 0) =>
    logisticRegression(rows, { outcome: ([, , one]) => one, predictors: { x: ([x]) => x, y: ([, y]) => y }, penalty });

  test("is complete where a predictor splits the outcomes, and leaves no model", () => {
    const result = fitted([
      [1, 5, 0],
      [2, 1, 0],
      [3, 4, 0],
      [4, 2, 1],
      [5, 5, 1],
      [6, 1, 1],
    ]);
    expect(result).toMatchObject({ reason: "separation", converged: false, deviance: null, aic: null });
    expect(result.separation).toEqual({ kind: "complete", predictors: ["x"] });
    expect([result.intercept, ...result.coefficients].every(({ value }) => value === null)).toBe(true);
    // Both outcomes are as frequent.
    expect(result.nullDeviance).toBeCloseTo(12 * Math.log(2), 12);
  });

  test("is quasi-complete where but for a border it does", () => {
    const result = fitted([
      [1, 5, 0],
      [2, 1, 0],
      [3, 4, 0],
      [3, 4, 1],
      [5, 5, 1],
      [6, 1, 1],
    ]);
    expect(result.separation).toEqual({ kind: "quasi-complete", predictors: ["x"] });
  });

  test("is found where only two predictors together split the outcomes", () => {
    // One is where x + y is over 5, and neither tells alone.
    const rows = [
      [1, 1, 0],
      [4, 1, 0],
      [1, 4, 0],
      [3, 2, 0],
      [5, 1, 1],
      [1, 5, 1],
      [3, 3, 1],
      [2, 4, 1],
    ] as const;
    expect(fitted(rows).separation).toEqual({ kind: "complete", predictors: ["x", "y"] });
    const onBorder = [...rows, [2, 3, 1], [0, 5, 0]] as const;
    expect(fitted(onBorder).separation).toEqual({ kind: "quasi-complete", predictors: ["x", "y"] });
  });

  test("names only what grows without end", () => {
    // Level 1 of x never churns; y has nothing to do with it.
    const rows = [
      [0, 1, 0],
      [0, 2, 1],
      [0, 3, 0],
      [0, 4, 1],
      [0, 5, 0],
      [1, 1, 0],
      [1, 4, 0],
      [1, 3, 0],
    ] as const;
    expect(fitted(rows).separation).toEqual({ kind: "quasi-complete", predictors: ["x"] });
  });

  test("is no obstacle to a penalty, which is told of predictors that separate alone", () => {
    const result = fitted(
      [
        [1, 5, 0],
        [2, 1, 0],
        [3, 4, 0],
        [4, 2, 1],
        [5, 5, 1],
        [6, 1, 1],
      ],
      1,
    );
    expect(result).toMatchObject({
      reason: null,
      converged: true,
      separation: { kind: "complete", predictors: ["x"] },
    });
    expect(result.coefficients[0]?.value).toBeLessThan(2);
  });

  test("is not seen where outcomes overlap by a single row, however large coefficients are", () => {
    const rows = Array.from({ length: 200 }, (_, i) => [i, 0, Number(i >= 100)] as const);
    const overlapping = rows.map(([x, y, one]) => [x, y, x === 99 ? 1 : x === 100 ? 0 : one] as const);
    const result = fitted(overlapping);
    expect(result).toMatchObject({ separation: null, reason: null, converged: true });
    expect(result.coefficients[0]?.value).toBeGreaterThan(1);
  });
});

describe("rows", () => {
  test("that lack something are counted, and weights of nothing are no rows", () => {
    const rows = [
      ...made,
      { ...made[0], one: null },
      { ...made[0], a: Number.NaN },
      { ...made[0], b: undefined },
      { ...made[0], weight: null },
    ];
    const known = rows.map((row, i) => ({ ...row, weight: i < 60 ? 1 : row.weight === null ? null : 1 }));
    const zero = { ...made[1], a: 1e6, weight: 0 };
    const result = logisticRegression([...known, zero] as readonly Made[], {
      outcome,
      predictors,
      weight: (row) => row.weight,
    });
    expect([result.n, result.missing]).toEqual([60, 4]);
    const plain = logisticRegression(made, { outcome, predictors });
    expectRelative(result.coefficients[0]?.value ?? 0, plain.coefficients[0]?.value ?? 0, 1e-13);
  });

  test("of nothing, or of one outcome only, give no model and say so", () => {
    const nothing = logisticRegression([], { outcome: () => true, predictors: { x: () => 1 } });
    expect(nothing).toMatchObject({ reason: "no-rows", n: 0, nullDeviance: null, deviance: null });
    expect(nothing.coefficients[0]).toMatchObject({ predictor: "x", value: null, mean: null });
    const one = logisticRegression([1, 2, 3], { outcome: () => true, predictors: { x: (x) => x } });
    expect(one).toMatchObject({ reason: "one-outcome", n: 3, ones: 3, nullDeviance: 0, separation: null });
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  test("with a value that is not allowed are refused by number", () => {
    const fitted = (row: Partial<Record<"one" | "x" | "w", unknown>>) => () =>
      logisticRegression(
        [
          { one: 1, x: 1, w: 1 },
          { one: 0, x: 2, w: 1, ...row },
        ] as { one: number; x: number; w: number }[],
        {
          outcome: (each) => each.one,
          predictors: { x: (each) => each.x },
          weight: (each) => each.w,
        },
      );
    const atRow = (received: unknown) => expect.objectContaining({ code: "invalid-value", row: 1, received });
    expect(fitted({ one: "yes" })).toThrowError(atRow("yes"));
    expect(fitted({ one: 2 })).toThrowError(atRow(2));
    expect(fitted({ x: Number.POSITIVE_INFINITY })).toThrowError(atRow(Number.POSITIVE_INFINITY));
    expect(fitted({ x: "3" })).toThrowError(atRow("3"));
    expect(fitted({ w: -1 })).toThrowError(atRow(-1));
  });

  test("options that make no sense are refused at once", () => {
    const wrong = (options: object) => () => logisticRegression([], { outcome, predictors, ...options } as never);
    for (const options of [
      { penality: 1 },
      { penalty: -1 },
      { penalty: Number.NaN },
      { level: 95 },
      { classWeights: { zero: 0, one: 1 } },
      { classWeights: "even" },
      { standardErrors: "robust" },
      { outcome: "one" },
      { predictors: null },
      { predictors: { a: 1 } },
      { weight: 1 },
    ]) {
      expect(wrong(options), JSON.stringify(options)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
