/** Customers to exclusive segments by rule, against the same rules written by hand and interpreted as people write it. */
import { defineSegments } from "cxkit";
import type { Condition, FieldCondition, SegmentRule } from "cxkit/model";
// The package has no types.
// @ts-expect-error no declaration file
import lodash from "lodash";
import { bench, describe } from "vitest";

interface Customer {
  readonly id: number;
  readonly attributes: { readonly plan: string | null; readonly orders: number; readonly country: string };
  readonly lastOrderAt: string;
}
const day = 86_400_000;
const now = Date.UTC(2026, 5, 1);
const [plans, countries] = [["family", "duo", "solo", null] as const, ["NO", "SE", "DK", "DE", "FR", "NL"] as const];
const customersOf = (n: number): Customer[] =>
  Array.from({ length: n }, (_, id) => ({
    id,
    attributes: {
      plan: plans[(id * 7919) % 4] ?? null,
      orders: (id * 104_729) % 23,
      country: countries[(id * 31) % 6] ?? "NO",
    },
    lastOrderAt: new Date(now - ((id * 7919) % 400) * day).toISOString(),
  }));

const north = ["NO", "SE", "DK"];
const rules: SegmentRule[] = [
  {
    name: "champions",
    rule: {
      all: [
        { field: "attributes.orders", op: "gte", value: 15 },
        { field: "attributes.country", op: "in", value: north },
        { field: "attributes.plan", op: "ne", value: "solo" },
      ],
    },
  },
  {
    name: "families",
    rule: {
      all: [
        { field: "attributes.plan", op: "eq", value: "family" },
        { field: "attributes.orders", op: "between", value: [3, 14] },
      ],
    },
  },
  {
    name: "lapsed plan",
    rule: {
      all: [
        { field: "attributes.plan", op: "exists", value: false },
        { field: "attributes.orders", op: "gt", value: 5 },
      ],
    },
  },
  {
    name: "small abroad",
    rule: {
      any: [
        { not: { any: [{ field: "attributes.country", op: "in", value: north }] } },
        { field: "attributes.orders", op: "lt", value: 2 },
      ],
    },
  },
];
const away: SegmentRule[] = [
  { name: "away", rule: { field: "lastOrderAt", op: "moreThanDaysAgo", value: 180 } },
  ...rules,
];

const northern = new Set(north);
function byHand({ attributes: { plan, orders, country } }: Customer): string {
  if (orders >= 15 && northern.has(country) && plan !== null && plan !== "solo") return "champions";
  if (plan === "family" && orders >= 3 && orders <= 14) return "families";
  if (plan === null && orders > 5) return "lapsed plan";
  return !northern.has(country) || orders < 2 ? "small abroad" : "rest";
}
const awayByHand = (customer: Customer): string =>
  Date.parse(customer.lastOrderAt) < now - 180 * day ? "away" : byHand(customer);

function compare({ field, op, value }: FieldCondition, row: object): boolean {
  const seen = lodash.get(row, field);
  switch (op) {
    case "eq":
      return seen === value;
    case "ne":
      return seen !== null && seen !== value;
    case "lt":
      return seen < (value as number);
    case "gt":
      return seen > (value as number);
    case "gte":
      return seen >= (value as number);
    case "between": {
      const [low, high] = value as readonly [number, number];
      return seen >= low && seen <= high;
    }
    case "in":
      return (value as unknown[]).includes(seen);
    case "exists":
      return (seen !== null && seen !== undefined) === value;
    default:
      return new Date(seen).getTime() < now - (value as number) * day;
  }
}
function interpret(condition: Condition, row: object): boolean {
  if ("all" in condition) return condition.all.every((part) => interpret(part, row));
  if ("any" in condition) return condition.any.some((part) => interpret(part, row));
  if ("not" in condition) return !interpret(condition.not, row);
  return "field" in condition && compare(condition, row);
}

function loop(customers: readonly Customer[], segmentOf: (customer: Customer) => string) {
  const listed: { customer: number; segment: string }[] = [];
  const sizes = new Map<string, number>();
  for (const customer of customers) {
    const segment = segmentOf(customer);
    listed.push({ customer: customer.id, segment });
    sizes.set(segment, (sizes.get(segment) ?? 0) + 1);
  }
  return { listed, sizes };
}
const interpreted = (these: readonly SegmentRule[]) => (customer: Customer) =>
  these.find(({ rule }) => interpret(rule, customer))?.name ?? "rest";

const options = { mode: "exclusive", rest: "rest" } as const;
const segments = defineSegments(rules, options);
const segmentsWithTime = defineSegments(away, options);
for (const n of [250_000, 500_000, 1_000_000]) {
  const customers = customersOf(n);
  describe(`${n} customers, four rules of nine comparisons`, () => {
    bench("rules by hand", () => void loop(customers, byHand));
    bench("cxkit", () => void segments.assignAll(customers));
    bench("rules interpreted, lodash get", () => void loop(customers, interpreted(rules)));
  });
  describe(`${n} customers, and one rule of days from now on ISO times`, () => {
    bench("rules by hand, Date.parse", () => void loop(customers, awayByHand));
    bench("cxkit", () => void segmentsWithTime.assignAll(customers, { now }));
    bench("rules interpreted, lodash get and Date", () => void loop(customers, interpreted(away)));
  });
}

const events = new Map(
  Array.from({ length: 200_000 }, (_, id) => [
    id,
    Array.from({ length: 5 }, (_, index) => ({
      outcome: (id + index) % 3 === 0 ? "failed" : "success",
      at: new Date(now - ((id * 31 + index * 17) % 90) * day).toISOString(),
    })),
  ]),
);
const failures = { where: { field: "outcome", op: "eq", value: "failed" }, count: { op: "gte", value: 2 } } as const;
const letDown = defineSegments([{ name: "let down", rule: { events: { ...failures, withinDays: 30 } } }], options);
const buyers = customersOf(200_000);
describe("a million events of 200000 customers, two failures in 30 days", () => {
  bench("by hand, Date.parse", () => {
    loop(buyers, ({ id }) => {
      let count = 0;
      for (const event of events.get(id) ?? []) {
        if (event.outcome === "failed" && Date.parse(event.at) >= now - 30 * day && Date.parse(event.at) <= now)
          count++;
      }
      return count >= 2 ? "let down" : "rest";
    });
  });
  bench("cxkit", () => void letDown.assignAll(buyers, { now, events }));
  bench("by hand, filter and Date", () => {
    loop(buyers, ({ id }) => {
      const inWindow = (at: string) => new Date(at) >= new Date(now - 30 * day) && new Date(at) <= new Date(now);
      const counted = (events.get(id) ?? []).filter(({ outcome, at }) => outcome === "failed" && inWindow(at));
      return counted.length >= 2 ? "let down" : "rest";
    });
  });
});
