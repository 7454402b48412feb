import { type ItemSets, turned } from "./itemSets.js";

/** Pairs of items, the first with the smaller number, and how many sets hold both. */
export interface ItemPairs {
  readonly first: number[];
  readonly second: number[];
  readonly counts: number[];
}

/** The pairs that enough sets hold, how many others there are, and what all of them say of how lifts differ. */
export interface CountedPairs extends ItemPairs {
  readonly rare: number;
  readonly concentration: number;
}

/** How many sets hold each item. */
export function itemCounts(sets: ItemSets, itemCount: number): Int32Array {
  const counts = new Int32Array(itemCount);
  for (const item of sets.items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** What the prior of lifts is worth at the most: few baskets cannot show that items differ, which is no reason to think that they do not. */
const mostConcentration = 10;

/**
 * What the prior of lifts is worth, by the method of moments. That a pair is found in O sets where chance makes it E is taken for a Poisson
 * count with mean λE, and λ to be spread around 1 with the variance 1/α: over all pairs, those that are never found among them,
 * Σ(O − E)² = ΣE + ΣE²/α in the mean.
 */
function learntConcentration(
  counts: Int32Array,
  sets: number,
  observed: { squares: number; products: number },
): number {
  let [sum, squares, fourths] = [0, 0, 0];
  for (const count of counts) {
    sum += count;
    squares += count ** 2;
    fourths += count ** 4;
  }
  // Over all pairs of two different items.
  const expected = (sum * sum - squares) / 2 / sets;
  const expectedSquares = (squares * squares - fourths) / 2 / sets ** 2;
  const excess = observed.squares - 2 * observed.products + expectedSquares - expected;
  return excess * mostConcentration > expectedSquares ? expectedSquares / excess : mostConcentration;
}

/** Counts the pairs of items. Linear in the sum of squares of the sets' sizes. */
export function countPairs(sets: ItemSets, itemCount: number, minimum: number): CountedPairs {
  const setCount = sets.starts.length - 1;
  const counts = itemCounts(sets, itemCount);
  const holders = turned(sets, itemCount);
  // Items are met in their order, so what follows in a set after the present one are the partners that are not counted yet.
  const cursors = sets.starts.slice();
  const together = new Int32Array(itemCount);
  const touched = new Int32Array(itemCount);
  const pairs: ItemPairs = { first: [], second: [], counts: [] };
  const observed = { squares: 0, products: 0 };
  let rare = 0;
  for (let item = 0; item < itemCount; item++) {
    let partners = 0;
    for (let at = holders.starts[item] ?? 0; at < (holders.starts[item + 1] ?? 0); at++) {
      const set = holders.items[at] ?? 0;
      const next = (cursors[set] ?? 0) + 1;
      cursors[set] = next;
      for (let i = next; i < (sets.starts[set + 1] ?? 0); i++) {
        const partner = sets.items[i] ?? 0;
        const count = together[partner] ?? 0;
        if (count === 0) touched[partners++] = partner;
        together[partner] = count + 1;
      }
    }
    // Partners in their order, so that the result does not depend on that of the sets.
    for (const partner of touched.subarray(0, partners).sort()) {
      const count = together[partner] ?? 0;
      together[partner] = 0;
      observed.squares += count * count;
      observed.products += (count * (counts[item] ?? 0) * (counts[partner] ?? 0)) / setCount;
      if (count < minimum) {
        rare++;
        continue;
      }
      pairs.first.push(item);
      pairs.second.push(partner);
      pairs.counts.push(count);
    }
  }
  return { ...pairs, rare, concentration: learntConcentration(counts, setCount, observed) };
}
