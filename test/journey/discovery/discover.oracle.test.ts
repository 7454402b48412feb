/** Every figure of the golden values that pm4py and pandas computed on three logs, where they are at hand. */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { discover, eventLog, eventuallyFollows, journeyLengths, transitionMatrix } from "cxkit";
import { describe, expect, test } from "vitest";
import { logOf } from "../log/logOf.js";

const shared = new URL("../../../../shared/", import.meta.url);
const byName = <Item, Value>(items: readonly Item[], name: (item: Item) => string, value: (item: Item) => Value) =>
  Object.fromEntries(items.map((item) => [name(item), value(item)]));

const columns = {
  simple_onlineshop: ["client_id", "event"],
  receipt: ["case_id", "activity"],
  running_example: ["case_id", "activity"],
} as const;

function logOfFile(name: keyof typeof columns) {
  if (!existsSync(shared)) return { golden: {}, log: logOf([]), found: discover(logOf([])) };
  const golden = JSON.parse(readFileSync(new URL(`oracle/journey/${name}.json`, shared), "utf8"));
  const text = readFileSync(new URL(`data/journey/${name}.csv`, shared));
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const [customer, touchpoint] = columns[name];
  const log = eventLog(rows, {
    customer: (row) => row[customer],
    touchpoint: (row) => row[touchpoint],
    at: (row) => row["timestamp"],
    timeZone: "UTC",
  });
  return { golden, log, found: discover(log) };
}

/** The golden values subtract seconds since 1970 in doubles, which rounds to about a microsecond. */
const microsecond = 5.5;

describe.skipIf(!existsSync(shared))("golden values of pm4py (skipped where ../shared is absent)", () => {
  describe.each(Object.keys(columns) as (keyof typeof columns)[])("%s", (name) => {
    const { golden, log, found } = logOfFile(name);

    test("counts of touchpoints, beginnings, ends, loops and rework", () => {
      const { touchpoints: uses } = found;
      expect([found.customers, found.events]).toEqual([golden.cases, golden.events]);
      expect(
        byName(
          uses,
          (use) => use.touchpoint,
          (use) => use.visits,
        ),
      ).toEqual(golden.activities);
      expect(
        byName(
          uses,
          (use) => use.touchpoint,
          (use) => use.customers,
        ),
      ).toEqual(golden.activity_cases);
      expect(
        byName(
          found.starts,
          (one) => one.touchpoint,
          (one) => one.customers,
        ),
      ).toEqual(golden.start);
      expect(
        byName(
          found.ends,
          (one) => one.touchpoint,
          (one) => one.customers,
        ),
      ).toEqual(golden.end);
      expect(found.reworkCustomers).toBe(golden.cases_with_any_rework);
      const rework = uses.filter(({ repeatCustomers }) => repeatCustomers > 0);
      expect(
        byName(
          rework,
          (use) => use.touchpoint,
          (use) => use.repeatCustomers,
        ),
      ).toEqual(golden.rework_cases_per_activity);
      const loops = uses.filter(({ selfLoops }) => selfLoops > 0);
      expect(
        byName(
          loops,
          (use) => use.touchpoint,
          (use) => use.selfLoops,
        ),
      ).toEqual(golden.self_loops);
      const shares = golden.last_event_share as Record<string, number> | undefined;
      for (const { touchpoint, share } of shares ? found.ends : [])
        expect(share).toBeCloseTo(shares?.[touchpoint] ?? -1, 12);
    });

    test("every transition: counts, customers, and the spread of times", () => {
      expect(found.transitions).toHaveLength(golden.n_edges);
      for (const edge of golden.dfg) {
        const transition = found.transitions.find(({ from, to }) => from === edge.from_ && to === edge.to);
        expect(transition).toMatchObject({ count: edge.count, customers: edge.cases });
        expect(transition?.medianSeconds).toBeCloseTo(edge.median_s, microsecond);
        expect(transition?.meanSeconds).toBeCloseTo(edge.mean_s, microsecond);
        expect(transition?.minimumSeconds).toBeCloseTo(edge.min_s, microsecond);
        expect(transition?.maximumSeconds).toBeCloseTo(edge.max_s, microsecond);
        expect(transition?.percentile90Seconds).toBeCloseTo(edge.p90_s_type7, microsecond);
      }
    });

    test("every variant, how many were taken once, and how many cover 80 %", () => {
      const { variants } = found;
      expect(variants).toHaveLength(golden.n_variants);
      expect(variants.slice(0, 200).map(({ customers }) => customers)).toEqual(golden.variant_counts_sorted);
      for (const { seq, count } of golden.top_variants) {
        expect(variants.find(({ path }) => path.join("\n") === seq.join("\n"))?.customers).toBe(count);
      }
      expect(variants.filter(({ customers }) => customers === 1)).toHaveLength(golden.variants_once);
      expect(variants.findIndex(({ cumulativeShare }) => cumulativeShare >= 0.8) + 1).toBe(
        golden.variants_covering_80pct,
      );
    });

    test("how long journeys are", () => {
      const percentiles = [0, 5, 10, 25, 50, 75, 90, 95, 99, 100];
      const lengths = journeyLengths(log, { percentiles });
      for (const [spread, expected] of [
        [lengths.events, golden.events_per_case],
        [lengths.seconds, golden.case_duration_s],
      ] as const) {
        expect(lengths.customers).toHaveLength(expected.n);
        expect(spread.mean).toBeCloseTo(expected.mean, microsecond);
        expect(Math.abs((spread.standardDeviation ?? 0) / expected.sd_sample - 1)).toBeLessThan(1e-9);
        for (const { percentile, value } of spread.percentiles) {
          expect(value).toBeCloseTo(expected.quantiles_type7[String(percentile / 100)], microsecond);
        }
      }
      const seconds = new Map(lengths.customers.map((one) => [one.customer, one.seconds]));
      const durations = { ...golden.first5_case_durations_s, ...golden.case_durations_pm4py_s };
      for (const [customer, expected] of Object.entries(durations)) {
        expect(seconds.get(customer)).toBeCloseTo(expected as number, microsecond);
      }
    });

    test("dependency, and the footprint", () => {
      const arrow = ({ from, to }: { from: string; to: string }) => `${from} -> ${to}`;
      const dependency = golden.dependency as Record<string, number> | null;
      if (dependency !== null) {
        expect(found.transitions.map(arrow).sort()).toEqual(Object.keys(dependency).sort());
        for (const one of found.transitions) expect(one.dependency).toBeCloseTo(dependency[arrow(one)] ?? 2, 12);
      }
      if (golden.footprints_pm4py) {
        const goes = new Set(found.transitions.map(arrow));
        const isTwoWay = ({ from, to }: { from: string; to: string }) => goes.has(`${to} -> ${from}`);
        const pairs = (twoWay: boolean) =>
          found.transitions
            .filter((one) => isTwoWay(one) === twoWay)
            .map(({ from, to }) => `${from},${to}`)
            .sort();
        expect(pairs(false)).toEqual(golden.footprints_pm4py.sequence.map(String).sort());
        expect(pairs(true)).toEqual(golden.footprints_pm4py.parallel.map(String).sort());
      }
    });

    test.skipIf(!golden.eventually_follows_pm4py)("what follows sooner or later", () => {
      const pairs = eventuallyFollows(log).map(({ from, to, count }) => ({ from_: from, to, count }));
      const sorted = (list: typeof pairs) => list.map(({ from_, to, count }) => `${from_} -> ${to}: ${count}`).sort();
      expect(sorted(pairs)).toEqual(sorted(golden.eventually_follows_pm4py));
    });

    test.skipIf(!golden.transition_matrix_with_start_end)(
      "the transition matrix, with and without start and end",
      () => {
        for (const [boundaries, expected] of [
          [true, golden.transition_matrix_with_start_end],
          [false, golden.transition_matrix_no_boundaries],
        ] as const) {
          const cells = transitionMatrix(found, { boundaries }).flatMap(({ from, to }) =>
            to.map(({ touchpoint, share }) => [`${from ?? "__start__"} -> ${touchpoint ?? "__end__"}`, share] as const),
          );
          const golds = Object.entries(expected as Record<string, Record<string, number>>).flatMap(([from, row]) =>
            Object.entries(row).map(([to, share]) => [`${from} -> ${to}`, share] as const),
          );
          expect(cells.map(([cell]) => cell).sort()).toEqual(golds.map(([cell]) => cell).sort());
          const shares = new Map(golds);
          for (const [cell, share] of cells) expect(share).toBeCloseTo(shares.get(cell) ?? -1, 12);
        }
      },
    );
  });
});
