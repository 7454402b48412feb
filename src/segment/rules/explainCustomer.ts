import type { CompiledRule } from "./compiledRule.js";
import type { RuleMoment } from "./compileRule.js";
import { explainRule } from "./explainRule.js";
import type { Explanation } from "./explanation.js";

/** What one rule came to for a customer. */
export interface RuleExplanation {
  readonly segment: string;
  readonly holds: boolean;
  /** Whether the customer is in the segment: where segments are exclusive, an earlier one may have taken them. */
  readonly assigned: boolean;
  /** The comparisons and counts that decided, in plain words with the values that were seen. */
  readonly reasons: readonly string[];
  /** The whole rule, part by part. */
  readonly why: Explanation;
}

/** Why a customer is in the segments that they are in. */
export interface CustomerExplanation {
  /** What `assign` gives. */
  readonly segments: readonly string[];
  readonly rules: readonly RuleExplanation[];
  /** In plain words. */
  readonly words: string;
}

/** The parts of a condition that made it hold, or not. */
export function reasonsOf(why: Explanation): string[] {
  if (why.kind === "comparison" || why.kind === "events") return [why.words];
  // Of `all` that fails those that fail decide, of `any` that holds those that hold; otherwise every part does.
  const decided =
    why.kind === "not" || why.holds === (why.kind === "all")
      ? why.parts
      : why.parts.filter(({ holds }) => holds === why.holds);
  return decided.length === 0 ? [why.words] : decided.flatMap(reasonsOf);
}

/** Tells why a customer was given these segments. */
export function explainCustomer(
  rules: readonly CompiledRule[],
  segments: readonly string[],
  row: unknown,
  moment: RuleMoment,
): CustomerExplanation {
  const explained = rules.map(({ name, node }): RuleExplanation => {
    const why = explainRule(node, row, moment);
    return { segment: name, holds: why.holds, assigned: segments.includes(name), reasons: reasonsOf(why), why };
  });
  const because = explained
    .filter(({ assigned }) => assigned)
    .map(({ segment, reasons }) => `In “${segment}”: ${reasons.join("; ")}.`);
  const [rest] = segments;
  const otherwise = rest === undefined ? "In no segment, since no rule holds." : `In “${rest}”, since no rule holds.`;
  return { segments, rules: explained, words: because.length === 0 ? otherwise : because.join(" ") };
}
