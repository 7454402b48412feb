import { CxError } from "../error/cxError.js";
import type { WordCounts } from "./wordLogOdds.js";

/** How much a word stands for a class of texts. */
export interface ClassWord {
  readonly word: string;
  readonly count: number;
  /** The share of the class's words that are this one, times ln(1 + average words per class ÷ occurrences in all classes). */
  readonly weight: number;
}

/**
 * The words that stand for each class of texts, such as the comments of a theme, a month or a region: common in the class and rare
 * in the others (class-based TF-IDF).
 *
 * @param classes The words of each class with their counts, as pairs: a `Map` does, or `Object.entries(…)`.
 * @returns For each class its words, the most telling first; among equals by word.
 * @throws A {@link CxError} `invalid-value` when a count is no whole number from 0.
 *
 * @example
 * ```ts
 * import { classTfIdf } from "cxkit";
 *
 * const words = classTfIdf({
 *   complaints: Object.entries({ wait: 8, price: 2, the: 10 }),
 *   praise: Object.entries({ wait: 1, price: 9, the: 10 }),
 * });
 * words["complaints"]?.map(({ word, weight }) => [word, weight]); // => [["wait", 0.46…], ["the", 0.34…], ["price", 0.10…]]
 * ```
 *
 * @see Grootendorst (2022), "BERTopic: Neural topic modeling with a class-based TF-IDF procedure", equation 2.
 */
export function classTfIdf(classes: { readonly [name: string]: WordCounts }): { [name: string]: ClassWord[] } {
  const everywhere = new Map<string, number>();
  const read = Object.entries(classes).map(([name, counts]) => {
    const words = new Map<string, number>();
    for (const [word, count] of counts) {
      if (!(Number.isSafeInteger(count) && count >= 0)) {
        const requirement = `classTfIdf requires whole numbers from 0 as counts, as of ${JSON.stringify(word)}`;
        throw new CxError("invalid-value", requirement, count);
      }
      words.set(word, (words.get(word) ?? 0) + count);
      everywhere.set(word, (everywhere.get(word) ?? 0) + count);
    }
    const total = [...words.values()].reduce((sum, count) => sum + count, 0);
    return { name, words, total };
  });
  const average = read.reduce((sum, { total }) => sum + total, 0) / Math.max(1, read.length);
  return Object.fromEntries(
    read.map(({ name, words, total }) => [
      name,
      Array.from(words, ([word, count]) => ({
        word,
        count,
        weight: count === 0 ? 0 : (count / total) * Math.log1p(average / (everywhere.get(word) ?? 1)),
      }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)),
    ]),
  );
}
