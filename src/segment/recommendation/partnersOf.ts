import type { ItemId, PairedItem } from "./itemAffinity.js";
import type { CountedPairs } from "./itemPairs.js";

/** What the strength of pairs rests on. */
export interface PairedItems {
  /** Sorted; an item's number is its place. */
  readonly items: readonly ItemId[];
  /** How many baskets hold each item. */
  readonly counts: Int32Array;
  /** How many baskets there are. */
  readonly baskets: number;
  readonly pairs: CountedPairs;
  readonly rankBy: "lift" | "confidence";
  readonly mostPartners: number;
}

/**
 * The partners of an item from the places of its pairs, best first: by lift, or by confidence, as far as so few baskets can tell; then by
 * support, then by the partner's id.
 *
 * A lift is pulled towards 1 by a gamma prior of mean 1: (O + α) ÷ (E + α) for O baskets with both, where chance makes it E and α is what
 * the prior is worth.
 */
export function partnersOf(item: number, places: Int32Array, known: PairedItems): PairedItem[] {
  const { items, counts, baskets, pairs, rankBy, mostPartners } = known;
  const { first, second, concentration } = pairs;
  const own = counts[item] ?? 0;
  const size = places.length;
  const [partners, both, shrunken, ranks] = [
    new Int32Array(size),
    new Int32Array(size),
    new Float64Array(size),
    new Float64Array(size),
  ];
  for (let i = 0; i < size; i++) {
    const pair = places[i] ?? 0;
    const partner = first[pair] === item ? (second[pair] ?? 0) : (first[pair] ?? 0);
    const expected = (own * (counts[partner] ?? 0)) / baskets;
    const together = pairs.counts[pair] ?? 0;
    const lift = (together + concentration) / (expected + concentration);
    partners[i] = partner;
    both[i] = together;
    shrunken[i] = lift;
    ranks[i] = rankBy === "lift" ? lift : lift * (counts[partner] ?? 0);
  }
  const order = Array.from(places.keys()).sort(
    (a, b) =>
      (ranks[b] ?? 0) - (ranks[a] ?? 0) || (both[b] ?? 0) - (both[a] ?? 0) || (partners[a] ?? 0) - (partners[b] ?? 0),
  );
  return order.slice(0, mostPartners).map((i) => {
    const [partner, together] = [partners[i] ?? 0, both[i] ?? 0];
    return {
      item: items[partner] ?? "",
      baskets: together,
      support: together / baskets,
      confidence: together / own,
      lift: (together * baskets) / (own * (counts[partner] ?? 0)),
      shrunkenLift: shrunken[i] ?? 1,
    };
  });
}
