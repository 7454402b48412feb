import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import { compareKeys } from "../../metric/compareKeys.js";
import type { Preferences } from "../../model/customer.js";
import { hasFields } from "../hasFields.js";
import type { ItemAffinities, ItemId } from "./itemAffinity.js";

/** Whom something is recommended to; a `Customer` will do. */
export interface RecommendedCustomer {
  /** By it what the customer has is found. */
  readonly id?: CustomerId | null | undefined;
  /** `excludedProducts` are never recommended. */
  readonly preferences?: Pick<Preferences, "excludedProducts"> | null | undefined;
  /** What the customer has beside what is found by the id. */
  readonly owned?: readonly ItemId[] | null | undefined;
  /** What is in the customer's basket now: recommendations go with this alone, and are none of it. */
  readonly basket?: readonly ItemId[] | null | undefined;
}

/** What may be recommended, and what must not. */
export interface RecommendationRules {
  /** What must not be recommended. */
  readonly excluded?: readonly ItemId[];
  /** What may be recommended to who has it, such as food: a list, or a function of the item. @defaultValue nothing */
  readonly repeatable?: readonly ItemId[] | ((item: ItemId) => boolean);
}

/** Finds something in a list that is sorted by its id. */
export function findSorted<Entry>(
  entries: readonly Entry[],
  idOf: (entry: Entry) => ItemId,
  id: ItemId,
): Entry | undefined {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // Within the bounds.
    if (compareKeys(idOf(entries[middle] as Entry), id) < 0) low = middle + 1;
    else high = middle;
  }
  const found = entries[low];
  return found !== undefined && idOf(found) === id ? found : undefined;
}

function readList(items: readonly ItemId[] | null | undefined, what: string): readonly ItemId[] {
  if (isMissing(items)) return [];
  if (Array.isArray(items) && !items.some((item) => Object(item) === item)) return items;
  throw new CxError("invalid-option", `recommend requires ${what} as a list of items`, items);
}

/** Items whatever their type: who does not want "7" does not want 7. */
const texts = (...lists: (readonly ItemId[])[]): Set<string> => new Set(lists.flat().map(String));

/** What the recommendations go with, and what must not be among them. */
export interface RecommendationWishes {
  readonly context: readonly ItemId[];
  readonly isBarred: (item: ItemId) => boolean;
}

/** Takes a basket alone for a customer who has nothing else. Refuses what would leave a wish or an item unread. */
function readWhom(whom: RecommendedCustomer | readonly ItemId[]): RecommendedCustomer {
  if (Array.isArray(whom)) return { basket: whom };
  if (!hasFields(whom)) throw new CxError("invalid-value", "recommend requires a customer or a basket", whom);
  // No list any more; the compiler does not see that of lists that are read only.
  const customer = whom as RecommendedCustomer & { readonly items?: unknown };
  const { preferences, owned, basket, items } = customer;
  if (!isMissing(preferences) && !hasFields(preferences)) {
    throw new CxError("invalid-value", "recommend requires preferences as an object", preferences);
  }
  if (!isMissing(items) && isMissing(owned) && isMissing(basket)) {
    throw new CxError("invalid-value", "recommend requires a customer's items as owned or as basket", items);
  }
  return customer;
}

/** Reads what holds for a customer. */
export function readWishes(
  affinities: ItemAffinities,
  customer: RecommendedCustomer | readonly ItemId[],
  { excluded, repeatable = [] }: RecommendationRules,
): RecommendationWishes {
  const { id, preferences, owned, basket } = readWhom(customer);
  const known = isMissing(id) ? undefined : findSorted(affinities.customers, (entry) => entry.customer, id);
  const has = [...(known?.items ?? []), ...readList(owned, "owned")];
  const inBasket = readList(basket, "basket");
  const never = texts(
    readList(excluded, "excluded"),
    readList(preferences?.excludedProducts, "excludedProducts"),
    inBasket,
  );
  const again = typeof repeatable === "function" ? null : texts(readList(repeatable, "repeatable"));
  const mayRepeat = (item: ItemId): boolean =>
    typeof repeatable === "function" ? repeatable(item) : (again?.has(String(item)) ?? false);
  const had = texts(has);
  return {
    context: isMissing(basket) ? has : inBasket,
    isBarred: (item) => never.has(String(item)) || (had.has(String(item)) && !mayRepeat(item)),
  };
}
