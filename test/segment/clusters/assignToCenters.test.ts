import { assignToCenters, encode, groupBy, kMeans, measure, rateMetric, segmentOf } from "cxkit";
import { describe, expect, test } from "vitest";
import { codeOf } from "../codeOf.js";

const customers = Array.from({ length: 40 }, (_, i) => ({
  id: i,
  visits: 1 + (i % 4) * (i % 2 === 0 ? 1 : 9),
  spend: 10 * (1 + (i % 3)),
}));
interface Bought {
  readonly visits: number;
  readonly spend: number | null;
}
const features = { visits: (row: Bought) => row.visits, spend: (row: Bought) => row.spend };

describe("assignToCenters", () => {
  test.each(["none", "standard", "robust", "minMax", "log1p"] as const)(
    "gives the rows of a model the clusters they had: %s",
    (scaling) => {
      const model = kMeans(customers, { k: 3, features, scaling });
      const stored = JSON.parse(JSON.stringify(model));
      const result = assignToCenters(stored, customers, { features });
      expect(result.assignments).toEqual(model.assignments);
      const squares = result.distances.reduce<number>((sum, distance) => sum + (distance ?? 0) ** 2, 0);
      expect(squares).toBeCloseTo(model.inertia ?? Number.NaN, 8);
    },
  );

  test("refuses what is no model, such as rows in its place", () => {
    for (const wrong of [[[1, 2]], null, {}, { centers: [[1]] }]) {
      expect(codeOf(() => assignToCenters(wrong as never, [[1, 2]]))).toBe("invalid-option");
    }
  });

  test("features come in any order of their names, and new customers into segments that groupBy takes", () => {
    const model = kMeans(customers, {
      k: 2,
      features,
      scaling: "standard",
      centers: [
        [2, 20],
        [25, 20],
      ],
    });
    const fresh = [
      { id: "new", visits: 30, spend: 20 },
      { id: "old", visits: 1, spend: 10 },
      { id: "unknown", visits: 3, spend: null },
      { id: null, visits: 2, spend: 20 },
    ];
    const { spend, visits } = features;
    const result = assignToCenters(model, fresh, { features: { spend, visits }, customer: (row) => row.id });
    expect(result).toMatchObject({ assignments: [1, 0, null, 0], n: 3, missing: 1, invalid: 0, missingCustomers: 1 });
    expect(result.distances[2]).toBeNull();
    const segment = segmentOf(result);
    const renewals = [
      { who: "new", renewed: true },
      { who: "old", renewed: false },
      { who: "unknown", renewed: true },
    ];
    const shares = measure(
      renewals,
      groupBy(
        (row) => segment(row.who),
        rateMetric((row) => row.renewed),
      ),
    );
    expect(shares.map(({ key, result: share }) => [key, share.value])).toEqual([
      ["cluster 0", 0],
      ["cluster 1", 1],
      [null, 1],
    ]);
  });

  test("rows that are lists, and rows that are encoded like those of the model", () => {
    const model = kMeans(
      [
        [1, 1],
        [2, 1],
        [9, 9],
      ],
      { k: 2 },
    );
    expect(
      assignToCenters(model, [
        [8, 8],
        [0, 0],
      ]).assignments,
    ).toEqual([1, 0]);
    const spec = {
      features: { visits: features.visits, kind: (row: { id: number }) => (row.id % 2 === 0 ? "even" : "odd") },
    };
    const encoding = encode(customers, spec);
    const encoded = kMeans(customers, { k: 2, features: encoding });
    const later = customers.slice(5, 9);
    const again = assignToCenters(encoded, later, { features: encode(later, { ...spec, like: encoding }) });
    expect(again.assignments).toEqual(encoded.assignments.slice(5, 9));
  });

  test("a row far from all centres has a great distance", () => {
    const model = kMeans([[0], [1], [10], [11]], { k: 2 });
    expect(assignToCenters(model, [[0.5], [500]]).distances).toEqual([0, 489.5]);
  });

  test("refuses features that are not those of the model, and a model without centres", () => {
    const model = kMeans(customers, { k: 2, features });
    const { visits, spend } = features;
    for (const wrong of [{ visits }, { visits, money: spend }, { visits, spend, more: spend }, [visits, spend]]) {
      expect(codeOf(() => assignToCenters(model, customers, { features: wrong }))).toBe("invalid-option");
    }
    expect(codeOf(() => assignToCenters(model, customers, { features, scaling: "none" } as object))).toBe(
      "invalid-option",
    );
    expect(codeOf(() => assignToCenters(kMeans([], { k: 2 }), [[1]]))).toBe("invalid-option");
    const encoding = encode(customers, { features: { visits } });
    expect(codeOf(() => assignToCenters(model, customers, { features: encoding }))).toBe("invalid-option");
  });

  test("a value that the scaling is not of is refused with its row, or counted", () => {
    const model = kMeans(customers, { k: 2, features, scaling: "log1p" });
    const rows = [
      { visits: 1, spend: 5 },
      { visits: 1, spend: -5 },
    ];
    expect(() => assignToCenters(model, rows, { features })).toThrow(/at least 0 as spend.*row 1/);
    expect(assignToCenters(model, rows, { features, invalid: "exclude" })).toMatchObject({ n: 1, invalid: 1 });
  });

  test("no rows are no error", () => {
    expect(assignToCenters(kMeans(customers, { k: 2, features }), [], { features })).toMatchObject({
      assignments: [],
      n: 0,
    });
  });
});
