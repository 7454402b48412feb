import { checkOptions, refuseOption } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { eachRow } from "../error/eachRow.js";
import { isMissing } from "../error/isMissing.js";
import type { Taxonomy } from "../model/taxonomy.js";
import { cohensKappa } from "../stats/cohensKappa.js";
import { krippendorffAlpha } from "../stats/krippendorffAlpha.js";
import type { Tagger } from "./createTagger.js";
import { type LabelScore, type LabelScores, labelScores } from "./labelScores.js";
import { rooted } from "./reports/themeSource.js";
import { taggedThemes } from "./taggedThemes.js";
import { themePaths } from "./themePaths.js";

/** A comment and the themes that a person has found in it. */
export interface CodedComment {
  readonly text: string | null | undefined;
  /** Ids of themes; an empty list says that none applies, null that nobody looked. */
  readonly themes: readonly string[] | null | undefined;
}

/** Options of {@link evaluateTagger}. */
export interface EvaluateTaggerOptions {
  /**
   * Whether a comment about a part is about the whole too, for the tagger and for people: "late" counts as "delivery".
   * @defaultValue false
   */
  readonly includeParents?: boolean;
  /**
   * The themes with their hierarchy: what the wholes are of parts that the tagger does not find. @defaultValue none: wholes are known
   * only of themes that the tagger has given a tag of
   */
  readonly taxonomy?: Taxonomy;
}

/** How well one theme is tagged. */
export interface ThemeScore extends LabelScore {
  /** Agreement of tagger and people on this theme beyond chance (Cohen); null where neither varies. */
  readonly kappa: number | null;
}

/** How well a tagger does what people do. */
export interface TaggerEvaluation extends Omit<LabelScores, "labels"> {
  /** One for each theme that occurs on either side, in ascending order of ids. */
  readonly themes: readonly ThemeScore[];
  /** Agreement on all decisions, theme by theme and comment by comment, beyond chance (Krippendorff); null where all are alike. */
  readonly alpha: number | null;
  /** The share of comments with at least one tag, 0–1; null without comments. */
  readonly coverage: number | null;
  /** Rows without a text, or that nobody coded. */
  readonly missing: number;
}

function readThemes(themes: unknown): readonly string[] | null {
  if (isMissing(themes)) return null;
  if (Array.isArray(themes) && themes.every((theme) => typeof theme === "string")) return themes;
  throw new CxError("invalid-value", "evaluateTagger requires themes as a list of ids", themes);
}

/**
 * How well a tagger does what people do: precision, recall and F1 by theme and over all, and the agreement beyond chance. Judge it on
 * comments that its phrases were not written from.
 *
 * @param tagger A tagger: of `createTagger`, of `modelTagger`, or your own.
 * @param comments Comments with the themes that people found in them.
 * @param options Whether a part counts as its whole, and the hierarchy.
 * @returns The scores. A theme that the tagger never gives has a recall of 0, and a precision of 0 that rests on nothing.
 * @throws A {@link CxError} `invalid-value` when a comment is no object, `themes` no list of ids or `text` no string, with the row,
 * `invalid-definition` when the taxonomy contradicts itself, `invalid-option` when an option is wrong or there is no tagger.
 *
 * @example
 * ```ts
 * import { createTagger, evaluateTagger } from "cxkit";
 *
 * const tagger = createTagger({ id: "t", version: "1", themes: [{ id: "late", name: "Late", phrases: ["late"] }] });
 * const result = evaluateTagger(tagger, [
 *   { text: "Late again", themes: ["late"] },
 *   { text: "It took ages", themes: ["late"] },
 *   { text: "Of late I am happy", themes: [] },
 *   { text: "Fine", themes: [] },
 * ]);
 * result.themes[0]; // => { label: "late", precision: 0.5, recall: 0.5, f1: 0.5, kappa: 0, … }
 * result; // => { n: 4, accuracy: 0.5, coverage: 0.5, … }
 * ```
 *
 * @see Cohen (1960); Krippendorff (2004), "Content Analysis"; as in `cohensKappa` and `krippendorffAlpha`.
 */
export function evaluateTagger(
  tagger: Tagger,
  comments: Iterable<CodedComment>,
  options: EvaluateTaggerOptions = {},
): TaggerEvaluation {
  checkOptions("evaluateTagger", options, ["includeParents", "taxonomy"]);
  const { includeParents = false, taxonomy } = options;
  if (typeof tagger?.tag !== "function") refuseOption("evaluateTagger requires a tagger", tagger);
  const truth: (readonly string[])[] = [];
  const given: (readonly string[])[] = [];
  const paths = new Map<string, readonly string[]>(taxonomy && themePaths(taxonomy.themes));
  const { tag } = taxonomy === undefined ? tagger : rooted(tagger, paths);
  let missing = 0;
  eachRow(comments, (comment) => {
    if (Object(comment) !== comment) {
      throw new CxError("invalid-value", "evaluateTagger requires comments as objects with text and themes", comment);
    }
    const { text, themes: some } = comment;
    const themes = readThemes(some);
    if (themes === null || isMissing(text)) {
      missing++;
      return;
    }
    const tags = tag(text);
    for (const { path } of tags)
      for (const [depth, theme] of path.entries()) paths.set(theme, path.slice(0, depth + 1));
    truth.push(themes);
    given.push(includeParents ? taggedThemes(tags) : [...new Set(tags.map(({ theme }) => theme))]);
  });
  const full = includeParents ? truth.map((own) => [...new Set(own.flatMap((id) => paths.get(id) ?? [id]))]) : truth;
  const { labels, ...scores } = labelScores(full, given);
  const { n } = scores;
  const themes = labels.map((score): ThemeScore => {
    const { support, predicted, right } = score;
    const neither = n - support - predicted + right;
    return {
      ...score,
      kappa: cohensKappa([
        [right, support - right],
        [predicted - right, neither],
      ]).value,
    };
  });
  const decisions = (sets: readonly (readonly string[])[]): number[] =>
    sets.flatMap((set) => labels.map(({ label }) => Number(set.includes(label))));
  return {
    ...scores,
    themes,
    alpha: labels.length === 0 ? null : krippendorffAlpha([decisions(full), decisions(given)]).value,
    coverage: n === 0 ? null : given.filter((set) => set.length > 0).length / n,
    missing,
  };
}
