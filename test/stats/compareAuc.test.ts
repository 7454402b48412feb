import { auc, bootstrap, compareAuc } from "cxkit";
import { describe, expect, test } from "vitest";

describe("compareAuc", () => {
  const rows = Array.from({ length: 80 }, (_, i) => ({
    a: (i * 37) % 101,
    b: (i * 59) % 97,
    one: (i * 53) % 100 < (i * 37) % 101,
  }));
  const [a, b, outcomes] = [rows.map((row) => row.a), rows.map((row) => row.b), rows.map((row) => row.one)] as const;

  test("is the difference of both areas, with an error like that of drawing customers again", () => {
    const result = compareAuc(a, b, outcomes);
    expect(result.first).toBe(auc(a, outcomes).value);
    expect(result.second).toBe(auc(b, outcomes).value);
    const drawn = bootstrap(
      rows,
      (sample) => {
        const again = sample.map(({ one }) => one);
        return compareAuc(
          sample.map((row) => row.a),
          sample.map((row) => row.b),
          again,
        ).difference;
      },
      { replicates: 2000, seed: 5 },
    );
    expect((drawn.standardError ?? 0) / (result.standardError ?? 1)).toBeCloseTo(1, 1);
    const swapped = compareAuc(b, a, outcomes);
    expect(swapped.difference).toBeCloseTo(-(result.difference ?? 0), 14);
    expect(swapped.pValue).toBeCloseTo(result.pValue ?? -1, 12);
  });

  test("has the error of a single area where the other score is the same for all", () => {
    const flat = compareAuc(
      a,
      a.map(() => 1),
      outcomes,
    );
    expect(flat.second).toBe(0.5);
    expect(flat.standardError).toBeCloseTo(auc(a, outcomes).standardError ?? 0, 14);
  });

  test("says nothing of scores that order all rows alike", () => {
    const doubled = a.map((score) => 2 * score);
    expect(compareAuc(a, doubled, outcomes)).toMatchObject({ difference: 0, standardError: null, pValue: null });
  });

  test("leaves out rows that lack anything", () => {
    const result = compareAuc([1, 2, null, 4, 5], [5, null, 3, 1, 2], [0, 1, 1, 1, null]);
    expect(result).toMatchObject({ n: 2, missing: 3, first: 1, second: 0, difference: 1 });
    expect(compareAuc([], [], [])).toMatchObject({ difference: null, n: 0 });
  });
});
