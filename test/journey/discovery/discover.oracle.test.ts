/** Every figure of the golden values that pm4py and pandas computed on three logs, where they are at hand. */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { discover, eventLog } from "cxkit";
import { describe, expect, test } from "vitest";

const shared = new URL("../../../../shared/", import.meta.url);
const byName = <Item, Value>(items: readonly Item[], name: (item: Item) => string, value: (item: Item) => Value) =>
  Object.fromEntries(items.map((item) => [name(item), value(item)]));

const logs = [
  { name: "simple_onlineshop", columns: ["client_id", "event"], timeZone: "UTC" },
  { name: "receipt", columns: ["case_id", "activity"], timeZone: "UTC" },
  { name: "running_example", columns: ["case_id", "activity"], timeZone: "UTC" },
] as const;

describe.skipIf(!existsSync(shared))("golden values of pm4py (skipped where ../shared is absent)", () => {
  test.each(logs)("the discovered journey of $name", ({ name, columns, timeZone }) => {
    const golden = JSON.parse(readFileSync(new URL(`oracle/journey/${name}.json`, shared), "utf8"));
    const rows: Record<string, string>[] = parse(readFileSync(new URL(`data/journey/${name}.csv`, shared)), {
      columns: true,
      bom: true,
    });
    const log = eventLog(rows, {
      customer: (row) => row[columns[0]],
      touchpoint: (row) => row[columns[1]],
      at: (row) => row["timestamp"],
      timeZone,
    });
    const found = discover(log);
    expect(found.customers).toBe(golden.cases);
    expect(found.events).toBe(golden.events);
    expect(
      byName(
        found.touchpoints,
        (use) => use.touchpoint,
        (use) => use.visits,
      ),
    ).toEqual(golden.activities);
    expect(
      byName(
        found.touchpoints,
        (use) => use.touchpoint,
        (use) => use.customers,
      ),
    ).toEqual(golden.activity_cases);
    expect(
      byName(
        found.starts,
        (end) => end.touchpoint,
        (end) => end.customers,
      ),
    ).toEqual(golden.start);
    expect(
      byName(
        found.ends,
        (end) => end.touchpoint,
        (end) => end.customers,
      ),
    ).toEqual(golden.end);
    expect(found.transitions).toHaveLength(golden.n_edges);
    for (const edge of golden.dfg) {
      const transition = found.transitions.find(({ from, to }) => from === edge.from_ && to === edge.to);
      expect(transition).toMatchObject({ count: edge.count, customers: edge.cases });
      // The golden values subtract seconds in doubles, which rounds to about a microsecond.
      expect(Math.abs((transition?.medianSeconds ?? 0) - edge.median_s)).toBeLessThan(1e-6);
    }
    expect(found.variants).toHaveLength(golden.n_variants);
    expect(found.variants.slice(0, 200).map(({ customers }) => customers)).toEqual(golden.variant_counts_sorted);
    for (const { seq, count } of golden.top_variants) {
      expect(found.variants.find(({ path }) => path.join("\n") === seq.join("\n"))?.customers).toBe(count);
    }
    expect(found.reworkCustomers).toBe(golden.cases_with_any_rework);
    const rework = found.touchpoints.filter(({ repeatCustomers }) => repeatCustomers > 0);
    expect(
      byName(
        rework,
        (use) => use.touchpoint,
        (use) => use.repeatCustomers,
      ),
    ).toEqual(golden.rework_cases_per_activity);
    const loops = found.touchpoints.filter(({ selfLoops }) => selfLoops > 0);
    expect(
      byName(
        loops,
        (use) => use.touchpoint,
        (use) => use.selfLoops,
      ),
    ).toEqual(golden.self_loops);
  });
});
