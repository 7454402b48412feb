import type { FieldCondition } from "../../model/condition.js";
import type { RulePlace } from "./ruleNode.js";

/** Whether a comparison met a value that it can compare: `unfit` is a value of another type, which is not coerced. */
export type SeenValue = "compared" | "missing" | "unfit";

/** What a part of a rule came to for one customer. */
export interface PartExplanation {
  /** Where in the rule: the keys and indexes that lead there, `["all", 0, "not"]`. */
  readonly place: RulePlace;
  readonly holds: boolean;
  /** What the part asks for, and what was seen, in plain words. */
  readonly words: string;
}

/** What a comparison came to. */
export interface ComparisonExplanation extends PartExplanation {
  readonly kind: "comparison";
  readonly condition: FieldCondition;
  /** The value of the field as JSON has it (a `Date` is its ISO string); null where there is none. */
  readonly seen: unknown;
  readonly value: SeenValue;
}

/** What a number of events came to. */
export interface EventsExplanation extends PartExplanation {
  readonly kind: "events";
  /** How many of the customer's events count, and how many there are in all. */
  readonly count: number;
  readonly of: number;
}

/** What `all`, `any` or `not` came to, with their parts; every part was looked at, also where one of them was enough. */
export interface JunctionExplanation extends PartExplanation {
  readonly kind: "all" | "any" | "not";
  readonly parts: readonly Explanation[];
}

/** Why a condition holds for a customer or does not. */
export type Explanation = ComparisonExplanation | EventsExplanation | JunctionExplanation;
