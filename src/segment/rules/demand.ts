import type { ComparisonNode, EventsNode } from "./ruleNode.js";

/** A leaf of a rule, and whether it has to hold. */
export interface Demand<Leaf = ComparisonNode | EventsNode> {
  readonly leaf: Leaf;
  readonly wanted: boolean;
}

/** A comparison, and whether it has to hold. */
export type FieldDemand = Demand<ComparisonNode>;

/** The operator of a comparison. */
export const opOf = ({ leaf }: FieldDemand): ComparisonNode["condition"]["op"] => leaf.condition.op;

/** What a comparison compares with, as a list. */
export function valuesOf({ leaf }: FieldDemand): readonly unknown[] {
  const { value } = leaf.condition;
  return Array.isArray(value) ? value : [value];
}
