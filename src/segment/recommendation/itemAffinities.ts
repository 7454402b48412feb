import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { type BasketReaders, readBasketRows } from "./basketRows.js";
import { customersItems } from "./customersItems.js";
import type { ItemAffinities, ItemId } from "./itemAffinity.js";
import { countPairs, type ItemPairs, itemCounts } from "./itemPairs.js";
import { groupedBy, type ItemSets, itemSets, membersOf } from "./itemSets.js";
import { partnersOf } from "./partnersOf.js";
import type { recommend } from "./recommend.js";

/** The fields of a `Transaction` that {@link itemAffinities} reads. */
export interface BasketRow {
  readonly customer?: string | number | null | undefined;
  /** A line with a quantity that is not above 0 is a return, and left out. */
  readonly items?: readonly { readonly product: ItemId; readonly quantity?: number }[] | null | undefined;
}

/** How items are counted and ranked. */
export interface AffinityOptions {
  /** How many baskets have to hold a pair of items, at least 1. @defaultValue 2 */
  readonly minimumBaskets?: number;
  /** Baskets of more items than this are left out: their pairs are as many as the square. @defaultValue 200 */
  readonly largestBasket?: number;
  /** How many partners of an item are kept. @defaultValue 50 */
  readonly mostPartners?: number;
  /**
   * What partners are ranked by: `lift` for what belongs to an item, `confidence` for what is likely to be taken with it, which favours
   * what everybody takes. Both as far as so few baskets can tell. @defaultValue "lift"
   */
  readonly rankBy?: "lift" | "confidence";
  /** What the prior of lifts is worth, in baskets that chance makes hold a pair; above 0. @defaultValue learnt from all pairs, at most 10 */
  readonly concentration?: number;
  /** Whether to keep what each customer has, which `recommend` then leaves out. @defaultValue true */
  readonly keepCustomers?: boolean;
  /** What becomes of a row with an item, a basket or a customer that is none. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** Options of {@link itemAffinities}. */
export interface ItemAffinitiesOptions<Row> extends BasketReaders<Row>, AffinityOptions {}

/** Rows that are no transactions have to say where their items are. */
export type ItemsOf<Row> = Required<Pick<BasketReaders<Row>, "items">>;

/** The names of {@link ItemAffinitiesOptions}. */
export const affinityOptions: readonly string[] = [
  ...["items", "basket", "customer", "minimumBaskets", "largestBasket", "mostPartners", "rankBy", "concentration"],
  ...["keepCustomers", "invalid"],
];

function checkAffinityOptions<Row>(options: ItemAffinitiesOptions<Row>): void {
  checkOptions("itemAffinities", options, affinityOptions);
  const { items, basket, customer, minimumBaskets = 2, largestBasket = 200, mostPartners = 50 } = options;
  const { rankBy = "lift", concentration, invalid = "throw" } = options;
  for (const [name, reader] of Object.entries({ items, basket, customer })) {
    if (reader !== undefined) checkReader(`itemAffinities: ${name}`, reader);
  }
  for (const [name, number] of Object.entries({ minimumBaskets, largestBasket, mostPartners })) {
    if (!(Number.isInteger(number) && number >= 1)) {
      throw new CxError("invalid-option", `itemAffinities requires ${name} to be a whole number of at least 1`, number);
    }
  }
  checkChoice("rankBy of itemAffinities", rankBy, ["lift", "confidence"]);
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  if (concentration !== undefined && !(concentration > 0 && Number.isFinite(concentration))) {
    throw new CxError("invalid-option", "itemAffinities requires a concentration above 0", concentration);
  }
}

/** The sets that are not too large, and how many sets and rows are. */
function withoutOversized(sets: ItemSets, largest: number, rows: readonly number[]) {
  const starts: number[] = [0];
  const items = new Int32Array(sets.items.length);
  const oversized = { baskets: 0, rows: 0 };
  let size = 0;
  for (let set = 0; set + 1 < sets.starts.length; set++) {
    const [from = 0, to = 0] = [sets.starts[set], sets.starts[set + 1]];
    if (to - from > largest) {
      oversized.baskets++;
      oversized.rows += rows[set] ?? 0;
      continue;
    }
    items.set(sets.items.subarray(from, to), size);
    size += to - from;
    starts.push(size);
  }
  return { sets: { starts: Int32Array.from(starts), items: items.subarray(0, size) }, oversized };
}

/** The places of the pairs that each item is in. */
function pairsByItem({ first, second }: ItemPairs, itemCount: number): ItemSets {
  const count = first.length;
  const [ends, places] = [new Int32Array(2 * count), new Int32Array(2 * count)];
  ends.set(first);
  ends.set(second, count);
  for (let pair = 0; pair < count; pair++) {
    places[pair] = pair;
    places[count + pair] = pair;
  }
  return groupedBy(ends, places, itemCount);
}

/** {@link itemAffinities} of any rows. */
export function countItems<Row>(rows: Iterable<Row>, options: ItemAffinitiesOptions<Row>): ItemAffinities {
  checkAffinityOptions(options);
  const { minimumBaskets = 2, largestBasket = 200, mostPartners = 50, rankBy = "lift" } = options;
  const { keepCustomers = true, invalid = "throw" } = options;
  const read = readBasketRows(rows, options, keepCustomers, invalid);
  const { items, customers, baskets, owned } = read;
  const all = itemSets(baskets.groups, baskets.items, baskets.count, items.length);
  const { sets, oversized } = withoutOversized(all, largestBasket, baskets.rows);
  const total = sets.starts.length - 1;
  const counts = itemCounts(sets, items.length);
  const found = countPairs(sets, items.length, minimumBaskets);
  const pairs = { ...found, concentration: options.concentration ?? found.concentration };
  const pairCount = pairs.first.length;
  const byItem = pairsByItem(pairs, items.length);
  const known = { items, counts, baskets: total, pairs, rankBy, mostPartners };
  const inSome = Array.from(items.keys()).filter((item) => (counts[item] ?? 0) > 0);
  return {
    baskets: total,
    items: inSome.map((item) => ({
      item: items[item] ?? "",
      baskets: counts[item] ?? 0,
      support: (counts[item] ?? 0) / total,
      partners: partnersOf(item, membersOf(byItem, item), known),
    })),
    popularity: inSome.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).map((item) => items[item] ?? ""),
    customers: customersItems(customers, itemSets(owned.groups, owned.items, customers.length, items.length), items),
    rankBy,
    pairs: { counted: pairCount, rare: pairs.rare },
    concentration: pairs.concentration,
    oversized,
    missing: read.missing,
    invalid: read.invalid,
  };
}

/**
 * Which items are found together more often than chance would have it: bought in one basket, read in one visit. Counted once, for
 * {@link recommend} to be asked for many customers.
 *
 * - `support`: the share of baskets with both; `confidence`: of the baskets with one, the share with the other; `lift`: how many times as many
 *   baskets hold both as would if they had nothing to do with each other.
 * - `shrunkenLift`: a lift of 100 from two baskets is mostly chance. It is (O + α) ÷ (E + α), where O baskets hold both, chance makes it E,
 *   and α says how many expected baskets the belief is worth that nothing goes with anything: the mean of a gamma distribution whose prior
 *   has the mean 1. α is learnt from all pairs by the method of moments, and at most 10.
 *
 * An item counts once in a basket, however many of it there are. Items that only too large baskets hold are in none, but customers have them.
 *
 * @param rows Transactions with their items; or any rows, with accessors in the options: one for each basket, or one for each item.
 * @param options Where items, baskets and customers are, and how items are counted and ranked.
 * @returns The items with their partners, as plain data. Cost grows with the rows, and with the sum of squares of baskets' sizes up to
 * `largestBasket`; memory with the distinct pairs that enough baskets hold.
 * @throws A {@link CxError} `invalid-value` when an item, a basket or a customer is none (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { itemAffinities } from "cxkit";
 *
 * const baskets = [["bread", "butter"], ["bread", "butter", "jam"], ["bread"], ["jam", "tea"], ["tea"], ["butter", "bread"]];
 * const { items } = itemAffinities(baskets, { items: (basket) => basket, concentration: 1 });
 * items[1]; // => { item: "butter", baskets: 3, support: 0.5, … }
 * items[1]?.partners; // => [{ item: "bread", baskets: 3, support: 0.5, confidence: 1, lift: 1.5, shrunkenLift: 1.333… }]
 * ```
 *
 * @see Agrawal, Imielinski and Swami (1993), SIGMOD, 207–216; DuMouchel (1999), The American Statistician 53, 177–190, and DuMouchel and
 * Pregibon (2001), KDD, 67–76, on shrinking the ratio of observed to expected counts.
 */
export function itemAffinities(rows: Iterable<BasketRow>, options?: ItemAffinitiesOptions<BasketRow>): ItemAffinities;
export function itemAffinities<Row>(
  rows: Iterable<Row>,
  options: ItemAffinitiesOptions<Row> & ItemsOf<Row>,
): ItemAffinities;
export function itemAffinities<Row>(rows: Iterable<Row>, options: ItemAffinitiesOptions<Row> = {}): ItemAffinities {
  return countItems(rows, options);
}
