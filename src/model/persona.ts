import type { Attributes } from "./attributes.js";
import type { Condition } from "./condition.js";

/** What a persona says, thinks, does and feels, and what that means for pains and gains. */
export interface EmpathyMap {
  readonly says?: readonly string[];
  readonly thinks?: readonly string[];
  readonly does?: readonly string[];
  readonly feels?: readonly string[];
  readonly pains?: readonly string[];
  readonly gains?: readonly string[];
}

/** A kind of customer, described so that a team can design for it. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly goals?: readonly string[];
  readonly needs?: readonly string[];
  readonly frustrations?: readonly string[];
  /** The channels that this persona prefers, best first. */
  readonly channels?: readonly string[];
  readonly empathyMap?: EmpathyMap;
  /** The rule that says which customers are of this persona. */
  readonly rule?: Condition;
  readonly attributes?: Attributes;
}
