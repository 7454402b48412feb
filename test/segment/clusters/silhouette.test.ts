import { kMeans, type SilhouetteOptions, silhouette } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOf } from "../codeOf.js";

const waits = [[1], [2], [3], [20], [22], [60]];
const groups = ["short", "short", "short", "long", "long", "longest"];

describe("silhouette", () => {
  test("six waits in three groups, worked by hand", () => {
    // Of the wait of 1: 1.5 to its own on average, 20 to the long ones; of 20: 2 to its own, 18 to the short ones.
    const own = [1 - 1.5 / 20, 1 - 1 / 19, 1 - 1.5 / 18, 1 - 2 / 18, 1 - 2 / 20, 0];
    const result = silhouette(waits, groups);
    expect(result.points).toEqual(own.map((width) => expect.closeTo(width, 12)));
    expect(result.mean).toBeCloseTo(own.reduce((sum, width) => sum + width, 0) / 6, 12);
    expect(result.clusters).toEqual([
      { cluster: "long", size: 2, mean: expect.closeTo((8 / 9 + 0.9) / 2, 12) },
      { cluster: "longest", size: 1, mean: 0 },
      { cluster: "short", size: 3, mean: expect.closeTo(((own[0] ?? 0) + (own[1] ?? 0) + (own[2] ?? 0)) / 3, 12) },
    ]);
    expect(result).toMatchObject({ structure: "strong", standardError: 0, n: 6, missing: 0, invalid: 0 });
  });

  test("one cluster has none, nor has nobody", () => {
    expect(silhouette(waits, Array(6).fill(0))).toMatchObject({
      mean: null,
      structure: null,
      points: Array(6).fill(null),
    });
    expect(silhouette(waits, Array(6).fill(0)).clusters).toEqual([{ cluster: 0, size: 6, mean: null }]);
    expect(silhouette([], [])).toMatchObject({ mean: null, clusters: [], points: [], n: 0 });
  });

  test("each in its own cluster is 0 for all, and so are equal rows in different clusters", () => {
    expect(silhouette(waits, [1, 2, 3, 4, 5, 6]).points).toEqual(Array(6).fill(0));
    expect(silhouette([[5], [5], [5], [5]], [0, 0, 1, 1]).points).toEqual([0, 0, 0, 0]);
  });

  test("rows without a cluster or a feature are left out, and counted", () => {
    const rows = [...waits, [4], [null], [Number.NaN]];
    const result = silhouette(rows, [...groups, null, "short", undefined]);
    expect(result.points.slice(6)).toEqual([null, null, null]);
    expect(result.mean).toBe(silhouette(waits, groups).mean);
    expect(result).toMatchObject({ n: 6, missing: 3 });
  });

  test("takes features and their scaling as kMeans does", () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      visits: i % 3 === 0 ? 20 + (i % 5) : i % 4,
      spend: i % 3 === 0 ? 9000 + i : 50 + i,
    }));
    const options = {
      features: { visits: (row: (typeof rows)[0]) => row.visits, spend: (row: (typeof rows)[0]) => row.spend },
      scaling: "standard",
    } as const;
    const { assignments } = kMeans(rows, { k: 2, ...options });
    const scaled = rows.map(({ visits, spend }) => [visits, spend]);
    const moments = [0, 1].map((place) => {
      const values = scaled.map((row) => row[place] ?? 0);
      const mean = values.reduce((sum, value) => sum + value, 0) / 30;
      return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 29) };
    });
    const zScores = scaled.map((row) =>
      row.map((value, place) => (value - (moments[place]?.mean ?? 0)) / (moments[place]?.deviation ?? 1)),
    );
    expect(silhouette(rows, assignments, options).mean).toBeCloseTo(
      silhouette(zScores, assignments).mean ?? Number.NaN,
      10,
    );
  });

  test("a sample estimates the mean within its error, from rows that are each held against all", () => {
    const rows = Array.from({ length: 900 }, (_, i) => [((i * 7919) % 101) / 10 + (i % 3) * 9, (i * 31) % 17]);
    const labels = rows.map((_, i) => i % 3);
    const exact = silhouette(rows, labels);
    const some = silhouette(rows, labels, { sample: 200, seed: 4 });
    const drawn = some.points.flatMap((width, row) => (width === null ? [] : [row]));
    expect(drawn).toHaveLength(200);
    for (const row of drawn) expect(some.points[row]).toBe(exact.points[row]);
    expect(Math.abs((some.mean ?? 9) - (exact.mean ?? 0))).toBeLessThan(4 * (some.standardError ?? 0));
    expect(some.standardError).toBeGreaterThan(0);
    expect(silhouette(rows, labels, { sample: 900 }).mean).toBeCloseTo(exact.mean ?? Number.NaN, 12);
    expect(silhouette(rows, labels, { sample: 200, seed: 4 })).toEqual(some);
    expect(silhouette(rows, labels, { sample: 200, seed: 5 }).mean).not.toBe(some.mean);
  });

  test("the words for a structure", () => {
    const wordAt = (gap: number) => silhouette([[0], [2], [gap], [gap + 2]], [0, 0, 1, 1]).structure;
    expect([100, 6.5, 3.5, 2.5].map(wordAt)).toEqual(["strong", "reasonable", "weak", "none"]);
  });

  const wrong: [what: string, labels: unknown[], options: object][] = [
    ["fewer assignments than rows", [0, 1], {}],
    ["an unknown option", groups, { k: 3 }],
    ["a sample of nobody", groups, { sample: 0 }],
    ["a seed that is no whole number", groups, { seed: 0.5 }],
    ["an unknown scaling", groups, { scaling: "z" }],
  ];
  test.each(wrong)("refuses %s", (_, labels, options) => {
    expect(codeOf(() => silhouette(waits, labels as string[], options as SilhouetteOptions<number[]>))).toBe(
      "invalid-option",
    );
  });
});

describe("silhouettes", () => {
  const coordinate = fc.integer({ min: -20, max: 20 });
  const labelled = fc.array(fc.tuple(coordinate, coordinate, fc.constantFrom("a", "b", "c")), {
    minLength: 2,
    maxLength: 30,
  });
  const parts = (rows: readonly (readonly [number, number, string])[]) => ({
    points: rows.map(([x, y]) => [x, y]),
    labels: rows.map(([, , label]) => label),
  });

  /** By the definition, without any thought of speed. */
  function plain(points: readonly number[][], labels: readonly string[]): number[] {
    const distance = (a: readonly number[], b: readonly number[]) =>
      Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));
    return points.map((point, place) => {
      const meanTo = (label: string) => {
        const others = points.filter((_, other) => other !== place && labels[other] === label);
        return others.length === 0
          ? null
          : others.reduce((sum, other) => sum + distance(point, other), 0) / others.length;
      };
      const a = meanTo(labels[place] ?? "");
      if (a === null) return 0;
      const b = Math.min(
        ...[...new Set(labels)].flatMap((label) => (label === labels[place] ? [] : [meanTo(label) ?? 0])),
      );
      return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
    });
  }

  test("are those of the definition, and lie within −1 and 1", () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const { points, labels } = parts(rows);
        fc.pre(new Set(labels).size > 1);
        const result = silhouette(points, labels);
        const wanted = plain(points, labels);
        result.points.forEach((width, place) => {
          expect(Math.abs(width ?? 9)).toBeLessThanOrEqual(1);
          expect(width).toBeCloseTo(wanted[place] ?? Number.NaN, 10);
        });
        const bySize = result.clusters.reduce((sum, { size, mean }) => sum + size * (mean ?? 0), 0) / result.n;
        expect(result.mean).toBeCloseTo(bySize, 10);
      }),
    );
  });

  test("do not depend on the order of the rows, the names of the clusters, where the rows lie, or their unit", () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const { points, labels } = parts(rows);
        const { points: widths } = silhouette(points, labels);
        const same = (other: readonly (number | null)[]) => {
          other.forEach((width, place) => {
            const wanted = widths[place] ?? null;
            if (wanted === null) expect(width).toBeNull();
            else expect(width).toBeCloseTo(wanted, 9);
          });
        };
        same(silhouette(points.toReversed(), labels.toReversed()).points.toReversed());
        same(
          silhouette(
            points,
            labels.map((label) => label.charCodeAt(0)),
          ).points,
        );
        same(
          silhouette(
            points.map(([x = 0, y = 0]) => [7 - 3 * x, 3 * y]),
            labels,
          ).points,
        );
      }),
    );
  });
});
