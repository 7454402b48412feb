/** Fisher's iris: R's kmeans(algorithm = "Lloyd") from given centres, and R's silhouette, where the golden values are at hand. */
import { existsSync, readFileSync } from "node:fs";
import { chooseK, kMeans, silhouette } from "cxkit";
import { describe, expect, test } from "vitest";

const golden = new URL("../../../../shared/oracle/cluster/kmeans.json", import.meta.url);
const isThere = existsSync(golden);
const { iris } = isThere ? JSON.parse(readFileSync(golden, "utf8")) : { iris: { data: [], runs: [] } };

interface Run {
  readonly name: string;
  readonly k: number;
  readonly init_rows_1based: number[];
  readonly cluster_1based: number[];
  readonly sizes: number[];
  readonly centers: number[][];
  readonly within_ss: number[];
  readonly tot_withinss: number;
  readonly between_ss: number;
  readonly total_ss: number;
  readonly iterations_R: number;
  readonly hartigan_wong_tot_withinss: number;
  readonly silhouette_mean: number;
  readonly silhouette_by_cluster: number[];
  readonly silhouette_first20: number[];
}
const runs: Run[] = iris.runs;
const columns = [0, 1, 2, 3];

/** z-scores with n − 1, made by hand. */
function zScores(rows: readonly number[][]): number[][] {
  const moments = columns.map((column) => {
    const values = rows.map((row) => row[column] ?? Number.NaN);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    return { mean, deviation };
  });
  return rows.map((row) => moments.map(({ mean, deviation }, column) => ((row[column] ?? 0) - mean) / deviation));
}

const expectClose = (actual: readonly (number | null)[], wanted: readonly number[], digits = 10): void => {
  expect(actual).toHaveLength(wanted.length);
  wanted.forEach((value, place) => {
    expect(actual[place]).toBeCloseTo(value, digits);
  });
};

describe.skipIf(!isThere)("iris (skipped where ../shared/oracle is absent)", () => {
  const raw: number[][] = iris.data;
  const scaled = zScores(raw);
  const startsOf = (rows: number[][], run: Run) => run.init_rows_1based.map((row) => rows[row - 1] ?? []);

  test.each(runs)("$name from given centres: every figure of R's Lloyd", (run) => {
    const result = kMeans(scaled, { k: run.k, centers: startsOf(scaled, run) });
    expect(result.assignments).toEqual(run.cluster_1based.map((cluster) => cluster - 1));
    expect(result.sizes).toEqual(run.sizes);
    expectClose(result.centers.flat(), run.centers.flat());
    expectClose(result.inertias, run.within_ss);
    expectClose([result.inertia, result.between, result.total], [run.tot_withinss, run.between_ss, run.total_ss]);
    expect(result).toMatchObject({ converged: true, iterations: run.iterations_R, starts: 1, seed: null });
  });

  test.each(runs)("$name by accessors and standard scaling: the same, with centres in centimetres", (run) => {
    const features = columns.map((column) => (row: number[]) => row[column]);
    const result = kMeans(raw, { k: run.k, features, scaling: "standard", centers: startsOf(raw, run) });
    expect(result.assignments).toEqual(run.cluster_1based.map((cluster) => cluster - 1));
    expect(result.inertia).toBeCloseTo(run.tot_withinss, 8);
    result.centers.forEach((center, cluster) => {
      const members = raw.filter((_, row) => run.cluster_1based[row] === cluster + 1);
      const means = columns.map((column) => members.reduce((sum, row) => sum + (row[column] ?? 0), 0) / members.length);
      expectClose(center, means);
    });
  });

  test.each(runs)("$name from ten draws: at least as good as R's best of many starts", (run) => {
    const { inertia } = kMeans(raw, { k: run.k, scaling: "standard" });
    expect(inertia).toBeLessThanOrEqual(run.hartigan_wong_tot_withinss + 1e-8);
  });

  test.each(runs)("$name: silhouettes as R's", (run) => {
    const { mean, clusters, points, standardError } = silhouette(scaled, run.cluster_1based);
    expect(mean).toBeCloseTo(run.silhouette_mean, 10);
    expectClose(
      clusters.map((one) => one.mean),
      run.silhouette_by_cluster,
    );
    expect(clusters.map(({ cluster }) => cluster)).toEqual(run.sizes.map((_, place) => place + 1));
    expectClose(points.slice(0, 20), run.silhouette_first20);
    expect(standardError).toBe(0);
  });

  test("unscaled: the inertias, sizes and silhouettes that textbooks print", () => {
    const known = [
      { k: 2, inertia: 152.34795, sizes: [97, 53], mean: 0.681046 },
      { k: 3, inertia: 78.85144, sizes: [62, 50, 38], mean: 0.552819 },
      { k: 4, inertia: 57.2285, sizes: null, mean: 0.49805 },
    ];
    for (const { k, inertia, sizes, mean } of known) {
      for (const seed of [1, 2, 3, 42, 2026]) {
        const result = kMeans(raw, { k, seed });
        expect(result.inertia).toBeCloseTo(inertia, 4);
        if (sizes !== null) expect(result.sizes).toEqual(sizes);
        expect(silhouette(raw, result.assignments).mean).toBeCloseTo(mean, 5);
      }
    }
    const { k, candidates } = chooseK(raw, { to: 4 });
    expect(k).toBe(2);
    expectClose(
      candidates.map(({ silhouette }) => silhouette),
      known.map(({ mean }) => mean),
      5,
    );
  });
});

test("the petals of eight iris flowers from given centres, worked by hand", () => {
  // Length and width of flowers 1, 2, 51, 52, 53, 101, 102 and 103: only the 102nd is nearer to another kind than to its own.
  const petals = [
    [1.4, 0.2],
    [1.4, 0.2],
    [4.7, 1.4],
    [4.5, 1.5],
    [4.9, 1.5],
    [6, 2.5],
    [5.1, 1.9],
    [5.9, 2.1],
  ];
  const result = kMeans(petals, {
    k: 3,
    centers: [
      [1.4, 0.2],
      [4.7, 1.4],
      [6, 2.5],
    ],
  });
  expect(result.assignments).toEqual([0, 0, 1, 1, 1, 2, 1, 2]);
  expect(result.sizes).toEqual([2, 4, 2]);
  expect(result.centers[1]).toEqual([expect.closeTo(4.8, 12), expect.closeTo(1.575, 12)]);
});
