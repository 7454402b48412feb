import {
  benjaminiHochberg,
  type Contrast,
  cliffsDelta,
  cohensH,
  fisherExactTest,
  hedgesG,
  kMeans,
  mannWhitneyTest,
  newcombeDifference,
  type ProfileOptions,
  profile,
  segmentOf,
  twoProportionTest,
  welchTest,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOf } from "../codeOf.js";

interface Customer {
  readonly id: number;
  readonly segment: string | null;
  readonly spend: number | null;
  readonly app: boolean;
  readonly plan: string;
}
/** A third are loyal: they spend twice as much, and half of them use the app; the plan has nothing to do with it. */
const customers: Customer[] = Array.from({ length: 150 }, (_, i) => {
  const isLoyal = i % 3 === 0;
  return {
    id: i,
    segment: i === 149 ? null : isLoyal ? "loyal" : i % 3 === 1 ? "new" : "other",
    spend: i % 50 === 7 ? null : (isLoyal ? 40 : 20) + ((i * 7) % 11),
    app: isLoyal ? i % 2 === 0 : i % 5 === 0,
    plan: ["basic", "gold", "free"][Math.floor(i / 3) % 3] ?? "",
  };
});
const features = {
  spend: (row: Customer) => row.spend,
  app: (row: Customer) => row.app,
  plan: (row: Customer) => row.plan,
};
const known = customers.filter(({ segment }) => segment !== null);
const spendOf = (rows: readonly Customer[]) => rows.flatMap(({ spend }) => (spend === null ? [] : [spend]));
const [loyal, rest] = [
  known.filter(({ segment }) => segment === "loyal"),
  known.filter(({ segment }) => segment !== "loyal"),
];
const contrastOf = (
  contrasts: readonly Contrast[] | undefined,
  feature: string,
  category: string | null = null,
): Contrast => {
  const found = contrasts?.find((one) => one.feature === feature && one.category === category);
  if (found === undefined) throw new Error(`no contrast of ${feature}`);
  return found;
};

describe("profile", () => {
  const result = profile(customers, { segment: (row) => row.segment, features });

  test("counts who is in which segment, and who in none", () => {
    expect(result.segments.map(({ segment, n }) => [segment, n])).toEqual([
      ["loyal", 50],
      ["new", 50],
      ["other", 49],
    ]);
    expect(result).toMatchObject({ n: 149, missing: 1, invalid: 0, method: "means", level: 0.95 });
    expect(result.segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("numbers: means, Welch's test and Hedges's g of the segment and the rest", () => {
    const [inside, outside] = [spendOf(loyal), spendOf(rest)];
    const welch = welchTest(inside, outside);
    const effect = hedgesG(inside, outside);
    expect(contrastOf(result.segments[0]?.contrasts, "spend")).toMatchObject({
      kind: "number",
      segment: { value: welch.means[0], n: inside.length, missing: loyal.length - inside.length },
      rest: { value: welch.means[1], n: outside.length, missing: rest.length - outside.length },
      difference: welch.difference,
      interval: welch.interval,
      effect: { measure: "hedges-g", value: effect.value, interval: effect.interval, magnitude: "large" },
      pValue: welch.pValue,
      reading: "much higher",
    });
  });

  test("shares: Newcombe's interval, the z test and Cohen's h", () => {
    const counts = [loyal, rest].map((rows) => rows.filter(({ app }) => app).length) as [number, number];
    const found = contrastOf(result.segments[0]?.contrasts, "app");
    expect(found).toMatchObject({
      kind: "boolean",
      segment: { value: counts[0] / 50, n: 50, missing: 0 },
      difference: expect.closeTo(counts[0] / 50 - counts[1] / 99, 12),
      interval: newcombeDifference(counts[0], 50, counts[1], 99),
      effect: { measure: "cohens-h", value: cohensH(counts[0] / 50, counts[1] / 99) },
      pValue: twoProportionTest(counts[0], 50, counts[1], 99).pValue,
      reading: "higher",
    });
    const half = 1.959963984540054 * Math.sqrt(1 / 50 + 1 / 99);
    expect(found.effect.interval?.high).toBeCloseTo((found.effect.value ?? 0) + half, 10);
  });

  test("a category has one contrast for each of its words", () => {
    const plans = result.segments[0]?.contrasts.filter(({ feature }) => feature === "plan");
    expect(plans?.map(({ category }) => category).sort()).toEqual(["basic", "free", "gold"]);
    expect(plans?.reduce((sum, { segment }) => sum + (segment.value ?? 0), 0)).toBeCloseTo(1, 12);
    expect(plans?.every(({ reading }) => reading === "may be chance")).toBe(true);
  });

  test("p-values are adjusted for all segments and features at once", () => {
    const all = result.segments.flatMap(({ contrasts }) => contrasts);
    expect(result.tests).toBe(3 * 5);
    expect(all).toHaveLength(15);
    expect(all.map(({ adjustedPValue }) => adjustedPValue)).toEqual(benjaminiHochberg(all.map(({ pValue }) => pValue)));
  });

  test("what sets a segment apart comes first, what may be chance last", () => {
    expect(result.segments[0]?.contrasts.map(({ feature, reading }) => `${feature}: ${reading}`)).toEqual([
      "spend: much higher",
      "app: higher",
      "plan: may be chance",
      "plan: may be chance",
      "plan: may be chance",
    ]);
  });

  test("few in a cell: Fisher's exact test takes the place of z", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ group: i < 8 ? "a" : "b", vip: i < 3 || i === 20 }));
    const { segments } = profile(rows, { segment: (row) => row.group, features: { vip: (row) => row.vip } });
    expect(segments[0]?.contrasts[0]?.pValue).toBe(
      fisherExactTest([
        [3, 5],
        [1, 31],
      ]).pValue,
    );
  });

  test("by ranks: medians, the Hodges–Lehmann shift, and Cliff's delta for numbers and shares", () => {
    const { segments, method } = profile(customers, { segment: (row) => row.segment, features, method: "ranks" });
    expect(method).toBe("ranks");
    const [inside, outside] = [spendOf(loyal), spendOf(rest)];
    const [delta, test] = [cliffsDelta(inside, outside), mannWhitneyTest(inside, outside)];
    expect(contrastOf(segments[0]?.contrasts, "spend")).toMatchObject({
      segment: { value: inside.toSorted((a, b) => a - b)[Math.floor(inside.length / 2)] },
      difference: test.shift,
      interval: test.interval,
      effect: { measure: "cliffs-delta", value: delta.value, interval: delta.interval, magnitude: "large" },
      pValue: test.pValue,
    });
    const app = contrastOf(segments[0]?.contrasts, "app");
    expect(app.effect).toMatchObject({ measure: "cliffs-delta", value: app.difference });
    const asNumbers = [loyal, rest].map((rows) => rows.map((row) => Number(row.app))) as [number[], number[]];
    expect(app.effect.value).toBeCloseTo(cliffsDelta(...asNumbers).value ?? Number.NaN, 12);
  });

  test("by ranks, ratings may differ though the median of all differences is 0", () => {
    const rows = Array.from({ length: 400 }, (_, i) => ({
      group: i % 2,
      rating: i % 8 === 0 ? 5 : i % 8 === 1 ? 1 : 3,
    }));
    const { segments } = profile(rows, {
      segment: (row) => row.group,
      features: { rating: (row) => row.rating },
      method: "ranks",
    });
    expect(segments[0]?.contrasts[0]).toMatchObject({
      difference: 0,
      effect: { magnitude: "medium" },
      reading: "higher",
    });
  });

  test("a difference that thousands of rows make significant may still be none worth telling", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      group: i % 2,
      score: ((i * 7919) % 100) + (i % 2 === 0 ? 4 : 0),
    }));
    const found = profile(rows, { segment: (row) => row.group, features: { score: (row) => row.score } }).segments[0]
      ?.contrasts[0];
    expect(found?.adjustedPValue).toBeLessThan(1e-3);
    expect(found).toMatchObject({ effect: { magnitude: "negligible" }, reading: "no difference worth telling" });
  });

  test("what segments were made from differs because it was made to: it has no p-value, and is no test", () => {
    const options = { segment: (row: Customer) => row.segment, features, madeFrom: ["spend"] };
    const made = profile(customers, options);
    expect(made.tests).toBe(3 * 4);
    const found = contrastOf(made.segments[0]?.contrasts, "spend");
    expect(found).toMatchObject({ pValue: null, adjustedPValue: null, reading: "much higher" });
    expect(made.segments[0]?.contrasts[0]?.feature).toBe("spend");
  });

  test("takes any segmentation: clusters in the order of the rows, or by customer", () => {
    const clusters = kMeans(customers, { k: 2, features: { spend: features.spend }, customer: (row) => row.id });
    const byRow = profile(customers, { segment: clusters.assignments, features });
    const segment = segmentOf(clusters);
    const byCustomer = profile(customers, { segment: (row) => segment(row.id), features });
    expect(byRow.segments.map((one) => one.contrasts)).toEqual(byCustomer.segments.map((one) => one.contrasts));
    expect(byRow.segments.map((one) => one.segment)).toEqual([0, 1]);
    expect(byCustomer.segments.map((one) => one.segment)).toEqual(["cluster 0", "cluster 1"]);
    expect([byRow.n, byRow.missing]).toEqual([clusters.n, clusters.missing]);
  });

  test("segments may overlap, and a row may be known to be in none", () => {
    const rows = [
      { tags: ["a", "b"], x: 1 },
      { tags: ["a"], x: 2 },
      { tags: [], x: 3 },
      { tags: null, x: 99 },
      { tags: ["b"], x: 5 },
    ];
    const { segments, n, missing } = profile(rows, { segment: (row) => row.tags, features: { x: (row) => row.x } });
    expect([n, missing]).toEqual([4, 1]);
    expect(
      segments.map(({ segment, n: size, contrasts }) => [
        segment,
        size,
        contrasts[0]?.segment.value,
        contrasts[0]?.rest.value,
      ]),
    ).toEqual([
      ["a", 2, 1.5, 4],
      ["b", 2, 3, 2.5],
    ]);
  });

  test("too little to compare is not known, and no error", () => {
    const options = {
      segment: (row: { s: string; x: number | null }) => row.s,
      features: { x: (row: { x: number | null }) => row.x },
    };
    const readings = (rows: { s: string; x: number | null }[]) =>
      profile(rows, options).segments.map(({ contrasts }) => contrasts[0]?.reading);
    expect(
      readings([
        { s: "a", x: 1 },
        { s: "b", x: 2 },
      ]),
    ).toEqual(["not known", "not known"]);
    expect(
      readings([
        { s: "a", x: null },
        { s: "b", x: 2 },
      ]),
    ).toEqual(["not known", "not known"]);
    expect(
      readings([
        { s: "a", x: 3 },
        { s: "a", x: 3 },
        { s: "b", x: 3 },
        { s: "b", x: 3 },
      ]),
    ).toEqual(Array(2).fill("no difference worth telling"));
    // All in one segment: there is no rest.
    expect(
      readings([
        { s: "a", x: 3 },
        { s: "a", x: 4 },
      ]),
    ).toEqual(["not known"]);
    expect(profile([], options)).toMatchObject({ segments: [], n: 0, tests: 0 });
    const alone = profile([{ s: "a", x: 1 }], { ...options, features: { word: () => "w", is: () => true } });
    expect(alone.segments[0]?.contrasts.map(({ reading, segment }) => [reading, segment.value])).toEqual([
      ["not known", 1],
      ["not known", 1],
    ]);
  });

  test("dates are days, and values that are not allowed are refused with their row, or counted", () => {
    const rows = [
      { s: 1, at: "2026-01-01" },
      { s: 1, at: "2026-01-03" },
      { s: 2, at: "2026-02-01" },
      { s: 2, at: "2026-02-03" },
    ];
    const at = { read: (row: { at: string }) => row.at, kind: "date" as const };
    const found = profile(rows, { segment: (row) => row.s, features: { at } }).segments[0]?.contrasts[0];
    expect(found).toMatchObject({ difference: -31, segment: { value: 20_455 } });
    const wrong = [...rows, { s: 2, at: "soon" }];
    expect(() => profile(wrong, { segment: (row) => row.s, features: { at } })).toThrow(/row 4/);
    expect(profile(wrong, { segment: (row) => row.s, features: { at }, invalid: "exclude" })).toMatchObject({
      n: 4,
      invalid: 1,
      missing: 0,
    });
    expect(() => profile([{ s: {} }], { segment: (row) => row.s as string, features: { x: () => 1 } })).toThrow(
      /row 0/,
    );
  });

  const wrong: [what: string, options: object][] = [
    ["no segment", { features }],
    ["segments fewer than rows", { segment: ["a"], features }],
    ["no features", { segment: () => "a", features: {} }],
    ["a feature that is no function", { segment: () => "a", features: { x: 1 } }],
    [
      "a feature with an option that it has not",
      { segment: () => "a", features: { x: { read: () => 1, scaling: "none" } } },
    ],
    ["an unknown method", { segment: () => "a", features, method: "medians" }],
    ["a name in madeFrom that is no feature", { segment: () => "a", features, madeFrom: ["age"] }],
    ["a level in percent", { segment: () => "a", features, level: 95 }],
    ["an unknown option", { segment: () => "a", features, adjust: "holm" }],
  ];
  test.each(wrong)("refuses %s", (_, options) => {
    expect(codeOf(() => profile(customers, options as ProfileOptions<Customer>))).toBe("invalid-option");
  });
});

describe("profiles", () => {
  const row = fc.record({
    segment: fc.constantFrom("a", "b", "c", null),
    x: fc.option(fc.integer({ min: 0, max: 50 })),
    flag: fc.boolean(),
    word: fc.constantFrom("u", "v", "w"),
  });
  type Row = { segment: string | null; x: number | null; flag: boolean; word: string };
  const read = { x: (one: Row) => one.x, flag: (one: Row) => one.flag, word: (one: Row) => one.word };
  const method = fc.constantFrom("means" as const, "ranks" as const);

  test("count every row on one side or none, adjust no p-value downwards, and survive JSON", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), method, (rows, by) => {
        const result = profile(rows, { segment: (one) => one.segment, features: read, method: by });
        expect(result.n + result.missing).toBe(rows.length);
        for (const { n, contrasts } of result.segments) {
          for (const { segment, rest: others, pValue, adjustedPValue } of contrasts) {
            expect(segment.n + segment.missing).toBe(n);
            expect(others.n + others.missing).toBe(result.n - n);
            if (pValue !== null) expect(adjustedPValue).toBeGreaterThanOrEqual(pValue);
          }
        }
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
        const of = (some: readonly Row[]) =>
          profile(some, { segment: (one) => one.segment, features: read }).segments.map(({ segment, contrasts }) => [
            segment,
            contrasts
              .map(({ feature, category, difference }) => [
                `${feature} ${category}`,
                difference === null ? null : Number(difference.toFixed(9)) + 0,
              ])
              .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
          ]);
        expect(of(rows.toReversed())).toEqual(of(rows));
      }),
    );
  });

  test("of two segments are each other's mirror", () => {
    const two = fc.array(
      row.map((one) => ({ ...one, segment: one.segment === "a" ? "a" : "b" })),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(two, method, (rows, by) => {
        const { segments } = profile(rows, { segment: (one) => one.segment, features: read, method: by });
        const [first, second] = segments;
        if (first === undefined || second === undefined) return;
        for (const one of first.contrasts) {
          const other = contrastOf(second.contrasts, one.feature, one.category as string | null);
          expect(other.segment.value).toBe(one.rest.value);
          if (one.effect.value === null) expect(other.effect.value).toBeNull();
          else expect(other.effect.value).toBeCloseTo(-one.effect.value, 9);
          if (one.pValue === null) expect(other.pValue).toBeNull();
          else expect(other.pValue).toBeCloseTo(one.pValue, 9);
        }
      }),
    );
  });
});
