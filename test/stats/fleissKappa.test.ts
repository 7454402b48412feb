import { fleissKappa } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const fourteenRaters = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

/** Fleiss (1971), table 1: 30 patients, each with the diagnoses (1 to 5) of six psychiatrists. */
const diagnoses =
  "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 " +
  "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555";
const patients = diagnoses
  .split(" ")
  .map((each) => [1, 2, 3, 4, 5].map((label) => [...each].filter((digit) => digit === String(label)).length));

const anyTable = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 4 })).chain(([raters, labels]) =>
  fc.array(
    fc
      .array(fc.nat(labels - 1), { minLength: raters, maxLength: raters })
      .map((given) => Array.from({ length: labels }, (_, label) => given.filter((each) => each === label).length)),
    { minLength: 2, maxLength: 12 },
  ),
);

describe("fleissKappa", () => {
  test("gives the figures of ten things and fourteen raters (Wikipedia)", () => {
    const result = fleissKappa(fourteenRaters);
    expect(result.value).toBeCloseTo(0.20993070442195522, 14);
    expect(result.observedAgreement).toBeCloseTo(0.378022, 6);
    expect(result.expectedAgreement).toBeCloseTo(0.212755, 6);
    expect(result).toMatchObject({ raters: 14, n: 10 });
    // What small changes of the things' weights give, taken numerically.
    expect(result.standardError).toBeCloseTo(0.0923711116, 9);
  });

  test("gives the figures of Fleiss's (1971) diagnoses, as R's irr does", () => {
    expect(patients.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual(new Array(30).fill(6));
    const result = fleissKappa(patients);
    expect(result.value).toBeCloseTo(0.4302445, 7);
    expect(result.statistic).toBeCloseTo(17.65183, 5);
    expect(result.standardError).toBeCloseTo(0.0541989355, 9);
    expect(result.pValue).toBeLessThan(1e-60);
  });

  test("is 1 at full agreement, without an interval, and null where chance alone agrees fully", () => {
    expect(
      fleissKappa([
        [3, 0],
        [0, 3],
      ]),
    ).toMatchObject({ value: 1, standardError: 0, interval: null });
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ value: null, interval: null, observedAgreement: 1 });
    expect(fleissKappa([])).toMatchObject({ value: null, observedAgreement: null, n: 0 });
    expect(
      fleissKappa([
        [1, 0],
        [0, 1],
      ]),
    ).toMatchObject({ value: null, observedAgreement: null, raters: 1 });
    expect(fleissKappa([[2, 1]])).toMatchObject({ standardError: null, interval: null, n: 1 });
  });

  test("lies within bounds and does not mind the order of things or labels, nor labels that never occur", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { value, standardError, raters } = fleissKappa(table);
        if (value === null) return;
        expect(value).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThanOrEqual(-1 / (raters - 1) - 1e-12);
        for (const other of [
          table.toReversed(),
          table.map((row) => row.toReversed()),
          table.map((row) => [...row, 0]),
        ]) {
          expect(fleissKappa(other).value).toBeCloseTo(value, 12);
          expect(fleissKappa(other).standardError).toBeCloseTo(standardError ?? Number.NaN, 10);
        }
      }),
    );
  });

  test("refuses what is no table of as many raters each", () => {
    expect(() =>
      fleissKappa([
        [2, 1],
        [2, 2],
      ]),
    ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() => fleissKappa([[2, 1], [3]])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() => fleissKappa([[1.5, 1.5]])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
    expect(() => fleissKappa([[4, -1]])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 0 }));
    expect(() => fleissKappa([[2, 1]], { level: 95 })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
