/** CDNOW's sample of 2357 customers: every score of an independent computation under each rule for ties. */
import { existsSync, readFileSync } from "node:fs";
import { rfm } from "cxkit";
import { describe, expect, test } from "vitest";

const shared = new URL("../../../../shared/", import.meta.url);
const golden = new URL("oracle/rfm_cohort/cdnow.json", shared);
const read = (path: string): string[] => readFileSync(new URL(path, shared), "utf8").trim().split(/\r?\n/);

const orders = () =>
  read("data/transactions/cdnow_sample.csv")
    .slice(1)
    .map((line) => line.split(","))
    .map(([, customer = "", at = "", , amount]) => ({ customer, at, amount: Number(amount) }));

/** The expected rows by customer, by name of column. */
const expected = () => {
  const [head = "", ...lines] = read("oracle/rfm_cohort/cdnow_sample_rfm_expected.csv");
  const columns = head.split(",");
  return new Map(
    lines.map((line) => {
      const cells = line.split(",");
      return [cells[0] ?? "", new Map(columns.map((column, place) => [column, cells[place] ?? ""]))];
    }),
  );
};

const rules = [
  ["share", "q7"],
  ["average", "avg"],
  ["minimum", "min"],
  ["maximum", "max"],
] as const;
const now = "1998-07-01";

describe.skipIf(!existsSync(golden))("rfm of CDNOW (skipped where ../shared/oracle is absent)", () => {
  const wanted = existsSync(golden) ? JSON.parse(readFileSync(golden, "utf8")).rfm_sample : {};

  test.each(rules)("ties %s: the three scores of each customer, and how many have each score", (ties, rule) => {
    const { customers, n } = rfm(orders(), { now, ties });
    const rows = expected();
    expect(n).toBe(wanted.n_customers);
    expect(customers).toHaveLength(rows.size);
    for (const { customer, recencyDays, frequency, monetary, r, f, m } of customers) {
      const row = rows.get(String(customer));
      const cell = (column: string): number => Number(row?.get(column));
      expect([customer, recencyDays, frequency]).toEqual([customer, cell("recency_days"), cell("frequency")]);
      expect(monetary).toBeCloseTo(cell("monetary"), 9);
      expect([customer, r, f, m]).toEqual([customer, cell(`r_${rule}`), cell(`f_${rule}`), cell(`m_${rule}`)]);
    }
    for (const dimension of ["r", "f", "m"] as const) {
      const counts: Record<string, number> = {};
      for (const each of customers) counts[each[dimension]] = (counts[each[dimension]] ?? 0) + 1;
      expect(counts).toEqual(wanted.distribution[rule][dimension]);
    }
  });

  test.each([
    ["share", "q7"],
    ["average", "avg"],
  ] as const)("ties %s: how many customers have each combination of scores", (ties, rule) => {
    const counts: Record<string, number> = {};
    for (const { r, f, m } of rfm(orders(), { now, ties }).customers) {
      counts[`${r}${f}${m}`] = (counts[`${r}${f}${m}`] ?? 0) + 1;
    }
    expect(counts).toEqual(wanted.rfm_cells[rule]);
  });

  test("the cut-offs, and the totals of all customers", () => {
    const { cutoffs, customers, orders: placed, revenue, segments } = rfm(orders(), { now });
    const { neg_recency: negated, frequency, monetary } = wanted.breaks_q7;
    expect(cutoffs.recencyDays).toEqual(negated.map((days: number) => -days));
    expect(cutoffs.frequency).toEqual(frequency);
    monetary.forEach((cutoff: number, k: number) => {
      expect(cutoffs.monetary[k]).toBeCloseTo(cutoff, 9);
    });
    expect(placed).toBe(wanted.totals.orders);
    expect(revenue).toBeCloseTo(wanted.totals.revenue, 6);
    expect(segments.reduce((sum, segment) => sum + segment.customers, 0)).toBe(wanted.n_customers);
    expect(segments.reduce((sum, segment) => sum + segment.revenue, 0)).toBeCloseTo(wanted.totals.revenue, 6);
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    const { recency_days: recency, monetary: money } = wanted.summary;
    expect(mean(customers.map(({ recencyDays }) => recencyDays))).toBeCloseTo(recency.mean, 9);
    expect(mean(customers.map((each) => each.monetary))).toBeCloseTo(money.mean, 9);
  });
});

test("the first customers of CDNOW's sample, scored by the cut-offs of all 2357", () => {
  // Customers 0001, 0002, 0006 and 0008 of the sample, with their last order and their sums; cut-offs of the whole sample.
  const order = (customer: string, at: string, amounts: number[]) =>
    amounts.map((amount) => ({ customer, at, amount }));
  const { customers } = rfm(
    [
      ...order("0001", "1997-12-12", [29.33, 29.73, 14.96, 26.48]),
      ...order("0002", "1997-01-13", [63.34, 11.77]),
      ...order("0006", "1998-06-20", new Array<number>(16).fill(69.19)),
      ...order("0008", "1998-03-07", [19.89, 19.89, 19.89]),
    ],
    {
      now,
      cutoffs: {
        recencyDays: [513, 487, 443, 153],
        frequency: [1, 1, 2, 4],
        monetary: [15.36, 31.958, 59.25, 130.436],
      },
    },
  );
  expect(customers.map(({ recencyDays, r, f, m, segment }) => [recencyDays, r, f, m, segment])).toEqual([
    [201, 4, 4, 4, "loyal"],
    [534, 1, 3, 4, "at_risk"],
    [11, 5, 5, 5, "champions"],
    [116, 5, 4, 4, "champions"],
  ]);
});
