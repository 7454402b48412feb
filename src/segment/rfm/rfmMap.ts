import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";

/** The lowest and the highest score of a range, both within it. */
export type ScoreRange = readonly [low: number, high: number];

/** A name, and the scores that it stands for; what is left out may be any score. */
export interface RfmRule {
  readonly segment: string;
  readonly r?: ScoreRange;
  readonly f?: ScoreRange;
  readonly m?: ScoreRange;
  /** The mean of the frequency and the monetary score, which may lie half-way between scores. */
  readonly fm?: ScoreRange;
}

/** Names for scores, as plain data. The first rule that holds gives the name. */
export interface RfmMap {
  readonly name: string;
  /** The highest score that the rules speak of; they begin with 1. @defaultValue 5 */
  readonly bins?: number;
  /** In their order. Two rules may have one name. */
  readonly rules: readonly RfmRule[];
  /** The name of scores that no rule has. @defaultValue "other" */
  readonly rest?: string;
}

/** Each combination of scores with its rule. */
export interface RfmMapTable {
  readonly bins: number;
  /** The names, in the order of the rules; the last one is `rest`, unless every combination has a rule. */
  readonly segments: readonly string[];
  /** Per combination, the place of its name in `segments`. */
  readonly names: Uint8Array;
  /** How many combinations no rule has. */
  readonly unnamed: number;
  /** Where a combination is in `names`. */
  readonly placeOf: (r: number, f: number, m: number) => number;
}

const dimensions = ["r", "f", "m", "fm"] as const;
const mostBins = 20;
const mostRules = 250;

const isName = (name: unknown): boolean => typeof name === "string" && name !== "";

function refuse(requirement: string, received: unknown, rule: number | null = null): never {
  throw new CxError("invalid-definition", `a map of rfm requires ${requirement}`, received, rule);
}

function checkRule(rule: RfmRule, index: number, bins: number): void {
  checkOptions("a rule of a map", rule, ["segment", ...dimensions]);
  if (!isName(rule.segment)) refuse("the segment of a rule to be a name", rule.segment, index);
  for (const dimension of dimensions) {
    const range: unknown = rule[dimension];
    if (range === undefined) continue;
    const ends: unknown[] = Array.isArray(range) ? range : [];
    const [low, high] = ends;
    const isRange = typeof low === "number" && typeof high === "number" && 0 <= low && low <= high && high <= bins;
    if (ends.length !== 2 || !isRange) {
      refuse(`${dimension} to be the lowest and the highest score, up to ${bins}`, String(range), index);
    }
  }
}

function checkMap(map: RfmMap): void {
  checkOptions("a map of rfm", map, ["name", "bins", "rules", "rest"]);
  const { name, bins = 5, rules, rest = "other" } = map;
  if (!isName(name)) refuse("a name", name);
  if (!isName(rest)) refuse("rest to be a name", rest);
  if (!(Number.isInteger(bins) && bins >= 2 && bins <= mostBins)) refuse(`bins from 2 to ${mostBins}`, bins);
  if (!Array.isArray(rules) || rules.length === 0 || rules.length > mostRules) {
    refuse(`1 to ${mostRules} rules`, Array.isArray(rules) ? rules.length : rules);
  }
  for (const [index, rule] of rules.entries()) checkRule(rule, index, bins);
}

const within = (score: number, range: ScoreRange | undefined): boolean =>
  range === undefined || (range[0] <= score && score <= range[1]);

/** Whether a rule speaks of scores. */
export const ruleHolds = (rule: RfmRule, r: number, f: number, m: number): boolean =>
  within(r, rule.r) && within(f, rule.f) && within(m, rule.m) && within((f + m) / 2, rule.fm);

/** Calls with each combination of scores. */
export function eachScores(bins: number, visit: (r: number, f: number, m: number) => void): void {
  for (let r = 1; r <= bins; r++) {
    for (let f = 1; f <= bins; f++) for (let m = 1; m <= bins; m++) visit(r, f, m);
  }
}

/** Looks every combination of scores up once. Throws `invalid-definition` for a map that is none. */
export function rfmMapTable(map: RfmMap): RfmMapTable {
  checkMap(map);
  const { bins = 5, rules, rest = "other" } = map;
  const placeOf = (r: number, f: number, m: number): number => ((r - 1) * bins + f - 1) * bins + m - 1;
  const segments = Array.from(new Set(rules.map(({ segment }) => segment)));
  const names = new Uint8Array(bins ** 3);
  let unnamed = 0;
  eachScores(bins, (r, f, m) => {
    const rule = rules.find((each) => ruleHolds(each, r, f, m));
    if (rule === undefined) {
      unnamed++;
      if (!segments.includes(rest)) segments.push(rest);
    }
    names[placeOf(r, f, m)] = segments.indexOf(rule?.segment ?? rest);
  });
  return { bins, segments, names, unnamed, placeOf };
}

/**
 * A score on the scale of a map: the one that the middle of its bin falls into. Of ten scores, two each are one of five; of three, the
 * outer ones are the outer ones of five, and the middle one is the middle.
 */
export const scoreOnMap = (score: number, bins: number, mapBins: number): number =>
  Math.ceil((mapBins * (score - 0.5)) / bins);
