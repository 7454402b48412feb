import type { Attributes } from "./attributes.js";

/** A planned improvement. */
export interface Initiative {
  readonly id: string;
  readonly name: string;
  /** The ids of the gaps that it is to close. */
  readonly gaps: readonly string[];
  /** In the unit that the company plans in: person days, story points. */
  readonly effort?: number;
  /** In the company's currency. */
  readonly cost?: number;
  /** The expected change of the KPI that it aims at, in that KPI's unit. */
  readonly expectedLift?: number;
  readonly status: "planned" | "active" | "done" | "dropped";
  readonly owner?: string;
  readonly attributes?: Attributes;
}
