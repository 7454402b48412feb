import type { CompiledRule } from "./compiledRule.js";
import { fieldPath } from "./fieldPath.js";
import { alwaysHolds, anyCase, narrowCases, neverHolds, newReasoning, type Reasoning } from "./narrowCases.js";
import type { RuleFinding } from "./ruleFinding.js";
import { fieldInWords, ruleInWords } from "./ruleInWords.js";
import type { RuleNode } from "./ruleNode.js";

/** Which fields there are; without them no field is found to be unknown. */
export interface KnownFields {
  /** The fields of customers, each as a rule would name it; others are found as unknown. */
  readonly fields?: readonly (string | readonly string[])[];
  /** The fields of events. */
  readonly eventFields?: readonly (string | readonly string[])[];
}

/** For each rule by itself, and again for it among the others. */
const mostSteps = 1000;

/**
 * What is odd about rules, as far as the rules alone tell. All that is said is certain; what is not said may still be so, for reasoning
 * looks at each field by itself and gives up on rules that are too entangled.
 */
export function ruleFindings(rules: readonly CompiledRule[], exclusive: boolean, known: KnownFields): RuleFinding[] {
  return rules.flatMap((rule, index) => {
    const reasoning = newReasoning(mostSteps);
    return [
      ...contradictionsIn(rule.node, reasoning).map((node) => contradiction(rule.name, node)),
      ...(alwaysHolds(rule.node, reasoning) ? [always(rule)] : []),
      ...(exclusive ? unreachable(rule, rules.slice(0, index)) : []),
      ...unknownFields(rule, known),
    ];
  });
}

const partsOf = (node: RuleNode): readonly RuleNode[] => {
  if (node.kind === "comparison") return [];
  if (node.kind === "events") return node.where === null ? [] : [node.where];
  return node.kind === "not" ? [node.part] : node.parts;
};

/** The parts that can hold for nobody, each as a whole. */
function contradictionsIn(node: RuleNode, reasoning: Reasoning): RuleNode[] {
  if (neverHolds(node, reasoning)) return [node];
  return partsOf(node).flatMap((part) => contradictionsIn(part, reasoning));
}

const contradiction = (segment: string, node: RuleNode): RuleFinding => ({
  kind: "contradiction",
  segment,
  place: node.place,
  words: `Nothing can meet: ${ruleInWords(node)}.`,
});

const always = ({ name, node }: CompiledRule): RuleFinding => ({
  kind: "always",
  segment: name,
  place: [],
  words: `Everybody meets: ${ruleInWords(node)}.`,
});

function unreachable(rule: CompiledRule, earlier: readonly CompiledRule[]): RuleFinding[] {
  const by = coveredBy(rule, earlier)?.map(({ name }) => name);
  if (by === undefined) return [];
  const words = `Whoever meets it is taken by earlier rules: ${by.map((name) => `“${name}”`).join(", ")}.`;
  return [{ kind: "unreachable", segment: rule.name, place: [], words, by }];
}

/** The one rule that takes everybody who meets another, or those that do together; null where that is not certain. */
function coveredBy({ node }: CompiledRule, others: readonly CompiledRule[]): CompiledRule[] | null {
  const reasoning = newReasoning(mostSteps);
  const all = narrowCases(anyCase, node, true, reasoning);
  const by: CompiledRule[] = [];
  let cases = all;
  for (const other of others) {
    if (all === null || cases === null) return null;
    const left = narrowCases(cases, other.node, false, reasoning);
    // Where it is too much to tell, the other rule is taken to leave everybody.
    if (left === null || (left.length === cases.length && left.every((one, place) => one === cases?.[place]))) continue;
    by.push(other);
    if (left.length === 0) {
      return narrowCases(all, other.node, false, newReasoning(mostSteps))?.length === 0 ? [other] : by;
    }
    cases = left;
  }
  return null;
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

function unknownFields({ name, node }: CompiledRule, { fields, eventFields }: KnownFields): RuleFinding[] {
  const known = (list: KnownFields["fields"]): Set<string> | null =>
    list === undefined ? null : new Set(list.map((field) => keyOf(fieldPath(field))));
  const ofCustomers = known(fields);
  const ofEvents = known(eventFields);
  const visit = (part: RuleNode, onEvents: boolean): RuleFinding[] => {
    const expected = onEvents ? ofEvents : ofCustomers;
    if (part.kind !== "comparison") {
      return partsOf(part).flatMap((inner) => visit(inner, onEvents || part.kind === "events"));
    }
    if (expected === null || expected.has(keyOf(part.path))) return [];
    const words = `${fieldInWords(part.path)} is none of the known fields.`;
    return [{ kind: "unknown-field", segment: name, place: part.place, words }];
  };
  return visit(node, false);
}
