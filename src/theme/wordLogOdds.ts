import { checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { normalCdf } from "../stats/normalCdf.js";

/** How often words occur. */
export type WordCounts = Iterable<readonly [word: string, count: number]>;

/** Options of {@link wordLogOdds}. */
export interface WordLogOddsOptions {
  /**
   * What is thought before counting: a number of occurrences added to every word on both sides, or "pooled" for as many as the word has
   * on both sides together, scaled to `mass` in all. @defaultValue "pooled"
   */
  readonly prior?: number | "pooled";
  /** How many occurrences a pooled prior weighs in all. @defaultValue a tenth of all occurrences, at most 500 */
  readonly mass?: number;
}

/** How much more a word belongs to one side than to another. */
export interface WordLogOdds {
  readonly word: string;
  readonly count: number;
  readonly reference: number;
  /** The difference of the log-odds with the prior; over 0 it belongs to the first side. */
  readonly logOdds: number;
  readonly standardError: number;
  /** The log-odds over their standard error. */
  readonly z: number;
  /** Two-sided, for no difference. */
  readonly pValue: number;
}

/** One count out of so many, on both sides. */
export interface SidedCounts {
  readonly count: number;
  readonly total: number;
  readonly reference: number;
  readonly referenceTotal: number;
}

/**
 * The log-odds of one word.
 *
 * @param own The prior's occurrences of the word.
 * @param all The prior's occurrences in all.
 */
export function logOddsOf(
  counts: SidedCounts,
  own: number,
  all: number,
): Omit<WordLogOdds, "word" | "count" | "reference"> {
  const { count, total, reference, referenceTotal } = counts;
  const logit = (part: number, whole: number): number => Math.log((part + own) / (whole + all - part - own));
  const logOdds = logit(count, total) - logit(reference, referenceTotal);
  const standardError = Math.sqrt(1 / (count + own) + 1 / (reference + own));
  const z = logOdds / standardError;
  return { logOdds, standardError, z, pValue: 2 * normalCdf(-Math.abs(z)) };
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function readCounts(counts: WordCounts): Map<string, number> {
  const read = new Map<string, number>();
  for (const [word, count] of counts) {
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new CxError(
        "invalid-value",
        `wordLogOdds requires whole numbers from 0 as counts, as of ${JSON.stringify(word)}`,
        count,
      );
    }
    read.set(word, (read.get(word) ?? 0) + count);
  }
  return read;
}

/**
 * Which words set one body of text apart from another: the log-odds ratio of each word with an informative prior, which keeps rare
 * words from standing out by chance and common ones by their mass.
 *
 * @param counts How often each word occurs on the first side, as pairs: a `Map` does, or `Object.entries(…)`.
 * @param reference How often on the second side.
 * @param options The prior.
 * @returns A line for each word that occurs, the one that most belongs to the first side first; among equals by word.
 * @throws A {@link CxError} `invalid-value` when a count is no whole number from 0, `invalid-option` when the prior is wrong.
 *
 * @example
 * ```ts
 * import { wordLogOdds } from "cxkit";
 *
 * const complaints = Object.entries({ wait: 30, price: 5, staff: 20, the: 100 });
 * const praise = Object.entries({ wait: 10, price: 15, staff: 22, the: 98 });
 * wordLogOdds(complaints, praise, { prior: 1 }).map(({ word, z }) => [word, z]);
 * // => [["wait", 3.16…], ["staff", -0.60…], ["the", -0.90…], ["price", -2.34…]]
 * ```
 *
 * @see Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16, 372–403, equations 16 and 20 to 22.
 */
export function wordLogOdds(
  counts: WordCounts,
  reference: WordCounts,
  options: WordLogOddsOptions = {},
): WordLogOdds[] {
  checkOptions("wordLogOdds", options, ["prior", "mass"]);
  const first = readCounts(counts);
  const second = readCounts(reference);
  const [total, referenceTotal] = [sum(first), sum(second)];
  const { prior = "pooled", mass = Math.min(500, (total + referenceTotal) / 10) } = options;
  if (
    !((prior === "pooled" || (Number.isFinite(prior) && prior > 0)) && mass > 0 && Number.isFinite(mass)) &&
    total > 0
  ) {
    throw new CxError(
      "invalid-option",
      'wordLogOdds requires a prior over 0 or "pooled", and a mass over 0',
      `${prior}, ${mass}`,
    );
  }
  const words = [...new Set([...first.keys(), ...second.keys()])].filter(
    (word) => (first.get(word) ?? 0) + (second.get(word) ?? 0) > 0,
  );
  // A single word is all there is on both sides: it sets nothing apart, and its odds would be infinite.
  if (words.length < 2) return [];
  return words
    .map((word): WordLogOdds => {
      const count = first.get(word) ?? 0;
      const other = second.get(word) ?? 0;
      const own = prior === "pooled" ? (mass * (count + other)) / (total + referenceTotal) : prior;
      const all = prior === "pooled" ? mass : prior * words.length;
      const sided = { count, total, reference: other, referenceTotal };
      return { word, count, reference: other, ...logOddsOf(sided, own, all) };
    })
    .sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1));
}
