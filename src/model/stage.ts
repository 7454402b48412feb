import type { Attributes } from "./attributes.js";
import type { Touchpoint } from "./touchpoint.js";

/**
 * How the touchpoints of a stage belong together: one after the other, all of them in any order, or one of them.
 */
export type StageFlow = "sequence" | "any-order" | "alternatives";

/** A part of the journey in which the customer pursues one goal. */
export interface Stage {
  /** Unique within the journey. */
  readonly id: string;
  readonly name: string;
  /** awareness, consideration, purchase, post-purchase, loyalty (advocacy), or the company's own word. */
  readonly phase?: string;
  /** What the customer wants to get done here. */
  readonly goal?: string;
  /** @defaultValue "sequence" */
  readonly flow?: StageFlow;
  /** In the order that the design has them. */
  readonly touchpoints: readonly Touchpoint[];
  readonly attributes?: Attributes;
}
