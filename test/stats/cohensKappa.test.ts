import { agreementTable, cohensKappa } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const counts = (size: number, most = 30) =>
  fc.array(fc.array(fc.nat(most), { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
const anyTable = fc.integer({ min: 2, max: 4 }).chain((size) => counts(size));
const transposed = (table: readonly (readonly number[])[]): number[][] =>
  table.map((_, j) => table.map((row) => row[j] ?? 0));

describe("cohensKappa", () => {
  test("gives the figures of 20, 5, 10, 15 (Wikipedia; statsmodels and scikit-learn agree)", () => {
    const result = cohensKappa([
      [20, 5],
      [10, 15],
    ]);
    expect(result.value).toBe(0.4);
    expect(result.standardError).toBeCloseTo(0.12699606293110033, 14);
    expect(0.4 / (result.statistic ?? 0)).toBeCloseTo(0.13856406460551018, 13);
    expect(result.interval?.low).toBeCloseTo(0.151092290476661, 13);
    expect(result.interval?.high).toBeCloseTo(0.6489077095233389, 13);
    expect(result).toMatchObject({ observedAgreement: 0.7, expectedAgreement: 0.5, n: 50 });
    expect(result.maximum).toBeCloseTo(0.8, 13);
    expect(
      cohensKappa([
        [45, 15],
        [25, 15],
      ]).value,
    ).toBeCloseTo(0.1304, 4);
    expect(
      cohensKappa([
        [25, 35],
        [5, 35],
      ]).value,
    ).toBeCloseTo(0.2593, 4);
  });

  test("gives the figures of SAS's PROC FREQ, as statsmodels prints them, plain and with linear weights", () => {
    const table = [
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ];
    for (const [weights, value, error, low, high, errorByChance, z, p] of [
      ["none", 0.4842, 0.138, 0.2137, 0.7547, 0.1484, 3.2626, 0.0011],
      ["linear", 0.4701, 0.1457, 0.1845, 0.7558, 0.1426, 3.2971, 0.001],
    ] as const) {
      const result = cohensKappa(table, { weights });
      expect(result.value).toBeCloseTo(value, 4);
      expect(result.standardError).toBeCloseTo(error, 4);
      expect(result.interval?.low).toBeCloseTo(low, 4);
      expect(result.interval?.high).toBeCloseTo(high, 4);
      expect((result.value ?? 0) / (result.statistic ?? 1)).toBeCloseTo(errorByChance, 4);
      expect(result.statistic).toBeCloseTo(z, 4);
      expect(result.pValue).toBeCloseTo(p, 4);
    }
  });

  test("gives the figures of R's irr, kappa2(anxiety[, 2:3]), for every kind of weight", () => {
    const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
    const third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2];
    const { table } = agreementTable(second, third);
    const own = [0, 0, 1, 1, 2];
    for (const [weights, value, z, p] of [
      ["none", -0.006289308, -0.0604067, 0.9518317],
      ["linear", 0.1459075, 1.282472, 0.1996772],
      ["quadratic", 0.2520325, 1.437451, 0.1505898],
      [table.map((_, i) => table.map((__, j) => own[Math.abs(i - j)] ?? 0)), 0.2391304, 1.223734, 0.2210526],
    ] as const) {
      const result = cohensKappa(table, { weights });
      expect(result.value).toBeCloseTo(value, 6);
      expect(result.statistic).toBeCloseTo(z, 5);
      expect(result.pValue).toBeCloseTo(p, 6);
    }
  });

  test("has the standard error that small changes of the table give (delta method, taken numerically)", () => {
    const table = [
      [11, 3, 1],
      [4, 8, 2],
      [0, 5, 9],
    ];
    const weights = [
      [0, 1, 3],
      [2, 0, 1],
      [3, 2, 0],
    ];
    for (const [kind, value, error] of [
      ["none", 0.476461038961039, 0.10914916828],
      ["linear", 0.5758323057953144, 0.09698097309],
      ["quadratic", 0.6777685262281432, 0.0913744797],
      [weights, 0.5429272281275552, 0.1064790435],
    ] as const) {
      expect(cohensKappa(table, { weights: kind }).value).toBeCloseTo(value, 13);
      expect(cohensKappa(table, { weights: kind }).standardError).toBeCloseTo(error, 9);
    }
  });

  test("is 1 at full agreement, without an interval, and null where chance alone agrees fully", () => {
    const full = cohensKappa([
      [7, 0, 0],
      [0, 2, 0],
      [0, 0, 4],
    ]);
    expect(full).toMatchObject({ value: 1, standardError: 0, interval: null, observedAgreement: 1, maximum: 1 });
    expect(full.pValue).toBeLessThan(0.001);
    for (const table of [
      [[9]],
      [
        [9, 0],
        [0, 0],
      ],
      [
        [0, 0, 0],
        [0, 5, 0],
        [0, 0, 0],
      ],
    ]) {
      const result = cohensKappa(table);
      expect(result).toMatchObject({ value: null, standardError: null, interval: null, pValue: null });
      expect(result).toMatchObject({ observedAgreement: 1, expectedAgreement: 1 });
    }
    expect(cohensKappa([])).toMatchObject({ value: null, observedAgreement: null, expectedAgreement: null, n: 0 });
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ value: null, observedAgreement: null, n: 0 });
  });

  test("is 0 and tells nothing where one rater never varies", () => {
    for (const weights of ["none", "linear", "quadratic"] as const) {
      for (const column of [
        [7, 3, 3],
        [1, 1, 1],
      ]) {
        const result = cohensKappa(
          column.map((count) => [0, count, 0]),
          { weights },
        );
        expect(result.value).toBeCloseTo(0, 14);
        expect(result).toMatchObject({ standardError: 0, interval: null, statistic: null, pValue: null });
      }
    }
  });

  test("lies between −1 and 1, turns with the raters, and does not mind the order of labels or the scale of weights", () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom("none", "linear", "quadratic"), (table, weights) => {
        const result = cohensKappa(table, { weights });
        const { value } = result;
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(value).toBeLessThanOrEqual(1);
        if (result.maximum !== null) expect(value).toBeLessThanOrEqual(result.maximum + 1e-12);
        if (result.interval !== null) {
          expect(result.interval.low).toBeLessThanOrEqual(value);
          expect(result.interval.high).toBeGreaterThanOrEqual(value);
        }
        const same = [
          cohensKappa(transposed(table), { weights }),
          cohensKappa(table.map((row) => row.toReversed()).toReversed(), { weights }),
          cohensKappa(
            table.map((row) => row.map((count) => count * 3)),
            { weights },
          ),
        ];
        for (const other of same) expect(other.value).toBeCloseTo(value, 10);
        for (const other of same.slice(0, 2)) {
          expect(other.standardError).toBeCloseTo(result.standardError ?? Number.NaN, 10);
        }
        const power = weights === "quadratic" ? 2 : 1;
        const own = table.map((_, i) =>
          table.map((__, j) => (weights === "none" ? Number(i !== j) : Math.abs(i - j) ** power) * 7),
        );
        expect(cohensKappa(table, { weights: own }).value).toBeCloseTo(value, 10);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("needs no weights in two by two: all kinds give the same", () => {
    fc.assert(
      fc.property(counts(2), (table) => {
        const { value } = cohensKappa(table);
        for (const weights of ["linear", "quadratic"] as const) {
          const weighted = cohensKappa(table, { weights }).value;
          if (value === null) expect(weighted).toBeNull();
          else expect(weighted).toBeCloseTo(value, 12);
        }
      }),
    );
  });

  test("refuses what is no square of counts and what is no weight", () => {
    for (const wrong of [
      [[1, 2]],
      [[1, 2], [3]],
      [
        [1, -2],
        [3, 4],
      ],
      [
        [1, Number.NaN],
        [3, 4],
      ],
    ]) {
      expect(() => cohensKappa(wrong)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    }
    for (const weights of [
      "squared",
      [[0, 1]],
      [
        [0, 1],
        [1, 1],
      ],
      [
        [0, -1],
        [1, 0],
      ],
      [
        [0, 1],
        [Number.NaN, 0],
      ],
    ]) {
      expect(() =>
        cohensKappa(
          [
            [1, 2],
            [3, 4],
          ],
          { weights: weights as never },
        ),
      ).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
    expect(() =>
      cohensKappa(
        [
          [1, 2],
          [3, 4],
        ],
        { level: 2 },
      ),
    ).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
