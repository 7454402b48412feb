import { createPersonaMatcher, groupBy, measure, personaCoverage, rateMetric, segmentOf } from "cxkit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { holds, smallCondition, smallCustomer, worldNow } from "../rules/naiveRules.js";

const features = [
  { field: "age", range: [0, 100] },
  { field: "plan", weight: 2 },
  { field: "channels", weight: 0.5 },
] as const;
const row = fc.record(
  {
    age: fc.integer({ min: 0, max: 100 }),
    plan: fc.constantFrom("family", "duo", "solo"),
    channels: fc.uniqueArray(fc.constantFrom("app", "web", "sms"), { minLength: 1 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const personasOf = (rows: readonly object[]) => rows.map((each, index) => ({ ...each, id: `p${index}` }));
const options = { features, by: "likeness", profile: (persona: object) => persona } as const;
const likenesses = (rows: readonly object[], customer: object, more: object = {}) =>
  createPersonaMatcher(personasOf(rows), { ...options, ...more })(customer).candidates.map(
    ({ likeness }) => likeness?.likeness,
  );

test("likeness is from 0 to 1, the same from either side, 1 with oneself, and does not change with the unit of the weights", () => {
  fc.assert(
    fc.property(row, row, fc.constantFrom(0.25, 3, 1000), (a, b, unit) => {
      const [ab] = likenesses([b], a);
      const [ba] = likenesses([a], b);
      if (typeof ab === "number") {
        expect(ab).toBeGreaterThanOrEqual(0);
        expect(ab).toBeLessThanOrEqual(1);
        expect(ba).toBeCloseTo(ab, 12);
      } else expect(ba).toBe(ab);
      expect(likenesses([a], a)).toEqual([Object.keys(a).length === 0 ? null : 1]);
      const scaled = features
        .map((feature) => ({ weight: 1, ...feature }))
        .map((one) => ({ ...one, weight: one.weight * unit }));
      const [again] = likenesses([b], a, { features: scaled });
      expect(again ?? -1).toBeCloseTo(ab ?? -1, 12);
    }),
  );
});

test("the persona does not depend on the order of personas; it is the likest, and confidence is from 0 to 1", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), row, (rows, customer) => {
      const personas = personasOf(rows);
      const match = createPersonaMatcher(personas, options)(customer);
      const turned = createPersonaMatcher([...personas].reverse(), options)(customer);
      expect(turned.persona).toBe(match.persona);
      expect(turned.confidence).toBe(match.confidence);
      expect([...turned.tied].sort()).toEqual([...match.tied].sort());
      expect((match.persona === null) === (match.confidence === null)).toBe(true);
      if (match.persona === null) return;
      expect(match.confidence).toBeGreaterThanOrEqual(0);
      expect(match.confidence).toBeLessThanOrEqual(1);
      const best = match.candidates.find(({ persona }) => persona === match.persona)?.likeness?.likeness ?? 0;
      for (const { likeness } of match.candidates) expect(likeness?.likeness ?? 0).toBeLessThanOrEqual(best);
      expect(JSON.parse(JSON.stringify(match))).toEqual(match);
    }),
  );
});

test("coverage loses no customer, no journey and no answer, and is a segmentation that cuts a metric", () => {
  const ids = fc.constantFrom("p0", "p1", "p2", "p9");
  fc.assert(
    fc.property(
      fc.array(smallCondition, { maxLength: 3 }),
      fc.array(smallCustomer, { maxLength: 8 }),
      fc.array(fc.oneof(ids, fc.array(ids, { maxLength: 2 }), fc.constant(undefined)), { maxLength: 4 }),
      fc.array(fc.oneof(fc.nat(10), fc.constant(null)), { maxLength: 10 }),
      (rules, customers, owners, answerers) => {
        const personas = rules.map((rule, index) => ({ id: `p${index}`, rule }));
        const idOf = new Map(customers.map((customer, id) => [customer, id]));
        const feedback = answerers.map((customer) => ({ customer }));
        const journeys = owners.map((persona, id) => ({ id: `j${id}`, ...(persona !== undefined && { persona }) }));
        const result = personaCoverage(
          { personas, customers, journeys, feedback },
          { now: worldNow, events: () => [], customer: (each) => idOf.get(each) },
        );
        const world = { now: worldNow, events: [] };
        expect(result.customers.map(({ segment }) => segment)).toEqual(
          customers.map((each) => personas.filter(({ rule }) => holds(rule, each, world)).map(({ id }) => id)),
        );
        expect(result.one + result.several + result.none).toBe(customers.length);
        expect(result.n).toBe(customers.length);
        expect(result.unmatched).toHaveLength(result.none);
        expect(result.ambiguous).toHaveLength(result.several);
        const { rows, attributed, unmatched, unknown, anonymous } = result.feedback ?? {};
        expect(rows).toBe(feedback.length);
        expect((attributed ?? 0) + (unmatched ?? 0) + (unknown ?? 0) + (anonymous ?? 0)).toBe(feedback.length);
        const named = owners.flatMap((owner) => [...new Set(typeof owner === "string" ? [owner] : (owner ?? []))]);
        const drawn = result.personas.reduce((sum, persona) => sum + (persona.journeys?.length ?? 0), 0);
        expect(drawn + (result.unknownPersonas?.length ?? 0)).toBe(named.length);
        const groups = measure(
          customers,
          groupBy(
            (each) => segmentOf(result)(idOf.get(each)),
            rateMetric(() => true),
          ),
        );
        for (const { key, result: share } of groups) {
          const size = result.personas.find(({ persona }) => persona === key)?.customers ?? result.none;
          expect(share.n).toBe(size);
        }
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      },
    ),
    { numRuns: 200 },
  );
});
