import type { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { Ratings } from "./agreementTable.js";
import { checkSameLength } from "./checkSameLength.js";

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

/** Counts one more of a key. */
function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How many pairs there are within all counts. */
function pairsWithin(counts: Map<unknown, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += pairsOf(count);
  return sum;
}

/**
 * How far two ways of putting the same things into groups agree, whatever the groups are called: Rand's share of pairs that both
 * put together or both put apart, less what chance would give.
 *
 * @param first The group of each thing; null, undefined and NaN where it has none.
 * @param second The groups of the same things in the same order.
 * @returns 1 for the same groups, about 0 for what chance gives, negative for less; null for fewer than two things that have both
 * groups (others are left out).
 * @throws A {@link CxError} `invalid-option` when the two differ in length.
 *
 * @example
 * ```ts
 * import { adjustedRandIndex } from "cxkit";
 *
 * adjustedRandIndex([0, 0, 1, 1], ["b", "b", "a", "a"]); // => 1
 * adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1]); // => 0.571…
 * ```
 *
 * @see Hubert and Arabie (1985), Journal of Classification 2, 193–218.
 */
export function adjustedRandIndex(first: Ratings, second: Ratings): number | null {
  checkSameLength("adjustedRandIndex", first, second);
  const [rows, columns] = [new Map<unknown, number>(), new Map<unknown, number>()];
  const cells = new Map<unknown, Map<unknown, number>>();
  let n = 0;
  for (let place = 0; place < first.length; place++) {
    const [one, other] = [first[place], second[place]];
    if (isMissing(one) || isMissing(other)) continue;
    n++;
    countOne(rows, one);
    countOne(columns, other);
    const row = cells.get(one) ?? new Map<unknown, number>();
    cells.set(one, row);
    countOne(row, other);
  }
  if (n < 2) return null;
  let together = 0;
  for (const row of cells.values()) together += pairsWithin(row);
  const [inFirst, inSecond] = [pairsWithin(rows), pairsWithin(columns)];
  const [expected, most] = [(inFirst / pairsOf(n)) * inSecond, (inFirst + inSecond) / 2];
  // Both have all things in one group, or each in its own.
  return most === expected ? 1 : (together - expected) / (most - expected);
}
