import { groupBy, isCxError, type KMeansOptions, kMeans, measure, npsMetric, segmentOf } from "cxkit";
import { describe, expect, test } from "vitest";

const codes = ({ notes }: { notes: readonly { code: string }[] }): string[] => notes.map(({ code }) => code);

/** What an error says of itself. */
function errorOf(act: () => unknown): { code: string; row: number | null; message: string } | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!isCxError(error)) throw error;
    return { code: error.code, row: error.row, message: error.message };
  }
}

/** Twenty shoppers who come often and spend much, and thirty who do not. */
const shoppers = Array.from({ length: 50 }, (_, i) => ({
  id: `c${i}`,
  visits: i % 5 < 2 ? 20 + (i % 7) : 1 + (i % 4),
  spend: i % 5 < 2 ? 900 + 13 * (i % 11) : 30 + 5 * (i % 9),
  member: i % 5 < 2,
}));
const features = { visits: (row: (typeof shoppers)[0]) => row.visits, spend: (row: (typeof shoppers)[0]) => row.spend };

describe("kMeans", () => {
  test("finds two kinds of shoppers, numbers the larger kind first, and says what their centres are", () => {
    const result = kMeans(shoppers, { k: 2, features, scaling: "standard" });
    expect(result.sizes).toEqual([30, 20]);
    shoppers.forEach(({ member }, row) => {
      expect(result.assignments[row]).toBe(member ? 1 : 0);
    });
    const frequent = shoppers.filter(({ member }) => member);
    const mean = (of: (row: (typeof shoppers)[0]) => number) => frequent.reduce((sum, row) => sum + of(row), 0) / 20;
    expect(result.centers[1]).toEqual([
      expect.closeTo(mean(features.visits), 10),
      expect.closeTo(mean(features.spend), 8),
    ]);
    expect(result.features.map(({ feature }) => feature)).toEqual(["visits", "spend"]);
    expect(result).toMatchObject({
      k: 2,
      n: 50,
      missing: 0,
      invalid: 0,
      converged: true,
      starts: 10,
      agreeingStarts: 10,
      seed: 1,
    });
  });

  test("one pass by hand: four points on a line from centres 0 and 1", () => {
    // 0 and 1 begin at their centres; 8 and 10 go to 1. Then the centres are 0 and 19/3, and 1 goes back to 0; then 0.5 and 9.
    const line = [[0], [1], [8], [10]];
    const steps = [1, 2, 3, 4].map((maximumIterations) =>
      kMeans(line, { k: 2, centers: [[0], [1]], maximumIterations }),
    );
    expect(steps.map(({ centers }) => centers.flat())).toEqual([
      [0, 19 / 3],
      [0.5, 9],
      [0.5, 9],
      [0.5, 9],
    ]);
    expect(steps.map(({ converged }) => converged)).toEqual([false, false, true, true]);
    expect(steps.map(({ assignments }) => assignments)).toEqual(Array(4).fill([0, 0, 1, 1]));
    expect(steps[3]).toMatchObject({ inertia: 2.5, inertias: [0.5, 2], total: 74.75, between: 72.25, iterations: 3 });
    expect(codes(steps[0] ?? { notes: [] })).toContain("not-converged");
  });

  test("of two centres that are as near, the first has the point", () => {
    expect(kMeans([[0], [1], [2]], { k: 2, centers: [[0], [2]], maximumIterations: 1 }).assignments[1]).toBe(0);
  });

  test("a cluster that nobody is near to begins anew at the point that is farthest from its centre", () => {
    const result = kMeans([[0], [1], [2], [50]], { k: 3, centers: [[0], [2], [-1000]] });
    expect(result.sizes).toEqual([2, 1, 1]);
    expect(result.centers).toEqual([[0.5], [2], [50]]);
  });

  test("many empty clusters at once are all filled", () => {
    const centers = [[5], ...Array.from({ length: 4 }, () => [9999])];
    const result = kMeans([[0], [3], [6], [9], [12]], { k: 5, centers });
    expect(result.sizes).toEqual([1, 1, 1, 1, 1]);
    expect(result.inertia).toBe(0);
  });

  test("given centres keep their numbers, in the units of the features whatever the scaling", () => {
    const centers = [
      [25, 950],
      [2, 50],
    ];
    for (const scaling of ["none", "standard", "robust", "minMax", "log1p"] as const) {
      const result = kMeans(shoppers, { k: 2, features, scaling, centers });
      expect(result.sizes).toEqual([20, 30]);
      expect(result.centers[0]?.[1]).toBeGreaterThan(900);
      const again = kMeans(shoppers, { k: 2, features, scaling, centers: result.centers });
      expect(again.assignments).toEqual(result.assignments);
      expect(again.iterations).toBe(2);
    }
  });

  test("features may be functions by name, in a list, one function for all, or the rows themselves", () => {
    const lists = shoppers.map(({ visits, spend }) => [visits, spend]);
    const results = [
      kMeans(shoppers, { k: 3, features }),
      kMeans(shoppers, { k: 3, features: [features.visits, features.spend] }),
      kMeans(shoppers, { k: 3, features: (row) => [row.visits, row.spend] }),
      kMeans(lists, { k: 3 }),
      kMeans(
        lists.map((list) => Float64Array.from(list)),
        { k: 3 },
      ),
      kMeans(new Set(lists), { k: 3 }),
    ];
    for (const { assignments, centers, inertia } of results) {
      expect({ assignments, centers, inertia }).toEqual({
        assignments: results[0]?.assignments,
        centers: results[0]?.centers,
        inertia: results[0]?.inertia,
      });
    }
    expect(results[3]?.features.map(({ feature }) => feature)).toEqual(["0", "1"]);
  });

  test("true and false are 1 and 0", () => {
    const result = kMeans(shoppers, { k: 2, features: { member: (row) => row.member } });
    expect(result.centers).toEqual([[0], [1]]);
  });

  test("a row that lacks a feature is in no cluster, and counted", () => {
    const rows = [
      [1, 1],
      [1, null],
      [9, 9],
      [Number.NaN, 2],
      [1, 2],
      [undefined, 3],
      [9, 8],
    ];
    const result = kMeans(rows, { k: 2 });
    expect(result.assignments).toEqual([0, null, 1, null, 0, null, 1]);
    expect(result).toMatchObject({ n: 4, missing: 3, invalid: 0 });
    expect(result.features.map(({ missing }) => missing)).toEqual([2, 1]);
    expect(result.n + result.missing + result.invalid).toBe(rows.length);
  });

  test("no rows, or none that is whole, give nothing and no error", () => {
    const nothing = { centers: [], sizes: [], inertia: null, total: null, explained: null, n: 0 };
    expect(kMeans([], { k: 3 })).toMatchObject({ ...nothing, assignments: [] });
    const result = kMeans([{ x: null }, { x: undefined }], { k: 1, features: { x: (row) => row.x } });
    expect(result).toMatchObject({ ...nothing, assignments: [null, null], missing: 2 });
    expect(codes(result)).toEqual(["no-rows"]);
  });

  test("customers come out with their segment, and every metric can be cut by it", () => {
    const some = [
      ...shoppers,
      { id: "", visits: 2, spend: 40, member: false },
      { id: "new", visits: null, spend: 1, member: false },
    ];
    const result = kMeans(some, {
      k: 2,
      features: { visits: (row) => row.visits, spend: (row) => row.spend },
      scaling: "standard",
      customer: (row) => row.id,
    });
    expect(result.customers).toHaveLength(51);
    expect(result.missingCustomers).toBe(1);
    const segment = segmentOf(result);
    expect(["c0", "c2", "new", "nobody"].map(segment)).toEqual(["cluster 1", "cluster 0", null, null]);
    const answers = shoppers.map(({ id, member }) => ({ customer: id, score: member ? 10 : 3 }));
    const groups = measure(
      answers,
      groupBy(
        (row) => segment(row.customer),
        npsMetric((row) => row.score),
      ),
    );
    expect(groups.map(({ key, result }) => [key, result.value, result.n])).toEqual([
      ["cluster 0", -100, 30],
      ["cluster 1", 100, 20],
    ]);
  });

  test("what comes out is plain data and survives JSON", () => {
    const result = kMeans(shoppers, { k: 2, features, scaling: "log1p", customer: (row) => row.id });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("the rows are left as they are", () => {
    const rows = Object.freeze(
      [
        [3, 1],
        [2, 2],
        [1, 9],
      ].map((row) => Object.freeze(row)),
    );
    kMeans(rows, { k: 2, scaling: "standard" });
    expect(rows).toEqual([
      [3, 1],
      [2, 2],
      [1, 9],
    ]);
  });
});

describe("the notes of kMeans", () => {
  test("few rows, and constant features", () => {
    const rows = shoppers.map((row) => ({ ...row, country: 47 }));
    const result = kMeans(rows, {
      k: 6,
      features: { ...features, country: (row: (typeof rows)[0]) => row.country },
      scaling: "standard",
    });
    expect(result.notes).toContainEqual({ code: "few-rows", features: [] });
    expect(result.notes).toContainEqual({ code: "constant", features: ["country"] });
    expect(result.centers.every((center) => center[2] === 47)).toBe(true);
  });

  test("unscaled features of different units, of which a constant is none", () => {
    const constant = { ...features, constant: () => 0.1 };
    expect(kMeans(shoppers, { k: 2, features: constant }).notes).toContainEqual({
      code: "unequal-scales",
      features: ["spend"],
    });
    expect(codes(kMeans(shoppers, { k: 2, features, scaling: "standard" }))).not.toContain("unequal-scales");
    expect(codes(kMeans(shoppers, { k: 2, features: { visits: features.visits, again: features.visits } }))).toEqual(
      [],
    );
  });

  test("ratings that all rise together give steps of one scale, and not kinds", () => {
    const ratings = Array.from({ length: 200 }, (_, i) => {
      const mood = 1 + (i % 5);
      return [0, 1, 2, 3].map((item) => mood + ((i * (item + 3)) % 4) / 10);
    });
    expect(codes(kMeans(ratings, { k: 3 }))).toContain("one-line");
    const triangle = Array.from({ length: 90 }, (_, i) => [
      5 * (i % 3) + (i % 7) / 9,
      (i % 3 === 1 ? 9 : 0) + (i % 4) / 9,
    ]);
    expect(codes(kMeans(triangle, { k: 3 }))).toEqual([]);
    // Two centres always lie on a line.
    expect(codes(kMeans(ratings, { k: 2 }))).toEqual([]);
  });
});

describe("kMeans refuses", () => {
  const lists = [
    [1, 2],
    [3, 4],
    [5, 6],
  ];
  const wrong: [what: string, options: object][] = [
    ["no k", {}],
    ["a k of 0", { k: 0 }],
    ["half a cluster", { k: 1.5 }],
    ["more clusters than rows", { k: 4 }],
    ["an unknown option", { k: 2, clusters: 2 }],
    ["an unknown scaling", { k: 2, scaling: "zscore" }],
    ["a seed that is no whole number", { k: 2, seed: 0.5 }],
    ["no starts", { k: 2, starts: 0 }],
    ["no iterations", { k: 2, maximumIterations: 0 }],
    ["a negative tolerance", { k: 2, tolerance: -1 }],
    ["centres fewer than k", { k: 2, centers: [[1, 2]] }],
    ["centres of another width", { k: 2, centers: [[1], [2]] }],
    [
      "centres that are no numbers",
      {
        k: 2,
        centers: [
          [1, Number.NaN],
          [1, 2],
        ],
      },
    ],
    [
      "centres below what log1p is of",
      {
        k: 2,
        scaling: "log1p",
        centers: [
          [1, -2],
          [1, 2],
        ],
      },
    ],
    ["no features", { k: 2, features: {} }],
    ["a feature that is no function", { k: 2, features: { a: 3 } }],
    ["a customer that is no function", { k: 2, customer: "id" }],
    ["an unknown policy for invalid values", { k: 2, invalid: "ignore" }],
  ];
  test.each(wrong)("%s", (_, options) => {
    expect(errorOf(() => kMeans(lists, options as KMeansOptions<number[]>))?.code).toBe("invalid-option");
  });

  test("wrong options before any row is read", () => {
    const unread = {
      [Symbol.iterator]: () => {
        throw new Error("read");
      },
    };
    expect(errorOf(() => kMeans(unread as Iterable<number[]>, { k: 2, starts: 0 }))?.code).toBe("invalid-option");
  });

  test("more clusters than there are different rows", () => {
    const alike = [
      [1, 1],
      [2, 2],
      [1, 1],
      [2, 2],
    ];
    expect(errorOf(() => kMeans(alike, { k: 3 }))?.message).toContain("different");
    expect(
      errorOf(() =>
        kMeans(alike, {
          k: 3,
          centers: [
            [1, 1],
            [2, 2],
            [3, 3],
          ],
        }),
      )?.code,
    ).toBe("invalid-option");
    expect(kMeans(alike, { k: 2 }).inertia).toBe(0);
    expect(kMeans([[7], [7], [7]], { k: 1 })).toMatchObject({ inertia: 0, explained: null, centers: [[7]] });
  });

  test("values that are no numbers, with the row, or counts them", () => {
    const rows = [{ x: 1 }, { x: "2" }, { x: 9 }, { x: Number.POSITIVE_INFINITY }, { x: 1.5 }];
    const options = { k: 2, features: { x: (row: { x: unknown }) => row.x as number } };
    expect(errorOf(() => kMeans(rows, options))).toMatchObject({ code: "invalid-value", row: 1 });
    const result = kMeans(rows, { ...options, invalid: "exclude" });
    expect(result).toMatchObject({ n: 3, invalid: 2, missing: 0, assignments: [0, null, 1, null, 0] });
    expect(errorOf(() => kMeans([[1], [-1]], { k: 1, scaling: "log1p" }))).toMatchObject({
      code: "invalid-value",
      row: 1,
    });
  });

  test("rows that are no lists, or lists of different lengths", () => {
    expect(errorOf(() => kMeans([[1, 2], [3]], { k: 1 }))).toMatchObject({ code: "invalid-value", row: 1 });
    expect(errorOf(() => kMeans([[1], { x: 1 }] as unknown as number[][], { k: 1 }))).toMatchObject({
      code: "invalid-value",
      row: 1,
    });
  });

  test("a customer with two rows", () => {
    const twice = [
      { id: 1, x: 1 },
      { id: 2, x: 2 },
      { id: 1, x: 3 },
    ];
    const act = () => kMeans(twice, { k: 2, features: { x: (row) => row.x }, customer: (row) => row.id });
    expect(errorOf(act)).toMatchObject({ code: "invalid-value", row: 2 });
  });

  test("and passes on what an accessor throws, with the row where it is an error of ours", () => {
    const thrown = new Error("mine");
    expect(() =>
      kMeans([1], {
        k: 1,
        features: () => {
          throw thrown;
        },
      }),
    ).toThrow(thrown);
  });
});
