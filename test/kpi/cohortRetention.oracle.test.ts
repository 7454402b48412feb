/** The whole of CDNOW: every cohort figure of an independent computation, where the data are at hand; some of it anywhere. */
import { existsSync, readFileSync } from "node:fs";
import { cohortRetention, customerLifetimeValue, retention } from "cxkit";
import { describe, expect, test } from "vitest";

const shared = new URL("../../../shared/", import.meta.url);
const golden = new URL("oracle/rfm_cohort/cdnow.json", shared);
const files = ["master", "sample"].map((name) => ({
  name,
  url: new URL(`data/transactions/cdnow_${name}.csv`, shared),
}));

const rowsOf = (url: URL) => {
  const [head = "", ...lines] = readFileSync(url, "utf8").trim().split(/\r?\n/);
  const place = (column: string): number => head.split(",").indexOf(column);
  const [customer, at, amount] = [
    place(head.startsWith("master") ? "master_id" : "customer_id"),
    place("date"),
    place("amount"),
  ];
  return lines.map((line) => {
    const cells = line.split(",");
    return { customer: cells[customer] ?? "", at: cells[at] ?? "", amount: Number(cells[amount]) };
  });
};

describe.skipIf(!existsSync(golden))("cohorts of CDNOW (skipped where ../shared/oracle is absent)", () => {
  test.each(files)("$name: sizes, active customers, retention and its weighted mean", ({ name, url }) => {
    const wanted = JSON.parse(readFileSync(golden, "utf8"))[`cohort_${name}`];
    const { cohorts, ages } = cohortRetention(rowsOf(url), { by: "month", timeZone: "UTC" });
    expect(cohorts.map(({ start }) => start.slice(0, 7))).toEqual(Object.keys(wanted.cohort_sizes));
    for (const { start, size, retained } of cohorts) {
      const month = start.slice(0, 7);
      const active = wanted.active_customers[month];
      expect(size).toBe(wanted.cohort_sizes[month]);
      expect(retained.slice(0, active.length)).toEqual(active);
      expect(retained.slice(active.length).every((count) => count === null)).toBe(true);
      expect(active.map((count: number) => count / size)).toEqual(wanted.retention[month]);
    }
    ages.forEach(({ rate }, age) => {
      expect(rate.value).toBeCloseTo(wanted.weighted_avg_retention_by_offset[age], 12);
    });
    expect(ages).toHaveLength(18);
  });

  test.each(files)("$name: who is kept, lost and gained from month to month", ({ name, url }) => {
    const wanted = JSON.parse(readFileSync(golden, "utf8"))[`cohort_${name}`].monthly_activity;
    const monthOf = (time: string, later = 0): string =>
      new Date(Date.UTC(Number(time.slice(0, 4)), Number(time.slice(5, 7)) - 1 + later)).toISOString();
    // An order makes a customer active for the month that it falls into.
    const rows = rowsOf(url).map(({ customer, at }) => ({ customer, startedAt: monthOf(at), endedAt: monthOf(at, 1) }));
    const months = Object.keys(wanted);
    expect(months).toHaveLength(18);
    for (const month of months.slice(1)) {
      const figures = wanted[month];
      const result = retention(rows, { from: monthOf(month, -1), to: monthOf(month) });
      expect(result).toMatchObject({
        kept: figures.retained_from_prev,
        lost: figures.churned_from_prev,
        gained: figures.new + figures.reactivated,
        value: figures.retention_rate,
      });
      expect(result.kept + result.gained).toBe(figures.active);
    }
  });

  test.each(files)("$name: what customers paid is what orders paid", ({ name, url }) => {
    const wanted = JSON.parse(readFileSync(golden, "utf8"))[`cohort_${name}`];
    const rows = rowsOf(url);
    const { n, total, value } = customerLifetimeValue(rows);
    const sum = (figures: number[]): number => figures.reduce((a, b) => a + b, 0);
    expect(n).toBe(sum(Object.values(wanted.cohort_sizes)));
    expect(total).toBeCloseTo(sum((Object.values(wanted.revenue) as number[][]).flat()), 6);
    expect(value).toBeCloseTo(wanted.aov * wanted.orders_per_customer, 8);
  });
});

test("the first months of CDNOW's cohort of January 1997, from its 7846 customers and who came back", () => {
  // 7846 customers began in January 1997, of whom 1157 came back in February and 964 in March.
  const rows = Array.from({ length: 7846 }, (_, customer) => ({ customer, at: "1997-01-15" }));
  const back = (count: number, at: string) => rows.slice(0, count).map(({ customer }) => ({ customer, at }));
  const { ages } = cohortRetention([...rows, ...back(1157, "1997-02-03"), ...back(964, "1997-03-31")], { by: "month" });
  expect(ages[1]?.rate.value).toBeCloseTo(0.1474636757583482, 15);
  expect(ages[2]?.rate.value).toBeCloseTo(0.12286515421871017, 15);
});
