import { nps, npsMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const score = fc.integer({ min: 0, max: 10 });
const scores = fc.array(score, { minLength: 1, maxLength: 60 });

describe("nps keeps the laws of a metric", () => {
  const rows = fc.array(fc.record({ score: fc.option(fc.oneof(score, fc.constant(11)), { nil: null }) }));
  metricLaws(
    npsMetric((row: { score: number | null }) => row.score, { invalid: "exclude" }),
    rows,
    { json: true },
  );
});

test("stays within −100 and 100, and its interval holds it", () => {
  fc.assert(
    fc.property(scores, fc.constantFrom(0.9, 0.95, 0.99), (all, level) => {
      const { value, interval } = nps(all, { level });
      expect(Math.abs(value ?? 999)).toBeLessThanOrEqual(100);
      expect(interval?.low).toBeGreaterThanOrEqual(-100);
      expect(interval?.high).toBeLessThanOrEqual(100);
      // Centred on the adjusted score, the interval of a handful of answers may just miss a score at the very end of the scale.
      if (all.length >= 10) {
        expect(interval?.low).toBeLessThanOrEqual((value ?? 0) + 1e-9);
        expect(interval?.high).toBeGreaterThanOrEqual((value ?? 0) - 1e-9);
      }
    }),
  );
});

test("does not mind the order of answers", () => {
  fc.assert(
    fc.property(scores, (all) => {
      expect(nps(all.toReversed())).toEqual(nps(all));
    }),
  );
});

test("never falls when one answer gets better", () => {
  fc.assert(
    fc.property(scores, fc.nat(), (all, which) => {
      const index = which % all.length;
      const better = all.with(index, Math.min(10, (all[index] ?? 0) + 1));
      expect(nps(better).value).toBeGreaterThanOrEqual(nps(all).value ?? 0);
    }),
  );
});

test("turns its sign when promoters and detractors change places", () => {
  fc.assert(
    fc.property(scores, (all) => {
      const turned = nps(all.map((one) => (one >= 9 ? 0 : one <= 6 ? 10 : one)));
      expect(turned.value).toBeCloseTo(-(nps(all).value ?? 0), 10);
      expect(turned.interval?.high).toBeCloseTo(-(nps(all).interval?.low ?? 0), 10);
    }),
  );
});

test("keeps its value and narrows its interval when everybody answers twice", () => {
  fc.assert(
    fc.property(scores, (all) => {
      const [once, twice] = [nps(all), nps([...all, ...all])];
      expect(twice.value).toBeCloseTo(once.value ?? 0, 10);
      const width = ({ interval }: typeof once): number => (interval?.high ?? 0) - (interval?.low ?? 0);
      // At the ends of the scale both are cut.
      if (Math.abs(once.value ?? 0) < 50) expect(width(twice)).toBeLessThan(width(once));
    }),
  );
});
