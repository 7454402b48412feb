import { checkRows } from "../../error/checkRows.js";
import { eachRow } from "../../error/eachRow.js";
import { isMissing } from "../../error/isMissing.js";
import type { CompiledRule } from "./compiledRule.js";
import type { RuleMoment } from "./compileRule.js";
import { asJson, shownInWords } from "./explainRule.js";
import type { RuleFinding } from "./ruleFinding.js";
import { fieldInWords, ruleInWords } from "./ruleInWords.js";
import { type ComparisonNode, nodesOf, type RulePlace } from "./ruleNode.js";
import type { RuleContext } from "./segmentContext.js";

/** How many customers a rule covers. */
export interface RuleCoverage {
  readonly segment: string;
  /** Customers for whom the rule holds, whatever the other rules say. */
  readonly matches: number;
  /** Customers for whom no earlier rule holds. */
  readonly firstMatches: number;
  /** `matches` of all customers, 0–1; null where there are none. */
  readonly share: number | null;
}

/** What a comparison met in the data; the window of a number of events is one of the field `at` of events. */
export interface ComparisonCoverage {
  readonly segment: string;
  readonly place: RulePlace;
  /** The keys that lead to the field. */
  readonly field: readonly string[];
  /** Whether it is a field of customers or of events. */
  readonly of: "customer" | "event";
  /** Customers, or events, whose value could be compared. */
  readonly compared: number;
  /** Customers, or events, for whom the comparison holds. */
  readonly held: number;
  /** Those without a value. */
  readonly missing: number;
  /** Those with a value of another type, for which no comparison holds. */
  readonly unfit: number;
  /** The first such value; null where there is none. */
  readonly example: unknown;
}

/** What rules come to on customers. */
export interface SegmentReport {
  /** The customers. */
  readonly n: number;
  readonly rules: readonly RuleCoverage[];
  /** Customers for whom no rule holds. */
  readonly unmatched: number;
  /** Customers for whom more than one rule holds. */
  readonly several: number;
  /** How many customers each two rules share; pairs that share none are left out. */
  readonly overlaps: readonly { readonly segments: readonly [string, string]; readonly customers: number }[];
  readonly comparisons: readonly ComparisonCoverage[];
  /** Fields in which nobody has a value, values that do not fit, and comparisons that hold for nobody. */
  readonly findings: readonly RuleFinding[];
}

type Counts = { -readonly [Key in keyof ComparisonCoverage]: ComparisonCoverage[Key] } & {
  readonly node: ComparisonNode;
};

/** Runs every rule on every customer, and counts what they meet. */
export function segmentReport<Row>(
  rules: readonly CompiledRule[],
  customers: Iterable<Row>,
  { momentOf }: RuleContext<Row>,
): SegmentReport {
  checkRows("report", customers);
  const matches = rules.map(() => 0);
  const firstMatches = rules.map(() => 0);
  const shared = rules.map(() => rules.map(() => 0));
  const counts = rules.flatMap(comparisonsOf);
  let [n, unmatched, several] = [0, 0, 0];
  const add = (row: Row): void => {
    const moment = momentOf(row);
    const met = rules.flatMap(({ test }, place) => (test(row, moment) ? [place] : []));
    n++;
    met.forEach((place, order) => {
      increment(matches, place);
      for (const later of met.slice(order + 1)) increment(shared[place] as number[], later);
    });
    if (met[0] === undefined) unmatched++;
    else increment(firstMatches, met[0]);
    if (met.length > 1) several++;
    for (const each of counts) countValues(each, row, moment);
  };
  eachRow(customers, add);
  const nameOf = (place: number): string => rules[place]?.name ?? "";
  return {
    n,
    rules: rules.map(({ name }, place) => ({
      segment: name,
      matches: matches[place] ?? 0,
      firstMatches: firstMatches[place] ?? 0,
      share: n === 0 ? null : (matches[place] ?? 0) / n,
    })),
    unmatched,
    several,
    overlaps: shared.flatMap((row, a) =>
      row.flatMap((both, b) => (both > 0 ? [{ segments: [nameOf(a), nameOf(b)] as const, customers: both }] : [])),
    ),
    comparisons: counts.map(({ node: _, ...coverage }) => coverage),
    findings: counts.flatMap(findingsOf),
  };
}

function increment(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

function comparisonsOf({ name, node }: CompiledRule): Counts[] {
  const comparisons = [...nodesOf(node)].flatMap((part) => {
    if (part.kind === "comparison") return [part];
    return part.kind === "events" && part.window !== null ? [part.window] : [];
  });
  return comparisons.map((part) => ({
    node: part,
    segment: name,
    place: part.place,
    field: part.path,
    of: part.place.includes("events") ? ("event" as const) : ("customer" as const),
    compared: 0,
    held: 0,
    missing: 0,
    unfit: 0,
    example: null,
  }));
}

function countValues(counts: Counts, row: unknown, { now, events }: RuleMoment): void {
  if (counts.of === "customer") countValue(counts, row, now);
  else for (const event of events) countValue(counts, event, now);
}

function countValue(counts: Counts, row: unknown, now: number): void {
  const value = counts.node.read(row);
  if (counts.node.holds(value, now)) counts.held++;
  if (isMissing(value)) counts.missing++;
  else if (counts.node.fits(value)) counts.compared++;
  else if (counts.unfit++ === 0) counts.example = asJson(value);
}

function findingsOf({ node, segment, place, of, compared, held, missing, unfit, example }: Counts): RuleFinding[] {
  const n = compared + missing + unfit;
  if (n === 0) return [];
  const rule = `“${ruleInWords(node)}”`;
  const finding = (kind: RuleFinding["kind"], words: string): RuleFinding => ({ kind, segment, place, words });
  if (missing === n) {
    const nobody = of === "customer" ? "Nobody" : "No event";
    return [finding("unknown-field", `${nobody} has a value in ${fieldInWords(node.path)}.`)];
  }
  const met = `For ${unfit} of ${n} ${of}s ${rule} meets a value that it cannot compare, such as ${shownInWords(example)}.`;
  return [
    ...(unfit === 0 ? [] : [finding("unfit-values", met)]),
    ...(held === 0 && compared > 0 ? [finding("unmet", `${rule} holds for none of ${n} ${of}s.`)] : []),
  ];
}
