import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { compareKeys } from "../../metric/compareKeys.js";
import {
  affinityOptions,
  type BasketRow,
  countItems,
  type ItemAffinitiesOptions,
  type ItemsOf,
  type itemAffinities,
} from "./itemAffinities.js";
import type { ItemAffinities, ItemAffinity, ItemId, PairedItem } from "./itemAffinity.js";
import {
  findSorted,
  type RecommendationRules,
  type RecommendationWishes,
  type RecommendedCustomer,
  readWishes,
} from "./recommendationWishes.js";

/** Options of {@link recommend}. */
export interface RecommendOptions extends RecommendationRules {
  /** How many items at the most. @defaultValue 10 */
  readonly count?: number;
  /** Whether popular items fill up the list where too few belong to what the customer has. @defaultValue true */
  readonly fallback?: boolean;
}

/** An item to recommend. */
export interface Recommendation {
  readonly item: ItemId;
  /** Whether it belongs to what the customer has, or is merely popular. */
  readonly source: "affinity" | "popularity";
  /** The item that it goes with; null for a popular one. */
  readonly because: ItemId | null;
  /** How many baskets hold both; of a popular item, how many hold it. */
  readonly baskets: number;
  /** The same as a share of all baskets, 0–1. */
  readonly support: number;
  /** Of the baskets with `because`, the share that hold the item too, 0–1; null for a popular item. */
  readonly confidence: number | null;
  /** How many times as many baskets hold both as would by chance; null for a popular item. */
  readonly lift: number | null;
  /** The lift as far as so few baskets can tell, over 1; null for a popular item. */
  readonly shrunkenLift: number | null;
}

const recommendNames = ["count", "excluded", "repeatable", "fallback"];

const affinityOf = (affinities: ItemAffinities, item: ItemId): ItemAffinity | undefined =>
  findSorted(affinities.items, (entry) => entry.item, item);

interface Candidate {
  readonly partner: PairedItem;
  readonly because: ItemId;
  readonly rank: number;
}

/** The better first: by lift or confidence, then by support, then by the ids. */
const byRank = (a: Candidate, b: Candidate): number =>
  b.rank - a.rank ||
  b.partner.baskets - a.partner.baskets ||
  compareKeys(a.partner.item, b.partner.item) ||
  compareKeys(a.because, b.because);

/** The best that goes with anything of the context: each item once, for the item that it goes with best. */
function candidatesOf(affinities: ItemAffinities, { context, isBarred }: RecommendationWishes): Candidate[] {
  const best = new Map<ItemId, Candidate>();
  for (const because of new Set(context)) {
    for (const partner of affinityOf(affinities, because)?.partners ?? []) {
      if (!(partner.shrunkenLift > 1) || isBarred(partner.item)) continue;
      // Confidence over lift is how popular the partner is.
      const { confidence, lift, shrunkenLift } = partner;
      const rank = affinities.rankBy === "lift" ? shrunkenLift : (shrunkenLift * confidence) / lift;
      const candidate = { partner, because, rank };
      const known = best.get(partner.item);
      if (known === undefined || byRank(candidate, known) < 0) best.set(partner.item, candidate);
    }
  }
  return [...best.values()].sort(byRank);
}

/** What most baskets hold, of what is neither barred nor there already. */
function popular(
  affinities: ItemAffinities,
  wishes: RecommendationWishes,
  there: ReadonlySet<ItemId>,
  count: number,
): Recommendation[] {
  const found: Recommendation[] = [];
  for (const item of affinities.popularity) {
    if (found.length >= count) break;
    if (there.has(item) || wishes.isBarred(item)) continue;
    const { baskets = 0, support = 0 } = affinityOf(affinities, item) ?? {};
    found.push({
      item,
      source: "popularity",
      because: null,
      baskets,
      support,
      confidence: null,
      lift: null,
      shrunkenLift: null,
    });
  }
  return found;
}

function fromAffinities(
  affinities: ItemAffinities,
  customer: RecommendedCustomer | readonly ItemId[],
  options: RecommendOptions,
): Recommendation[] {
  const { count = 10, fallback = true } = options;
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new CxError("invalid-option", "recommend requires a count of at least 0, a whole number", count);
  }
  if (!(Array.isArray(affinities?.items) && Array.isArray(affinities.popularity))) {
    throw new CxError("invalid-option", "recommend requires the result of itemAffinities, or rows", affinities);
  }
  const wishes = readWishes(affinities, customer, options);
  const candidates = candidatesOf(affinities, wishes).slice(0, count);
  const found = candidates.map(({ partner, because }): Recommendation => ({ ...partner, source: "affinity", because }));
  if (!fallback || found.length >= count) return found;
  const there = new Set(found.map(({ item }) => item));
  return found.concat(popular(affinities, wishes, there, count - found.length));
}

/**
 * What to recommend to a customer: items that go with what they have, or with what is in their basket now; and where these are too few,
 * what is popular, marked as such.
 *
 * Never what the customer excludes (`excluded`, or their preferences' `excludedProducts`), never what is in the basket, and never what they have
 * already, unless it is `repeatable`. Only what is found with an item more often than by chance counts as belonging to it.
 *
 * @param source The result of {@link itemAffinities}, for many customers; or the rows themselves, with its options beside.
 * @param customer A customer, whose items are found by the id, and who may have a `basket`; or the items of a basket alone.
 * @param options How many, and what must not or may be recommended.
 * @returns The recommendations, best first: by the ranking of the affinities, then by support, then by id; each with the item that it goes
 * with best. Popular ones follow, by support, then by id. Cost grows with the customer's items times their partners.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, `invalid-value` when the customer is none, or has `items` but
 * neither `owned` nor `basket`; and what `itemAffinities` throws
 * for rows.
 *
 * @example
 * ```ts
 * import { itemAffinities, recommend } from "cxkit";
 *
 * const orders = [
 *   { customer: "ann", items: ["bread", "butter"] },
 *   { customer: "bob", items: ["bread", "butter", "jam"] },
 *   { customer: "cat", items: ["tea", "jam"] },
 *   { customer: "dan", items: ["tea", "milk"] },
 *   { customer: "eve", items: ["bread"] },
 *   { customer: "fay", items: ["tea", "milk"] },
 * ];
 * const affinities = itemAffinities(orders, { items: (row) => row.items });
 * recommend(affinities, { id: "eve" }, { count: 2 }).map(({ item, source, because }) => [item, source, because]);
 * // => [["butter", "affinity", "bread"], ["tea", "popularity", null]]
 * recommend(affinities, ["tea"], { excluded: ["milk"], fallback: false }); // => []
 * ```
 *
 * @see {@link itemAffinities} for the formulas and their sources.
 */
export function recommend(
  source: ItemAffinities,
  customer: RecommendedCustomer | readonly ItemId[],
  options?: RecommendOptions,
): Recommendation[];
export function recommend(
  source: Iterable<BasketRow>,
  customer: RecommendedCustomer | readonly ItemId[],
  options?: RecommendOptions & ItemAffinitiesOptions<BasketRow>,
): Recommendation[];
export function recommend<Row>(
  source: Iterable<Row>,
  customer: RecommendedCustomer | readonly ItemId[],
  options: RecommendOptions & ItemAffinitiesOptions<Row> & ItemsOf<Row>,
): Recommendation[];
export function recommend<Row>(
  source: ItemAffinities | Iterable<Row>,
  customer: RecommendedCustomer | readonly ItemId[],
  options: RecommendOptions & Partial<ItemAffinitiesOptions<Row>> = {},
): Recommendation[] {
  if (!(Symbol.iterator in Object(source))) {
    checkOptions("recommend", options, recommendNames);
    return fromAffinities(source as ItemAffinities, customer, options);
  }
  checkOptions("recommend", options, [...recommendNames, ...affinityOptions]);
  const { count, excluded, repeatable, fallback, ...counting } = options;
  const affinities = countItems(source as Iterable<Row>, counting);
  return fromAffinities(affinities, customer, options);
}
