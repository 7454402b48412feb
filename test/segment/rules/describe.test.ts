import { describe as inWords } from "cxkit";
import type { Condition } from "cxkit/model";
import { expect, test } from "vitest";

test.each<[Condition, string]>([
  [{ field: "attributes.plan", op: "eq", value: "family" }, "attributes.plan is family"],
  [{ field: "plan", op: "eq", value: "3" }, 'plan is "3"'],
  [{ field: "plan", op: "eq", value: 3 }, "plan is 3"],
  [{ field: "plan", op: "eq", value: true }, "plan is true"],
  [{ field: "plan", op: "eq", value: "true" }, 'plan is "true"'],
  [{ field: "plan", op: "eq", value: null }, "plan has no value"],
  [{ field: "plan", op: "ne", value: null }, "plan has a value"],
  [{ field: "plan", op: "exists", value: false }, "plan has no value"],
  [{ field: "plan", op: "ne", value: "family" }, "plan is other than family"],
  [{ field: "orders", op: "gte", value: 3 }, "orders is at least 3"],
  [{ field: "orders", op: "gte", value: "3" }, 'orders is at least "3"'],
  [{ field: "orders", op: "lt", value: -0.5 }, "orders is less than -0.5"],
  [{ field: "orders", op: "between", value: [1, 5] }, "orders is between 1 and 5"],
  [{ field: "country", op: "in", value: ["NO", "SE"] }, "country is one of NO, SE"],
  [{ field: "country", op: "in", value: ["NO, SE"] }, 'country is one of "NO, SE"'],
  [{ field: "country", op: "in", value: [] }, "country is one of nothing"],
  [{ field: "country", op: "notIn", value: ["nothing"] }, 'country is none of "nothing"'],
  [{ field: "comment", op: "contains", value: "too late" }, 'comment contains "too late"'],
  [{ field: "channels", op: "containsAny", value: ["app", "sms"] }, "channels contains any of app, sms"],
  [{ field: "channels", op: "containsAll", value: ["app", "sms"] }, "channels contains all of app, sms"],
  [{ field: "name", op: "startsWith", value: "Ånd" }, "name starts with Ånd"],
  [{ field: "since", op: "before", value: "2026-01-01" }, "since is before 2026-01-01"],
  [{ field: "since", op: "lt", value: "2026-01-01" }, 'since is less than "2026-01-01"'],
  [
    { field: "since", op: "after", value: "2026-01-01", timeZone: "Europe/Oslo" },
    "since is after 2026-01-01 (Europe/Oslo)",
  ],
  [{ field: "at", op: "withinLastDays", value: 1 }, "at is within the last 1 day"],
  [{ field: "at", op: "moreThanDaysAgo", value: 90 }, "at is more than 90 days ago"],
  [
    { field: "at", op: "withinNextDays", value: 7, timeZone: "Europe/Oslo" },
    "at is within the next 7 calendar days (Europe/Oslo)",
  ],
  [{ field: "at", op: "moreThanDaysAhead", value: 7 }, "at is more than 7 days ahead"],
  [{ field: ["attributes", "plan.name"], op: "exists", value: true }, 'attributes."plan.name" has a value'],
  [{ field: "orders.0.sku", op: "exists", value: true }, "orders.0.sku has a value"],
  [{ not: { field: "plan", op: "eq", value: "family" } }, "not (plan is family)"],
  [{ all: [] }, "everybody"],
  [{ any: [] }, "nobody"],
  [{ events: {} }, "at least 1 event"],
  [{ events: { count: { op: "eq", value: 0 } } }, "exactly 0 events"],
  [
    {
      events: {
        where: { field: "outcome", op: "eq", value: "failed" },
        count: { op: "gt", value: 2 },
        withinDays: 30,
        timeZone: "Europe/Oslo",
      },
    },
    "more than 2 events in the last 30 calendar days (Europe/Oslo) where (outcome is failed)",
  ],
])("%j", (rule, words) => {
  expect(inWords(rule)).toBe(words);
});

test("brackets stand where the sentence could be read in two ways, and only there", () => {
  const is1 = (field: string): Condition => ({ field, op: "eq", value: 1 });
  const [a, b, c] = [is1("a"), is1("b"), is1("c")] as const;
  const cases: [Condition, string][] = [
    [{ all: [a, b] }, "a is 1 and b is 1"],
    [{ all: [a, { any: [b, c] }] }, "a is 1 and (b is 1 or c is 1)"],
    [{ any: [{ all: [a, b] }, c] }, "(a is 1 and b is 1) or c is 1"],
    [{ all: [a, { all: [b, c] }] }, "a is 1 and b is 1 and c is 1"],
    [{ all: [{ any: [a] }, { any: [{ all: [b] }] }] }, "a is 1 and b is 1"],
    [{ any: [a, { any: [{ all: [{ any: [b, c] }] }] }] }, "a is 1 or b is 1 or c is 1"],
    [{ all: [a, { any: [] }] }, "a is 1 and nobody"],
    [{ not: { all: [a, { not: b }] } }, "not (a is 1 and not (b is 1))"],
  ];
  for (const [rule, words] of cases) expect(inWords(rule)).toBe(words);
});

test("what is no condition is refused with the place", () => {
  expect(() => inWords({ all: [{ field: "a", op: "is" as never, value: 1 }] })).toThrow(
    "describe: the condition at all[0].op requires one of eq, ne",
  );
});
