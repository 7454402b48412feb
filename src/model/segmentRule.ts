import type { Attributes } from "./attributes.js";
import type { Condition } from "./condition.js";

/** A segment and the rule that says who is in it, as JSON that can be stored and edited. */
export interface SegmentRule {
  /** The segment's name, which is what customers are assigned. */
  readonly name: string;
  /** The rule that says which customers are in it. */
  readonly rule: Condition;
  readonly description?: string;
  readonly attributes?: Attributes;
}
