import type { Attributes } from "./attributes.js";

/** One event: a customer met the company somewhere. */
export interface Interaction {
  readonly id: string;
  readonly customer: string;
  /** What the system that recorded it calls the place; a designed touchpoint lists these names in `events`. */
  readonly touchpoint: string;
  /** When it happened, an ISO time. */
  readonly at: string;
  readonly channel?: string;
  /** How it ended, in the recording system's words: "success", "failed", "abandoned" … */
  readonly outcome?: string;
  readonly durationSeconds?: number;
  readonly attributes?: Attributes;
}
