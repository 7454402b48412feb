import type { Attributes } from "./attributes.js";
import type { Stage } from "./stage.js";

/** A customer journey as designed (`to-be`) or as the company believes it is today (`as-is`). */
export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly state: "as-is" | "to-be";
  /** The id of the persona whose journey it is, or of several that share it. */
  readonly persona?: string | readonly string[];
  /** In the order in which a customer meets them. */
  readonly stages: readonly Stage[];
  /** When the map was last checked against evidence, an ISO time. */
  readonly checkedAt?: string;
  readonly attributes?: Attributes;
}
