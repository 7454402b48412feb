import { countsCanBe } from "./countsCanBe.js";
import type { Demand, FieldDemand } from "./demand.js";
import { fieldCanBe } from "./fieldCanBe.js";
import type { EventsNode, RuleNode } from "./ruleNode.js";

/** A way in which conditions can be met: all of these at once. */
export type RuleCase = readonly Demand[];

/** What is known in one course of reasoning, which takes exponential time at the worst and so has to end. */
export interface Reasoning {
  /** How many demands may still be looked at. */
  left: number;
  /** Of leaves that were met before, whether they can hold and whether they can fail. */
  readonly alone: Map<Demand["leaf"], readonly [canHold: boolean, canFail: boolean]>;
}

/** Reasoning that has not begun. */
export const newReasoning = (steps: number): Reasoning => ({ left: steps, alone: new Map() });

const mostCases = 200;

/** Every customer: no demand. */
export const anyCase: readonly RuleCase[] = [[]];

/**
 * The ways in which some cases can be met and a condition holds as well (or, unwanted, does not), as far as one can tell: those that
 * contradict themselves are left out, and no way that a customer could really meet is. Null where it would take too long.
 */
export function narrowCases(
  cases: readonly RuleCase[],
  node: RuleNode,
  wanted: boolean,
  reasoning: Reasoning,
): readonly RuleCase[] | null {
  if (node.kind === "not") return narrowCases(cases, node.part, !wanted, reasoning);
  if (node.kind === "comparison" || node.kind === "events") {
    reasoning.left -= cases.length;
    return reasoning.left < 0 ? null : cases.flatMap((one) => withDemand(one, { leaf: node, wanted }, reasoning));
  }
  if ((node.kind === "all") === wanted) {
    let narrowed: readonly RuleCase[] | null = cases;
    for (const part of node.parts) narrowed = narrowed === null ? null : narrowCases(narrowed, part, wanted, reasoning);
    return narrowed;
  }
  const split: RuleCase[] = [];
  for (const one of cases) {
    const ways = waysOf(one, node.parts, wanted, reasoning);
    if (ways === null || split.push(...ways) > mostCases) return null;
  }
  return split;
}

/** The ways in which a case and one of some conditions are met; the case itself where it says so already. */
function waysOf(
  one: RuleCase,
  parts: readonly RuleNode[],
  wanted: boolean,
  reasoning: Reasoning,
): readonly RuleCase[] | null {
  const ways: RuleCase[] = [];
  for (const part of parts) {
    const narrowed = narrowCases([one], part, wanted, reasoning);
    if (narrowed === null) return null;
    if (narrowed[0] === one) return [one];
    ways.push(...narrowed);
  }
  return ways;
}

/** The case with one more demand: itself where it says so already, nothing where it says the contrary. */
function withDemand(one: RuleCase, demand: Demand, reasoning: Reasoning): RuleCase[] {
  const same = one.filter(({ leaf }) => leaf.subject === demand.leaf.subject);
  const can = (wanted: boolean): boolean =>
    same.length === 0
      ? canAlone(demand.leaf, wanted, reasoning)
      : canBeTogether([...same, { ...demand, wanted }], reasoning);
  if (!can(demand.wanted)) return [];
  return can(!demand.wanted) ? [[...one, demand]] : [one];
}

function canAlone(leaf: Demand["leaf"], wanted: boolean, reasoning: Reasoning): boolean {
  let known = reasoning.alone.get(leaf);
  if (known === undefined) {
    known = [canBeTogether([{ leaf, wanted: true }], reasoning), canBeTogether([{ leaf, wanted: false }], reasoning)];
    reasoning.alone.set(leaf, known);
  }
  return known[wanted ? 0 : 1];
}

/** Whether demands on one subject can be met at once. */
function canBeTogether(demands: readonly Demand[], reasoning: Reasoning): boolean {
  const leaf = demands[0]?.leaf;
  // All are of one kind, since they have one subject.
  return leaf?.kind === "events"
    ? countsCanBe(demands as readonly Demand<EventsNode>[], leaf.where !== null && neverHolds(leaf.where, reasoning))
    : fieldCanBe(demands as readonly FieldDemand[]);
}

/** Whether it is certain that a condition holds for nobody. */
export const neverHolds = (node: RuleNode, reasoning: Reasoning): boolean =>
  narrowCases(anyCase, node, true, reasoning)?.length === 0;

/** Whether it is certain that a condition holds for everybody. */
export const alwaysHolds = (node: RuleNode, reasoning: Reasoning): boolean =>
  narrowCases(anyCase, node, false, reasoning)?.length === 0;
