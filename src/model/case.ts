import type { Attributes } from "./attributes.js";

/** A support case, from opening to resolution. Its times never run backwards. */
export interface Case {
  readonly id: string;
  readonly customer?: string;
  /** An ISO time; so are the other times. */
  readonly openedAt: string;
  /** Absent or null while nobody has answered. */
  readonly firstAnsweredAt?: string | null;
  /** Absent or null while the case is open. */
  readonly resolvedAt?: string | null;
  /** How many times it was reopened. */
  readonly reopened?: number;
  /** How many times the customer had to make contact about it. */
  readonly contacts?: number;
  readonly channel?: string;
  readonly topic?: string;
  /** The id of the stage that it is about. */
  readonly stage?: string;
  /** The id of the touchpoint that it is about. */
  readonly touchpoint?: string;
  readonly attributes?: Attributes;
}
