import { kMeans } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const whole = fc.integer({ min: -4, max: 4 });
/** Numbers whose sums and means are hardly ever the same as others. */
const fraction = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((x) => x / 20_011);
const sizes = { minLength: 4, maxLength: 60 };
/** Points with many ties, or with none. */
const points = fc.oneof(fc.array(fc.tuple(whole, whole), sizes), fc.array(fc.tuple(fraction, fraction), sizes));
type Point = readonly [number, number];
const different = (rows: readonly Point[]): Point[] => [
  ...new Map(rows.map((row) => [String(row.map((x) => x + 0)), row])).values(),
];
/** Rows, and centres that are different rows of them. */
const cases = points
  .map((rows) => ({ rows, centers: different(rows).slice(0, 3) }))
  .filter(({ centers }) => centers.length > 1)
  .map(({ rows, centers }) => ({ rows, centers: centers.map((center) => [...center]), k: centers.length }));

const square = (row: ArrayLike<number>, center: ArrayLike<number>): number =>
  Array.from(row).reduce((sum, value, place) => sum + (value - (center[place] ?? 0)) ** 2, 0);

/** Lloyd's algorithm as everybody writes it, for clusters none of which runs empty; null where one does. */
function plainLloyd(rows: readonly Point[], from: readonly (readonly number[])[], rounds: number) {
  let centers = from;
  let labels: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = labels;
    labels = rows.map((row) => {
      const squares = centers.map((center) => square(row, center));
      return squares.indexOf(Math.min(...squares));
    });
    const members = centers.map((_, cluster) => rows.filter((_, row) => labels[row] === cluster));
    if (members.some(({ length }) => length === 0)) return null;
    if (labels.every((label, row) => label === before[row])) return { labels, centers, rounds: round + 1 };
    centers = members.map((some) =>
      [0, 1].map((place) => some.reduce((sum, row) => sum + (row[place] ?? 0), 0) / some.length),
    );
  }
  return null;
}

describe("kMeans", () => {
  test("from given centres is plain Lloyd to the last label, bounds or not", () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, ({ rows, centers, k }) => {
        const wanted = plainLloyd(rows, centers, 300);
        if (wanted === null) return;
        compared++;
        const result = kMeans(rows, { k, centers });
        expect(result.assignments).toEqual(wanted.labels);
        expect(result.iterations).toBe(wanted.rounds);
        expect(result.centers.flat()).toEqual(wanted.centers.flat());
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  test("never makes the sum of squares greater from one pass to the next", () => {
    fc.assert(
      fc.property(cases, ({ rows, centers, k }) => {
        let before = Number.POSITIVE_INFINITY;
        for (let maximumIterations = 1; maximumIterations <= 8; maximumIterations++) {
          const inertia = kMeans(rows, { k, centers, maximumIterations }).inertia ?? Number.NaN;
          expect(inertia).toBeLessThanOrEqual(before * (1 + 1e-12) + 1e-12);
          before = inertia;
        }
      }),
    );
  });

  test("leaves every row at its nearest centre, every centre at the mean of its rows, and no cluster empty", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 20 }), ({ rows, k }, seed) => {
        const result = kMeans(rows, { k, seed, starts: 2 });
        expect(result.converged).toBe(true);
        expect(Math.min(...result.sizes)).toBeGreaterThan(0);
        rows.forEach((row, place) => {
          const squares = result.centers.map((center) => square(row, center));
          expect(squares[result.assignments[place] ?? -1]).toBeLessThanOrEqual(Math.min(...squares) + 1e-9);
        });
        result.centers.forEach((center, cluster) => {
          const members = rows.filter((_, place) => result.assignments[place] === cluster);
          expect(members).toHaveLength(result.sizes[cluster] ?? -1);
          center.forEach((value, place) => {
            const sum = members.reduce((all, row) => all + (row[place] ?? 0), 0);
            expect(value).toBeCloseTo(sum / members.length, 9);
          });
        });
      }),
    );
  });

  test("sums add up: inertia by cluster, and total = inertia + between", () => {
    fc.assert(
      fc.property(cases, ({ rows, k }) => {
        const { inertia, inertias, total, between, explained } = kMeans(rows, { k, starts: 1 });
        expect(inertias.reduce((sum, one) => sum + one, 0)).toBeCloseTo(inertia ?? Number.NaN, 9);
        expect((inertia ?? 0) + (between ?? 0)).toBeCloseTo(total ?? Number.NaN, 8);
        expect(explained).toBeGreaterThanOrEqual(0);
        expect(explained).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("no single row would be better off in another cluster", () => {
    fc.assert(
      fc.property(cases, ({ rows, k }) => {
        const { assignments, centers, sizes } = kMeans(rows, { k, starts: 1 });
        rows.forEach((row, place) => {
          const own = assignments[place] ?? -1;
          const size = sizes[own] ?? 0;
          if (size < 2) return;
          const gain = (square(row, centers[own] ?? []) * size) / (size - 1);
          centers.forEach((center, other) => {
            const cost = (square(row, center) * (sizes[other] ?? 0)) / ((sizes[other] ?? 0) + 1);
            if (other !== own) expect(cost).toBeGreaterThanOrEqual(gain * (1 - 1e-8) - 1e-9);
          });
        });
      }),
    );
  });

  test("the order of the rows does not matter from given centres", () => {
    const spread = fc.array(fc.tuple(fraction, fraction), sizes);
    fc.assert(
      fc.property(spread, (rows) => {
        const centers = [
          [-20, 3],
          [20, -3],
        ];
        fc.pre(different(rows).length > 2);
        const forth = kMeans(rows, { k: 2, centers });
        const back = kMeans(rows.toReversed(), { k: 2, centers });
        expect(back.assignments.toReversed()).toEqual(forth.assignments);
        back.centers.flat().forEach((value, place) => {
          expect(value).toBeCloseTo(forth.centers.flat()[place] ?? Number.NaN, 10);
        });
      }),
    );
  });

  test("moving all rows moves the centres and nothing else; with standard scaling, so does any change of unit", () => {
    const lattice = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), sizes);
    fc.assert(
      fc.property(lattice, fc.integer({ min: -64, max: 64 }), fc.integer({ min: -6, max: 6 }), (rows, shift, power) => {
        fc.pre(different(rows).length > 3);
        const moved = rows.map(([x, y]) => [x + shift, y - shift]);
        const [plain, shifted] = [rows, moved].map((some) => kMeans(some, { k: 2 }));
        expect(shifted?.inertia).toBeCloseTo(plain?.inertia ?? Number.NaN, 6);
        const scaled = rows.map(([x, y]) => [x * 2 ** power, y]);
        const [first, second] = [rows, scaled].map((some) => kMeans(some, { k: 2, scaling: "standard" }));
        expect(second?.assignments).toEqual(first?.assignments);
        expect(second?.inertia).toBeCloseTo(first?.inertia ?? Number.NaN, 9);
      }),
    );
  });

  test("the same seed gives the same result, and clusters are numbered by size", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -1000, max: 1000 }), ({ rows, k }, seed) => {
        const result = kMeans(rows, { k, seed, starts: 3 });
        expect(kMeans(rows, { k, seed, starts: 3 })).toEqual(result);
        expect(result.sizes.toSorted((a, b) => b - a)).toEqual(result.sizes);
        expect(result.agreeingStarts).toBeGreaterThan(0);
      }),
    );
  });

  test("more starts, and more clusters, never do worse", () => {
    fc.assert(
      fc.property(cases, ({ rows, k }) => {
        const inertiaOf = (clusters: number, starts: number) =>
          kMeans(rows, { k: clusters, starts }).inertia ?? Number.NaN;
        expect(inertiaOf(k, 6)).toBeLessThanOrEqual(inertiaOf(k, 2) + 1e-9);
        expect(inertiaOf(k, 10)).toBeLessThanOrEqual(inertiaOf(1, 1) + 1e-9);
      }),
    );
  });

  test("every row that comes in goes out: in a cluster, missing or invalid", () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(null, undefined, Number.NaN, "x", {}));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 30 }), (rows) => {
        const features = [0, 1].map((place) => (row: readonly unknown[]) => row[place] as number);
        const result = kMeans(rows, { k: 1, features, invalid: "exclude" });
        expect(result.assignments).toHaveLength(rows.length);
        expect(result.assignments.filter((one) => one !== null)).toHaveLength(result.n);
        expect(result.n + result.missing + result.invalid).toBe(rows.length);
      }),
    );
  });

  test("a tolerance ends sooner, and still leaves every row at its nearest centre", () => {
    const rows = Array.from({ length: 600 }, (_, i) => [(i * 7919) % 1009, (i * 104_729) % 997]);
    const exact = kMeans(rows, { k: 6, starts: 1 });
    const loose = kMeans(rows, { k: 6, starts: 1, tolerance: 0.05 });
    expect(loose.iterations).toBeLessThan(exact.iterations);
    expect(loose.converged).toBe(true);
    rows.forEach((row, place) => {
      const squares = loose.centers.map((center) => square(row, center));
      expect(squares.indexOf(Math.min(...squares))).toBe(loose.assignments[place]);
    });
  });

  test("far from zero, rounding does not mislead the bounds", () => {
    const rows = Array.from({ length: 300 }, (_, i) => [1e9 + ((i * 7919) % 101), 1e9 + ((i * 31) % 97)] as const);
    const centers = rows.slice(0, 4).map((row) => [...row]);
    const result = kMeans(rows, { k: 4, centers });
    expect(result.assignments).toEqual(plainLloyd(rows, centers, 300)?.labels);
  });
});
