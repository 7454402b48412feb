import type { RulePlace } from "./ruleNode.js";

/**
 * What is odd about a rule.
 *
 * | kind | what it means |
 * |---|---|
 * | `contradiction` | the rule, or this part of it, can hold for nobody |
 * | `always` | the rule holds for everybody |
 * | `unreachable` | an exclusive segment that nobody can fall into, since earlier rules take all whom its rule covers |
 * | `unknown-field` | the field is none of the known ones, or no customer (or event) has a value in it |
 * | `unfit-values` | some customers (or events) have a value there of another type than the rule compares with |
 * | `unmet` | a comparison holds for none of the customers (or events) that were seen: perhaps a slip in its value |
 */
export type RuleFindingKind = "contradiction" | "always" | "unreachable" | "unknown-field" | "unfit-values" | "unmet";

/** Something about a rule that its writer would want to know. */
export interface RuleFinding {
  readonly kind: RuleFindingKind;
  /** The segment. */
  readonly segment: string;
  /** Where in its rule: the keys and indexes that lead there, `["all", 0, "not"]`; empty for the whole rule. */
  readonly place: RulePlace;
  /** One sentence in plain words. */
  readonly words: string;
  /** For `unreachable`: the segments whose rules take everybody. */
  readonly by?: readonly string[];
}
