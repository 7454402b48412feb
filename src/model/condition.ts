/**
 * How a field is compared with a value.
 *
 * | operator | value | holds for a field that is |
 * |---|---|---|
 * | `eq`, `ne` | one value | the value; another value of its type |
 * | `lt`, `lte`, `gt`, `gte` | a number or a text | less, at most, more, at least; texts in the order of their code units |
 * | `between` | two numbers or two texts | from the first to the second, both included |
 * | `in`, `notIn` | a list | one of the list; none of it, but of a type that occurs in it |
 * | `contains` | a text, number or boolean | a text with the value in it, whatever the case; or a list that has the value |
 * | `containsAny`, `containsAll` | a list of such | the same, of at least one or of every value of the list |
 * | `startsWith`, `endsWith` | a text | a text that begins or ends so, whatever the case |
 * | `before`, `after` | an ISO date, or a time with its offset | a time before or after; before or after the whole of the day where a date alone is named |
 * | `withinLastDays`, `moreThanDaysAgo` | a number of days | a time so long before now, or longer |
 * | `withinNextDays`, `moreThanDaysAhead` | a number of days | a time so long after now, or longer |
 * | `exists` | true or false | there (true), or not (false) |
 */
export type ConditionOperator =
  | "eq"
  | "ne"
  | "lt"
  | "lte"
  | "gt"
  | "gte"
  | "between"
  | "in"
  | "notIn"
  | "contains"
  | "containsAny"
  | "containsAll"
  | "startsWith"
  | "endsWith"
  | "before"
  | "after"
  | "withinLastDays"
  | "moreThanDaysAgo"
  | "withinNextDays"
  | "moreThanDaysAhead"
  | "exists";

/** What a field can be compared with. */
export type ConditionValue = string | number | boolean | null;

/** A single comparison: `{ field: "attributes.plan", op: "eq", value: "family" }`. */
export interface FieldCondition {
  /**
   * The path of the field, with dots between levels; or the list of its keys, for a key that has a dot in it:
   * `["attributes", "plan.name"]`.
   */
  readonly field: string | readonly string[];
  /** How it is compared. */
  readonly op: ConditionOperator;
  /** What it is compared with: a list where the operator takes one, true or false for `exists`. */
  readonly value: ConditionValue | readonly ConditionValue[];
  /**
   * For operators about time, the IANA zone of the calendar. `…Days` and `…DaysAgo` then count calendar days there (today is day 0) in
   * place of spans of 24 hours, and a date alone is the day there.
   */
  readonly timeZone?: string;
}

/** How many events are asked for. */
export interface EventNumber {
  readonly op: "eq" | "ne" | "lt" | "lte" | "gt" | "gte";
  /** A whole number. */
  readonly value: number;
}

/** Which events of a customer are counted, and how many there must be. */
export interface EventCount {
  /** Which events count, by their own fields; all where it is left out. It cannot count events itself. */
  readonly where?: Condition;
  /** @defaultValue at least one */
  readonly count?: EventNumber;
  /** Only events whose `at` is at most so many days before now count. */
  readonly withinDays?: number;
  /** The zone whose calendar days `withinDays` counts (today is day 0). @defaultValue days are spans of 24 hours */
  readonly timeZone?: string;
}

/** A condition on what happened: `{ events: { where: { field: "outcome", op: "eq", value: "failed" }, withinDays: 30 } }`. */
export interface EventCondition {
  readonly events: EventCount;
}

/**
 * A rule about a customer, as JSON that can be stored and edited.
 *
 * A condition holds or it does not, and `not` turns that round: for every customer exactly one of a condition and its `not` holds. `all`
 * of nothing holds for everybody, `any` of nothing for nobody.
 *
 * A field without a value (absent, null, undefined, NaN) meets no comparison, not even `ne` and `notIn`: `{ not: { field, op: "eq", value } }`
 * is who has no value or another one, `ne` who has another one. Only `exists`, and `null` as the rule's own value (`eq`, `ne`, `in`,
 * `notIn`), speak of a value that is not there. Nor does a value of another type meet a comparison: nothing is coerced, 3 is not "3".
 */
export type Condition =
  | FieldCondition
  | EventCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
