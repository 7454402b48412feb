import { isMissing } from "../../error/isMissing.js";
import { compileCount, type RuleMoment } from "./compileRule.js";
import type { ComparisonExplanation, EventsExplanation, Explanation } from "./explanation.js";
import { ruleInWords, valueInWords } from "./ruleInWords.js";
import type { ComparisonNode, EventsNode, RuleNode } from "./ruleNode.js";

/** A value of the data as JSON would have it. */
export function asJson(value: unknown): unknown {
  if (isMissing(value) || typeof value === "function" || typeof value === "symbol") return null;
  if (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))) return String(value);
  if (typeof value !== "object") return value;
  try {
    return JSON.parse(JSON.stringify(value)) as unknown;
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** A value of the data in words, cut off where it is long. */
export function shownInWords(value: unknown): string {
  const words = valueInWords(value);
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

const kindInWords = (seen: unknown): string => {
  if (Array.isArray(seen)) return "a list";
  return typeof seen === "string" ? "a text" : typeof seen === "object" ? "an object" : `a ${typeof seen}`;
};

function explainComparison(node: ComparisonNode, row: unknown, { now }: RuleMoment): ComparisonExplanation {
  const found = node.read(row);
  const holds = node.holds(found, now);
  const seen = asJson(found);
  const value = isMissing(found) ? "missing" : node.fits(found) ? "compared" : "unfit";
  const inWords = shownInWords(seen);
  const said = {
    missing: "there is no value",
    compared: `it is ${inWords}`,
    unfit: `it is ${inWords}, ${kindInWords(found)} that cannot be compared so`,
  }[value];
  const { place, condition } = node;
  return {
    kind: "comparison",
    place,
    holds,
    words: `${ruleInWords(node)}: ${answer(holds)}, ${said}`,
    condition,
    seen,
    value,
  };
}

function explainEvents(node: EventsNode, moment: RuleMoment): EventsExplanation {
  const count = compileCount(node)(moment);
  const holds = node.enough(count);
  const of = moment.events.length;
  const words = `${ruleInWords(node)}: ${answer(holds)}, ${count} of ${of} events`;
  return { kind: "events", place: node.place, holds, words, count, of };
}

const answer = (holds: boolean): string => (holds ? "yes" : "no");

/** Tells why a checked condition holds for a row or does not, part by part. */
export function explainRule(node: RuleNode, row: unknown, moment: RuleMoment): Explanation {
  if (node.kind === "comparison") return explainComparison(node, row, moment);
  if (node.kind === "events") return explainEvents(node, moment);
  const { kind, place } = node;
  const parts = (kind === "not" ? [node.part] : node.parts).map((part) => explainRule(part, row, moment));
  const [first] = parts;
  const holds =
    kind === "not"
      ? first?.holds === false
      : kind === "all"
        ? parts.every((part) => part.holds)
        : parts.some((part) => part.holds);
  return { kind, place, holds, words: `${ruleInWords(node)}: ${answer(holds)}`, parts };
}
