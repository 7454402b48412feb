import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import type { Interval } from "../stats/interval.js";
import { wilson } from "../stats/wilson.js";
import type { Tagger } from "./createTagger.js";
import { createTermReader } from "./createTermReader.js";
import { taggedThemes } from "./taggedThemes.js";
import { logOddsOf } from "./wordLogOdds.js";

/** Options of {@link taggingCoverage}. */
export interface TaggingCoverageOptions<Row> {
  /** The comment of a row. @defaultValue the row itself, where rows are texts */
  readonly text?: (row: Row) => string | null | undefined;
  /** How many words of untagged comments to tell. @defaultValue 30 */
  readonly count?: number;
}

/** A word that untagged comments have in common. */
export interface UntaggedTerm {
  readonly term: string;
  /** Untagged comments that hold it. */
  readonly untagged: number;
  /** Tagged comments that hold it. */
  readonly tagged: number;
  /** How surely it belongs to the untagged ones; see `wordLogOdds`. */
  readonly z: number;
  /** Rows of untagged comments that hold it, the first five. */
  readonly examples: readonly number[];
}

/** How much of the comments a tagger accounts for. */
export interface TaggingCoverage {
  readonly comments: number;
  /** Comments with at least one tag. */
  readonly tagged: number;
  /** Rows without a comment. */
  readonly missing: number;
  /** Tagged of all comments, 0–1; null without any. */
  readonly share: number | null;
  /** The Wilson interval of the share, at 95 %. */
  readonly interval: Interval | null;
  /** How many comments are about each theme or its parts, the most first; themes that none is about are left out. */
  readonly themes: readonly { readonly theme: string; readonly comments: number }[];
  /** What the untagged comments speak of: the words and pairs that most set them apart, in at least two of them. */
  readonly untaggedTerms: readonly UntaggedTerm[];
}

const mostExamples = 5;

interface Mentions {
  tagged: number;
  untagged: number;
  readonly examples: number[];
}

/**
 * How much of the comments a tagger accounts for, and what the rest speaks of: where a taxonomy has holes.
 *
 * @param tagger A tagger.
 * @param rows Comments: texts, or rows with the option `text`.
 * @param options Where the comment is.
 * @returns The coverage, the themes by volume, and the words that set the untagged comments apart.
 * @throws A {@link CxError} `invalid-value` when a comment is no string (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { createTagger, taggingCoverage } from "cxkit";
 *
 * const tagger = createTagger({ id: "t", version: "1", themes: [{ id: "late", name: "Late", phrases: ["late"] }] });
 * const comments = ["late again", "the app crashed", "so late", "app is slow", "app again"];
 * const report = taggingCoverage(tagger, comments);
 * report; // => { comments: 5, tagged: 2, missing: 0, share: 0.4, … }
 * report.untaggedTerms[0]; // => { term: "app", untagged: 3, tagged: 0, examples: [1, 3, 4], … }
 * ```
 */
export function taggingCoverage<Row = string>(
  tagger: Tagger,
  rows: Iterable<Row>,
  options: TaggingCoverageOptions<Row> = {},
): TaggingCoverage {
  checkOptions("taggingCoverage", options, ["text", "count"]);
  const { text = (row: Row): unknown => row, count = 30 } = options;
  checkReader("taggingCoverage: text", text);
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new CxError("invalid-option", "taggingCoverage requires count to be a whole number from 0", count);
  }
  const readTerms = createTermReader(true);
  const terms = new Map<string, Mentions>();
  const themes = new Map<string, number>();
  const counts = { comments: 0, tagged: 0, missing: 0 };
  eachRow(rows, (row) => {
    const at = counts.comments + counts.missing;
    const comment = text(row);
    if (isMissing(comment) || comment === "") {
      counts.missing++;
      return;
    }
    if (typeof comment !== "string")
      throw new CxError("invalid-value", "taggingCoverage requires comments as strings", comment);
    counts.comments++;
    const found = taggedThemes(tagger.tag(comment));
    for (const theme of found) themes.set(theme, (themes.get(theme) ?? 0) + 1);
    if (found.length > 0) counts.tagged++;
    const own = new Set<string>();
    readTerms(comment, (term) => own.add(term));
    for (const term of own) {
      const mentions = terms.get(term) ?? { tagged: 0, untagged: 0, examples: [] };
      terms.set(term, mentions);
      if (found.length > 0) mentions.tagged++;
      else {
        mentions.untagged++;
        if (mentions.examples.length < mostExamples) mentions.examples.push(at);
      }
    }
  });
  const { comments, tagged, missing } = counts;
  const mass = Math.min(500, comments / 10);
  const untaggedTerms = Array.from(terms)
    .filter(([, mentions]) => mentions.untagged >= 2)
    .map(([term, { examples, ...mentions }]): UntaggedTerm => {
      const sided = {
        count: mentions.untagged,
        total: comments - tagged,
        reference: mentions.tagged,
        referenceTotal: tagged,
      };
      const { z } = logOddsOf(sided, (mass * (mentions.tagged + mentions.untagged)) / (comments + 1), mass);
      return { term, ...mentions, z, examples };
    })
    .sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1))
    .slice(0, count);
  return {
    comments,
    tagged,
    missing,
    share: comments === 0 ? null : tagged / comments,
    interval: comments === 0 ? null : wilson(tagged, comments),
    themes: Array.from(themes, ([theme, number]) => ({ theme, comments: number })).sort(
      (a, b) => b.comments - a.comments || (a.theme < b.theme ? -1 : 1),
    ),
    untaggedTerms,
  };
}
