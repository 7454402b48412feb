import { CxError } from "../../error/cxError.js";
import type { EventCount, EventNumber, FieldCondition } from "../../model/condition.js";
import { conditionForm, formRequirement } from "../../model/conditionForm.js";
import {
  calendarDaysRequirement,
  conditionOperators,
  countsDays,
  isTimeOperator,
  valueRequirement,
} from "../../model/valueRequirement.js";
import { fieldPath, fieldReader } from "./fieldPath.js";
import { type ComparisonNode, type EventsNode, placeInWords, type RuleNode, type RulePlace } from "./ruleNode.js";
import { timeTest, type ZoneReaders } from "./timeTest.js";
import { valueTest } from "./valueTest.js";

/** What a condition is read with. */
export interface ConditionReading {
  /** Whose condition it is, as the beginning of errors: `the rule of "loyal"`. */
  readonly owner: string;
  /** The zone of times without an offset in the data. */
  readonly timeZone?: string | undefined;
  readonly zones: ZoneReaders;
}
interface Reading extends ConditionReading {
  /** Whether it is a condition on events. */
  readonly onEvents: boolean;
}

/** Deeper rules are no rules: they run in a circle, or would make functions that call themselves run out of stack. */
const deepest = 200;
const numberOperators = ["eq", "ne", "lt", "lte", "gt", "gte"];

/**
 * Checks a condition and makes it ready. Throws a `CxError` `invalid-definition` with whose condition it is, the place in it, what is
 * required and what was received.
 */
export function readCondition(condition: unknown, reading: ConditionReading, place: RulePlace = []): RuleNode {
  return readNode(condition, { ...reading, onEvents: false }, place);
}

function invalid({ owner }: Reading, place: RulePlace, requirement: string, received: unknown): CxError {
  const at = place.length === 0 ? "" : ` at ${placeInWords(place)}`;
  return new CxError("invalid-definition", `${owner}${at} ${requirement}`, received);
}

function readNode(condition: unknown, reading: Reading, place: RulePlace): RuleNode {
  if (place.length > deepest) throw invalid(reading, place, `requires at most ${deepest / 2} levels`, condition);
  if (typeof condition !== "object" || condition === null) throw invalid(reading, place, formRequirement, condition);
  // Its form proves which of these it has; what stands in them is checked below.
  const { all, any, not, events } = condition as { all?: unknown; any?: unknown; not?: unknown; events?: unknown };
  switch (conditionForm(condition)) {
    case "all":
      return { kind: "all", place, parts: readParts(all, reading, [...place, "all"]) };
    case "any":
      return { kind: "any", place, parts: readParts(any, reading, [...place, "any"]) };
    case "not":
      return { kind: "not", place, part: readNode(not, reading, [...place, "not"]) };
    case "events":
      return readEvents(events, reading, place);
    case "field":
      return readComparison(condition as FieldCondition, reading, place);
    default:
      throw invalid(reading, place, formRequirement, Object.keys(condition).join(", "));
  }
}

function readParts(parts: unknown, reading: Reading, place: RulePlace): RuleNode[] {
  if (!Array.isArray(parts)) throw invalid(reading, place, "requires a list of conditions", parts);
  return Array.from(parts, (part: unknown, index) => readNode(part, reading, [...place, index]));
}

function readComparison(given: FieldCondition, reading: Reading, place: RulePlace): ComparisonNode {
  const condition = copied(given);
  const { field, op, value, timeZone } = condition;
  const isPath = Array.isArray(field) && field.length > 0 && field.every((key) => typeof key === "string");
  if (!isPath && !(typeof field === "string" && field.trim() !== "")) {
    throw invalid(reading, [...place, "field"], "requires a text that is not blank, or a list of keys", field);
  }
  if (!conditionOperators.includes(op)) {
    throw invalid(reading, [...place, "op"], `requires one of ${conditionOperators.join(", ")}`, op);
  }
  if (timeZone !== undefined) {
    if (!isTimeOperator(op)) {
      throw invalid(reading, [...place, "timeZone"], `requires an operator about time, not ${op}`, timeZone);
    }
    checkZone(timeZone, reading, [...place, "timeZone"]);
  }
  const requirement =
    valueRequirement(op, value) ??
    (isTimeOperator(op) && !countsDays(op) ? timeRequirement(value, timeZone, reading) : null) ??
    (countsDays(op) && timeZone !== undefined ? calendarDaysRequirement(value) : null);
  if (requirement !== null) throw invalid(reading, [...place, "value"], requirement, value);
  const path = fieldPath(field);
  const test = isTimeOperator(op)
    ? timeTest({ op, value, timeZone, dataZone: reading.timeZone, zones: reading.zones })
    : valueTest(op, value);
  const subject = JSON.stringify(path);
  return {
    kind: "comparison",
    place,
    condition,
    path,
    subject,
    read: fieldReader(path),
    usesNow: countsDays(op),
    ...test,
  };
}

/** A copy, which later changes of the rule do not reach. */
function copied(given: FieldCondition): FieldCondition {
  const { field, value } = given;
  return {
    ...given,
    field: Array.isArray(field) ? [...field] : field,
    value: Array.isArray(value) ? [...value] : value,
  };
}

function checkZone(timeZone: unknown, reading: Reading, place: RulePlace): void {
  try {
    if (typeof timeZone === "string" && reading.zones(timeZone)) return;
  } catch {
    // The platform does not know it.
  }
  throw invalid(reading, place, "requires an IANA time zone such as Europe/Oslo", timeZone);
}

/** A stored rule says by itself which instant it means, so the zone of the data does not help. */
const timeRequirement = (value: unknown, timeZone: string | undefined, { zones }: Reading): string | null =>
  typeof zones(timeZone).read(value) === "number"
    ? null
    : "requires an ISO 8601 date, or a time with its offset, such as 2026-03-29T08:30:00+02:00";

function readEvents(events: unknown, reading: Reading, place: RulePlace): EventsNode {
  const at = [...place, "events"];
  if (reading.onEvents) throw invalid(reading, place, "requires a condition that counts no events itself", events);
  if (typeof events !== "object" || events === null || Array.isArray(events)) {
    throw invalid(reading, at, "requires an object", events);
  }
  const strange = Object.keys(events).find((key) => !["where", "count", "withinDays", "timeZone"].includes(key));
  if (strange !== undefined) throw invalid(reading, at, "requires where, count, withinDays or timeZone", strange);
  const { where, count = { op: "gte", value: 1 }, withinDays, timeZone }: EventCount = events;
  checkCount(count, reading, [...at, "count"]);
  const condition = { ...(events as EventCount), count: { ...count } };
  return {
    kind: "events",
    place,
    condition,
    subject: JSON.stringify([where ?? null, withinDays ?? null, timeZone ?? null]),
    where: where === undefined ? null : readNode(where, { ...reading, onEvents: true }, [...at, "where"]),
    window: readWindow(condition, reading, at),
    enough: valueTest(count.op, count.value).holds as (count: number) => boolean,
  };
}

function checkCount(count: EventNumber, reading: Reading, place: RulePlace): void {
  const isNumber = typeof count === "object" && count !== null && numberOperators.includes(count.op);
  const strange = isNumber && Object.keys(count).some((key) => key !== "op" && key !== "value");
  if (!isNumber || strange) {
    throw invalid(reading, place, `requires op, one of ${numberOperators.join(", ")}, and value`, count);
  }
  if (!(Number.isInteger(count.value) && count.value >= 0)) {
    throw invalid(reading, [...place, "value"], "requires a whole number, 0 or more", count.value);
  }
}

function readWindow({ withinDays, timeZone }: EventCount, reading: Reading, place: RulePlace): ComparisonNode | null {
  if (timeZone !== undefined) {
    if (withinDays === undefined)
      throw invalid(reading, [...place, "timeZone"], "requires withinDays beside it", timeZone);
    checkZone(timeZone, reading, [...place, "timeZone"]);
  }
  if (withinDays === undefined) return null;
  const requirement =
    valueRequirement("withinLastDays", withinDays) ??
    (timeZone === undefined ? null : calendarDaysRequirement(withinDays));
  if (requirement !== null) throw invalid(reading, [...place, "withinDays"], requirement, withinDays);
  const path = ["at"];
  const condition = { field: "at", op: "withinLastDays", value: withinDays } as const;
  return {
    kind: "comparison",
    place: [...place, "withinDays"],
    condition: timeZone === undefined ? condition : { ...condition, timeZone },
    path,
    subject: JSON.stringify(path),
    read: fieldReader(path),
    usesNow: true,
    ...timeTest({ ...condition, timeZone, dataZone: reading.timeZone, zones: reading.zones, untilNow: true }),
  };
}
