import { kMeans, type SegmentStabilityOptions, segmentStability } from "cxkit";
import { describe, expect, test } from "vitest";
import { codeOf } from "../codeOf.js";
import { pointsAround, triangle } from "./pointsAround.js";

describe("segmentStability", () => {
  test.each(["bootstrap", "subsample"] as const)(
    "three clusters far apart are found again in every draw: %s",
    (method) => {
      const result = segmentStability(triangle, { k: 3, method, rounds: 20 });
      expect(result).toMatchObject({
        adjustedRandIndex: 1,
        reading: "highly stable",
        rounds: 20,
        undefinedRounds: 0,
        n: 90,
      });
      expect(result.adjustedRandIndices).toEqual(Array(20).fill(1));
      for (const cluster of result.clusters) {
        expect(cluster).toMatchObject({ size: 30, jaccard: 1, recovered: 1, dissolved: 0, reading: "highly stable" });
      }
    },
  );

  test("a cluster that is cut in two is not found again, while another stays stable", () => {
    const { clusters, adjustedRandIndex, reading } = segmentStability(
      pointsAround(
        [
          [0, 0],
          [50, 0],
        ],
        60,
      ),
      { k: 3 },
    );
    // The whole corner is the largest; the halves of the other one are where chance cuts.
    expect(clusters[0]).toMatchObject({ size: 60 });
    expect(clusters[0]?.jaccard).toBeGreaterThan(0.75);
    expect(Math.min(clusters[1]?.jaccard ?? 1, clusters[2]?.jaccard ?? 1)).toBeLessThan(0.75);
    expect(reading).toBe(
      clusters.find(({ jaccard }) => jaccard === Math.min(...clusters.map((one) => one.jaccard ?? 1)))?.reading,
    );
    expect(adjustedRandIndex).toBeLessThan(0.9);
  });

  test("thirds of a ring are not stable: it can be cut anywhere", () => {
    const ring = Array.from({ length: 120 }, (_, i) => [Math.cos((i * Math.PI) / 60), Math.sin((i * Math.PI) / 60)]);
    const { clusters, adjustedRandIndex, reading } = segmentStability(ring, { k: 3 });
    expect(adjustedRandIndex).toBeLessThan(0.5);
    expect(reading).toBe("doubtful");
    // Turned by chance, a third shares a part f of from ½ to 1 with the nearest other one, and f / (2 − f) is 4 ln 1.5 − 1 on average.
    for (const { jaccard } of clusters) expect(Math.abs((jaccard ?? 0) - (4 * Math.log(1.5) - 1))).toBeLessThan(0.1);
  });

  test("clusters have the numbers and sizes of kMeans with the same options", () => {
    const rows = [...pointsAround([[0, 0]], 40), ...pointsAround([[9, 9]], 25), ...pointsAround([[0, 20]], 15)];
    const options = { k: 3, seed: 5, starts: 4 };
    expect(segmentStability(rows, { ...options, rounds: 3 }).clusters.map(({ size }) => size)).toEqual(
      kMeans(rows, options).sizes,
    );
  });

  test("figures are means over the rounds, between 0 and 1", () => {
    const { clusters, adjustedRandIndex, adjustedRandIndices } = segmentStability(pointsAround([[0, 0]], 80), {
      k: 4,
      rounds: 30,
    });
    expect(adjustedRandIndex).toBeCloseTo(adjustedRandIndices.reduce((sum, index) => sum + index, 0) / 30, 12);
    for (const { jaccard, recovered, dissolved } of clusters) {
      for (const share of [jaccard, recovered, dissolved]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect((recovered ?? 0) + (dissolved ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test("with fewer than ten rows for each cluster there are figures but no words: so few rows always agree", () => {
    const { reading, clusters } = segmentStability(triangle.slice(0, 25), { k: 3, rounds: 10 });
    expect(reading).toBeNull();
    expect(clusters.every((cluster) => cluster.reading === null && cluster.jaccard !== null)).toBe(true);
  });

  test("draws with fewer different rows than clusters are counted and left out", () => {
    const result = segmentStability([[1], [2], [3]], { k: 3, rounds: 40 });
    expect(result.undefinedRounds).toBeGreaterThan(5);
    expect(result.undefinedRounds + result.adjustedRandIndices.length).toBe(40);
    expect(segmentStability([[1], [1], [2]], { k: 2, rounds: 1, method: "subsample", seed: 1 }).rounds).toBe(1);
  });

  test("rows that lack a feature are counted, no rows give nothing, and one cluster is always found", () => {
    const rows = [...triangle.map(([x, y]) => ({ x, y })), { x: null, y: 1 }];
    const features = { x: (row: (typeof rows)[0]) => row.x, y: (row: (typeof rows)[0]) => row.y };
    expect(segmentStability(rows, { k: 3, features, scaling: "standard", rounds: 2 })).toMatchObject({
      n: 90,
      missing: 1,
      adjustedRandIndex: 1,
    });
    expect(segmentStability([], { k: 3 })).toMatchObject({
      adjustedRandIndex: null,
      clusters: [],
      reading: null,
      n: 0,
    });
    expect(segmentStability(triangle, { k: 1, rounds: 2 })).toMatchObject({
      adjustedRandIndex: 1,
      reading: "highly stable",
    });
  });

  test("the same seed gives the same result, as plain data", () => {
    const options = { k: 4, rounds: 5, seed: 8 };
    const result = segmentStability(triangle, options);
    expect(segmentStability(triangle, options)).toEqual(result);
    expect(segmentStability(triangle, { ...options, seed: 9 })).not.toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  const wrong: [what: string, options: object][] = [
    ["no k", {}],
    ["more clusters than rows", { k: 91 }],
    ["no rounds", { k: 2, rounds: 0 }],
    ["an unknown method", { k: 2, method: "jackknife" }],
    [
      "given centres, which would hide what is not stable",
      {
        k: 2,
        centers: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  ];
  test.each(wrong)("refuses %s", (_, options) => {
    expect(codeOf(() => segmentStability(triangle, options as SegmentStabilityOptions<number[]>))).toBe(
      "invalid-option",
    );
  });
});
