import { defineSegments, describe as inWords } from "cxkit";
import type { Condition } from "cxkit/model";
import { conditionSchema } from "cxkit/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { condition as anyCondition } from "../../schema/arbitraries.js";
import {
  holds,
  smallCondition,
  smallCustomer,
  smallDemands,
  smallEvents,
  smallValues,
  worldNow,
} from "./naiveRules.js";

const rulesOf = (conditions: readonly Condition[]) => conditions.map((rule, index) => ({ name: `s${index}`, rule }));
const conditions = fc.array(smallCondition, { maxLength: 4 });
const timeZone = fc.constantFrom(undefined, "Europe/Oslo");
const customers = fc.array(smallCustomer, { minLength: 1, maxLength: 12 });
const zoneOption = (zone: string | undefined) => (zone === undefined ? {} : { timeZone: zone });

describe("a compiled rule", () => {
  test("holds for whom a plain reading of the rule says so", () => {
    fc.assert(
      fc.property(conditions, smallCustomer, smallEvents, timeZone, (some, customer, events, zone) => {
        const segments = defineSegments(rulesOf(some), zoneOption(zone));
        const world = { now: worldNow, events, timeZone: zone };
        const wanted = rulesOf(some).filter(({ rule }) => holds(rule, customer, world));
        expect(segments.assign(customer, { now: worldNow, events })).toEqual(wanted.map(({ name }) => name));
      }),
      { numRuns: 1500 },
    );
  });

  test("holds exactly where its contrary does not", () => {
    fc.assert(
      fc.property(smallCondition, smallCustomer, smallEvents, (rule, customer, events) => {
        const segments = defineSegments(rulesOf([rule, { not: rule }]));
        expect(segments.assign(customer, { now: worldNow, events })).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  test("is the same after it was stored as JSON, and later changes of the rule do not reach it", () => {
    fc.assert(
      fc.property(conditions, smallCustomer, smallEvents, (some, customer, events) => {
        const rules = rulesOf(structuredClone(some));
        const segments = defineSegments(rules);
        const stored = defineSegments(JSON.parse(JSON.stringify(rules)));
        const wanted = segments.assign(customer, { now: worldNow, events });
        expect(stored.assign(customer, { now: worldNow, events })).toEqual(wanted);
        expect(stored.findings).toEqual(segments.findings);
        for (const each of rules) Object.assign(each, { rule: { all: [] } });
        expect(segments.assign(customer, { now: worldNow, events })).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  test("is explained by parts that come to the same, as plain data", () => {
    fc.assert(
      fc.property(conditions, smallCustomer, smallEvents, (some, customer, events) => {
        const segments = defineSegments(rulesOf(some), { mode: "exclusive", rest: "rest" });
        const explained = segments.explain(customer, { now: worldNow, events });
        const world = { now: worldNow, events };
        expect(explained.segments).toEqual(segments.assign(customer, { now: worldNow, events }));
        expect(explained.rules.map((rule) => rule.holds)).toEqual(some.map((rule) => holds(rule, customer, world)));
        expect(explained.rules.filter(({ assigned }) => assigned).length).toBeLessThan(2);
        expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
      }),
      { numRuns: 500 },
    );
  });
});

describe("segments of many customers", () => {
  test("exclusive ones have every customer once with a name for the rest, at most once without; all are counted", () => {
    fc.assert(
      fc.property(conditions, customers, smallEvents, (some, rows, events) => {
        const numbered = rows.map((row, id) => ({ row, id }));
        const context = { now: worldNow, events: () => events };
        const nested = rulesOf(some.map((rule): Condition => ({ all: [nest(rule)] })));
        const withRest = defineSegments(nested, { mode: "exclusive", rest: "rest" }).assignAll(numbered, context);
        const without = defineSegments(nested, { mode: "exclusive" }).assignAll(numbered, context);
        const total = (sizes: typeof withRest.segments) => sizes.reduce((sum, { customers: size }) => sum + size, 0);
        expect([withRest.n, total(withRest.segments), withRest.unassigned]).toEqual([rows.length, rows.length, 0]);
        expect(total(without.segments) + without.unassigned).toBe(rows.length);
        expect(without.customers).toEqual(
          withRest.customers.map((each) => (each.segment === "rest" ? { ...each, segment: null } : each)),
        );
        const overlapping = defineSegments(nested).assignAll(numbered, context);
        overlapping.customers.forEach(({ segment }, index) => {
          expect(segment[0] ?? null).toBe(without.customers[index]?.segment);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("a customer's segment does not depend on who else is there, nor on the order of customers", () => {
    fc.assert(
      fc.property(conditions, customers, smallEvents, (some, rows, events) => {
        const segments = defineSegments(rulesOf(some.map(nest)));
        const numbered = rows.map((row, id) => ({ row, id }));
        const context = { now: worldNow, events: ({ id }: { id: number }) => (id % 2 === 0 ? events : []) };
        const all = segments.assignAll(numbered, context).customers;
        for (const row of numbered) {
          expect(segments.assignAll([row], context).customers[0]).toEqual(all[row.id]);
          expect(segments.assign(row, context)).toEqual(all[row.id]?.segment);
        }
        expect(segments.assignAll([...numbered].reverse(), context).customers).toEqual([...all].reverse());
      }),
      { numRuns: 200 },
    );
  });

  test("a report counts what assigning gives", () => {
    fc.assert(
      fc.property(conditions, customers, smallEvents, (some, rows, events) => {
        const context = { now: worldNow, events: () => events };
        const segments = defineSegments(rulesOf(some));
        const report = segments.report(rows, context);
        const assigned = rows.map((row) => segments.assign(row, { now: worldNow, events }));
        const having = (...names: string[]) =>
          assigned.filter((each) => names.every((name) => each.includes(name))).length;
        for (const { segment, matches } of report.rules) expect(matches).toBe(having(segment));
        for (const { segments: two, customers: both } of report.overlaps) expect(both).toBe(having(...two));
        const firsts = report.rules.reduce((sum, { firstMatches }) => sum + firstMatches, 0);
        expect(firsts + report.unmatched).toBe(rows.length);
        expect(report.several).toBe(assigned.filter((each) => each.length > 1).length);
        for (const { compared, missing, unfit, of } of report.comparisons) {
          expect(compared + missing + unfit).toBe(of === "customer" ? rows.length : rows.length * events.length);
        }
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what is found in rules", () => {
  test("is never contradicted by a customer: who meets a contradiction, misses what always holds, or gets an unreachable segment", () => {
    const seen = { contradiction: 0, always: 0, unreachable: 0 };
    fc.assert(
      fc.property(conditions, customers, smallEvents, timeZone, (some, rows, events, zone) => {
        const segments = defineSegments(rulesOf(some), { mode: "exclusive", ...zoneOption(zone) });
        const world = { now: worldNow, events, timeZone: zone };
        for (const { kind, segment, place } of segments.findings) {
          const rule = some[Number(segment.slice(1))] as Condition;
          if (kind === "unreachable") {
            for (const row of rows) expect(segments.assign(row, { now: worldNow, events })).not.toContain(segment);
          } else {
            const part = place.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], rule);
            const subjects = place.includes("events") ? events : rows;
            for (const row of subjects) expect(holds(part as Condition, row, world)).toBe(kind === "always");
          }
          seen[kind as keyof typeof seen]++;
        }
      }),
      { numRuns: 1500 },
    );
    // The world is small enough that it finds some.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20);
  });

  test("of demands on one field is right for every value of a small world, one by one", () => {
    let [found, impossible] = [0, 0];
    fc.assert(
      fc.property(smallDemands, timeZone, (demands, zone) => {
        const { findings } = defineSegments(rulesOf([{ all: demands }]), zoneOption(zone));
        const world = { now: worldNow, events: [], timeZone: zone };
        const meeting = smallValues.filter((a) => demands.every((demand) => holds(demand, { a }, world)));
        if (meeting.length === 0) impossible++;
        if (findings.some(({ kind, place }) => kind === "contradiction" && place.length === 0)) {
          found++;
          expect(meeting).toEqual([]);
        }
      }),
      { numRuns: 1500 },
    );
    // Not all that nobody meets in so small a world is a contradiction, but most of it is.
    expect(found).toBeGreaterThan(impossible / 2);
  });
});

describe("a rule in words", () => {
  test("reads the same as another only where both hold for the same customers", () => {
    const byWords = new Map<string, Condition>();
    fc.assert(
      fc.property(smallCondition, customers, smallEvents, (rule, rows, events) => {
        const words = inWords(rule);
        const other = byWords.get(words);
        byWords.set(words, rule);
        if (other === undefined) return;
        const world = { now: worldNow, events };
        for (const row of rows) expect(holds(other, row, world)).toBe(holds(rule, row, world));
      }),
      { numRuns: 1500 },
    );
  });

  test("is there for every valid rule, and rules are valid for functions where they are for the schema", () => {
    fc.assert(
      fc.property(anyCondition, (rule) => {
        expect(inWords(rule)).toMatch(/\S/);
        expect(defineSegments([{ name: "any", rule }]).names).toEqual(["any"]);
      }),
      { numRuns: 500 },
    );
    const slip = fc.constantFrom<unknown>(
      null,
      [],
      ["a"],
      {},
      "",
      "a",
      1,
      -1,
      0.5,
      true,
      "2026-01-02T10:00",
      Number.NaN,
    );
    const key = fc.constantFrom(
      "field",
      "op",
      "value",
      "timeZone",
      "events",
      "where",
      "count",
      "withinDays",
      "all",
      "not",
      "other",
    );
    const slipped = fc
      .tuple(anyCondition, fc.array(fc.nat(3), { maxLength: 4 }), key, slip)
      .map(([rule, path, name, wrong]) => {
        const copy = structuredClone(rule) as unknown as Record<string, unknown>;
        let at = copy;
        for (const step of path) {
          const inner = Object.values(at).filter((value) => typeof value === "object" && value !== null);
          const next = inner[step % Math.max(1, inner.length)];
          if (next !== undefined) at = next as Record<string, unknown>;
        }
        at[name] = wrong;
        return copy;
      });
    fc.assert(
      fc.property(slipped, (rule) => {
        const isValid = conditionSchema.safeParse(rule).success;
        const define = () => defineSegments([{ name: "any", rule: rule as unknown as Condition }]);
        if (isValid) define();
        else expect(define).toThrowError(expect.objectContaining({ code: "invalid-definition" }));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The same condition on customers that are wrapped with an id. */
function nest(rule: Condition): Condition {
  if ("all" in rule) return { all: rule.all.map(nest) };
  if ("any" in rule) return { any: rule.any.map(nest) };
  if ("not" in rule) return { not: nest(rule.not) };
  if ("events" in rule) return rule;
  return { ...rule, field: ["row", ...(typeof rule.field === "string" ? rule.field.split(".") : rule.field)] };
}
