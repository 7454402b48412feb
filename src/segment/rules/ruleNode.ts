import type { EventCount, FieldCondition } from "../../model/condition.js";
import type { ValueTest } from "./valueTest.js";

/** Where in a rule: the keys and indexes that lead there, `["all", 0, "not"]`. */
export type RulePlace = readonly (string | number)[];

/** A condition that has been checked, with all that its parts need to be tested, said in words or reasoned about. */
export type RuleNode = JunctionNode | NotNode | ComparisonNode | EventsNode;

/** `all` or `any` of some conditions. */
export interface JunctionNode {
  readonly kind: "all" | "any";
  readonly place: RulePlace;
  readonly parts: readonly RuleNode[];
}

/** The contrary of a condition. */
export interface NotNode {
  readonly kind: "not";
  readonly place: RulePlace;
  readonly part: RuleNode;
}

/** A comparison of one field. */
export interface ComparisonNode extends ValueTest {
  readonly kind: "comparison";
  readonly place: RulePlace;
  readonly condition: FieldCondition;
  readonly path: readonly string[];
  /** What it is about: comparisons of one field have one subject. */
  readonly subject: string;
  readonly read: (row: unknown) => unknown;
  /** Whether now makes a difference. */
  readonly usesNow: boolean;
}

/** A number of events. */
export interface EventsNode {
  readonly kind: "events";
  readonly place: RulePlace;
  readonly condition: EventCount & Required<Pick<EventCount, "count">>;
  /** What it is about: numbers of the same events have one subject. */
  readonly subject: string;
  /** Which events count; null for all. */
  readonly where: RuleNode | null;
  /** The comparison of an event's time with the window; null for no window. */
  readonly window: ComparisonNode | null;
  readonly enough: (count: number) => boolean;
}

/** Every node of a rule, each before its parts; those of the condition on events too. */
export function* nodesOf(node: RuleNode): Generator<RuleNode> {
  yield node;
  if (node.kind === "not") yield* nodesOf(node.part);
  else if (node.kind === "events") yield* node.where === null ? [] : nodesOf(node.where);
  else if (node.kind !== "comparison") for (const part of node.parts) yield* nodesOf(part);
}

/** A place in words, as it would be written in code: `all[0].not`. */
export const placeInWords = (place: RulePlace): string =>
  place.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
