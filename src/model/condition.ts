/** How a field is compared with a value. `exists` asks whether there is a value at all. */
export type ConditionOperator = "eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "in" | "exists";

/** A single comparison: `{ field: "attributes.plan", op: "eq", value: "family" }`. */
export interface FieldCondition {
  /** The path of the field, with dots between levels. */
  readonly field: string;
  /** How it is compared. */
  readonly op: ConditionOperator;
  /** What it is compared with: a list for `in`, true or false for `exists`. */
  readonly value: string | number | boolean | null | readonly (string | number | boolean | null)[];
}

/** A rule about a customer, as JSON that can be stored and edited. */
export type Condition =
  | FieldCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
