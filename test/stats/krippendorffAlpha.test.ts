import { agreementTable, cohensKappa, krippendorffAlpha } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const canonical = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const metrics = ["nominal", "ordinal", "interval", "ratio"] as const;
const anyRatings = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 8 })).chain(([raters, units]) =>
  fc.array(fc.array(fc.option(fc.nat(4), { nil: null }), { minLength: units, maxLength: units }), {
    minLength: raters,
    maxLength: raters,
  }),
);

/** By the book: the matrix of coincidences, and the sum of all its distances. */
function byCoincidences(ratings: readonly (readonly (number | null)[])[], metric: (typeof metrics)[number]) {
  const units = (ratings[0] ?? [])
    .map((_, unit) => ratings.flatMap((row) => (row[unit] === null ? [] : [row[unit] ?? 0])))
    .filter((unit) => unit.length > 1);
  const total = (value: number): number => units.flat().filter((each) => each === value).length;
  const n = units.flat().length;
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const distance = (a: number, b: number): number => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    if (a === b) return 0;
    if (metric === "nominal") return 1;
    if (metric === "interval") return (a - b) ** 2;
    if (metric === "ratio") return ((a - b) / (a + b)) ** 2;
    const between = values
      .filter((value) => value >= low && value <= high)
      .reduce((sum, value) => sum + total(value), 0);
    return (between - (total(a) + total(b)) / 2) ** 2;
  };
  let [observed, expected] = [0, 0];
  for (const unit of units) {
    for (const a of unit) for (const b of unit) observed += distance(a, b) / (unit.length - 1);
  }
  for (const a of values) for (const b of values) expected += (total(a) * total(b) * distance(a, b)) / (n - 1);
  return expected === 0 ? null : 1 - observed / expected;
}

describe("krippendorffAlpha", () => {
  test.each([
    // The canonical four raters of twelve things (Krippendorff 2004, chapter 11); fast-krippendorff has .743, .815 and .797.
    ["nominal", 0.743421052631579],
    ["ordinal", 0.8153875037548814],
    ["interval", 0.8491071428571428],
    ["ratio", 0.7974027747116121],
  ] as const)("gives the published figure of %s ratings", (metric, wanted) => {
    const result = krippendorffAlpha(canonical, { metric });
    expect(result.value).toBeCloseTo(wanted, 12);
    expect(result).toMatchObject({ n: 11, pairableValues: 40, unitsLeftOut: 1, missing: 7 });
  });

  test("gives nltk's figure of three coders", () => {
    const coders = [
      [1, 0, 2, 0, 1, 1, 2, 0, 1, 1],
      [1, 1, 0, 0, 1, 1, 2, 1, 1, 0],
      [1, 2, 2, 1, 2, 1, 2, 1, 1, 0],
    ];
    expect(krippendorffAlpha(coders).value).toBeCloseTo(0.30952380952380953, 13);
  });

  test("is what the matrix of coincidences makes it, for every metric", () => {
    fc.assert(
      fc.property(anyRatings, fc.constantFrom(...metrics), (ratings, metric) => {
        const wanted = byCoincidences(ratings, metric);
        const { value } = krippendorffAlpha(ratings, { metric });
        if (wanted === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(wanted, 10);
      }),
    );
  });

  test("does not mind the order of raters or things, nor the names or, on a scale, its unit", () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const { value } = krippendorffAlpha(ratings);
        const name = (rating: number | null): string | null => (rating === null ? null : `label ${rating}`);
        for (const other of [
          ratings.toReversed(),
          ratings.map((row) => row.toReversed()),
          ratings.map((row) => row.map(name)),
        ]) {
          const result = krippendorffAlpha(other).value;
          if (value === null) expect(result).toBeNull();
          else expect(result).toBeCloseTo(value, 12);
        }
        const scaled = ratings.map((row) => row.map((rating) => (rating === null ? null : rating * 2.5 - 1e4)));
        for (const metric of ["ordinal", "interval"] as const) {
          const plain = krippendorffAlpha(ratings, { metric }).value;
          const moved = krippendorffAlpha(scaled, { metric }).value;
          if (plain === null) expect(moved).toBeNull();
          else expect(moved).toBeCloseTo(plain, 10);
        }
      }),
    );
  });

  test("is 1 at full agreement, and null of nothing, of no pairs and of one and the same value", () => {
    for (const metric of metrics) {
      expect(
        krippendorffAlpha(
          [
            [1, 2, 2],
            [1, 2, 2],
          ],
          { metric },
        ).value,
      ).toBe(1);
      expect(
        krippendorffAlpha(
          [
            [0.1, 0.1, 0.1],
            [0.1, 0.1, 0.1],
          ],
          { metric },
        ).value,
      ).toBeNull();
    }
    expect(krippendorffAlpha([])).toEqual({ value: null, n: 0, pairableValues: 0, unitsLeftOut: 0, missing: 0 });
    expect(
      krippendorffAlpha([
        [1, null],
        [null, 2],
      ]),
    ).toMatchObject({ value: null, n: 0, unitsLeftOut: 2, missing: 2 });
    expect(krippendorffAlpha([[1, 2, 3]])).toMatchObject({ value: null, unitsLeftOut: 3 });
  });

  test("meets Cohen's kappa where two raters of many things use the labels alike", () => {
    const first = Array.from({ length: 4000 }, (_, i) => i % 2);
    const second = first.map((label, i) => (i % 10 < 2 ? 1 - label : label));
    const kappa = cohensKappa(agreementTable(first, second).table).value ?? 0;
    expect(krippendorffAlpha([first, second]).value).toBeCloseTo(kappa, 3);
  });

  test("takes undefined and NaN as missing", () => {
    const holes = [
      [1, undefined, 2, Number.NaN],
      [1, 2, 2, 1],
    ];
    expect(krippendorffAlpha(holes)).toMatchObject({ value: 1, n: 2, missing: 2 });
  });

  test("refuses rows of unequal length, ratings that do not suit, and unknown metrics", () => {
    expect(() => krippendorffAlpha([[1, 2], [1]])).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
    for (const [metric, rating] of [
      ["interval", "2"],
      ["ordinal", Number.POSITIVE_INFINITY],
      ["ratio", -1],
    ] as const) {
      expect(() =>
        krippendorffAlpha(
          [
            [1, 1],
            [1, rating],
          ],
          { metric },
        ),
      ).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
    }
    expect(() => krippendorffAlpha(canonical, { metric: "circular" as never })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
