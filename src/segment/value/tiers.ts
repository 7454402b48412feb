import { checkOptions, checkReader } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { byCustomer } from "../../kpi/byCustomer.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { addToSum, sumAt } from "../../stats/addToSum.js";
import { type Concentration, concentration } from "./concentration.js";
import { isTied } from "./isTied.js";
import { onePerCustomer, readFigure } from "./onePerCustomer.js";
import { type TierCuts, type TierRules, tierCuts, tierRules } from "./tierRules.js";

/** Where {@link tiers} finds a customer and their value in a row. */
export interface CustomerValueReaders<Row> {
  /** The customer's id; a row without one is counted in `missing`. */
  readonly customer: (row: Row) => CustomerId | null | undefined;
  /** What the customer is worth; a row without it is counted in `missing`. */
  readonly value: (row: Row) => number | null | undefined;
}

/** A customer with what they are worth, as `customerLifetimeValue` lists them. */
export interface ValuedCustomer {
  readonly customer: CustomerId | null | undefined;
  readonly value: number | null | undefined;
}

/** Options of {@link tiers}. */
export interface TiersOptions extends TierCuts {
  /** What becomes of a row with a value that is no number, or a customer that is no id. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** One customer with the tier that they are in. */
export interface TieredCustomer {
  readonly customer: CustomerId;
  readonly value: number;
  /** The name of the tier. */
  readonly segment: string;
}

/** What one tier comes to. */
export interface Tier {
  readonly segment: string;
  readonly customers: number;
  /** Of all customers, 0–1; null where there are none. */
  readonly share: number | null;
  /** The sum of the values. */
  readonly value: number;
  /** Of the value of all customers whose value is not negative; null where that is not above 0. */
  readonly valueShare: number | null;
  /** The least and the greatest value; null where nobody is in the tier. */
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** The result of {@link tiers}; `gini` and `paretoShare` leave customers of a negative value out. */
export interface TiersResult extends Concentration {
  /** From the most valuable down; equal values by number and then by string. */
  readonly customers: readonly TieredCustomer[];
  /** From the top down, also where nobody is in a tier; that of negative values last. */
  readonly segments: readonly Tier[];
  /** The customers. */
  readonly n: number;
  /** The sum of all values. */
  readonly value: number;
  /** Rows without a customer or a value. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** What was cut, and how. */
  readonly definition: {
    readonly kpi: "tiers";
    readonly method: TierRules["method"];
    readonly cuts: readonly number[];
  };
}

type Valued = Omit<TieredCustomer, "segment">;

const sumOf = (customers: readonly Valued[]): number => {
  const total = { sums: [], lost: [] };
  for (const { value } of customers) addToSum(total, 0, value);
  return sumAt(total, 0);
};

/** The place of a cut-off value, of a share of customers or of a share of value: how many cuts have been passed on the way down. */
function tierPlaces(ranked: readonly Valued[], { method, cuts }: TierRules, total: number): number[] {
  const places: number[] = [];
  const above = { sums: [], lost: [] };
  let place = 0;
  ranked.forEach(({ value }, index) => {
    const before = ranked[index - 1]?.value;
    // Equal values stay together, in the tier that the first of them reached.
    if (before === undefined || !isTied(before, value)) {
      const passed = (cut: number): boolean => {
        if (method === "cutoffs") return value < cut && !isTied(value, cut);
        const [done, line] = method === "abc" ? [sumAt(above, 0), cut * total] : [index, cut * ranked.length];
        return done >= line || isTied(done, line);
      };
      while (place < cuts.length && passed(cuts[place] as number)) place++;
    }
    places.push(place);
    addToSum(above, 0, value);
  });
  return places;
}

/** What the customers of each tier come to. */
function tierSums(customers: readonly TieredCustomer[], names: readonly string[], total: number): Tier[] {
  const members = new Map(names.map((name): [string, TieredCustomer[]] => [name, []]));
  for (const customer of customers) members.get(customer.segment)?.push(customer);
  return Array.from(members, ([segment, own]) => {
    const value = sumOf(own);
    return {
      segment,
      customers: own.length,
      share: customers.length === 0 ? null : own.length / customers.length,
      value,
      valueShare: total > 0 ? value / total : null,
      lowest: own.at(-1)?.value ?? null,
      highest: own[0]?.value ?? null,
    };
  });
}

/**
 * Tiers of customers by what they are worth: A for the few who bring most of the value, B, C.
 *
 * Equal values share a tier. What a customer is worth may be any number: `customerLifetimeValue(orders).customers` and the customers of
 * `rfm` (with `value: (row) => row.monetary`) are such rows as they are.
 *
 * @param customers One row for each customer, with `customer` and `value`; or any rows, with these accessors in the options.
 * @param options Where to cut: by share of value (`abc`), by share of customers (`percentile`) or at values of your own (`cutoffs`).
 * @returns Each customer with their tier, the tiers with what they hold, and how concentrated the value is. Customers of a negative value
 * are apart, unless the cuts are values. Cost is that of sorting the customers.
 * @throws A {@link CxError} `invalid-value` when a value is no finite number (or beyond 1e120) or a customer is none or comes twice
 * (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { tiers } from "cxkit";
 *
 * const customers = [70, 15, 10, 4, 1, -5].map((value, index) => ({ customer: `c${index + 1}`, value }));
 * const result = tiers(customers);
 * result.customers.map(({ segment }) => segment); // => ["A", "A", "B", "C", "C", "negative"]
 * result.segments[0]; // => { segment: "A", customers: 2, value: 85, valueShare: 0.85, lowest: 15, highest: 70, … }
 * result.paretoShare; // => 0.7
 * tiers(customers, { method: "cutoffs", cuts: [10, 0], names: ["gold", "silver", "none"] })
 *   .segments.map((tier) => [tier.segment, tier.customers]); // => [["gold", 3], ["silver", 2], ["none", 1]]
 * ```
 *
 * @see Dickie (1951), "ABC inventory analysis shoots for dollars, not pennies", Factory Management and Maintenance 109, 92–94;
 * Gini (1912), "Variabilità e mutabilità".
 */
export function tiers(customers: Iterable<ValuedCustomer>, options?: TiersOptions): TiersResult;
export function tiers<Row extends { readonly customer: CustomerId | null | undefined }>(
  customers: Iterable<Row>,
  options: TiersOptions & Pick<CustomerValueReaders<Row>, "value">,
): TiersResult;
export function tiers<Row>(customers: Iterable<Row>, options: TiersOptions & CustomerValueReaders<Row>): TiersResult;
export function tiers<Row extends ValuedCustomer>(
  customers: Iterable<Row>,
  options: TiersOptions & Partial<CustomerValueReaders<Row>> = {},
): TiersResult {
  checkOptions("tiers", options, [...tierCuts, "invalid", "customer", "value"]);
  const rules = tierRules(options);
  const { customer = (row: Row) => row.customer, value = (row: Row) => row.value, invalid } = options;
  checkReader("tiers: value", value);
  const read = (row: Row): number | null => readFigure("tiers", "value", value(row));
  const figures = onePerCustomer<Row, number>(customers, { name: "tiers", customer, read, invalid });
  const ranked = figures.customers
    .map(({ customer: id, figure }): Valued => ({ customer: id, value: figure }))
    .sort((a, b) => b.value - a.value || byCustomer(a, b));
  const { negative, names, method, cuts } = rules;
  const counted = negative === null ? ranked : ranked.filter((each) => each.value >= 0);
  const owing = ranked.slice(counted.length);
  const shared = ranked.filter((each) => each.value >= 0);
  const total = sumOf(shared);
  const places = tierPlaces(counted, rules, total);
  const tiered: TieredCustomer[] = [
    ...counted.map((each, index) => ({ ...each, segment: names[places[index] as number] as string })),
    ...owing.map((each) => ({ ...each, segment: negative as string })),
  ];
  return {
    customers: tiered,
    segments: tierSums(tiered, negative === null ? names : [...names, negative], total),
    n: ranked.length,
    value: sumOf(ranked),
    ...concentration(shared.map((each) => each.value)),
    missing: figures.missing,
    invalid: figures.invalid,
    definition: { kpi: "tiers", method, cuts: [...cuts] },
  };
}
