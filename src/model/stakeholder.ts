import type { Attributes } from "./attributes.js";

/** How much, in three steps. */
export type Degree = "low" | "medium" | "high";

/** A department or role with a part in the journey. */
export interface Stakeholder {
  readonly id: string;
  readonly name: string;
  /** How much it is affected. */
  readonly interest?: Degree;
  /** How much it can change. */
  readonly influence?: Degree;
  /** The ids of the touchpoints that it answers for. */
  readonly touchpoints?: readonly string[];
  readonly attributes?: Attributes;
}
