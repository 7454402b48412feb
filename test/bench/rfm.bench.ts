/** RFM of many orders against a bare loop, the usual idiom with a Map, and lodash. */
import { rfm } from "cxkit";
// The package has no types.
// @ts-expect-error no declaration file
import lodash from "lodash";
import { bench, describe } from "vitest";

interface Order {
  readonly customer: string;
  readonly at: number;
  readonly amount: number;
}

const dayMs = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const now = Date.UTC(2026, 0, 1);

/** Orders over two years in no order; few customers buy often. */
function ordersOf(orders: number, customers: number): Order[] {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: orders }, () => ({
    customer: `c${Math.floor(random() * random() * customers)}`,
    at: start + Math.floor(random() * 730) * dayMs,
    amount: Math.round(random() * random() * 20_000) / 100,
  }));
}

/** Scores from 1 to 5 by quantiles of type 7. */
function fifths(values: Float64Array): Uint8Array {
  const sorted = values.slice().sort();
  const cuts = [1, 2, 3, 4].map((k) => {
    const place = ((values.length - 1) * k) / 5;
    const low = sorted[Math.floor(place)] ?? 0;
    return low + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - low);
  });
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < scores.length; i++) {
    let score = 1;
    for (const cut of cuts) if ((values[i] ?? 0) > cut) score++;
    scores[i] = score;
  }
  return scores;
}

/** The least work that gives each customer's figures and scores; nothing is checked, named or sorted. */
function bareLoop(orders: readonly Order[]): object[] {
  const codes = new Map<string, number>();
  const names: string[] = [];
  const [latest, counts, sums]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < orders.length; i++) {
    const { customer, at, amount } = orders[i] as Order;
    const code = codes.get(customer);
    if (code === undefined) {
      codes.set(customer, names.length);
      names.push(customer);
      latest.push(at);
      counts.push(1);
      sums.push(amount);
    } else {
      if (at > (latest[code] ?? 0)) latest[code] = at;
      counts[code] = (counts[code] ?? 0) + 1;
      sums[code] = (sums[code] ?? 0) + amount;
    }
  }
  const recency = Float64Array.from(latest, (at) => -Math.floor((now - at) / dayMs));
  const [frequency, monetary] = [Float64Array.from(counts), Float64Array.from(sums)];
  const [r, f, m] = [fifths(recency), fifths(frequency), fifths(monetary)];
  return names.map((customer, i) => ({
    customer,
    recencyDays: -(recency[i] ?? 0),
    frequency: frequency[i],
    monetary: monetary[i],
    r: r[i],
    f: f[i],
    m: m[i],
  }));
}

interface Figures {
  readonly customer: string;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** Scores of customers who are objects, by one figure. */
function scored(
  customers: readonly Figures[],
  figure: "recency" | "frequency" | "monetary",
): (each: Figures) => number {
  const sorted = customers.map((each) => each[figure]).sort((a, b) => a - b);
  const cuts = [1, 2, 3, 4].map((k) => sorted[Math.floor(((sorted.length - 1) * k) / 5)] ?? 0);
  return (each) => 1 + cuts.filter((cut) => each[figure] > cut).length;
}

function withScores(customers: readonly Figures[]): object[] {
  const [r, f, m] = [scored(customers, "recency"), scored(customers, "frequency"), scored(customers, "monetary")];
  return customers.map((each) => ({ ...each, r: r(each), f: f(each), m: m(each) }));
}

const figuresOf = (customer: string, orders: readonly Order[]): Figures => ({
  customer,
  recency: -Math.floor((now - Math.max(...orders.map(({ at }) => at))) / dayMs),
  frequency: orders.length,
  monetary: orders.reduce((sum, { amount }) => sum + amount, 0),
});

/** How people write it: orders grouped by a Map, then figures, then quantiles. */
function mapIdiom(orders: readonly Order[]): object[] {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const group = groups.get(order.customer);
    if (group === undefined) groups.set(order.customer, [order]);
    else group.push(order);
  }
  return withScores(Array.from(groups, ([customer, own]) => figuresOf(customer, own)));
}

function withLodash(orders: readonly Order[]): object[] {
  const groups: Record<string, Order[]> = lodash.groupBy(orders, "customer");
  const customers: Figures[] = lodash.map(groups, (own: Order[], customer: string) => ({
    customer,
    recency: -Math.floor((now - lodash.maxBy(own, "at").at) / dayMs),
    frequency: own.length,
    monetary: lodash.sumBy(own, "amount"),
  }));
  return withScores(customers);
}

for (const [orders, customers] of [
  [250_000, 50_000],
  [500_000, 100_000],
  [1_000_000, 200_000],
] as const) {
  const rows = ordersOf(orders, customers);
  describe(`RFM of ${orders} orders of up to ${customers} customers`, () => {
    bench("bare loop", () => void bareLoop(rows));
    bench("cxkit", () => void rfm(rows, { now }));
    bench("Map idiom", () => void mapIdiom(rows));
    bench("lodash", () => void withLodash(rows));
  });
}

const each = ordersOf(1_000_000, 1).map((order, index) => ({ ...order, customer: `c${(index * 7919) % 1_000_000}` }));
describe("RFM of a million customers with an order each", () => {
  bench("bare loop", () => void bareLoop(each));
  bench("cxkit", () => void rfm(each, { now }));
});
