import { CxError } from "../../error/cxError.js";
import type { SegmentRule } from "../../model/segmentRule.js";
import { compileRule, type RuleTest } from "./compileRule.js";
import { readCondition } from "./readCondition.js";
import { nodesOf, type RuleNode } from "./ruleNode.js";
import { zoneReaders } from "./timeTest.js";

/** A segment's rule, checked and made ready. */
export interface CompiledRule {
  readonly name: string;
  readonly node: RuleNode;
  readonly test: RuleTest;
}

/** Reads the rules of segments; throws `invalid-definition` for a rule that is wrong, or two of one name. */
export function compileRules(rules: readonly Pick<SegmentRule, "name" | "rule">[], timeZone?: string): CompiledRule[] {
  if (!Array.isArray(rules)) {
    throw new CxError("invalid-definition", "defineSegments requires a list of rules, each with name and rule", rules);
  }
  const names = new Set<string>();
  const zones = zoneReaders();
  return Array.from(rules, (each: Partial<SegmentRule> | null | undefined, index): CompiledRule => {
    const name = each?.name;
    if (typeof name !== "string" || name.trim() === "") {
      throw new CxError("invalid-definition", `rule ${index} requires a name that is not blank`, name);
    }
    if (names.has(name)) throw new CxError("invalid-definition", `rule ${index} requires a name of its own`, name);
    names.add(name);
    const node = readCondition(each?.rule, { owner: `the rule of ${JSON.stringify(name)}`, timeZone, zones });
    return { name, node, test: compileRule(node) };
  });
}

/** What must be known beside the customer to test rules. */
export interface RuleNeeds {
  readonly now: boolean;
  readonly events: boolean;
}

/** Whether some rules count days from now, or events. */
export function needsOf(rules: readonly Pick<CompiledRule, "node">[]): RuleNeeds {
  const all = rules.flatMap(({ node }) => [...nodesOf(node)]);
  return {
    now: all.some((node) =>
      node.kind === "events" ? node.window !== null : node.kind === "comparison" && node.usesNow,
    ),
    events: all.some((node) => node.kind === "events"),
  };
}
