import {
  type Case,
  firstContactResolution,
  firstContactResolutionMetric,
  groupBy,
  measure,
  type SupportCase,
  wilson,
} from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

const day = 86_400_000;
const first = Date.UTC(2026, 2, 1);
const late = { now: first + 365 * day };
/** A case opened on a day and resolved after so many days, of one contact unless it says otherwise. */
const one = (customer: string | null, opened: number, took: number | null, more: SupportCase = {}): SupportCase => ({
  customer,
  topic: "bill",
  openedAt: first + opened * day,
  resolvedAt: took === null ? null : first + (opened + took) * day,
  contacts: 1,
  ...more,
});

describe("first contact resolution in a window", () => {
  test("is the share of issues solved in one contact that stayed solved", () => {
    const cases = [
      one("ann", 0, 0.1),
      one("bob", 0, 0.1, { contacts: 2 }),
      one("cat", 0, 0.1, { reopened: 1 }),
      one("dan", 0, 0.1),
      one("dan", 3, 0.1),
      one("eve", 0, null),
      one("fay", 360, 0.1),
    ];
    const result = firstContactResolution(cases, late);
    expect(result).toMatchObject({ value: 0.25, n: 4, count: 1, repeats: 1, open: 1, pending: 1, excluded: 0 });
    expect(result.interval).toEqual(wilson(1, 4));
    expect(result.definition).toEqual({
      kpi: "firstContactResolution",
      family: "proportion",
      unit: "share",
      options: { variant: "windowed", days: 7 },
    });
  });

  test("takes records of the model as they are", () => {
    const record: Case = { id: "k1", openedAt: "2026-03-01T08:00:00Z", resolvedAt: "2026-03-01T09:00:00Z" };
    expect(firstContactResolution([record], late)).toMatchObject({ value: 1, n: 1 });
  });

  test.each([
    [7, 0, 1],
    [7.1, 1, 0],
  ])("joins what comes back %f days after it was resolved or not: value %f", (days, value, repeats) => {
    const cases = [one("ann", 0, 1), one("ann", 1 + days, 0.1, { contacts: 3 }), one("bob", 0, 0.1, { contacts: 2 })];
    expect(firstContactResolution(cases.slice(0, 2), late)).toMatchObject({ value: value / 2 || 0, repeats });
    expect(firstContactResolution(cases, { ...late, days: 8 })).toMatchObject({ value: 0, n: 2, repeats: 1 });
  });

  test("joins what comes while the first case is not resolved yet, and issues that go on and on", () => {
    expect(firstContactResolution([one("ann", 0, 20), one("ann", 12, 0.1)], late)).toMatchObject({ value: 0, n: 1 });
    const chain = [one("ann", 0, 0), one("ann", 6, 0), one("ann", 12, 0), one("ann", 30, 0)];
    expect(firstContactResolution(chain, late)).toMatchObject({ value: 0.5, n: 2, repeats: 2 });
  });

  test("does not let a case that nobody closed swallow all that follows", () => {
    const cases = [one("ann", 0, null), one("ann", 60, 0.1)];
    expect(firstContactResolution(cases, late)).toMatchObject({ value: 1, n: 1, open: 1, repeats: 0 });
    expect(firstContactResolution([one("ann", 0, null), one("ann", 5, 0.1)], late)).toMatchObject({
      value: 0,
      open: 0,
    });
  });

  test("keeps customers and topics apart", () => {
    const other = [
      one("ann", 0, 0.1),
      one("bob", 1, 0.1),
      one("ann", 1, 0.1, { topic: "app" }),
      one(null, 1, 0.1),
      one(null, 1, 0.1),
      one("1", 1, 0.1),
      { ...one(null, 2, 0.1), customer: 1 },
      one("__proto__", 1, 0.1),
    ];
    expect(firstContactResolution(other, late)).toMatchObject({ value: 1, n: 8, repeats: 0 });
    const two = [one("ann", 0, 0.1, { topic: null }), one("ann", 1, 0.1, { topic: undefined })];
    expect(firstContactResolution(two, late)).toMatchObject({ value: 0, n: 1, repeats: 1 });
  });

  test("calls nothing resolved whose window has not passed, good or bad", () => {
    const cases = [one("ann", 0, 0), one("bob", 4, 0), one("cat", 6, 0, { contacts: 5 }), one("dan", 7, 0)];
    expect(firstContactResolution(cases)).toMatchObject({ value: 1, n: 1, pending: 3 });
    expect(firstContactResolution(cases, { days: 2 })).toMatchObject({ value: 1, n: 2, pending: 2 });
    expect(firstContactResolution(cases, { now: first + 13 * day })).toMatchObject({ n: 3, pending: 1, value: 2 / 3 });
    expect(firstContactResolution(cases.slice(0, 1))).toMatchObject({ value: null, n: 0, pending: 1 });
  });

  test("sees cases as they were at now", () => {
    const now = first + 10 * day;
    expect(firstContactResolution([one("ann", 0, 12)], { now })).toMatchObject({ open: 1, n: 0 });
    expect(() => firstContactResolution([one("ann", 11, 1)], { now })).toThrowError(/not after now/);
  });

  test("does not rewrite history for a reopening after the window, where it knows when that was", () => {
    const reopened = (days: number) => one("ann", 0, 1, { reopened: 1, reopenedAt: first + days * day });
    expect([7.9, 8, 8.1].map((days) => firstContactResolution([reopened(days)], late).value)).toEqual([0, 0, 1]);
    expect(firstContactResolution([one("ann", 0, 1, { reopened: 1 })], late).value).toBe(0);
  });

  test("takes no note of contacts and reopenings for none", () => {
    const bare = { openedAt: first, resolvedAt: first + day };
    expect(firstContactResolution([bare, { ...bare, contacts: null, reopened: Number.NaN }], late)).toMatchObject({
      value: 1,
      n: 2,
      missing: 0,
    });
    expect(firstContactResolution([{ resolvedAt: first }, null, undefined], late)).toMatchObject({ missing: 3, n: 0 });
  });

  test("gives null where nothing is resolved", () => {
    const nothing = { value: null, n: 0, interval: null, standardError: null, count: 0 };
    expect(firstContactResolution([])).toMatchObject(nothing);
    expect(firstContactResolution([one("ann", 0, null)], late)).toMatchObject({ ...nothing, open: 1 });
  });

  const issue = fc.record({ took: fc.nat(20), contacts: fc.integer({ min: 1, max: 3 }), reopened: fc.nat(1) });
  const issues = fc.array(issue, { minLength: 1, maxLength: 12 });
  const casesOf = (all: readonly { took: number; contacts: number; reopened: number }[]) =>
    all.map(({ took, ...more }, index) => one(`c${index}`, index, took, more));

  test("never rises when a customer comes back about an issue", () => {
    fc.assert(
      fc.property(issues, fc.nat(), fc.integer({ min: 0, max: 7 }), fc.boolean(), (all, which, after, solved) => {
        const cases = casesOf(all);
        const index = which % cases.length;
        const came = index + (all[index]?.took ?? 0) + after;
        const repeat = one(`c${index}`, came, solved ? 0 : null);
        const [before, now] = [firstContactResolution(cases, late), firstContactResolution([...cases, repeat], late)];
        expect(now.n).toBe(before.n);
        expect(now.value).toBeLessThanOrEqual(before.value ?? 0);
        expect(now.repeats).toBe(1);
      }),
    );
  });

  test("never rises with a longer window, and every case is accounted for", () => {
    const rows = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(60), fc.option(fc.nat(9), { nil: null })));
    fc.assert(
      fc.property(rows, fc.nat(20), (tuples, days) => {
        const cases = tuples.map(([customer, opened, took]) => one(customer, opened, took));
        const [short, long] = [days, days + 3].map((each) => firstContactResolution(cases, { ...late, days: each }));
        expect(long?.count).toBeLessThanOrEqual(short?.count ?? 0);
        for (const result of [short, long]) {
          if (result) expect(result.n + result.open + result.pending + result.repeats).toBe(cases.length);
        }
      }),
    );
  });
});

describe("other definitions of first contact resolution", () => {
  const resolved = { resolvedAt: "2026-03-02" };

  test("gross: resolved in one contact and not reopened, of those resolved", () => {
    const cases = [
      { ...resolved, contacts: 1 },
      { ...resolved, contacts: 0, reopened: 0 },
      { ...resolved, contacts: 2 },
      { ...resolved, contacts: 1, reopened: 1 },
      { ...resolved },
      { openedAt: "2026-03-01", contacts: 1 },
    ];
    expect(firstContactResolution(cases, { variant: "gross" })).toMatchObject({
      value: 0.5,
      n: 4,
      missing: 1,
      open: 1,
      definition: { options: { variant: "gross" } },
    });
  });

  test("net: without those that the first level could not have solved", () => {
    const cases = [
      { ...resolved, contacts: 1, firstLevel: true },
      { ...resolved, contacts: 2, firstLevel: true },
      { ...resolved, contacts: 3, firstLevel: false },
      { ...resolved, contacts: 1, firstLevel: null },
    ];
    expect(firstContactResolution(cases, { variant: "net" })).toMatchObject({
      value: 0.5,
      n: 2,
      excluded: 1,
      missing: 1,
    });
  });

  test("one-touch: one public reply; as Zendesk has it, fewer than two", () => {
    const cases = [0, 1, 2, 1, null].map((replies) => ({ ...resolved, replies }));
    expect(firstContactResolution(cases, { variant: "one-touch" })).toMatchObject({ value: 0.5, n: 4, missing: 1 });
    const zendesk = firstContactResolution(cases, { variant: "one-touch", minimumReplies: 0 });
    expect(zendesk).toMatchObject({
      value: 0.75,
      definition: { options: { variant: "one-touch", minimumReplies: 0 } },
    });
  });

  test("one-teammate: closed once by one teammate", () => {
    const cases = [
      { ...resolved, teammates: 1 },
      { ...resolved, teammates: 1, reopened: 1 },
      { ...resolved, teammates: 2 },
      { ...resolved, teammates: 0 },
    ];
    expect(firstContactResolution(cases, { variant: "one-teammate" })).toMatchObject({ value: 0.25, n: 4 });
  });

  test("survey: what customers say, whatever became of the case", () => {
    const cases = [{ solved: true }, { solved: false }, { solved: true }, { solved: null }];
    expect(firstContactResolution(cases, { variant: "survey" })).toMatchObject({ value: 2 / 3, n: 3, missing: 1 });
  });
});

describe("first contact resolution refuses", () => {
  test.each([
    [{ openedAt: first, resolvedAt: first - 1 }, "invalid-value"],
    [{ openedAt: first, contacts: -1 }, "invalid-value"],
    [{ openedAt: first, contacts: 1.5 }, "invalid-value"],
    [{ openedAt: first, reopened: "1" }, "invalid-value"],
    [{ openedAt: first, customer: {} }, "invalid-value"],
    [{ openedAt: "yesterday" }, "invalid-time"],
    [{ openedAt: "2026-03-01T08:00:00" }, "invalid-time"],
    ["open", "invalid-value"],
    [true, "invalid-value"],
  ])("the case %j", (wrong, code) => {
    const cases = [one("ann", 0, 0), wrong as never];
    expect(() => firstContactResolution(cases, late)).toThrowError(expect.objectContaining({ code, row: 1 }));
    expect(firstContactResolution(cases, { ...late, invalid: "exclude" })).toMatchObject({ n: 1, invalid: 1 });
  });

  test.each([
    { variant: "best" },
    { days: -1 },
    { days: Number.NaN },
    { variant: "gross", days: 7 },
    { minimumReplies: 0 },
    { variant: "one-touch", minimumReplies: 2 },
    { level: 0 },
    { weight: () => 1 },
    { method: "exact" },
  ])("the options %j", (options) => {
    const wrong = expect.objectContaining({ code: "invalid-option" });
    expect(() => firstContactResolutionMetric(() => null, options as never)).toThrowError(wrong);
  });
});

test("finds repeat contacts within a group only", () => {
  const cases = [one("ann", 0, 0), one("ann", 1, 0, { topic: "app" })].map((row, index) => ({ ...row, team: index }));
  const metric = firstContactResolutionMetric((row: (typeof cases)[0]) => ({ ...row, topic: null }), late);
  expect(measure(cases, metric).value).toBe(0);
  const grouped = measure(
    cases,
    groupBy((row) => row.team, metric),
  );
  expect(grouped.map(({ result }) => result.value)).toEqual([1, 1]);
});

test("hides a share of few", () => {
  expect(firstContactResolution([one("ann", 0, 0)], { ...late, minimumN: 2 })).toMatchObject({
    suppressed: true,
    value: null,
    n: null,
    pending: null,
  });
});

describe("first contact resolution keeps the laws of a metric", () => {
  const nullable = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const rows = fc.array(
    fc.record({
      customer: nullable(fc.constantFrom("a", "b", "__proto__", 1, "1")),
      topic: nullable(fc.constantFrom("x", "y")),
      openedAt: nullable(fc.integer({ min: 0, max: 40 }).map((days) => first + days * day)),
      resolvedAt: nullable(fc.integer({ min: 0, max: 60 }).map((days) => first + days * day)),
      contacts: nullable(fc.constantFrom(0, 1, 1, 1, 2, -1)),
      reopened: nullable(fc.constantFrom(0, 0, 0, 1)),
    }),
  );
  for (const variant of ["windowed", "gross"] as const) {
    describe(variant, () => {
      metricLaws(
        firstContactResolutionMetric((row: SupportCase) => row, { variant, invalid: "exclude" }),
        rows,
        { json: true },
      );
    });
  }
  describe("seen from a moment", () => {
    metricLaws(
      firstContactResolutionMetric((row: SupportCase) => row, {
        now: first + 30 * day,
        invalid: "exclude",
        dismissed: (row) => row.topic === "y",
      }),
      rows,
      { json: true },
    );
  });
});
