import { cronbachAlpha } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** The twelve people and eleven questions of real-statistics.com, with the gaps that pingouin's data set has. */
const elevenQuestions = `11111111111 11111111010 .0.1.1.1100 11101101100 11111000100 01.01111000
  11110010000 11111000000 01011000010 1001010.000 11100000000 10010000000`;
const quiz = elevenQuestions.split(/\s+/).map((row) => [...row].map((mark) => (mark === "." ? null : Number(mark))));

const threeQuestions = [
  [1, 1, 1],
  [2, 1, 1],
  [2, 1, 2],
  [3, 2, 1],
  [2, 3, 2],
  [2, 3, 3],
  [3, 2, 3],
  [3, 3, 3],
  [2, 3, 2],
  [3, 3, 3],
];
const anyRows = fc.integer({ min: 2, max: 5 }).chain((items) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: items, maxLength: items }), {
    minLength: 3,
    maxLength: 30,
  }),
);

describe("cronbachAlpha", () => {
  test('gives the figure of R\'s psych, alpha(use = "complete.obs"), and pingouin, after rows with gaps are left out', () => {
    const { value, interval, n, missing } = cronbachAlpha(quiz);
    expect(value).toBeCloseTo(0.8016949152542373, 13);
    expect({ n, missing }).toEqual({ n: 9, missing: 3 });
    // Of nine rows, by SciPy's F distribution; pingouin counts the rows left out too, and gives that of twelve.
    expect(interval?.low).toBeCloseTo(0.5330031999132735, 12);
    expect(interval?.high).toBeCloseTo(0.9472079673390164, 12);
  });

  test("gives the figure of R's ltm, cronbach.alpha, for ten people and three questions", () => {
    const { value, interval, alphaIfDeleted } = cronbachAlpha(threeQuestions);
    expect(value).toBeCloseTo(0.7734375, 13);
    expect(interval?.low).toBeCloseTo(0.33637295077676055, 12);
    expect(interval?.high).toBeCloseTo(0.9387913903007241, 12);
    // Of two items, 4 c / (v + w + 2 c), from their variances and covariances in 90ths.
    expect(alphaIfDeleted[0]).toBeCloseTo((4 * 48) / (76 + 69 + 2 * 48), 12);
    expect(alphaIfDeleted[1]).toBeCloseTo((4 * 27) / (41 + 69 + 2 * 27), 12);
    expect(alphaIfDeleted[2]).toBeCloseTo((4 * 24) / (41 + 76 + 2 * 24), 12);
  });

  test("makes of 1 less alpha what Chris Evans's R code makes of .913 for 873 people and 20 items: .9044024 to .9211588", () => {
    const rows = Array.from({ length: 873 }, (_, row) =>
      Array.from({ length: 20 }, (__, item) => ((row * 37) % 89) + ((row * (item + 3) * 17) % 41)),
    );
    const { value, interval } = cronbachAlpha(rows);
    const left = 1 - (value ?? 1);
    expect((1 - (interval?.low ?? 1)) / left).toBeCloseTo((1 - 0.9044024) / 0.087, 5);
    expect((1 - (interval?.high ?? 1)) / left).toBeCloseTo((1 - 0.9211588) / 0.087, 5);
  });

  test("gives StatsBase's figures for each item left out, from a sample with the covariances 10 to 13 and 6", () => {
    // Sixteen rows whose covariances are 6 between any two items and 10, 11, 12 and 13 of one with itself.
    const sign = (row: number, bit: number): number => ((row >> bit) & 1 ? 1 : -1);
    const five = [[0], [1], [2], [3], [0, 1]].map(
      (bits) => (row: number) => bits.reduce((product, bit) => product * sign(row, bit), 1),
    );
    const scale = Math.sqrt(15 / 16);
    const rows = Array.from({ length: 16 }, (_, row) =>
      [10, 11, 12, 13].map((variance, item) => {
        const [common, own] = [five[4]?.(row) ?? 0, five[item]?.(row) ?? 0];
        return scale * (Math.sqrt(6) * common + Math.sqrt(variance - 6) * own);
      }),
    );
    const { value, alphaIfDeleted } = cronbachAlpha(rows);
    expect(value).toBeCloseTo(0.8136, 4);
    expect(alphaIfDeleted.map((each) => Math.round((each ?? 0) * 1e4) / 1e4)).toEqual([0.75, 0.7606, 0.7714, 0.7826]);
  });

  test("is 1 for items that only differ by a constant, without an interval", () => {
    expect(
      cronbachAlpha([
        [1, 2],
        [3, 4],
        [7, 8],
      ]),
    ).toMatchObject({ value: 1, interval: null });
  });

  test("keeps the digits in which rows differ, however large the answers: two pounds apart at 1e16", () => {
    // The covariances are those of 0 and 2, of 0 and 0, and of 1 and 1: no item goes with another.
    const { value } = cronbachAlpha([
      [1e16, 0, 1],
      [1e16 + 2, 0, 1],
    ]);
    expect(value).toBe(0);
    const near = [
      [3, 4, 5],
      [5, 4, 6],
      [1, 2, 3],
    ];
    const far = near.map((row) => row.map((answer) => answer + 2 ** 50));
    expect(cronbachAlpha(far)).toEqual(cronbachAlpha(near));
  });

  test("is null of nothing, of one row, of one item and of sums that do not vary", () => {
    expect(cronbachAlpha([])).toEqual({ value: null, interval: null, alphaIfDeleted: [], n: 0, missing: 0 });
    for (const rows of [
      [[1, 2]],
      [[1], [2]],
      [
        [0.1, 0.3],
        [0.3, 0.1],
        [0.2, 0.2],
      ],
      [
        [4, 4],
        [4, 4],
      ],
      [[], []],
    ]) {
      expect(cronbachAlpha(rows)).toMatchObject({ value: null, interval: null });
    }
    expect(
      cronbachAlpha([
        [1, 2],
        [3, 4],
      ]).alphaIfDeleted,
    ).toEqual([null, null]);
    expect(
      cronbachAlpha([
        [1, null],
        [undefined, 2],
        [Number.NaN, 1],
      ]),
    ).toMatchObject({ value: null, n: 0, missing: 3 });
  });

  test("is at most 1, within its interval, and does not mind the order of rows and items, nor the unit and zero", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { value, interval } = cronbachAlpha(rows);
        if (value === null) return;
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        if (interval !== null) {
          expect(interval.low).toBeLessThanOrEqual(value);
          expect(interval.high).toBeGreaterThanOrEqual(value);
          expect(interval.high).toBeLessThanOrEqual(1);
        }
        for (const other of [
          rows.toReversed(),
          rows.map((row) => row.toReversed()),
          rows.map((row) => row.map((answer, item) => answer * 2.5 + item * 1000)),
        ]) {
          expect(Math.abs((cronbachAlpha(other).value ?? Number.NaN) - value)).toBeLessThan(
            1e-8 * (1 + Math.abs(value)),
          );
        }
      }),
    );
  });

  test("says for each item what is left without it", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        cronbachAlpha(rows).alphaIfDeleted.forEach((left, item) => {
          const rest = cronbachAlpha(rows.map((row) => row.filter((_, other) => other !== item))).value;
          if (rest === null) expect(left).toBeNull();
          else expect(left).toBeCloseTo(rest, 8);
        });
      }),
    );
  });

  test("refuses rows of unequal length and what is no number", () => {
    expect(() => cronbachAlpha([[1, 2], [1]])).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() =>
      cronbachAlpha([
        [1, 2],
        [1, Number.POSITIVE_INFINITY],
      ]),
    ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() =>
      cronbachAlpha([
        [1, 2],
        ["1" as never, 2],
      ]),
    ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    expect(() => cronbachAlpha(threeQuestions, { level: 95 })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
