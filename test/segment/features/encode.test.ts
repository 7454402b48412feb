import { decode, type EncodeSpec, encode, kMeans } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOf } from "../codeOf.js";

interface Customer {
  readonly plan?: string | null;
  readonly spend?: number | null;
  readonly trial?: boolean | null;
  readonly joined?: string | Date | null;
}
/** One feature of rows, encoded. */
const columnOf = <Value>(values: readonly Value[], spec: object = {}) => {
  const encoding = encode(values, { features: { x: { read: (value) => value as number, ...spec } } });
  return { ...encoding, values: encoding.rows.map((row) => row?.[0] ?? null) };
};
const numbers = [4, 1, 3, 2, 10];
const variance = (values: readonly (number | null)[]): number => {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
};

describe("numbers", () => {
  test("standard: mean 4, standard deviation √12.5", () => {
    const { values, features } = columnOf(numbers);
    values.forEach((value, row) => {
      expect(value).toBeCloseTo(((numbers[row] ?? 0) - 4) / Math.sqrt(12.5), 12);
    });
    expect(features[0]?.columns[0]).toMatchObject({ name: "x", role: "value", scaling: "standard", center: 4 });
  });

  test("robust: median 3, quartiles 2 and 4", () => {
    expect(columnOf(numbers, { scaling: "robust" }).values).toEqual([0.5, -1, 0, -0.5, 3.5]);
  });

  test("robust where most values are the same: the standard deviation stands in for the quartiles", () => {
    const { values, features } = columnOf([1, 1, 1, 1, 6], { scaling: "robust" });
    expect(values.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(values[4]).toBeCloseTo(5 / Math.sqrt(5), 12);
    expect(features[0]?.constant).toBe(false);
  });

  test("minMax: from 0 to 1; none: as they are; log1p: standardised logarithms", () => {
    expect(columnOf(numbers, { scaling: "minMax" }).values).toEqual([3 / 9, 0, 2 / 9, 1 / 9, 1]);
    expect(columnOf(numbers, { scaling: "none" }).values).toEqual(numbers);
    const logs = columnOf([0, Math.E - 1, Math.E ** 2 - 1], { scaling: "log1p" }).values;
    expect(logs).toEqual([-1, expect.closeTo(0, 12), expect.closeTo(1, 12)]);
  });

  test("a weight stretches a feature", () => {
    const plain = columnOf(numbers).values;
    expect(columnOf(numbers, { weight: 3 }).values).toEqual(plain.map((value) => expect.closeTo(3 * (value ?? 0), 12)));
  });

  test("a constant is 0 and reported, and reads back as itself", () => {
    const encoding = columnOf([7, 7, 7]);
    expect(encoding.values).toEqual([0, 0, 0]);
    expect(encoding.features[0]?.constant).toBe(true);
    expect(decode(encoding, [[0]])).toEqual([{ x: 7 }]);
    expect(columnOf([7, 7], { scaling: "none" })).toMatchObject({ values: [7, 7], features: [{ constant: true }] });
  });
});

describe("categories, booleans and dates", () => {
  test("a category becomes one column for each word, sorted", () => {
    const { names, rows, features } = columnOf(["b", "a", "b", "c"]);
    expect(names).toEqual(["x=a", "x=b", "x=c"]);
    // Shares 1/4, 1/2, 1/4: the unit is the root of 1 − 3/8.
    const one = 1 / Math.sqrt(0.625);
    expect(rows).toEqual([
      [0, one, 0],
      [one, 0, 0],
      [0, one, 0],
      [0, 0, one],
    ]);
    expect(features[0]).toMatchObject({ kind: "category", constant: false });
  });

  test("a category outweighs no number: variances add up to 1 at most, and words are two units apart at most", () => {
    for (const words of [
      ["a", "b"],
      ["a", "b", "c"],
      Array.from({ length: 30 }, (_, i) => `w${i}`),
      [...Array(99).fill("a"), "b"],
    ]) {
      const { rows, names } = columnOf(words as string[]);
      const total = names.reduce((sum, _, place) => sum + variance(rows.map((row) => row?.[place] ?? null)), 0);
      expect(total).toBeLessThanOrEqual(1 + 1e-12);
      const [first, last] = [rows[0] ?? [], rows.at(-1) ?? []];
      const apart = Math.sqrt(first.reduce((sum, value, place) => sum + (value - (last[place] ?? 0)) ** 2, 0));
      expect(apart).toBeLessThanOrEqual(2 + 1e-12);
      expect(apart).toBeGreaterThanOrEqual(Math.SQRT2);
    }
  });

  test("true and false are as far apart as two words", () => {
    expect(columnOf([true, false, true]).values).toEqual([2, 0, 2]);
    expect(columnOf([true, true])).toMatchObject({ values: [0, 0], features: [{ constant: true }] });
  });

  test("numbers that only name something are categories where the kind says so", () => {
    expect(columnOf([47, 46, 47], { kind: "category" }).names).toEqual(["x=46", "x=47"]);
  });

  test("dates are days, and read back as times", () => {
    const days = ["2026-01-01", new Date("2026-01-03T00:00:00Z"), Date.parse("2026-01-05T00:00:00Z")];
    const encoding = columnOf(days, { kind: "date", scaling: "none" });
    expect(encoding.values).toEqual([20_454, 20_456, 20_458]);
    expect(decode(encoding, [[20_455.5]])).toEqual([{ x: "2026-01-02T12:00:00Z" }]);
    expect(encode([new Date(0)], { features: [(date: Date) => date] }).features[0]).toMatchObject({
      feature: "0",
      kind: "date",
    });
    expect(codeOf(() => columnOf(["2026-01-01T10:00"], { kind: "date" }))).toBe("invalid-time");
    const inOslo = encode(["2026-01-01T01:00"], {
      features: { x: { read: (at) => at, kind: "date", scaling: "none" } },
      timeZone: "Europe/Oslo",
    });
    expect(inOslo.rows).toEqual([[20_454]]);
  });
});

describe("missing values", () => {
  const rows: Customer[] = [
    { plan: "basic", spend: 10 },
    { plan: null, spend: 30 },
    { plan: "basic", spend: Number.NaN },
    { plan: "gold", spend: 20 },
  ];
  const read = { plan: (row: Customer) => row.plan, spend: (row: Customer) => row.spend };

  test("leave a row out, by default, and are counted; the scale is that of the rows that stay", () => {
    const encoding = encode(rows, { features: read });
    expect(encoding.rows.map((row) => row === null)).toEqual([false, true, true, false]);
    expect(encoding).toMatchObject({
      n: 2,
      missing: 2,
      invalid: 0,
      counts: [
        { feature: "plan", missing: 1 },
        { feature: "spend", missing: 1 },
      ],
    });
    expect(encoding.features[1]?.columns[0]?.center).toBe(15);
  });

  test("are an error where they are refused, with the row", () => {
    expect(() => encode(rows, { features: read, missing: "refuse" })).toThrow(/plan.*row 1/);
  });

  test("are replaced by the median and the most frequent word, with a column that says so", () => {
    const encoding = encode(rows, { features: read, missing: "impute", scaling: "none" });
    expect(encoding.names).toEqual(["plan=basic", "plan=gold", "plan missing", "spend", "spend missing"]);
    expect(encoding.rows.map((row) => row?.slice(2))).toEqual([
      [0, 10, 0],
      [2, 30, 0],
      [0, 20, 2],
      [0, 20, 0],
    ]);
    expect(encoding.rows[1]?.slice(0, 2)).toEqual(encoding.rows[0]?.slice(0, 2));
    expect(encoding.features.map(({ fill }) => fill)).toEqual(["basic", 20]);
    expect(encoding).toMatchObject({ n: 4, missing: 0 });
  });

  test("each feature may have its own rule", () => {
    const encoding = encode(rows, { features: { ...read, plan: { read: read.plan, missing: "impute" } } });
    expect(encoding).toMatchObject({ n: 3, missing: 1 });
  });

  test("a feature without any value is 0 where it is imputed, and leaves nothing where it is not", () => {
    const none = [{ spend: null }, {}];
    expect(encode(none, { features: { spend: read.spend }, missing: "impute" }).rows).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(encode(none, { features: { spend: read.spend } })).toMatchObject({ rows: [null, null], n: 0, missing: 2 });
    expect(encode([], { features: read })).toMatchObject({ rows: [], n: 0 });
  });
});

describe("rows encoded like others", () => {
  const spec: EncodeSpec<Customer> = {
    features: {
      plan: (row) => row.plan,
      spend: { read: (row) => row.spend, scaling: "minMax" },
      trial: (row) => row.trial,
    },
  };
  const first = encode<Customer>(
    [
      { plan: "basic", spend: 0, trial: true },
      { plan: "gold", spend: 10, trial: false },
    ],
    spec,
  );

  test("have the scale, the words and the order of the first, also from stored features", () => {
    const like = { features: JSON.parse(JSON.stringify(first.features)) };
    const reordered = {
      features: {
        trial: (row: Customer) => row.trial,
        spend: (row: Customer) => row.spend,
        plan: (row: Customer) => row.plan,
      },
    };
    const { rows, names } = encode<Customer>([{ plan: "gold", spend: 25, trial: true }], { ...reordered, like });
    expect(names).toEqual(first.names);
    expect(rows).toEqual([[0, Math.SQRT2, 2.5, 2]].map((row) => row.map((value) => expect.closeTo(value, 12))));
  });

  test("with an unknown word are as without any, and counted apart", () => {
    const later: Customer[] = [
      { plan: "silver", spend: 1, trial: true },
      { plan: null, spend: 1, trial: true },
    ];
    const { rows, counts, missing } = encode(later, { ...spec, like: first });
    expect([rows, missing, counts[0]]).toEqual([[null, null], 2, { feature: "plan", missing: 2, unknown: 1 }]);
  });

  test("must have the same features", () => {
    expect(codeOf(() => encode<Customer>([], { features: { plan: (row) => row.plan }, like: first }))).toBe(
      "invalid-option",
    );
    const more = { ...spec.features, more: (row: Customer) => row.spend };
    expect(codeOf(() => encode<Customer>([], { features: more, like: first }))).toBe("invalid-option");
  });
});

describe("encode refuses", () => {
  const wrong: [what: string, spec: object][] = [
    ["no features", { features: {} }],
    ["no function", { features: { x: 3 } }],
    ["a feature without a function", { features: { x: { kind: "number" } } }],
    ["an unknown kind", { features: { x: { read: Number, kind: "ordinal" } } }],
    ["an unknown scaling", { features: { x: Number }, scaling: "zscore" }],
    ["an unknown rule for missing values", { features: { x: { read: Number, missing: "drop" } } }],
    ["a weight of 0", { features: { x: { read: Number, weight: 0 } } }],
    ["an unknown option", { features: { x: Number }, policy: "exclude" }],
    ["an unknown option of a feature", { features: { x: { read: Number, unit: "km" } } }],
    ["logarithms of dates", { features: { x: { read: () => new Date(0), scaling: "log1p" } } }],
  ];
  test.each(wrong)("%s", (_, spec) => {
    expect(codeOf(() => encode([1, 2], spec as EncodeSpec<number>))).toBe("invalid-option");
  });

  test("values that are not of their feature, with the row, or counts them", () => {
    const mixed = [1, 2, "three", 4] as number[];
    expect(() => columnOf(mixed)).toThrow(/finite number.*as x, received "three" \(row 2\)/);
    expect(encode(mixed, { features: { x: (value) => value }, invalid: "exclude" })).toMatchObject({
      n: 3,
      invalid: 1,
      missing: 0,
    });
    for (const values of [[1, Number.POSITIVE_INFINITY], [true, 1], ["a", {}], [{}], [new Date(0), "soon"]]) {
      expect(codeOf(() => columnOf(values as number[]))).toMatch(/^invalid-(value|time)$/);
    }
    expect(() => columnOf([3, -0.5], { scaling: "log1p" })).toThrow(/at least 0 as x, received -0.5 \(row 1\)/);
  });
});

describe("decode", () => {
  test("reads centres back: a category as shares, a boolean as the share that is true", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      plan: ["basic", "basic", "gold", "free"][i % 4],
      spend: i % 4 === 2 ? 90 + (i % 3) : 10 + (i % 3),
      app: i % 8 === 0,
    }));
    const encoding = encode(rows, {
      features: { plan: (row) => row.plan, spend: (row) => row.spend, app: (row) => row.app },
    });
    const { centers, assignments } = kMeans(rows, { k: 2, features: encoding });
    const [rest] = decode(encoding, centers);
    const members = rows.filter((_, row) => assignments[row] === 0);
    const share = (holds: (row: (typeof rows)[0]) => boolean) =>
      expect.closeTo(members.filter(holds).length / members.length, 10);
    expect(rest?.["plan"]).toEqual([
      { category: "basic", share: share((row) => row.plan === "basic") },
      { category: "free", share: share((row) => row.plan === "free") },
      { category: "gold", share: 0 },
    ]);
    expect(rest?.["app"]).toEqual(share((row) => row.app));
    expect(rest?.["spend"]).toBeCloseTo(members.reduce((sum, row) => sum + row.spend, 0) / members.length, 10);
  });

  test("a point of another width is refused with its index", () => {
    const encoding = columnOf(numbers);
    expect(() => decode(encoding, [[1], [1, 2]])).toThrow(/1 numbers in each point, received 2 \(row 1\)/);
  });

  test("a number that is none is refused with the index, and so is what is no encoding", () => {
    const encoding = columnOf(numbers);
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, null, "1"]) {
      expect(() => decode(encoding, [[1], [wrong]] as never)).toThrowError(
        expect.objectContaining({ code: "invalid-value", row: 1 }),
      );
    }
    const wrongCall = expect.objectContaining({ code: "invalid-option" });
    expect(() => decode([[1]] as never, encoding as never)).toThrowError(wrongCall);
    expect(() => decode(null as never, [[1]])).toThrowError(wrongCall);
    expect(() => decode(encoding, encoding as never)).toThrowError(wrongCall);
  });

  test("names such as __proto__ are only names", () => {
    const features = Object.fromEntries([["__proto__", (value: string) => value]]);
    const encoding = encode(["constructor", "__proto__"], { features });
    expect(encoding.names).toEqual(["__proto__=__proto__", "__proto__=constructor"]);
    expect(
      Object.keys(
        decode(
          encoding,
          encoding.rows.map((row) => row ?? []),
        )[0] ?? {},
      ),
    ).toEqual(["__proto__"]);
  });

  const row = fc.record({
    number: fc.integer({ min: 0, max: 1000 }),
    word: fc.constantFrom("a", "b", "c"),
    flag: fc.boolean(),
    day: fc.integer({ min: 0, max: 30_000 }).map((day) => new Date(day * 86_400_000)),
  });

  test("gives back what encode was given, whatever the scaling", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.constantFrom("standard", "robust", "minMax", "none", "log1p"),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (rows, scaling, weight) => {
          const encoding = encode(rows, {
            features: {
              number: { read: (one) => one.number, scaling, weight },
              word: (one) => one.word,
              flag: (one) => one.flag,
              day: { read: (one) => one.day, weight },
            },
          });
          const back = decode(
            encoding,
            encoding.rows.map((one) => one ?? []),
          );
          rows.forEach((one, place) => {
            const point = back[place];
            expect(point?.["number"]).toBeCloseTo(one.number, 6);
            expect(point?.["flag"]).toBeCloseTo(Number(one.flag), 12);
            expect(Math.abs(Date.parse(String(point?.["day"])) - one.day.getTime())).toBeLessThanOrEqual(1);
            const shares = point?.["word"] as { category: string; share: number }[];
            expect(shares.map(({ share }) => share)).toEqual(
              shares.map(({ category }) => expect.closeTo(Number(category === one.word), 12)),
            );
          });
          const again = encode(rows, {
            features: {
              number: (one) => one.number,
              word: (one) => one.word,
              flag: (one) => one.flag,
              day: (one) => one.day,
            },
            like: encoding,
          });
          expect(again.rows).toEqual(encoding.rows);
        },
      ),
    );
  });

  test("what encode gives does not depend on the order of the rows, and survives JSON", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const spec = {
          features: { word: (one: (typeof rows)[0]) => one.word, flag: (one: (typeof rows)[0]) => one.flag },
        };
        const encoding = encode(rows, spec);
        expect(encode(rows.toReversed(), spec).rows.toReversed()).toEqual(encoding.rows);
        expect(JSON.parse(JSON.stringify(encoding))).toEqual(encoding);
      }),
    );
  });
});
