import type { RfmCutoffs, RfmDimension, RfmNestedCutoffs, RfmNote } from "./rfmResult.js";
import { type BinRule, type ScoredValues, scoreBins } from "./scoreBins.js";

/** What customers are scored by, one entry a customer. */
export interface RfmFigures {
  readonly recencyDays: Int32Array;
  readonly frequency: Int32Array;
  readonly monetary: Float64Array;
  /** What rounding may have put around `monetary`; null where no money cancelled out. */
  readonly slack: Float64Array | null;
}

/** How customers are scored. */
export interface RfmRules {
  readonly rules: { readonly [dimension in RfmDimension]: BinRule };
  readonly nested: boolean;
}

/** The scores of customers. */
export interface RfmScores {
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly cutoffs: RfmCutoffs;
  readonly nestedCutoffs: readonly RfmNestedCutoffs[];
  readonly notes: readonly RfmNote[];
}

/** Days as scores have them, and back: more is better. */
const turned = (days: number): number => 0 - days;

const turnedAll = (cutoffs: readonly (number | null)[]): (number | null)[] =>
  cutoffs.map((cutoff) => cutoff && turned(cutoff));

function turnedDays({ recencyDays }: RfmFigures): Float64Array {
  const values = new Float64Array(recencyDays.length);
  // By index: typed arrays map many times slower.
  for (let i = 0; i < values.length; i++) values[i] = turned(recencyDays[i] as number);
  return values;
}

/** The notes on one dimension: where nothing tells customers apart, and where ties leave scores empty. */
function notesOn(dimension: RfmDimension, scores: Uint8Array, bins: number, alike: number): RfmNote[] {
  if (scores.length === 0) return [];
  const notes: RfmNote[] = [];
  if (alike > 0) notes.push({ code: "one-value", dimension, count: alike });
  const empty = bins - new Set(scores).size;
  if (empty > 0 && alike < scores.length) notes.push({ code: "empty-scores", dimension, count: empty });
  return notes;
}

/** Scores the customers of each group by themselves. */
function scoreGroups(
  values: Float64Array,
  slack: Float64Array | null,
  rule: BinRule,
  groups: ArrayLike<number>,
): { scores: Uint8Array; parts: Map<number, ScoredValues>; alike: number } {
  const members = new Map<number, number[]>();
  for (let i = 0; i < values.length; i++) {
    const group = groups[i] as number;
    const own = members.get(group);
    if (own === undefined) members.set(group, [i]);
    else own.push(i);
  }
  const scores = new Uint8Array(values.length);
  const parts = new Map<number, ScoredValues>();
  let alike = 0;
  for (const [group, places] of Array.from(members).sort(([a], [b]) => a - b)) {
    const take = (column: Float64Array): Float64Array => Float64Array.from(places, (place) => column[place] as number);
    const part = scoreBins(take(values), slack && take(slack), rule);
    places.forEach((place, index) => {
      scores[place] = part.scores[index] as number;
    });
    parts.set(group, part);
    if (part.cutoffs.length === 0) alike += places.length;
  }
  return { scores, parts, alike };
}

/** Scores each dimension over all customers. */
function independentScores(figures: RfmFigures, { rules }: RfmRules): RfmScores {
  const notes: RfmNote[] = [];
  const score = (dimension: RfmDimension, values: Float64Array, slack: Float64Array | null = null): ScoredValues => {
    const scored = scoreBins(values, slack, rules[dimension]);
    const alike = scored.cutoffs.length === 0 ? values.length : 0;
    notes.push(...notesOn(dimension, scored.scores, rules[dimension].bins, alike));
    return scored;
  };
  const r = score("recencyDays", turnedDays(figures));
  const f = score("frequency", new Float64Array(figures.frequency));
  const m = score("monetary", figures.monetary, figures.slack);
  const cutoffs = { recencyDays: turnedAll(r.cutoffs), frequency: f.cutoffs, monetary: m.cutoffs };
  return { r: r.scores, f: f.scores, m: m.scores, cutoffs, nestedCutoffs: [], notes };
}

/** Scores recency over all customers, frequency among those of one recency score, and money among those of one pair of scores. */
function nestedScores(figures: RfmFigures, { rules }: RfmRules): RfmScores {
  const recency = scoreBins(turnedDays(figures), null, rules.recencyDays);
  const r = recency.scores;
  const frequency = scoreGroups(new Float64Array(figures.frequency), null, rules.frequency, r);
  const f = frequency.scores;
  const width = rules.frequency.bins + 1;
  const pairs = Uint16Array.from(r, (score, i) => score * width + (f[i] as number));
  const monetary = scoreGroups(figures.monetary, figures.slack, rules.monetary, pairs);
  const m = monetary.scores;
  const nestedCutoffs: RfmNestedCutoffs[] = [
    ...Array.from(frequency.parts, ([score, { scores, cutoffs }]) => ({
      dimension: "frequency" as const,
      r: score,
      f: null,
      n: scores.length,
      cutoffs,
    })),
    ...Array.from(monetary.parts, ([pair, { scores, cutoffs }]) => ({
      dimension: "monetary" as const,
      r: Math.floor(pair / width),
      f: pair % width,
      n: scores.length,
      cutoffs,
    })),
  ];
  const notes = [
    ...notesOn("recencyDays", r, rules.recencyDays.bins, recency.cutoffs.length === 0 ? r.length : 0),
    ...notesOn("frequency", f, rules.frequency.bins, frequency.alike),
    ...notesOn("monetary", m, rules.monetary.bins, monetary.alike),
  ];
  const cutoffs = { recencyDays: turnedAll(recency.cutoffs), frequency: [], monetary: [] };
  return { r, f, m, cutoffs, nestedCutoffs, notes };
}

/** Scores customers in three dimensions. */
export const rfmScores = (figures: RfmFigures, rules: RfmRules): RfmScores =>
  rules.nested ? nestedScores(figures, rules) : independentScores(figures, rules);
