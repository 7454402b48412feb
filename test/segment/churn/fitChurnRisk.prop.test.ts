import { fitChurnRisk, scoreChurnRisk } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const row = fc.record({
  customer: fc.option(fc.integer({ min: 0, max: 99 })),
  a: fc.option(fc.integer({ min: -3, max: 3 }), { freq: 8 }),
  b: fc.option(fc.constantFrom("x", "y", "__proto__", ""), { freq: 8 }),
  c: fc.option(fc.boolean(), { freq: 8 }),
  churned: fc.option(fc.boolean(), { freq: 8 }),
});
type Row = typeof row extends fc.Arbitrary<infer One> ? One : never;
const features = { a: (one: Row) => one.a, b: (one: Row) => one.b, c: (one: Row) => one.c };
const options = fc.record(
  {
    missing: fc.constantFrom("exclude" as const, "impute" as const),
    regularisation: fc.constantFrom(0, 0.5, 10),
    classWeights: fc.constantFrom("balanced" as const, { churned: 5, kept: 1 }),
  },
  { requiredKeys: [] },
);
const cases = fc.tuple(fc.array(row, { maxLength: 60 }), options);

describe("a model of churning of any rows", () => {
  test("accounts for every row, is plain data, and gives risks within 0 and 1 that add up to who churned", () => {
    fc.assert(
      fc.property(cases, ([rows, wanted]) => {
        const model = fitChurnRisk(rows, features, wanted);
        expect(model.n + model.missingOutcome + model.missingFeatures + model.invalid).toBe(rows.length);
        expect(JSON.parse(JSON.stringify(model))).toEqual(model);
        expect(model.performance === null).toBe(model.reason !== null);
        if (model.performance === null) return;
        expect(model.performance.calibration.expected).toBeCloseTo(model.churned, 6);
        expect(model.performance.auc.n).toBe(model.n);
        const separated = wanted.regularisation === undefined && model.separation !== null;
        if (separated) expect(model.regularisation).toBe(1);
      }),
    );
  });

  test("scores every customer with a reason for every feature, which add up", () => {
    fc.assert(
      fc.property(cases, fc.array(row, { maxLength: 10 }), ([rows, wanted], later) => {
        const model = fitChurnRisk(rows, features, wanted);
        const scores = scoreChurnRisk(model, later);
        expect(scores.n + scores.unscored + scores.missing).toBe(later.length);
        expect(JSON.parse(JSON.stringify(scores))).toEqual(scores);
        for (const { risk, reasons, missing, unknown, band } of scores.customers) {
          expect(band === null).toBe(risk === null);
          if (risk === null) {
            expect(model.reason !== null || missing.length + unknown.length > 0).toBe(true);
            continue;
          }
          expect(reasons).toHaveLength(3);
          const logOdds = reasons.reduce(
            (sum, one) => sum + (one.contribution ?? Number.NaN),
            model.averageLogOdds ?? 0,
          );
          expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(risk, 12);
        }
      }),
    );
  });

  test("depends neither on the order of the rows nor on what is named first", () => {
    fc.assert(
      fc.property(cases, ([rows, wanted]) => {
        const there = fitChurnRisk(rows, features, wanted);
        const { a, b, c } = features;
        const back = fitChurnRisk([...rows].reverse(), { c, b, a }, wanted);
        expect([back.n, back.reason, back.regularisation, back.separation?.kind]).toEqual([
          there.n,
          there.reason,
          there.regularisation,
          there.separation?.kind,
        ]);
        expect(back.performance?.brier.value ?? -1).toBeCloseTo(there.performance?.brier.value ?? -1, 7);
        expect(back.deviance ?? -1).toBeCloseTo(there.deviance ?? -1, 6);
      }),
    );
  });
});
