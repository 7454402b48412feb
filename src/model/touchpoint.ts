import type { Attributes } from "./attributes.js";

/** The layer of a service blueprint: what the customer sees, what happens behind it, and what supports that. */
export type TouchpointLayer = "frontstage" | "backstage" | "support";

/** What a touchpoint promises its customers. */
export interface TouchpointPromise {
  /**
   * The mean satisfaction promised, in percent of the scale's maximum (0 worst, 100 best, whichever scale is asked on;
   * see `percentOfMaximum`). The gap analysis holds the answers against it.
   */
  readonly satisfaction?: number;
  /** The longest wait promised, in seconds: from the touchpoint before, as far as a log can tell. */
  readonly waitSeconds?: number;
  /** The share of visits that succeed, 0–1. */
  readonly success?: number;
}

/** A moment of contact between the customer and the company. */
export interface Touchpoint {
  /** Unique within the journey. */
  readonly id: string;
  readonly name: string;
  /** The names that event logs use for it. @defaultValue its own id */
  readonly events?: readonly string[];
  /** Whether a customer may go without it. @defaultValue false */
  readonly optional?: boolean;
  /** Whether a customer may come here several times before going on to the next step. @defaultValue false */
  readonly repeatable?: boolean;
  /** How soon it should come after the touchpoint before it, in seconds. */
  readonly withinSeconds?: number;
  /** The channel, or the channels, that it is offered on. */
  readonly channel?: string | readonly string[];
  /** The department or role that answers for it. */
  readonly owner?: string;
  /**
   * What customers do not see, backstage or support, is a required step only of a log that has events of it.
   * @defaultValue "frontstage"
   */
  readonly layer?: TouchpointLayer;
  /** The emotion that it is designed to leave, from −2 (very bad) to 2 (very good). */
  readonly emotion?: number;
  readonly painPoints?: readonly string[];
  readonly opportunities?: readonly string[];
  /** How much it matters to the customer, 0–1. */
  readonly importance?: number;
  /** Whether it makes or breaks the relationship. */
  readonly momentOfTruth?: boolean;
  readonly expected?: TouchpointPromise;
  readonly attributes?: Attributes;
}
