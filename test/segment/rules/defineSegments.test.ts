import { defineSegments, eventsByCustomer, groupBy, measure, rateMetric, segmentOf } from "cxkit";
import type { Condition, ConditionOperator, ConditionValue } from "cxkit/model";
import { describe, expect, test } from "vitest";

type Value = ConditionValue | readonly ConditionValue[];
const now = "2026-03-31T12:00:00Z";

/** Whether `seen op value` holds. */
function meets(seen: unknown, op: ConditionOperator, value: Value, timeZone?: string): boolean {
  const rule: Condition = { field: "f", op, value, ...(timeZone === undefined ? {} : { timeZone }) };
  const customer = seen === undefined ? {} : { f: seen };
  return defineSegments([{ name: "in", rule }]).assign(customer, { now }).length === 1;
}
const holdsFor = (values: readonly unknown[], op: ConditionOperator, value: Value, timeZone?: string): unknown[] =>
  values.filter((seen) => meets(seen, op, value, timeZone));
const inSegment = (rule: Condition, customer: object, context = {}): boolean =>
  defineSegments([{ name: "in", rule }]).assign(customer, context).length === 1;

describe("a comparison", () => {
  test("of numbers and texts is by size and by code unit, with the bounds where one says so", () => {
    const numbers = [1, 2, 3];
    expect(holdsFor(numbers, "lt", 2)).toEqual([1]);
    expect(holdsFor(numbers, "lte", 2)).toEqual([1, 2]);
    expect(holdsFor(numbers, "gt", 2)).toEqual([3]);
    expect(holdsFor(numbers, "gte", 2)).toEqual([2, 3]);
    expect(holdsFor([0, ...numbers, 4], "between", [1, 3])).toEqual(numbers);
    expect(holdsFor(["a", "b", "B"], "gte", "a")).toEqual(["a", "b"]);
    expect(holdsFor(["a", "b", "c"], "between", ["a", "b"])).toEqual(["a", "b"]);
  });

  test("with a list is of the same type and value", () => {
    expect(holdsFor(["NO", "no", "SE", 1], "in", ["NO", "SE"])).toEqual(["NO", "SE"]);
    expect(holdsFor(["NO", "no", "SE", 1], "notIn", ["NO", "SE"])).toEqual(["no"]);
    expect(holdsFor(["NO", 1], "in", [])).toEqual([]);
    expect(holdsFor(["NO", 1], "notIn", [])).toEqual(["NO", 1]);
  });

  test("of texts takes no notice of case, in any script, and none of how an accent was typed", () => {
    expect(holdsFor(["Late delivery", "LATE", "later", "plate", "slow"], "contains", "late")).toEqual([
      "Late delivery",
      "LATE",
      "later",
      "plate",
    ]);
    expect(holdsFor(["Late", "too late"], "startsWith", "LATE")).toEqual(["Late"]);
    expect(holdsFor(["Late", "too late"], "endsWith", "LATE")).toEqual(["Late", "too late"]);
    expect(meets("ΟΔΟΣ 5", "startsWith", "οδος")).toBe(true);
    expect(meets("Hauptstraße", "endsWith", "STRASSE")).toBe(true);
    expect(meets("Cafe\u0301 Norge", "contains", "CAFÉ")).toBe(true);
    expect(meets("(a+)+$", "contains", "(A+)+")).toBe(true);
  });

  test("of a list asks for its elements, which are the very values", () => {
    const channels = ["app", "email"];
    expect(holdsFor([channels, ["App"], []], "contains", "app")).toEqual([channels]);
    expect(holdsFor([channels, ["sms"]], "containsAny", ["sms", "email"])).toEqual([channels, ["sms"]]);
    expect(holdsFor([channels, ["app"]], "containsAll", ["email", "app"])).toEqual([channels]);
    expect(holdsFor([[1, 2], ["1"]], "contains", 1)).toEqual([[1, 2]]);
    expect(meets("by app and email", "containsAll", ["email", "APP"])).toBe(true);
  });

  test("with a missing value holds never, unless the rule asks for none", () => {
    const none = [undefined, null, Number.NaN];
    const cases: [ConditionOperator, Value][] = [
      ["eq", "a"],
      ["ne", "a"],
      ["lt", 5],
      ["gte", 0],
      ["in", ["a"]],
      ["notIn", ["a"]],
      ["contains", "a"],
      ["after", "1970-01-01"],
      ["moreThanDaysAgo", 0],
    ];
    for (const [op, value] of cases) expect(holdsFor(none, op, value)).toEqual([]);
    for (const [op, value] of [
      ["exists", false],
      ["eq", null],
      ["in", [null, "a"]],
    ] as const) {
      expect(holdsFor(none, op, value)).toEqual(none);
    }
    expect(holdsFor([...none, "", 0, false, "b"], "exists", true)).toEqual(["", 0, false, "b"]);
    expect(holdsFor([...none, "a", "b"], "notIn", [null, "a"])).toEqual(["b"]);
  });

  test("with a value of another type holds never, not even as its contrary: 3 is not “3”", () => {
    expect(holdsFor(["3", 3, true, ["3"], { 3: 3 }], "eq", 3)).toEqual([3]);
    expect(holdsFor(["3", 4, true], "ne", 3)).toEqual([4]);
    expect(holdsFor(["4", "a", [4], new Date(4)], "gt", 3)).toEqual([]);
    expect(holdsFor([5, ["5"]], "startsWith", "5")).toEqual([]);
  });

  test("`not` is who is left: those without a value, too", () => {
    const eq = { field: "plan", op: "eq", value: "family" } as const;
    const plans = [{ plan: "family" }, { plan: "solo" }, { plan: null }, {}, { plan: 3 }];
    expect(plans.map((row) => inSegment({ not: eq }, row))).toEqual([false, true, true, true, true]);
    expect(plans.map((row) => inSegment({ ...eq, op: "ne" }, row))).toEqual([false, true, false, false, false]);
  });

  test("`all` of nothing is everybody, `any` of nothing nobody", () => {
    expect(inSegment({ all: [] }, {})).toBe(true);
    expect(inSegment({ any: [] }, {})).toBe(false);
  });
});

describe("a field", () => {
  test("is reached by dots, through objects and lists", () => {
    const customer = { attributes: { plan: "duo" }, channels: ["app", "sms"], orders: [{ sku: "a" }, { sku: "b" }] };
    expect(inSegment({ field: "attributes.plan", op: "eq", value: "duo" }, customer)).toBe(true);
    expect(inSegment({ field: "orders.1.sku", op: "eq", value: "b" }, customer)).toBe(true);
    expect(inSegment({ field: "channels.length", op: "gte", value: 2 }, customer)).toBe(true);
    expect(inSegment({ field: "attributes.plan.name", op: "exists", value: true }, customer)).toBe(false);
  });

  test("with a dot in its name is reached by a list of keys", () => {
    const customer = { attributes: { "plan.name": "duo" } };
    expect(inSegment({ field: ["attributes", "plan.name"], op: "eq", value: "duo" }, customer)).toBe(true);
    expect(inSegment({ field: "attributes.plan.name", op: "exists", value: true }, customer)).toBe(false);
  });

  test("is a row's own: nothing is inherited, and __proto__ is a key like any other", () => {
    for (const field of ["constructor", "__proto__", "toString", "attributes.hasOwnProperty", "__proto__.polluted"]) {
      expect(inSegment({ field, op: "exists", value: true }, { attributes: {} })).toBe(false);
    }
    expect(inSegment({ field: "plan", op: "exists", value: true }, Object.create({ plan: "duo" }))).toBe(false);
    const stored = JSON.parse('{"__proto__":{"plan":"duo"}}');
    expect(inSegment({ field: "__proto__.plan", op: "eq", value: "duo" }, stored)).toBe(true);
  });
});

describe("a time", () => {
  test("may be an ISO text, a Date or epoch milliseconds; what is none meets no comparison", () => {
    const instant = Date.UTC(2026, 2, 29);
    for (const seen of ["2026-03-29", "2026-03-29T02:00:00+02:00", new Date(instant), instant]) {
      expect(meets(seen, "after", "2026-03-28T23:59:59Z")).toBe(true);
      expect(meets(seen, "before", "2026-03-29T00:00:01Z")).toBe(true);
    }
    for (const seen of ["29/03/2026", "2026-02-30", "2026-03-29T10:00:00", "", new Date(Number.NaN), 9e15, {}, true]) {
      expect([meets(seen, "before", "2027-01-01"), meets(seen, "after", "1970-01-01")]).toEqual([false, false]);
    }
  });

  test("is before or after an instant, which is neither itself", () => {
    const at = "2026-03-29T12:00:00Z";
    expect([meets(at, "before", at), meets(at, "after", at)]).toEqual([false, false]);
  });

  test("of a day is neither before nor after that day, whose zone the rule or the data say", () => {
    const day = "2026-03-29";
    // In Oslo clocks go forward on this day: it lasts from 23:00 to 22:00 in UTC.
    const times = ["2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"];
    expect(holdsFor(times, "before", day, "Europe/Oslo")).toEqual(times.slice(0, 1));
    expect(holdsFor(times, "after", day, "Europe/Oslo")).toEqual(times.slice(3));
    expect(holdsFor(times, "before", day)).toEqual(times.slice(0, 2));
    const after = { name: "after", rule: { field: "f", op: "after", value: day } } as const;
    const inOslo = defineSegments([after], { timeZone: "Europe/Oslo" });
    expect(times.map((f) => inOslo.assign({ f }).length)).toEqual([0, 0, 0, 1]);
    // A time without an offset is one in the zone of the data.
    expect(inOslo.assign({ f: "2026-03-29T23:59:59" })).toEqual([]);
    expect(inOslo.assign({ f: "2026-03-30T00:00:00" })).toEqual(["after"]);
  });

  test("within the last days is so many times 24 hours before now at the most, now included", () => {
    const times = ["2026-03-01T11:59:59Z", "2026-03-01T12:00:00Z", now, "2026-03-31T12:00:01Z"];
    expect(holdsFor(times, "withinLastDays", 30)).toEqual(times.slice(1, 3));
    expect(holdsFor(times, "moreThanDaysAgo", 30)).toEqual(times.slice(0, 1));
    const ahead = [now, "2026-04-30T12:00:00Z", "2026-04-30T12:00:01Z"];
    expect(holdsFor([...times.slice(0, 2), ...ahead], "withinNextDays", 30)).toEqual(ahead.slice(0, 2));
    expect(holdsFor(ahead, "moreThanDaysAhead", 30)).toEqual(ahead.slice(2));
    expect(holdsFor(["2026-03-31T00:00:00Z"], "withinLastDays", 0.5)).toHaveLength(1);
  });

  test("is told anew for another now", () => {
    const recent = defineSegments([{ name: "recent", rule: { field: "at", op: "withinLastDays", value: 30 } }]);
    const customer = { at: "2026-03-15" };
    const days = ["2026-03-31", "2026-06-30", "2026-03-14", "2026-04-14"];
    expect(days.map((day) => recent.assign(customer, { now: day }).length)).toEqual([1, 0, 0, 1]);
  });

  test("with a zone days are those of its calendar, of which today is day 0, also over a change of the clocks", () => {
    // In Oslo it is 14:00 on 31 March, and clocks went forward on 29 March.
    const zone = "Europe/Oslo";
    const times = ["2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-31T21:59:59Z", "2026-03-31T22:00:00Z"];
    expect(holdsFor(times, "withinLastDays", 2, zone)).toEqual(times.slice(1, 3));
    expect(holdsFor(times, "moreThanDaysAgo", 2, zone)).toEqual(times.slice(0, 1));
    expect(holdsFor(times, "withinNextDays", 0, zone)).toEqual(["2026-03-31T21:59:59Z"]);
    expect(holdsFor(times, "moreThanDaysAhead", 0, zone)).toEqual(times.slice(3));
    // A renewal today is due within the next week, though the day began before now.
    expect([meets("2026-03-31", "withinNextDays", 7, zone), meets("2026-03-31", "withinNextDays", 7)]).toEqual([
      true,
      false,
    ]);
  });
});

describe("a number of events", () => {
  const failed = (at?: string) => ({ touchpoint: "delivery", outcome: "failed", ...(at && { at }) });
  const rule: Condition = {
    events: {
      where: {
        all: [
          { field: "touchpoint", op: "eq", value: "delivery" },
          { field: "outcome", op: "eq", value: "failed" },
        ],
      },
      count: { op: "gte", value: 2 },
      withinDays: 30,
    },
  };

  test("counts those that the condition asks for, in the window", () => {
    const twice = [
      failed("2026-03-01T12:00:00Z"),
      failed("2026-03-30"),
      { touchpoint: "delivery", outcome: "success" },
    ];
    expect(inSegment(rule, {}, { now, events: twice })).toBe(true);
    expect(inSegment(rule, {}, { now, events: [failed("2026-03-01T11:59:59Z"), failed("2026-03-30")] })).toBe(false);
    // An event without a time, or one that is yet to come, is in no window.
    expect(inSegment(rule, {}, { now, events: [failed(), failed("2026-03-30"), failed("2026-04-01")] })).toBe(false);
  });

  test("counts none that is yet to come, also not later on the same day of a calendar", () => {
    // In Oslo it is 14:00.
    const lately: Condition = { events: { withinDays: 1, timeZone: "Europe/Oslo" } };
    const counted = ["2026-03-29T23:59:59+02:00", "2026-03-30", now, "2026-03-31T12:00:01Z", "2026-04-01"].map((at) =>
      inSegment(lately, {}, { now, events: [{ at }] }),
    );
    expect(counted).toEqual([false, true, true, false, false]);
  });

  test("is at least one where nothing else is said, and may be none", () => {
    expect(inSegment({ events: {} }, {}, { events: [{}] })).toBe(true);
    expect(inSegment({ events: {} }, {}, { events: [] })).toBe(false);
    const never: Condition = {
      events: { where: { field: "kind", op: "eq", value: "order" }, count: { op: "eq", value: 0 } },
    };
    expect(inSegment(never, {}, { events: [{ kind: "visit" }] })).toBe(true);
    expect(inSegment(never, {}, { events: [{ kind: "order" }] })).toBe(false);
  });

  test("asks a Map by the customer's id, or a function of the customer", () => {
    const rows = [
      { customer: "c1", ...failed("2026-03-30") },
      { customer: "c1", ...failed("2026-03-31") },
      { customer: "c2", ...failed("2026-03-31") },
    ];
    const events = eventsByCustomer(rows);
    const customers = [{ id: "c1" }, { id: "c2" }, { id: "c3" }];
    const segments = defineSegments([{ name: "let down", rule }], { mode: "exclusive" });
    expect(customers.map((each) => segments.assign(each, { now, events }))).toEqual([["let down"], [], []]);
    const result = segments.assignAll(customers, { now, events: ({ id }) => events.get(id)?.values() });
    expect(result.customers.map(({ segment }) => segment)).toEqual(["let down", null, null]);
    const named = segments.assignAll([{ no: "c1" }], { now, events, customer: ({ no }) => no });
    expect(named.customers).toEqual([{ customer: "c1", segment: "let down" }]);
  });
});

describe("many customers", () => {
  const rules = [
    { name: "loyal", rule: { field: "orders", op: "gte", value: 3 } },
    { name: "nordic", rule: { field: "country", op: "in", value: ["NO", "SE"] } },
  ] as const;
  const customers = [
    { id: 1, orders: 5, country: "NO" },
    { id: 2, orders: 1, country: "SE" },
    { id: "2", orders: 1, country: "FR" },
    { id: null, orders: 9, country: "NO" },
  ];

  test("exclusive segments are given by the first rule that holds, and the rest have a name if one is given", () => {
    const { n, missing, unassigned, segments, ...result } = defineSegments(rules, { mode: "exclusive" }).assignAll(
      customers,
    );
    expect(result.customers).toEqual([
      { customer: 1, segment: "loyal" },
      { customer: 2, segment: "nordic" },
      { customer: "2", segment: null },
    ]);
    expect({ n, missing, unassigned, several: result.several }).toEqual({
      n: 3,
      missing: 1,
      unassigned: 1,
      several: 0,
    });
    expect(segments).toEqual([
      { segment: "loyal", customers: 1, share: 1 / 3 },
      { segment: "nordic", customers: 1, share: 1 / 3 },
    ]);
    const withRest = defineSegments(rules, { mode: "exclusive", rest: "others" });
    expect(withRest.names).toEqual(["loyal", "nordic", "others"]);
    expect(withRest.assignAll(customers).segments[2]).toEqual({ segment: "others", customers: 1, share: 1 / 3 });
  });

  test("overlapping segments are all whose rule holds, and cut a metric so", () => {
    const result = defineSegments(rules).assignAll(customers);
    expect(result.customers[0]?.segment).toEqual(["loyal", "nordic"]);
    expect(result).toMatchObject({ several: 1, unassigned: 1 });
    const segment = segmentOf(result);
    const visits = [
      { who: 1, bought: true },
      { who: 2, bought: false },
      { who: "2", bought: true },
    ];
    const byWho = measure(
      visits,
      groupBy(
        (row) => segment(row.who),
        rateMetric((row) => row.bought),
      ),
    );
    expect(byWho.map(({ key, result: { value } }) => [key, value])).toEqual([
      ["loyal", 1],
      ["nordic", 0.5],
      [null, 1],
    ]);
  });

  test("nobody is no error: sizes are 0 and shares null", () => {
    expect(defineSegments(rules).assignAll([])).toEqual({
      customers: [],
      segments: [
        { segment: "loyal", customers: 0, share: null },
        { segment: "nordic", customers: 0, share: null },
      ],
      n: 0,
      unassigned: 0,
      several: 0,
      missing: 0,
      invalid: 0,
    });
    expect(defineSegments([]).report([])).toEqual({
      n: 0,
      rules: [],
      unmatched: 0,
      several: 0,
      overlaps: [],
      comparisons: [],
      findings: [],
    });
  });

  test("a customer who comes twice, or whose id is none, is refused with the row, or left out and counted", () => {
    const twice = [{ id: 3 }, { id: 1 }, { id: 2 }, { id: 1 }];
    const segments = defineSegments(rules);
    expect(() => segments.assignAll(twice)).toThrow("assignAll requires every customer once, received 1 (row 3)");
    expect(segments.assignAll(twice.values(), { invalid: "exclude" })).toMatchObject({ n: 3, invalid: 1 });
    const strange = [{ id: 1 }, { id: {} }, null] as unknown as { id: number }[];
    expect(() => segments.assignAll(strange)).toThrow(/string or a finite number as customer.*\(row 1\)/);
    expect(segments.assignAll(strange, { invalid: "exclude" })).toMatchObject({ n: 1, invalid: 2, missing: 0 });
  });
});

describe("an explanation", () => {
  const segments = defineSegments(
    [
      {
        name: "let down",
        rule: {
          all: [
            { events: { where: { field: "outcome", op: "eq", value: "failed" }, count: { op: "gte", value: 2 } } },
            { field: "attributes.orders", op: "gte", value: 3 },
          ],
        },
      },
      { name: "family", rule: { any: [{ field: "attributes.plan", op: "eq", value: "family" }] } },
    ],
    { mode: "exclusive", rest: "others" },
  );
  const customer = { attributes: { orders: "7", plan: "family" } };
  const events = [{ outcome: "failed" }, { outcome: "success" }, { outcome: "failed" }];

  test("says part by part what holds, with the value that was seen and whether it could be compared", () => {
    const { segments: given, rules, words } = segments.explain(customer, { events });
    expect(given).toEqual(["family"]);
    expect(rules[0]).toMatchObject({
      segment: "let down",
      holds: false,
      assigned: false,
      reasons: ['attributes.orders is at least 3: no, it is "7", a text that cannot be compared so'],
      why: {
        kind: "all",
        place: [],
        parts: [
          { kind: "events", place: ["all", 0], holds: true, count: 2, of: 3 },
          { kind: "comparison", place: ["all", 1], holds: false, seen: "7", value: "unfit" },
        ],
      },
    });
    expect(words).toBe("In “family”: attributes.plan is family: yes, it is family.");
  });

  test("of who is in none says so, and a missing value is no value", () => {
    const { rules, words } = segments.explain({}, { events: [] });
    expect(words).toBe("In “others”, since no rule holds.");
    expect(rules[1]?.reasons).toEqual(["attributes.plan is family: no, there is no value"]);
  });

  test("is plain data whatever the customer holds", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    for (const plan of [circle, 10n, () => 1, Symbol("a"), new Date(0), Number.POSITIVE_INFINITY, "x".repeat(1e5)]) {
      const explained = segments.explain({ attributes: { plan } }, { events: [] });
      expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
      expect(explained.rules[1]?.reasons[0]?.length).toBeLessThan(200);
    }
  });
});

describe("a report", () => {
  test("counts overlaps, and tells of fields that nobody has and of values that do not fit", () => {
    const segments = defineSegments([
      { name: "a", rule: { field: "orders", op: "gte", value: 2 } },
      { name: "b", rule: { field: "order", op: "gte", value: 1 } },
      { name: "c", rule: { field: "country", op: "eq", value: "NO" } },
    ]);
    const customers = [
      { orders: 2, country: "NO" },
      { orders: "3", country: "NO" },
      { orders: 4, country: null },
      { country: "SE" },
    ];
    const report = segments.report(customers);
    expect(report.rules).toEqual([
      { segment: "a", matches: 2, firstMatches: 2, share: 0.5 },
      { segment: "b", matches: 0, firstMatches: 0, share: 0 },
      { segment: "c", matches: 2, firstMatches: 1, share: 0.5 },
    ]);
    expect(report).toMatchObject({
      n: 4,
      unmatched: 1,
      several: 1,
      overlaps: [{ segments: ["a", "c"], customers: 1 }],
    });
    expect(report.comparisons[0]).toEqual({
      segment: "a",
      place: [],
      field: ["orders"],
      of: "customer",
      compared: 2,
      held: 2,
      missing: 1,
      unfit: 1,
      example: "3",
    });
    expect(report.findings).toEqual([
      {
        kind: "unfit-values",
        segment: "a",
        place: [],
        words: 'For 1 of 4 customers “orders is at least 2” meets a value that it cannot compare, such as "3".',
      },
      { kind: "unknown-field", segment: "b", place: [], words: "Nobody has a value in order." },
    ]);
  });

  test("tells of events whose time cannot be read, so that they are in no window", () => {
    const rule: Condition = { events: { withinDays: 7 } };
    const events = [{ at: "2026-03-30" }, { at: "31/05/2026" }, { at: "2026-03-31 10:00" }, {}];
    const { comparisons, findings } = defineSegments([{ name: "a", rule }]).report([{}], { now, events: () => events });
    expect(comparisons).toEqual([
      {
        segment: "a",
        place: ["events", "withinDays"],
        field: ["at"],
        of: "event",
        compared: 1,
        held: 1,
        missing: 1,
        unfit: 2,
        example: "31/05/2026",
      },
    ]);
    expect(findings).toEqual([
      {
        kind: "unfit-values",
        segment: "a",
        place: ["events", "withinDays"],
        words:
          'For 2 of 4 events “at is within the last 7 days” meets a value that it cannot compare, such as "31/05/2026".',
      },
    ]);
  });

  test("tells of a comparison that holds for nobody, which may be a slip in its value", () => {
    const events = [{ touchpoint: "pay" }, { touchpoint: "paid" }];
    const rule: Condition = { not: { events: { where: { field: "touchpoint", op: "contains", value: "payment" } } } };
    const { rules, comparisons, findings } = defineSegments([{ name: "a", rule }]).report([{}], {
      events: () => events,
    });
    expect(rules[0]?.matches).toBe(1);
    expect(comparisons[0]).toMatchObject({ of: "event", compared: 2, held: 0 });
    expect(findings).toEqual([
      {
        kind: "unmet",
        segment: "a",
        place: ["not", "events", "where"],
        words: "“touchpoint contains payment” holds for none of 2 events.",
      },
    ]);
  });
});

describe("customers that cannot be gone through", () => {
  test("are refused", () => {
    const segments = defineSegments([{ name: "a", rule: { field: "orders", op: "gte", value: 2 } }]);
    const wrong = expect.objectContaining({ code: "invalid-option" });
    expect(() => segments.report({} as never)).toThrowError(wrong);
    expect(() => segments.assignAll({} as never)).toThrowError(wrong);
  });
});

describe("what is found in rules", () => {
  const kindsOf = (...conditions: Condition[]): string[] =>
    defineSegments(
      conditions.map((rule, index) => ({ name: `s${index}`, rule })),
      { mode: "exclusive" },
    ).findings.map(({ kind, segment, place }) => [kind, segment, ...place].join(" "));
  const x = (op: ConditionOperator, value: Value, timeZone?: string): Condition => ({
    field: "x",
    op,
    value,
    ...(timeZone && { timeZone }),
  });

  test.each<[string, Condition[]]>([
    ["more than 5 and less than 3", [x("gt", 5), x("lt", 3)]],
    ["more than 5 and less than 5.000000000000001", [x("gt", 5), x("lt", 5.000000000000001)]],
    ["two values at once", [x("eq", "a"), x("eq", "b")]],
    ["one of none", [x("in", [])]],
    ["between bounds that are the wrong way round", [x("between", [5, 3])]],
    ["a value of two lists without a common one", [x("in", ["a", "b"]), x("in", ["c"])]],
    ["a value that is there and not", [x("exists", true), x("exists", false)]],
    ["a value that is not there and is compared", [x("eq", null), x("gt", 5)]],
    ["a text and a number", [x("eq", "a"), x("gte", 0)]],
    ["a text that begins in two ways", [x("startsWith", "ab"), x("startsWith", "AC")]],
    ["a text with and without a part", [x("startsWith", "late"), { not: x("contains", "LAT") }]],
    ["a text between two that follow each other", [x("gt", "a"), x("lt", "a\u0000")]],
    ["a list with and without a value", [x("containsAll", [1, 2]), { not: x("contains", 2) }]],
    ["before and after", [x("before", "2026-01-01"), x("after", "2026-02-01T00:00:00Z")]],
    ["after a day and before its end", [x("after", "2026-01-01"), x("before", "2026-01-01T20:00:00Z")]],
    ["lately and long ago", [x("withinLastDays", 30), x("moreThanDaysAgo", 90)]],
    ["long ago and yet to come", [x("moreThanDaysAgo", 5, "Europe/Oslo"), x("withinNextDays", 5, "Europe/Oslo")]],
    [
      "three events and at most two",
      [{ events: { count: { op: "gte", value: 3 } } }, { not: { events: { count: { op: "gt", value: 2 } } } }],
    ],
    ["an event that cannot be", [{ events: { where: { all: [x("gt", 5), x("lt", 3)] } } }]],
    ["either of two contradictions", [{ any: [{ all: [x("eq", 1), x("eq", 2)] }, { all: [x("lt", 1), x("gt", 1)] }] }]],
    ["fewer than no events", [{ events: { count: { op: "lt", value: 0 } } }]],
    ["one of two values and a third", [{ any: [x("eq", 1), x("eq", 2)] }, x("eq", 3)]],
    [
      "a text that is a time in one zone and two at once in another",
      [
        x("startsWith", "2026"),
        x("after", "2020-01-01", "Asia/Tokyo"),
        x("after", "2026-02-01", "Europe/Oslo"),
        x("before", "2026-01-01", "Europe/Oslo"),
      ],
    ],
  ])("%s is a contradiction", (_, parts) => {
    expect(kindsOf({ all: parts })).toContain("contradiction s0");
  });

  test.each<[string, Condition[]]>([
    ["more than 3 and less than 5", [x("gt", 3), x("lt", 5)]],
    ["other than a, and other than b", [x("ne", "a"), x("ne", "b")]],
    [
      "a date alone that two zones read as two instants",
      [x("before", "2026-01-01T00:00:00Z", "Asia/Tokyo"), x("after", "2025-12-31T23:00:00Z", "America/New_York")],
    ],
    ["a text that begins so and goes on", [x("startsWith", "ab"), x("startsWith", "ABC"), x("endsWith", "bc")]],
    ["a list with both", [x("contains", "a"), x("contains", "b")]],
    ["within 30 days and more than 7 ago", [x("withinLastDays", 30), x("moreThanDaysAgo", 7)]],
    ["no value and not compared", [x("exists", false), { not: x("gt", 5) }]],
    ["neither below nor above", [{ not: x("lt", 3) }, { not: x("gte", 3) }]],
    [
      "a Date, which is neither a text nor a number",
      [x("before", "2026-01-01"), ...["", 0].map((low) => ({ not: x("gte", low) })), { not: x("lt", 0) }],
    ],
    [
      "a text that is no time",
      [
        x("startsWith", "x"),
        ...(["withinLastDays", "moreThanDaysAgo", "moreThanDaysAhead"] as const).map((op) => ({ not: x(op, 0) })),
      ],
    ],
    [
      "earlier today, by the clock and by the calendar",
      [x("moreThanDaysAgo", 0), x("withinLastDays", 0, "Europe/Oslo")],
    ],
    [
      "a text without a part of what it does not contain",
      [x("startsWith", "a"), { not: x("containsAny", ["xy"]) }, { not: x("contains", "x") }],
    ],
    [
      "a text with the other of two parts",
      [x("startsWith", "a"), x("containsAny", ["xy", "z"]), { not: x("contains", "x") }],
    ],
  ])("%s is none", (_, parts) => {
    expect(kindsOf({ all: parts })).toEqual([]);
  });

  test("a part that can never hold is found where it is, as a whole", () => {
    expect(kindsOf({ any: [x("eq", 1), { all: [x("gt", 5), x("lt", 3)] }] })).toEqual(["contradiction s0 any 1"]);
    expect(kindsOf({ events: { where: { any: [x("in", []), x("eq", 1)] } } })).toEqual([
      "contradiction s0 events where any 0",
    ]);
  });

  test("a rule that holds for everybody makes all after it unreachable", () => {
    expect(kindsOf({ any: [x("eq", 1), { not: x("eq", 1) }] }, x("eq", 2))).toEqual(["always s0", "unreachable s1"]);
  });

  test("a segment is unreachable where one earlier rule takes all of it, or several do together", () => {
    expect(kindsOf(x("gte", 3), x("gte", 5))).toEqual(["unreachable s1"]);
    expect(kindsOf(x("gte", 5), x("gte", 3))).toEqual([]);
    expect(kindsOf(x("lt", 5), x("gte", 5), x("between", [1, 9]))).toEqual(["unreachable s2"]);
    // Who has no number there is taken by neither.
    expect(kindsOf(x("lt", 5), x("gte", 5), x("exists", true))).toEqual([]);
    const family: Condition = { field: "plan", op: "eq", value: "family" };
    expect(kindsOf(family, { all: [x("gt", 1), family] })).toEqual(["unreachable s1"]);
    const { findings } = defineSegments(
      [
        { name: "a", rule: family },
        { name: "b", rule: family },
      ],
      { mode: "exclusive" },
    );
    expect(findings).toEqual([
      {
        kind: "unreachable",
        segment: "b",
        place: [],
        words: "Whoever meets it is taken by earlier rules: “a”.",
        by: ["a"],
      },
    ]);
  });

  test("overlapping segments take nobody from each other", () => {
    const rule = x("gte", 3);
    expect(
      defineSegments([
        { name: "a", rule },
        { name: "b", rule },
      ]).findings,
    ).toEqual([]);
  });

  test("a field that is none of the known ones is found, of customers and of events", () => {
    const rule: Condition = {
      all: [
        { field: "attributes.plan", op: "eq", value: "a" },
        { field: "attributes.plna", op: "eq", value: "a" },
        { field: ["attributes", "a.b"], op: "eq", value: "a" },
        { events: { where: { field: "outcom", op: "eq", value: "failed" } } },
      ],
    };
    const segments = defineSegments([{ name: "a", rule }], {
      fields: ["attributes.plan", ["attributes", "a.b"]],
      eventFields: ["outcome"],
    });
    expect(segments.findings.map(({ kind, place }) => [kind, ...place])).toEqual([
      ["unknown-field", "all", 1],
      ["unknown-field", "all", 3, "events", "where"],
    ]);
    expect(segments.findings[0]?.words).toBe("attributes.plna is none of the known fields.");
  });

  test("rules that are too entangled are given up on, in time", () => {
    const fields = Array.from({ length: 12 }, (_, index) => `f${index}`);
    const entangled: Condition = {
      all: fields.map((field) => ({ any: fields.map((_, value) => ({ field, op: "gt", value }) as const) })),
    };
    const rules = Array.from({ length: 20 }, (_, index) => ({ name: `s${index}`, rule: { not: { not: entangled } } }));
    expect(defineSegments(rules, { mode: "exclusive" }).findings.every(({ kind }) => kind === "unreachable")).toBe(
      true,
    );
  });
});

describe("a wrong rule is refused when it is defined, with its name, the place and what is required", () => {
  const define = (rule: unknown) => () => defineSegments([{ name: "a", rule: rule as Condition }]);
  test.each<[unknown, string]>([
    [
      null,
      'the rule of "a" requires either field, op and value together, or one of events, all, any and not alone, received null',
    ],
    [{ all: [{ field: "f", op: "equals", value: 1 }] }, 'the rule of "a" at all[0].op requires one of eq, ne, '],
    [
      { not: { field: "f", op: "in", value: "x" } },
      'the rule of "a" at not.value requires a list of values for in, received "x"',
    ],
    [{ any: [{ field: "f", op: "gte" }] }, 'the rule of "a" at any[0] requires either field, op and value'],
    [
      { field: "f", op: "eq", value: Number.NaN },
      'the rule of "a" at value requires a single value for eq, received NaN',
    ],
    [
      { field: "", op: "eq", value: 1 },
      'the rule of "a" at field requires a text that is not blank, or a list of keys',
    ],
    [{ field: "f", op: "after", value: "2026-13-01" }, 'the rule of "a" at value requires an ISO 8601 date'],
    [{ field: "f", op: "after", value: "2026-01-01T10:00" }, 'the rule of "a" at value requires an ISO 8601 date'],
    [
      { field: "f", op: "after", value: "2026-01-01", timeZone: "Oslo" },
      'the rule of "a" at timeZone requires an IANA',
    ],
    [
      { field: "f", op: "eq", value: 1, timeZone: "UTC" },
      'the rule of "a" at timeZone requires an operator about time',
    ],
    [{ all: {} }, 'the rule of "a" at all requires a list of conditions'],
    [
      { events: { often: true } },
      'the rule of "a" at events requires where, count, withinDays or timeZone, received "often"',
    ],
    [{ events: { count: { op: "gte", value: -1 } } }, 'the rule of "a" at events.count.value requires a whole number'],
    [{ events: { count: { op: "in", value: 1 } } }, 'the rule of "a" at events.count requires op, one of eq, ne, lt'],
    [{ events: { withinDays: "30" } }, 'the rule of "a" at events.withinDays requires a number of days'],
    [
      { events: { where: { events: {} } } },
      'the rule of "a" at events.where requires a condition that counts no events',
    ],
  ])("%j", (rule, message) => {
    expect(define(rule)).toThrowError(expect.objectContaining({ code: "invalid-definition" }));
    expect(define(rule)).toThrow(message);
  });

  test("a rule that runs in a circle, or is deeper than 100 levels", () => {
    const circle: { not: unknown } = { not: null };
    circle.not = circle;
    expect(define(circle)).toThrowError(expect.objectContaining({ code: "invalid-definition" }));
    const nested = (depth: number): Condition =>
      Array.from({ length: depth }).reduce<Condition>((rule) => ({ all: [rule] }), { all: [] });
    expect(define(nested(99))).not.toThrow();
    expect(define(nested(101))).toThrow("requires at most 100 levels");
  });

  test("names that are blank, or come twice, or are the rest's", () => {
    const rule: Condition = { all: [] };
    const wrong = expect.objectContaining({ code: "invalid-definition" });
    expect(() => defineSegments([{ name: " ", rule }])).toThrowError(wrong);
    expect(() =>
      defineSegments([
        { name: "a", rule },
        { name: "a", rule },
      ]),
    ).toThrow('rule 1 requires a name of its own, received "a"');
    expect(() => defineSegments({ a: rule } as never)).toThrowError(wrong);
    expect(() => defineSegments([null] as never)).toThrowError(wrong);
    const option = expect.objectContaining({ code: "invalid-option" });
    expect(() => defineSegments([{ name: "a", rule }], { rest: "a" })).toThrowError(option);
    expect(() => defineSegments([], { mode: "first" as never })).toThrowError(option);
    expect(() => defineSegments([], { timeZone: "Oslo" })).toThrowError(option);
    expect(() => defineSegments([], { zone: "UTC" } as never)).toThrowError(option);
  });
});

describe("what rules need must be given", () => {
  const option = expect.objectContaining({ code: "invalid-option" });
  const ago = defineSegments([{ name: "ago", rule: { field: "at", op: "moreThanDaysAgo", value: 3 } }]);
  const often = defineSegments([{ name: "often", rule: { events: { count: { op: "gte", value: 2 } } } }]);

  test("now, where days are counted from it", () => {
    expect(() => ago.assign({})).toThrow("assign requires the option now for a rule that counts days from now");
    expect(() => ago.assign({}, { now: "yesterday" })).toThrowError(expect.objectContaining({ code: "invalid-time" }));
    expect(often.assign({}, { events: [] })).toEqual([]);
  });

  test("events, where they are counted, and by customer where there are many", () => {
    expect(() => often.assign({})).toThrow("assign requires the option events for a rule that counts events");
    expect(() => often.assignAll([{ id: 1 }], { events: [] as never })).toThrow(/events by customer/);
    expect(() => often.report([{ id: 1 }], { events: { 1: [] } as never })).toThrowError(option);
  });

  test("options that are known, and customers that are objects", () => {
    expect(() => ago.assign({}, { time: now } as never)).toThrowError(option);
    expect(() => ago.assignAll([{ id: 1 }], { customers: 1 } as never)).toThrowError(option);
    expect(() => ago.assign({}, { now, customer: "id" as never })).toThrowError(option);
    expect(() => ago.report([], { now, customers: 1 } as never)).toThrowError(option);
    expect(() => ago.assign("c1" as never, { now })).toThrowError(expect.objectContaining({ code: "invalid-value" }));
    expect(() => ago.report([{}, null as never], { now })).toThrow(/\(row 1\)/);
  });
});
