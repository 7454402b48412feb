import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import type { Interval } from "../stats/interval.js";
import { wilson } from "../stats/wilson.js";
import type { Tagger } from "./createTagger.js";
import { createTermReader } from "./createTermReader.js";
import type { CodedComment } from "./evaluateTagger.js";

/** Options of {@link suggestPhrases}. */
export interface SuggestPhrasesOptions {
  /** The id of the theme that phrases are wanted for. */
  readonly theme: string;
  /** The least number of comments, missed so far, that a phrase must find. @defaultValue 3 */
  readonly minimumCount?: number;
  /** The least share of the comments with the phrase that are about the theme. @defaultValue 0.7 */
  readonly minimumPrecision?: number;
  /** The most phrases. @defaultValue 20 */
  readonly count?: number;
}

/** A phrase that would find more comments of a theme. */
export interface SuggestedPhrase {
  /** A word or two that follow each other, as a taxonomy takes them. */
  readonly phrase: string;
  /** How many comments of the theme it finds that neither the tagger nor a suggestion before it does. */
  readonly found: number;
  /** How many comments hold it. */
  readonly comments: number;
  /** The share of these that are about the theme. */
  readonly precision: number;
  /** The Wilson interval of the precision: a phrase of few comments promises little. */
  readonly precisionInterval: Interval;
  /** The recall of the theme with this phrase and all before it. */
  readonly recall: number;
  /** Rows of comments that it finds, the first five. */
  readonly examples: readonly number[];
}

/** What {@link suggestPhrases} finds. */
export interface PhraseSuggestions {
  readonly phrases: readonly SuggestedPhrase[];
  /** Comments about the theme. */
  readonly support: number;
  /** The share of these that the tagger finds now; null without any. */
  readonly recall: number | null;
  /** Rows without a text, or that nobody coded. */
  readonly missing: number;
}

const mostExamples = 5;

interface Candidate {
  readonly phrase: string;
  /** Comments that hold it, and those of them that are about the theme. */
  comments: number;
  right: number;
  /** Rows about the theme that the tagger misses. */
  readonly missed: number[];
}

/** Reads what a phrase would find from coded comments: every word and pair of them is a candidate. */
function readCandidates(tagger: Tagger, comments: Iterable<CodedComment>, theme: string) {
  const readTerms = createTermReader(true);
  const candidates = new Map<string, Candidate>();
  const counts = { support: 0, hit: 0, missing: 0 };
  let row = -1;
  eachRow(comments, ({ text, themes }) => {
    row++;
    if (isMissing(themes) || isMissing(text)) {
      counts.missing++;
      return;
    }
    if (!Array.isArray(themes))
      throw new CxError("invalid-value", "suggestPhrases requires themes as a list of ids", themes);
    const isRight = themes.includes(theme);
    const isHit = tagger.tag(text).some(({ path }) => path.includes(theme));
    if (isRight) counts.support++;
    if (isRight && isHit) counts.hit++;
    const terms = new Set<string>();
    readTerms(text, (term) => terms.add(term));
    for (const term of terms) {
      const candidate = candidates.get(term) ?? { phrase: term, comments: 0, right: 0, missed: [] };
      candidates.set(term, candidate);
      candidate.comments++;
      if (isRight) candidate.right++;
      if (isRight && !isHit) candidate.missed.push(row);
    }
  });
  return { candidates: [...candidates.values()], ...counts };
}

/**
 * Phrases that would make a tagger find more comments of a theme, from comments that people have coded: each with how many it adds and
 * how often it would be right. They are suggestions: read the examples before you take one.
 *
 * @param tagger The tagger as it is.
 * @param comments Comments with the themes that people found in them; see `evaluateTagger`.
 * @param options The theme, and how much a phrase must promise.
 * @returns The phrases, each the one that adds most to those before it; among equals the more precise one.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, `invalid-value` when a comment is (with the row).
 *
 * @example
 * ```ts
 * import { createTagger, suggestPhrases } from "cxkit";
 *
 * const tagger = createTagger({ id: "t", version: "1", themes: [{ id: "late", name: "Late", phrases: ["late"] }] });
 * const comments = [
 *   ...["late", "took ages", "ages to arrive", "for ages"].map((text) => ({ text, themes: ["late"] })),
 *   ...["lovely", "to my taste", "arrive happy"].map((text) => ({ text, themes: [] })),
 * ];
 * const { phrases, recall } = suggestPhrases(tagger, comments, { theme: "late" });
 * recall; // => 0.25
 * phrases; // => [{ phrase: "ages", found: 3, comments: 3, precision: 1, recall: 1, examples: [1, 2, 3], … }]
 * ```
 */
export function suggestPhrases(
  tagger: Tagger,
  comments: Iterable<CodedComment>,
  options: SuggestPhrasesOptions,
): PhraseSuggestions {
  checkOptions("suggestPhrases", options, ["theme", "minimumCount", "minimumPrecision", "count"]);
  const { theme, minimumCount = 3, minimumPrecision = 0.7, count = 20 } = options;
  if (typeof theme !== "string")
    throw new CxError("invalid-option", "suggestPhrases requires the id of a theme", theme);
  if (!(minimumPrecision >= 0 && minimumPrecision <= 1)) {
    throw new CxError("invalid-option", "suggestPhrases requires minimumPrecision to be from 0 to 1", minimumPrecision);
  }
  for (const [name, value] of Object.entries({ minimumCount, count })) {
    if (!(Number.isInteger(value) && value >= 1)) {
      throw new CxError("invalid-option", `suggestPhrases requires ${name} to be a whole number from 1`, value);
    }
  }
  const { candidates, support, hit, missing } = readCandidates(tagger, comments, theme);
  let left = candidates.filter(
    ({ comments: all, right, missed }) => missed.length >= minimumCount && right / all >= minimumPrecision,
  );
  const covered = new Set<number>();
  const phrases: SuggestedPhrase[] = [];
  while (phrases.length < count) {
    const ranked = left
      .map((candidate) => ({ candidate, fresh: candidate.missed.filter((row) => !covered.has(row)) }))
      .filter(({ fresh }) => fresh.length >= minimumCount)
      .sort(
        (a, b) =>
          b.fresh.length - a.fresh.length ||
          b.candidate.right / b.candidate.comments - a.candidate.right / a.candidate.comments ||
          (a.candidate.phrase < b.candidate.phrase ? -1 : 1),
      );
    const [best] = ranked;
    if (best === undefined) break;
    left = ranked.slice(1).map(({ candidate }) => candidate);
    for (const row of best.fresh) covered.add(row);
    const { phrase, right, comments: all } = best.candidate;
    phrases.push({
      phrase,
      found: best.fresh.length,
      comments: all,
      precision: right / all,
      precisionInterval: wilson(right, all),
      recall: (hit + covered.size) / support,
      examples: best.fresh.slice(0, mostExamples),
    });
  }
  return { phrases, support, recall: support === 0 ? null : hit / support, missing };
}
