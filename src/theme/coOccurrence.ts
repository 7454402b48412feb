import { checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { benjaminiHochberg } from "../stats/benjaminiHochberg.js";
import { fisherExactTest } from "../stats/fisherExactTest.js";
import { countComments } from "./countComments.js";
import type { Tagger } from "./createTagger.js";
import { tallyThemes } from "./themeTally.js";

/** Options of {@link coOccurrence}. */
export interface CoOccurrenceOptions<Row> {
  /** The comment of a row. @defaultValue the row itself, where rows are texts */
  readonly text?: (row: Row) => string | null | undefined;
  /** The least number of comments about both. @defaultValue 5 */
  readonly minimumCount?: number;
}

/** Two themes that comments are about at once. */
export interface ThemePair {
  /** The ids of the two, in ascending order. */
  readonly themes: readonly [string, string];
  /** How many comments are about both, and about each. */
  readonly both: number;
  readonly counts: readonly [number, number];
  /** How many more comments are about both than if the two had nothing to do with each other: 1 for none more. */
  readonly lift: number;
  /** Of the comments about either, the share that is about both (Jaccard). */
  readonly jaccard: number;
  /** Of no connection (Fisher), adjusted for the number of pairs (Benjamini and Hochberg). */
  readonly adjustedPValue: number;
}

/** Which themes go together. */
export interface CoOccurrence {
  /** The highest lift first; pairs of a theme and its own part are left out. */
  readonly pairs: readonly ThemePair[];
  readonly comments: number;
  readonly missing: number;
}

/**
 * Which themes customers bring up together, more often than chance gives: what may have one cause, or what one mends with the other.
 *
 * @param tagger A tagger.
 * @param rows Comments: texts, or rows with the option `text`.
 * @param options Where the comment is, and from how many comments on a pair is told.
 * @returns The pairs with their lift.
 * @throws A {@link CxError} `invalid-value` when a comment is no string (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { coOccurrence, createTagger } from "cxkit";
 *
 * const themes = ["late", "rude", "price"].map((id) => ({ id, name: id, phrases: [id] }));
 * const comments = [
 *   ...new Array<string>(6).fill("late and rude"),
 *   ...new Array<string>(4).fill("late"),
 *   ...new Array<string>(20).fill("price"),
 * ];
 * coOccurrence(createTagger({ id: "t", version: "1", themes }), comments).pairs;
 * // => [{ themes: ["late", "rude"], both: 6, counts: [10, 6], lift: 3, jaccard: 0.6, adjustedPValue: 0.0003…, … }]
 * ```
 *
 * @see Brin, Motwani and Silverstein (1997), "Beyond market baskets", for the lift; Jaccard (1912).
 */
export function coOccurrence<Row = string>(
  tagger: Tagger,
  rows: Iterable<Row>,
  options: CoOccurrenceOptions<Row> = {},
): CoOccurrence {
  checkOptions("coOccurrence", options, ["text", "minimumCount"]);
  const { text = (row: Row): unknown => row, minimumCount = 5 } = options;
  checkReader("coOccurrence: text", text);
  if (typeof tagger?.tag !== "function") throw new CxError("invalid-option", "coOccurrence requires a tagger", tagger);
  if (!(Number.isInteger(minimumCount) && minimumCount >= 1)) {
    throw new CxError("invalid-option", "coOccurrence requires minimumCount to be a whole number from 1", minimumCount);
  }
  // A theme and what it is a part of go together by definition.
  const kin = new Set<string>();
  const reading = { caller: "coOccurrence", text, tagger, metric: countComments<Row>() };
  const { sets, comments, missing } = tallyThemes(rows, reading, (_row, _themes, tags) => {
    for (const { path } of tags) {
      for (const [i, one] of path.entries()) for (const other of path.slice(i + 1)) kin.add(pairKey(one, other));
    }
  });
  const alone = new Map<string, number>();
  const together = new Map<string, { readonly pair: readonly [string, string]; both: number }>();
  for (const { themes, comments: count } of sets) {
    const ids = [...themes];
    for (const [i, one] of ids.entries()) {
      alone.set(one, (alone.get(one) ?? 0) + count);
      for (const other of ids.slice(i + 1)) {
        const key = pairKey(one, other);
        const pair = together.get(key) ?? {
          pair: one < other ? ([one, other] as const) : ([other, one] as const),
          both: 0,
        };
        pair.both += count;
        together.set(key, pair);
      }
    }
  }
  const found = Array.from(together)
    .filter(([key, { both }]) => both >= minimumCount && !kin.has(key))
    .map(([, { pair, both }]) => {
      const counts = [alone.get(pair[0]) ?? 0, alone.get(pair[1]) ?? 0] as const;
      const [first, second] = counts;
      const neither = comments - first - second + both;
      const { pValue } = fisherExactTest([
        [both, first - both],
        [second - both, neither],
      ]);
      const lift = (both * comments) / (first * second);
      return { themes: pair, both, counts, lift, jaccard: both / (first + second - both), pValue };
    });
  const adjusted = benjaminiHochberg(found.map(({ pValue }) => pValue));
  return {
    pairs: found
      .map(({ pValue: _, ...pair }, i): ThemePair => ({ ...pair, adjustedPValue: adjusted[i] ?? 1 }))
      .sort((a, b) => b.lift - a.lift || b.both - a.both || (a.themes.join() < b.themes.join() ? -1 : 1)),
    comments,
    missing,
  };
}

/** The same text for two ids in either order. */
const pairKey = (one: string, other: string): string => JSON.stringify(one < other ? [one, other] : [other, one]);
