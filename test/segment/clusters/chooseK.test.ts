import { type ChooseKOptions, chooseK, encode, kMeans, seededRandom, silhouette } from "cxkit";
import { describe, expect, test } from "vitest";
import { codeOf } from "../codeOf.js";
import { pointsAround, triangle } from "./pointsAround.js";

describe("chooseK", () => {
  test("finds three clusters by either method, and says why", () => {
    expect(chooseK(triangle, { to: 6 })).toMatchObject({
      k: 3,
      reason: "highest-silhouette",
      structure: "strong",
      method: "silhouette",
    });
    expect(chooseK(triangle, { to: 6, method: "gap" })).toMatchObject({
      k: 3,
      reason: "first-gap",
      structure: "strong",
    });
  });

  test("the gap says that one cloud is no clusters; the silhouette cannot, but names a weak structure", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const random = seededRandom(seed);
      const bell = () => random() + random() + random() + random() + random() + random();
      const cloud = Array.from({ length: 200 }, () => [bell(), bell()]);
      expect(chooseK(cloud, { method: "gap", to: 5 })).toMatchObject({ k: 1, reason: "first-gap", structure: null });
      expect(chooseK(cloud, { to: 5 }).structure).toBe("weak");
    }
  });

  test("each candidate has the inertia that kMeans finds, and its silhouette", () => {
    const { candidates } = chooseK(triangle, { from: 1, to: 4 });
    expect(candidates.map(({ k }) => k)).toEqual([1, 2, 3, 4]);
    for (const { k, inertia, explained, silhouette: mean, gap, gapError } of candidates) {
      const result = kMeans(triangle, { k });
      expect([inertia, explained]).toEqual([result.inertia, expect.closeTo(result.explained ?? Number.NaN, 12)]);
      expect([gap, gapError]).toEqual([null, null]);
      if (k === 1) expect(mean).toBeNull();
      else expect(mean).toBeCloseTo(silhouette(triangle, result.assignments).mean ?? Number.NaN, 12);
    }
  });

  test("the gap of one cluster is what drawing evenly out of the box gives, and s is √(1 + 1/B) of its spread", () => {
    // On a line the box is the range, and one cluster's inertia is the sum of squares around the mean.
    const line = [0, 1, 1.5, 2, 4, 4.5, 7, 10];
    const logOf = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.log(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    };
    const random = seededRandom(99);
    const logs = Array.from({ length: 20_000 }, () => logOf(line.map(() => 10 * random())));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
    const references = 4000;
    const { candidates } = chooseK(
      line.map((x) => [x]),
      { method: "gap", from: 1, to: 1, references },
    );
    expect(Math.abs((candidates[0]?.gap ?? 9) - (mean - logOf(line)))).toBeLessThan(
      (5 * deviation) / Math.sqrt(references),
    );
    expect(candidates[0]?.gapError).toBeCloseTo(deviation * Math.sqrt(1 + 1 / references), 1);
  });

  test("the gap does not depend on how the points are turned, as its box lies along their principal axes", () => {
    const long = pointsAround(
      [
        [0, 0],
        [8, 0],
        [16, 0],
        [24, 0],
      ],
      20,
    );
    const turned = long.map(([x = 0, y = 0]) => [0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y]);
    const gapsOf = (rows: number[][]) =>
      chooseK(rows, { method: "gap", to: 5, references: 200 }).candidates.map(({ gap }) => gap ?? 0);
    const [plain, other] = [gapsOf(long), gapsOf(turned)];
    plain.forEach((gap, place) => {
      expect(Math.abs(gap - (other[place] ?? 9))).toBeLessThan(0.06);
    });
  });

  test("where the gap rises to the end, the last k is named, with a warning as its reason", () => {
    const many = pointsAround(
      [
        [0, 0],
        [20, 0],
        [0, 20],
        [20, 20],
        [40, 0],
        [40, 20],
      ],
      15,
    );
    expect(chooseK(many, { method: "gap", from: 3, to: 5 })).toMatchObject({ k: 5, reason: "gap-still-rising" });
    expect(chooseK(many, { method: "gap", from: 3, to: 8 })).toMatchObject({ k: 6, reason: "first-gap" });
  });

  test("few different rows: no more clusters are tried than there are", () => {
    const pairs = [[1], [1], [5], [5], [9], [9]];
    const bySilhouette = chooseK(pairs);
    expect(bySilhouette).toMatchObject({ k: 3, structure: "strong" });
    expect(bySilhouette.candidates.map(({ k }) => k)).toEqual([2, 3]);
    expect(chooseK(pairs, { method: "gap", from: 2 })).toMatchObject({ k: 3, reason: "nothing-left" });
    expect(chooseK([[1], [1]])).toMatchObject({ k: null, reason: "too-few-rows", candidates: [] });
    expect(chooseK([], { method: "gap" })).toMatchObject({ k: null, reason: "too-few-rows", n: 0 });
  });

  test("takes features, a scaling, or encoded rows, and counts what it leaves out", () => {
    const rows = triangle.map(([x, y], i) => ({ x: i === 7 ? null : x, y, kind: i < 60 ? "a" : "b" }));
    const result = chooseK(rows, { features: { x: (row) => row.x, y: (row) => row.y }, scaling: "standard", to: 4 });
    expect(result).toMatchObject({ k: 3, n: 89, missing: 1, invalid: 0 });
    const features = encode(rows, { features: { x: (row) => row.x, y: (row) => row.y, kind: (row) => row.kind } });
    expect(chooseK(rows, { features, to: 4 })).toMatchObject({ k: 3, n: 89, missing: 1 });
  });

  test("the same seed gives the same choice, and a sample is enough for many rows", () => {
    const rows = pointsAround(
      [
        [0, 0],
        [5, 9],
        [10, 0],
      ],
      800,
    );
    const options = { to: 4, method: "gap", starts: 2, sample: 150, references: 10, seed: 11 } as const;
    const result = chooseK(rows, options);
    expect(result.k).toBe(3);
    expect(chooseK(rows, options)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  const wrong: [what: string, options: object][] = [
    ["an unknown method", { method: "elbow" }],
    ["an unknown option", { k: 3 }],
    ["no clusters", { from: 0 }],
    ["fewer clusters at most than at least", { from: 5, to: 4 }],
    ["a sample of one", { sample: 1 }],
    ["one reference", { references: 1 }],
    ["no starts", { starts: 0 }],
  ];
  test.each(wrong)("refuses %s", (_, options) => {
    expect(codeOf(() => chooseK(triangle, options as ChooseKOptions<number[]>))).toBe("invalid-option");
  });
});
