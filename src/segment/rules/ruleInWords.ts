import type { ConditionOperator, EventNumber, FieldCondition } from "../../model/condition.js";
import type { ComparisonNode, EventsNode, JunctionNode, RuleNode } from "./ruleNode.js";

/** Words with a meaning of their own, which a text or a key is told from by its quotes. */
const ownWords = new Set([
  "and",
  "or",
  "not",
  "is",
  "in",
  "of",
  "true",
  "false",
  "null",
  "nothing",
  "everybody",
  "nobody",
]);

/** A text as it is where nothing else can be meant by it, and quoted where it could. */
const plain = (text: string): string =>
  /^\p{L}[\p{L}\p{M}\p{N}_-]*$/u.test(text) && !ownWords.has(text.toLowerCase()) ? text : JSON.stringify(text);

/** A field's path with dots between the keys. */
export const fieldInWords = (path: readonly string[]): string =>
  path.map((key) => (/^\d+$/.test(key) ? key : plain(key))).join(".");

/** A value of a rule: texts are told from numbers and from true by quotes, where they look like them. */
export const valueInWords = (value: unknown): string =>
  typeof value === "string" ? plain(value) : JSON.stringify(value);

const listInWords = (values: unknown): string => {
  const list = values as readonly unknown[];
  return list.length === 0 ? "nothing" : list.map(valueInWords).join(", ");
};

const verbs: { readonly [Op in ConditionOperator]: readonly [before: string, after?: string] } = {
  eq: ["is"],
  ne: ["is other than"],
  lt: ["is less than"],
  lte: ["is at most"],
  gt: ["is more than"],
  gte: ["is at least"],
  between: ["is between"],
  in: ["is one of"],
  notIn: ["is none of"],
  contains: ["contains"],
  containsAny: ["contains any of"],
  containsAll: ["contains all of"],
  startsWith: ["starts with"],
  endsWith: ["ends with"],
  before: ["is before"],
  after: ["is after"],
  withinLastDays: ["is within the last"],
  moreThanDaysAgo: ["is more than", " ago"],
  withinNextDays: ["is within the next"],
  moreThanDaysAhead: ["is more than", " ahead"],
  exists: ["has"],
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const daysInWords = (days: number, timeZone: string | undefined): string =>
  timeZone === undefined ? counted(days, "day", "days") : counted(days, "calendar day", "calendar days");
const zoneInWords = (timeZone: string | undefined): string => (timeZone === undefined ? "" : ` (${timeZone})`);

function objectInWords({ op, value, timeZone }: FieldCondition): string {
  switch (op) {
    case "between":
      return (value as readonly unknown[]).map(valueInWords).join(" and ");
    case "in":
    case "notIn":
    case "containsAny":
    case "containsAll":
      return listInWords(value);
    case "before":
    case "after":
      return `${value}`;
    case "withinLastDays":
    case "moreThanDaysAgo":
    case "withinNextDays":
    case "moreThanDaysAhead":
      return daysInWords(value as number, timeZone);
    case "exists":
      return value === true ? "a value" : "no value";
    default:
      return valueInWords(value);
  }
}

function comparisonInWords({ condition, path }: ComparisonNode): string {
  const { op, value, timeZone } = condition;
  const field = fieldInWords(path);
  // To ask for null is to ask whether there is a value.
  if (value === null) return `${field} has ${op === "eq" ? "no" : "a"} value`;
  const [before, after = ""] = verbs[op];
  return `${field} ${before} ${objectInWords(condition)}${after}${zoneInWords(timeZone)}`;
}

const numberInWords = ({ op, value }: EventNumber): string =>
  `${op === "eq" ? "exactly" : verbs[op][0].replace("is ", "")} ${counted(value, "event", "events")}`;

function eventsInWords({ condition, where }: EventsNode): string {
  const { count, withinDays, timeZone } = condition;
  const window =
    withinDays === undefined ? "" : ` in the last ${daysInWords(withinDays, timeZone)}${zoneInWords(timeZone)}`;
  return `${numberInWords(count)}${window}${where === null ? "" : ` where (${ruleInWords(where)})`}`;
}

/** A list of one condition is that condition. */
function unwrapped(node: RuleNode): RuleNode {
  const parts = node.kind === "all" || node.kind === "any" ? node.parts : [];
  return parts.length === 1 ? unwrapped(parts[0] as RuleNode) : node;
}

function junctionInWords({ kind, parts }: JunctionNode): string {
  if (parts.length === 0) return kind === "all" ? "everybody" : "nobody";
  const words = parts.map(unwrapped).map((part) => {
    const isList = (part.kind === "all" || part.kind === "any") && part.parts.length > 0;
    return isList && part.kind !== kind ? `(${ruleInWords(part)})` : ruleInWords(part);
  });
  return words.join(kind === "all" ? " and " : " or ");
}

/** A checked condition in plain English. */
export function ruleInWords(node: RuleNode): string {
  const inner = unwrapped(node);
  switch (inner.kind) {
    case "comparison":
      return comparisonInWords(inner);
    case "events":
      return eventsInWords(inner);
    case "not":
      return `not (${ruleInWords(inner.part)})`;
    default:
      return junctionInWords(inner);
  }
}
