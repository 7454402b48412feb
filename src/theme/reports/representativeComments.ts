import { checkOptions, checkReader, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import type { Tag } from "../createTagger.js";
import { redact } from "../redact.js";
import { type SentimentLabel, sentimentLabel } from "../sentiment.js";
import { chooseComments } from "./chooseComments.js";
import { type DistinctComment, distinctComments } from "./distinctComments.js";
import { eachComment } from "./eachComment.js";
import { readSentiment, type SentimentReader } from "./mention.js";
import { readThemes, type ThemeSource, themeSourceOptions } from "./themeSource.js";

/** Options of {@link representativeComments}. */
export interface RepresentativeCommentsOptions<Row> extends ThemeSource<Row> {
  /** The id of the theme that comments are to be about; its parts count too. @defaultValue all comments */
  readonly theme?: string;
  /** How many comments to show, at the most. @defaultValue 5 */
  readonly limit?: number;
  /** How many words a comment should have to be shown, where its sub-topic has such. @defaultValue 4 */
  readonly minimumWords?: number;
  /** How many words it should have at the most. @defaultValue 60 */
  readonly maximumWords?: number;
  /** From which likeness on (the cosine of their words, 0–1) two comments are near-duplicates, of which one is shown. @defaultValue 0.8 */
  readonly duplicatesFrom?: number;
  /** How a row feels about the theme, −1 to 1: then places are shared out among positive, neutral and negative ones. @defaultValue none */
  readonly sentiment?: SentimentReader<Row>;
  /** What is done to a text before it is shown; `false` for nothing, where nobody else will see it. @defaultValue `redact` */
  readonly redact?: false | ((text: string) => string);
}

/** A comment that stands for others. */
export interface RepresentativeComment {
  /** Without personal details, unless `redact` says otherwise. */
  readonly text: string;
  /** The number of its row, counted from 0. */
  readonly row: number;
  /** How many comments it stands for, itself included: those of its sub-topic. */
  readonly represents: number;
  /** Out of all that are represented, 0–1. */
  readonly share: number;
  /** How many of them are nearly the same as it. */
  readonly duplicates: number;
  /** How like the middle of its sub-topic it is, 0–1. */
  readonly similarity: number;
  /** As `sentiment` says; null where it was not asked, or does not know. */
  readonly sentiment: number | null;
}

/** Comments that stand for all. */
export interface RepresentativeComments {
  /** Those that stand for most first. */
  readonly comments: readonly RepresentativeComment[];
  /** How many comments are about the theme. */
  readonly about: number;
  /** Of these, how many have no word, and are not represented. */
  readonly wordless: number;
  /** Comments that are not about the theme. */
  readonly others: number;
  /** Rows without a comment. */
  readonly missing: number;
}

const known = [
  ...themeSourceOptions,
  ...["theme", "limit", "minimumWords", "maximumWords", "duplicatesFrom", "sentiment", "redact"],
];

function checkSettings<Row>(options: RepresentativeCommentsOptions<Row>) {
  checkOptions("representativeComments", options, known);
  const { limit = 5, minimumWords = 4, maximumWords = 60, duplicatesFrom = 0.8 } = options;
  for (const [name, value] of Object.entries({ limit, minimumWords, maximumWords })) {
    if (!(Number.isInteger(value) && value >= 1)) {
      refuseOption(`representativeComments requires ${name} to be a whole number from 1`, value);
    }
  }
  if (!(duplicatesFrom > 0 && duplicatesFrom <= 1)) {
    refuseOption("representativeComments requires duplicatesFrom to be a number over 0, at the most 1", duplicatesFrom);
  }
  if (options.sentiment !== undefined) checkReader("representativeComments: sentiment", options.sentiment);
  const { redact: cleanse = (text: string): string => redact(text).text } = options;
  if (cleanse !== false) checkReader("representativeComments: redact", cleanse);
  if (options.theme !== undefined && !(typeof options.theme === "string" && options.theme !== "")) {
    refuseOption("representativeComments requires theme to be the id of a theme", options.theme);
  }
  return { limit, minimumWords, maximumWords, duplicatesFrom, cleanse };
}

/** Places in proportion to sizes, the largest remainders first, but one for each as far as they go. */
function placesFor(sizes: readonly number[], limit: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const order = sizes.map((_, i) => i).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const places = sizes.map(() => 0);
  order.slice(0, limit).forEach((i) => {
    places[i] = (sizes[i] ?? 0) > 0 ? 1 : 0;
  });
  for (let left = limit - places.reduce((sum, some) => sum + some, 0); left > 0; left--) {
    const lack = (i: number): number => ((sizes[i] ?? 0) / Math.max(1, total)) * limit - (places[i] ?? 0);
    const next = order.reduce((best, i) => (lack(i) > lack(best) ? i : best), order[0] ?? 0);
    places[next] = (places[next] ?? 0) + 1;
  }
  return places;
}

/** The comments of the theme, gathered. */
function gather<Row>(rows: Iterable<Row>, options: RepresentativeCommentsOptions<Row>) {
  const caller = "representativeComments";
  const { theme, sentiment, text = (row: Row) => row as unknown as string } = options;
  checkReader(`${caller}: text`, text);
  const gatherer = distinctComments();
  const counts = { about: 0, wordless: 0, others: 0 };
  const add = (row: Row, comment: string, index: number, tags: readonly Tag[]): void => {
    counts.about++;
    const feeling = sentiment === undefined ? null : readSentiment(caller, sentiment, row, tags);
    if (!gatherer.add(comment, index, feeling)) counts.wordless++;
  };
  if (theme === undefined) {
    const { missing } = eachComment(rows, caller, text, (row, comment, index) => add(row, comment, index, []));
    return { comments: gatherer.comments, missing, ...counts };
  }
  if (options.taxonomy !== undefined && !options.taxonomy.themes.some(({ id }) => id === theme)) {
    refuseOption(`${caller} requires theme to be one of the taxonomy`, theme);
  }
  const { missing } = readThemes(caller, { ...options, text }).each(rows, ({ row, themes, tags, comment, index }) => {
    const own = tags.filter(({ path }) => path.includes(theme));
    if (themes.includes(theme)) add(row, comment ?? "", index, own);
    else counts.others++;
  });
  return { comments: gatherer.comments, missing, ...counts };
}

/**
 * A few comments that stand for all comments about a theme, to be read beside the figures.
 *
 * The comments are parted into as many sub-topics as are to be shown, by the words that they have in common (TF-IDF); of each
 * the comment nearest to its middle is shown. Comments of the same words count together, near-duplicates are shown once, and
 * personal details are taken out as far as `redact` finds them. The same rows in the same order give the same comments.
 *
 * @param rows Your rows, walked once.
 * @param options Which comments, how many, and how they are shown.
 * @returns The comments with what each stands for. Every row is in one of `about`, `others` and `missing`. The time grows with the
 * comments about the theme times `limit`, however many rows there are; all their words are kept meanwhile.
 * @throws A {@link CxError} `invalid-definition` when the taxonomy contradicts itself, `invalid-value` when a comment is no string or a
 * sentiment is not from −1 to 1 (with the row), `invalid-option` when an option is wrong or the theme is none of the taxonomy's.
 *
 * @example
 * ```ts
 * import { representativeComments } from "cxkit";
 *
 * const texts = [
 *   "The parcel came two days late",
 *   "My parcel came late",
 *   "the parcel came two days late!",
 *   "The courier was rude, I am jo@example.com",
 *   "Very rude courier indeed",
 *   "A rude courier at the door",
 * ];
 * const { comments, about } = representativeComments(texts, { limit: 2 });
 * about; // => 6
 * comments.map(({ row, represents, duplicates }) => [row, represents, duplicates]); // => [[0, 3, 1], [5, 3, 0]]
 * ```
 *
 * @see Dhillon and Modha (2001), "Concept decompositions for large sparse text data using clustering", Machine Learning 42, 143–175.
 */
export function representativeComments<Row = string>(
  rows: Iterable<Row>,
  options: RepresentativeCommentsOptions<Row> = {},
): RepresentativeComments {
  const { cleanse, limit, ...rules } = checkSettings(options);
  const { comments, ...counts } = gather(rows, options);
  const labels: readonly SentimentLabel[] = ["negative", "neutral", "positive", "unknown"];
  const labelOf = ({ sentiment }: DistinctComment): SentimentLabel =>
    sentiment === null ? "unknown" : sentimentLabel(sentiment);
  const strata =
    options.sentiment === undefined
      ? [comments]
      : labels.map((label) => comments.filter((comment) => labelOf(comment) === label));
  const sizes = strata.map((own) => own.reduce((sum, { copies }) => sum + copies, 0));
  const places = placesFor(sizes, limit);
  const chosen = strata.flatMap((own, i) => chooseComments(own, places[i] ?? 0, rules));
  const represented = chosen.reduce((sum, { represents }) => sum + represents, 0);
  return {
    comments: chosen
      .sort((a, b) => b.represents - a.represents || a.comment.row - b.comment.row)
      .map(({ comment: { text, row, sentiment }, represents, duplicates, similarity }) => ({
        text: cleanse === false ? text : cleanse(text),
        row,
        represents,
        share: represents / represented,
        duplicates,
        similarity,
        sentiment,
      })),
    ...counts,
  };
}
