import { averageMetric, groupBy, measure, mixShift, npsMetric, rateMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../seededRandom.js";

const groups = fc.uniqueArray(
  fc.record({
    key: fc.integer({ min: 0, max: 6 }),
    // No −0, which JSON does not know.
    value: fc.double({ min: -100, max: 100, noNaN: true }).map((value) => value + 0),
    n: fc.integer({ min: 1, max: 400 }),
    standardError: fc.double({ min: 0.1, max: 5, noNaN: true }),
  }),
  { selector: ({ key }) => key, minLength: 1 },
);
const variants = fc.constantFrom("symmetric", "three-part" as const) as fc.Arbitrary<"symmetric" | "three-part">;
const total = (parts: readonly ({ value: number | null } | null)[]): number =>
  parts.reduce((sum, part) => sum + (part?.value ?? 0), 0);
const whole = (some: readonly { value: number; n: number }[]): number =>
  some.reduce((sum, { value, n }) => sum + value * n, 0) / some.reduce((sum, { n }) => sum + n, 0);

describe("mixShift", () => {
  test("sums to the change, over parts and over segments, and the wholes are those of all rows", () => {
    fc.assert(
      fc.property(groups, groups, variants, (before, after, variant) => {
        const result = mixShift(before, after, { variant });
        const change = whole(after) - whole(before);
        expect(result.before).toBeCloseTo(whole(before), 11);
        expect(total([result.within, result.mix, result.interaction])).toBeCloseTo(change, 11);
        expect(result.change.value).toBeCloseTo(change, 11);
        for (const part of ["within", "mix", "interaction"] as const) {
          expect(total(result.segments.map((segment) => segment[part]))).toBeCloseTo(result[part]?.value ?? 0, 11);
        }
        expect(total(result.segments.map((segment) => segment.total))).toBeCloseTo(change, 11);
        const ofStatus = (status: string) =>
          total(result.segments.filter((one) => one.status === status).map(({ mix }) => mix));
        expect([result.entered.value, result.left.value]).toEqual([
          expect.closeTo(ofStatus("new"), 11),
          expect.closeTo(ofStatus("vanished"), 11),
        ]);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  test("turns all signs where the periods are swapped", () => {
    fc.assert(
      fc.property(groups, groups, (before, after) => {
        const [there, back] = [mixShift(before, after), mixShift(after, before)];
        for (const part of ["change", "within", "mix"] as const) {
          expect(back[part].value).toBeCloseTo(-(there[part].value ?? 0), 11);
          expect(back[part].standardError).toBeCloseTo(there[part].standardError ?? -1, 9);
        }
        expect(back.entered.value).toBeCloseTo(-(there.left.value ?? 0), 11);
        for (const segment of back.segments) {
          const same = there.segments.find(({ key }) => key === segment.key);
          expect(segment.total.value).toBeCloseTo(-(same?.total.value ?? 0), 11);
          expect(segment.mix.standardError).toBeCloseTo(same?.mix.standardError ?? -1, 9);
        }
      }),
    );
  });

  test("has nothing within where only shares change, and no mix where only values do", () => {
    fc.assert(
      fc.property(
        groups,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 7, maxLength: 7 }),
        variants,
        (before, sizes, variant) => {
          const resized = before.map((group) => ({ ...group, n: sizes[group.key] ?? 1 }));
          const pureMix = mixShift(before, resized, { variant });
          expect([pureMix.within.value, pureMix.interaction?.value ?? 0]).toEqual([0, 0]);
          const moved = before.map((group) => ({ ...group, value: group.value + (sizes[group.key] ?? 0) }));
          const pureChange = mixShift(before, moved, { variant });
          expect([pureChange.mix.value, pureChange.interaction?.value ?? 0]).toEqual([
            expect.closeTo(0, 12),
            expect.closeTo(0, 12),
          ]);
        },
      ),
    );
  });

  test("does not mind the order of groups, nor where the scale has its zero or its unit", () => {
    fc.assert(
      fc.property(groups, groups, variants, (before, after, variant) => {
        const plain = mixShift(before, after, { variant });
        const rescale = (some: typeof before) =>
          [...some]
            .reverse()
            .map((group) => ({ ...group, value: 3 * group.value + 50, standardError: 3 * group.standardError }));
        const other = mixShift(rescale(before), rescale(after), { variant });
        for (const segment of plain.segments) {
          const same = other.segments.find(({ key }) => key === segment.key);
          expect(same?.within.value ?? null).toEqual(
            segment.within.value === null ? null : expect.closeTo(3 * segment.within.value, 9),
          );
          expect(same?.mix.value).toBeCloseTo(3 * (segment.mix.value ?? 0), 9);
          expect(same?.mix.standardError).toBeCloseTo(3 * (segment.mix.standardError ?? 0), 6);
        }
      }),
    );
  });
});

describe("its 95 % intervals hold the truth in 93 to 97 % of samples", () => {
  const random = seededRandom(3);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  interface Row {
    readonly segment: number;
    readonly value: number;
  }
  const groupsOf = {
    rate: (rows: readonly Row[]) =>
      measure(
        rows,
        groupBy(
          (row) => row.segment,
          rateMetric((row: Row) => row.value > 0),
        ),
      ),
    nps: (rows: readonly Row[]) =>
      measure(
        rows,
        groupBy(
          (row) => row.segment,
          npsMetric((row: Row) => row.value),
        ),
      ),
    mean: (rows: readonly Row[]) =>
      measure(
        rows,
        groupBy(
          (row) => row.segment,
          averageMetric((row: Row) => row.value),
        ),
      ),
  };
  const kinds = {
    rate: { draw: (p: number) => Number(random() < p), truth: (p: number) => p },
    nps: {
      draw: (p: number) => (random() < p ? 10 : random() < 0.5 ? 7 : 2),
      truth: (p: number) => 100 * (p - (1 - p) / 2),
    },
    mean: { draw: (p: number) => 10 * p + 2 * normal(), truth: (p: number) => 10 * p },
  };
  const sharesBefore = [0.5, 0.3, 0.2];
  const sharesAfter = [0.4, 0.3, 0.3];
  const [valuesBefore, valuesAfter] = [
    [0.3, 0.5, 0.7],
    [0.35, 0.5, 0.8],
  ];

  test.each([
    ["rate", 120],
    ["rate", 400],
    ["nps", 250],
    ["mean", 60],
  ] as const)("of a %s, of %i rows a period", (kind, n) => {
    const { draw, truth } = kinds[kind];
    const sample = (shares: readonly number[], values: readonly number[]) => {
      const rows = Array.from({ length: n }, (): Row => {
        const point = random();
        const segment = point < (shares[0] ?? 0) ? 0 : point < 1 - (shares[2] ?? 0) ? 1 : 2;
        return { segment, value: draw(values[segment] ?? 0) };
      });
      return groupsOf[kind](rows);
    };
    const exact = (shares: readonly number[], values: readonly number[]) =>
      shares.map((share, key) => ({ key, value: truth(values[key] ?? 0), n: 1e6 * share }));
    const wanted = mixShift(exact(sharesBefore, valuesBefore), exact(sharesAfter, valuesAfter));
    const samples = 1500;
    const held = { change: 0, within: 0, mix: 0, ofSegment: 0 };
    for (let i = 0; i < samples; i++) {
      const found = mixShift(sample(sharesBefore, valuesBefore), sample(sharesAfter, valuesAfter));
      const count = (name: keyof typeof held, part = found.change, target = wanted.change) => {
        const { low, high } = part.interval ?? { low: 1, high: 0 };
        if (low <= (target.value ?? 0) && (target.value ?? 0) <= high) held[name]++;
      };
      count("change");
      count("within", found.within, wanted.within);
      count("mix", found.mix, wanted.mix);
      count("ofSegment", found.segments[2]?.mix, wanted.segments[2]?.mix);
    }
    for (const [name, count] of Object.entries(held)) {
      expect(count / samples, name).toBeGreaterThanOrEqual(0.93);
      expect(count / samples, name).toBeLessThanOrEqual(0.97);
    }
  });
});
