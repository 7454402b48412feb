import type { ConditionOperator } from "./condition.js";

type Requirement = readonly [allows: (value: unknown) => boolean, requirement: string];

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isSingle = (value: unknown): boolean =>
  value === null || isText(value) || isNumber(value) || typeof value === "boolean";
// Every text has the empty one in it, so asking for it is a slip.
const isPart = (value: unknown): boolean => value !== null && value !== "" && isSingle(value);
const isListOf = (allows: (item: unknown) => boolean, value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every(allows);

const single: Requirement = [isSingle, "a single value"];
const list: Requirement = [(value) => isListOf(isSingle, value), "a list of values"];
const parts: Requirement = [(value) => isListOf(isPart, value), "a list of values, none of them null or empty"];
const ordered: Requirement = [(value) => isText(value) || isNumber(value), "a number or a text"];
const text: Requirement = [(value) => isText(value) && value !== "", "a text that is not empty"];
const days: Requirement = [(value) => isNumber(value) && value >= 0, "a number of days, 0 or more,"];
// Whether the text is a time is for those to say who can read times.
const time: Requirement = [isText, "a text with a date or a time"];

const requirements: { readonly [Op in ConditionOperator]: Requirement } = {
  eq: single,
  ne: single,
  lt: ordered,
  lte: ordered,
  gt: ordered,
  gte: ordered,
  between: [
    (value) => (isListOf(isNumber, value) || isListOf(isText, value)) && value.length === 2,
    "a list of two numbers or two texts",
  ],
  in: list,
  notIn: list,
  contains: [isPart, "a single value, neither null nor empty,"],
  containsAny: parts,
  containsAll: parts,
  startsWith: text,
  endsWith: text,
  before: time,
  after: time,
  withinLastDays: days,
  moreThanDaysAgo: days,
  withinNextDays: days,
  moreThanDaysAhead: days,
  exists: [(value) => typeof value === "boolean", "true or false"],
};
const listOperators: { readonly [op: string]: string } = { eq: "in", ne: "notIn", contains: "containsAny" };

/** Every operator. */
export const conditionOperators: readonly ConditionOperator[] = Object.keys(requirements) as ConditionOperator[];

/** Whether an operator is about time, so that a zone has a meaning for it. */
export const isTimeOperator = (op: ConditionOperator): boolean =>
  requirements[op] === time || requirements[op] === days;

/** Whether an operator counts days from now. */
export const countsDays = (op: ConditionOperator): boolean => requirements[op] === days;

/** What an operator requires of its value, where this is something else; null where all is well. */
export function valueRequirement(op: ConditionOperator, value: unknown): string | null {
  const [allows, requirement] = requirements[op];
  if (allows(value)) return null;
  const instead = listOperators[op];
  return `requires ${requirement} for ${op}${instead !== undefined && Array.isArray(value) ? `; use ${instead} for a list` : ""}`;
}

/** The same of the number of days, where these are days of a calendar. */
export const calendarDaysRequirement = (value: unknown): string | null =>
  Number.isInteger(value) ? null : "requires a whole number of days where it has a timeZone";
