/** An interpreter of conditions, written straight from what the model's comments say; and conditions and customers of a small world. */
import { formatTime, parseTime } from "cxkit";
import type { Condition, EventCount, FieldCondition } from "cxkit/model";
import * as fc from "fast-check";

/** What the interpreter knows beside the customer. */
export interface World {
  readonly now: number;
  readonly events: readonly unknown[];
  readonly timeZone?: string | undefined;
}
const dayMs = 86_400_000;

function valueAt(row: unknown, field: FieldCondition["field"]): unknown {
  let value = row;
  for (const key of typeof field === "string" ? field.split(".") : field) {
    const own = typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, key) : undefined;
    value = own?.value;
  }
  return typeof value === "number" && Number.isNaN(value) ? undefined : value;
}

function instantOf(value: unknown, timeZone: string | undefined): number | null {
  try {
    return parseTime(value as string, timeZone);
  } catch {
    return null;
  }
}

/** The number of the day on the calendar of a zone. */
const dayOf = (instant: number, timeZone = "UTC"): number =>
  Date.parse(`${formatTime(instant, timeZone).slice(0, 10)}T00:00:00Z`) / dayMs;

function aboutTime({ op, value, timeZone }: FieldCondition, seen: unknown, world: World): boolean {
  const instant = instantOf(seen, timeZone ?? world.timeZone);
  if (instant === null) return false;
  if (op === "before" || op === "after") {
    const zone = timeZone ?? world.timeZone;
    const text = value as string;
    if (text.length === 10) {
      const days = dayOf(instant, zone) - Date.parse(`${text}T00:00:00Z`) / dayMs;
      return op === "before" ? days < 0 : days > 0;
    }
    const limit = parseTime(text, timeZone);
    return op === "before" ? instant < limit : instant > limit;
  }
  const days = value as number;
  const ago =
    timeZone === undefined ? (world.now - instant) / dayMs : dayOf(world.now, timeZone) - dayOf(instant, timeZone);
  if (op === "withinLastDays") return ago >= 0 && ago <= days;
  if (op === "moreThanDaysAgo") return ago > days;
  if (op === "withinNextDays") return ago <= 0 && -ago <= days;
  return -ago > days;
}

const isIn = (part: unknown, whole: unknown): boolean => {
  if (Array.isArray(whole)) return whole.some((element) => element === part);
  return typeof whole === "string" && typeof part === "string" && whole.toUpperCase().includes(part.toUpperCase());
};

function compares(condition: FieldCondition, row: unknown, world: World): boolean {
  const { op, value } = condition;
  const seen = valueAt(row, condition.field);
  const there = seen !== undefined && seen !== null;
  const list = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  const types = list.filter((one) => one !== null).map((one) => typeof one);
  const isOfType = types.length === 0 || types.includes(typeof seen);
  const [first, second] = list as [number, number];
  const comparable = typeof seen === typeof first;
  switch (op) {
    case "exists":
      return there === value;
    case "eq":
    case "in":
      return there ? list.includes(seen) : list.includes(null);
    case "ne":
    case "notIn":
      return there && isOfType && !list.includes(seen);
    case "lt":
      return comparable && (seen as number) < first;
    case "lte":
      return comparable && (seen as number) <= first;
    case "gt":
      return comparable && (seen as number) > first;
    case "gte":
      return comparable && (seen as number) >= first;
    case "between":
      return comparable && (seen as number) >= first && (seen as number) <= second;
    case "contains":
    case "containsAny":
      return list.some((part) => isIn(part, seen));
    case "containsAll":
      return (typeof seen === "string" || Array.isArray(seen)) && list.every((part) => isIn(part, seen));
    case "startsWith":
      return typeof seen === "string" && seen.toUpperCase().startsWith(String(value).toUpperCase());
    case "endsWith":
      return typeof seen === "string" && seen.toUpperCase().endsWith(String(value).toUpperCase());
    default:
      return aboutTime(condition, seen, world);
  }
}

const isAhead = (at: unknown, world: World, timeZone: string | undefined): boolean =>
  (instantOf(at, timeZone ?? world.timeZone) ?? 0) > world.now;

function counts({ where, count = { op: "gte", value: 1 }, withinDays, timeZone }: EventCount, world: World): boolean {
  const window = { field: "at", op: "withinLastDays", value: withinDays ?? 0, ...(timeZone && { timeZone }) } as const;
  const asked = world.events.filter(
    (event) =>
      (where === undefined || holds(where, event, world)) &&
      (withinDays === undefined || (compares(window, event, world) && !isAhead(valueAt(event, "at"), world, timeZone))),
  );
  return compares({ field: "n", op: count.op, value: count.value }, { n: asked.length }, world);
}

/** Whether a condition holds. */
export function holds(condition: Condition, row: unknown, world: World): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, row, world));
  if ("any" in condition) return condition.any.some((part) => holds(part, row, world));
  if ("not" in condition) return !holds(condition.not, row, world);
  return "events" in condition ? counts(condition.events, world) : compares(condition, row, world);
}

/** The now of the small world: noon in Oslo, on a Saturday. */
export const worldNow: number = Date.UTC(2026, 0, 3, 11);

const numbers = [0, 1, 2, 3];
const words = ["", "x", "X", "xy", "yx", "1"];
const times = [
  "2026-01-02",
  "2026-01-03",
  "2026-01-02T23:30:00Z",
  "2026-01-03T11:00:00Z",
  "2026-01-05T00:00:00+01:00",
  "2025-12-31T10:59:59Z",
];
const single = fc.constantFrom<string | number | boolean | null>(...numbers, ...words, ...times, true, false, null);
const part = fc.constantFrom<string | number | boolean>(1, 2, "x", "X", "y", "xy", true);
const field = fc.constantFrom<FieldCondition["field"]>("a", "b", "c.d", ["c", "e.f"], "__proto__", "constructor");
const pair = <Value>(values: readonly Value[]) => fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values));
const zone = fc.constantFrom("Europe/Oslo", "America/New_York");
const of = (ops: readonly FieldCondition["op"][], value: fc.Arbitrary<FieldCondition["value"]>) =>
  fc.record({ field, op: fc.constantFrom(...ops), value });
const timed = (ops: readonly FieldCondition["op"][], value: fc.Arbitrary<FieldCondition["value"]>) =>
  fc.record({ field, op: fc.constantFrom(...ops), value, timeZone: zone }, { requiredKeys: ["field", "op", "value"] });

/** A comparison of the small world, in which rules often meet the same field and value. */
const smallComparison: fc.Arbitrary<FieldCondition> = fc
  .oneof(
    of(["eq", "ne"], single),
    of(["lt", "lte", "gt", "gte"], fc.constantFrom<string | number>(...numbers, ...words)),
    of(["between"], fc.oneof(pair(numbers), pair(words))),
    of(["in", "notIn"], fc.array(single, { maxLength: 3 })),
    of(["contains"], part),
    of(["containsAny", "containsAll"], fc.array(part, { maxLength: 3 })),
    of(["startsWith", "endsWith"], fc.constantFrom("x", "X", "y", "xy")),
    timed(["before", "after"], fc.constantFrom(...times)),
    timed(["withinLastDays", "moreThanDaysAgo", "withinNextDays", "moreThanDaysAhead"], fc.constantFrom(0, 1, 2)),
    of(["exists"], fc.boolean()),
  )
  .map((condition) => JSON.parse(JSON.stringify(condition)));

const junctions = (leaf: fc.Arbitrary<Condition>, maxDepth: number): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth, withCrossShrink: true },
      leaf,
      fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }, { noNullPrototype: true }),
      fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }, { noNullPrototype: true }),
      fc.record({ not: tie("condition") }, { noNullPrototype: true }),
    ),
  })).condition;
const count = fc.record(
  { op: fc.constantFrom("eq", "ne", "lt", "lte", "gt", "gte"), value: fc.nat(3) },
  { noNullPrototype: true },
);
const eventCount: fc.Arbitrary<Condition> = fc
  .record(
    { where: junctions(smallComparison, 1), count, withinDays: fc.constantFrom(0, 1, 2) },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((events) => ({ events }));

/** A rule of the small world. */
export const smallCondition: fc.Arbitrary<Condition> = junctions(
  fc.oneof({ arbitrary: smallComparison, weight: 4 }, { arbitrary: eventCount, weight: 1 }),
  3,
);

/** Every value that a field of the small world can have. */
export const smallValues: readonly unknown[] = [
  ...numbers,
  ...words,
  ...times,
  ...[true, false, null, undefined, Number.NaN, {}, [], ["x"], [1, "x"], ["X", 2, true], ["x", "X", "xy", "y", 1, 2]],
  ...[-1, 1.5, 1e300, worldNow, worldNow - 2 * dayMs, worldNow + 1, Number.POSITIVE_INFINITY, "2026-01-02T11:00:00"],
  ...[new Date(Date.UTC(2026, 0, 2)), new Date(worldNow), new Date(Number.NaN), "yxx", "x1", "\u0000", "xy\u0000"],
];
const seen = fc.constantFrom(...smallValues);
/** Some comparisons of one field, each as it is or as its contrary. */
export const smallDemands: fc.Arbitrary<Condition[]> = fc.array(
  fc.tuple(smallComparison, fc.boolean()).map(([comparison, wanted]): Condition => {
    const one = { ...comparison, field: "a" };
    return wanted ? one : { not: one };
  }),
  { minLength: 2, maxLength: 6 },
);
/** A customer of the small world, whose fields come and go. */
export const smallCustomer: fc.Arbitrary<object> = fc
  .record(
    { a: seen, b: seen, c: fc.record({ d: seen, "e.f": seen }, { requiredKeys: [] }), own: seen },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map(({ own, ...customer }) =>
    own === undefined
      ? customer
      : Object.defineProperty({ ...customer }, "__proto__", { value: own, enumerable: true }),
  );
/** Events of the small world. */
export const smallEvents: fc.Arbitrary<object[]> = fc.array(
  fc.record(
    { a: seen, b: seen, at: fc.oneof(fc.constantFrom(...times), seen) },
    { requiredKeys: [], noNullPrototype: true },
  ),
  { maxLength: 4 },
);
