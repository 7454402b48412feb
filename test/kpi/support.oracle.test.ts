/** Support KPIs of two files of calls and tickets against figures computed in pandas, where both are at hand. */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import {
  allOf,
  conversionMetric,
  csatMetric,
  durationMetric,
  firstContactResolutionMetric,
  groupBy,
  measure,
  rateMetric,
} from "cxkit";
import { describe, expect, test } from "vitest";

type Row = Record<string, string>;

const shared = new URL("../../../shared/", import.meta.url);
const isThere = existsSync(new URL("oracle/support/support_kpis.json", shared));
const csv = (name: string): Row[] => parse(readFileSync(new URL(`data/support/${name}`, shared)), { columns: true });
const seconds = (clock: string | undefined): number | null => {
  if (clock === undefined || clock === "") return null;
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
};
const answered = (row: Row): boolean => row["answered"] === "Y";
const numberIn = (row: Row, column: string): number | null => (row[column] ? Number(row[column]) : null);

const metrics = {
  waited: durationMetric((row: Row) => numberIn(row, "speed_of_answer_s"), {
    name: "speed of answer",
    targetSeconds: 60,
  }),
  talked: durationMetric((row: Row) => seconds(row["avg_talk_duration"]), { name: "talk" }),
  // Whether a call was resolved stands for what its customer would say.
  resolved: firstContactResolutionMetric((row: Row) => ({ solved: answered(row) ? row["resolved"] === "Y" : null }), {
    variant: "survey",
  }),
  ofAll: conversionMetric((row: Row) => row["resolved"] === "Y", { unit: "calls" }),
  abandoned: rateMetric((row: Row) => !answered(row), { name: "abandonment" }),
  satisfied: csatMetric((row: Row) => numberIn(row, "satisfaction")),
};

const calls = allOf<Row, typeof metrics>(metrics);

interface Golden {
  readonly [figure: string]: number;
}

function expectGolden(rows: readonly Row[], wanted: Golden): void {
  const found = measure(rows, calls);
  const near = (actual: number | null | undefined, figure: string) =>
    expect(actual, figure).toBeCloseTo(wanted[figure] as number, 10);
  expect(found.abandoned.n).toBe(wanted["calls"]);
  expect(found.waited.n).toBe(wanted["answered"]);
  expect(found.resolved.count).toBe(wanted["resolved"]);
  near(found.waited.meanSeconds, "asa_mean_s");
  near(found.waited.percentile90Seconds, "asa_p90_type7");
  near((found.waited.withinTarget?.met ?? 0) / found.abandoned.n, "service_level_60s");
  near(found.talked.meanSeconds, "aht_talk_mean_s");
  near(found.resolved.value, "fcr_of_answered");
  near(found.ofAll.value, "fcr_of_all");
  near(found.abandoned.value, "abandon_rate");
  near((found.satisfied.value ?? 0) / 100, "csat_top2");
}

describe.skipIf(!isThere)("support KPIs (skipped where ../shared is absent)", () => {
  test("of 5,000 calls, and by agent, topic and month", () => {
    const rows = csv("call_center.csv");
    const { call_center: golden } = JSON.parse(
      readFileSync(new URL("oracle/support/support_kpis.json", shared), "utf8"),
    );
    expectGolden(rows, golden.all);
    const splits = {
      by_agent: (row: Row) => row["agent"],
      by_topic: (row: Row) => row["topic"],
      by_month: (row: Row) => row["date"]?.slice(0, 7),
    };
    for (const [split, key] of Object.entries(splits)) {
      const groups = measure(rows, groupBy(key, rateMetric(answered)));
      expect(groups.map((group) => group.key)).toEqual(Object.keys(golden[split]).sort());
      for (const { key: name } of groups) {
        expectGolden(
          rows.filter((row) => key(row) === name),
          golden[split][String(name)],
        );
      }
    }
  });

  test("of 8,469 tickets, 1,292 of which are resolved before they were answered", () => {
    const rows = csv("customer_support_tickets.csv");
    const readers = {
      from: (row: Row) => row["First Response Time"] || null,
      to: (row: Row) => row["Time to Resolution"] || null,
    };
    expect(() => measure(rows, durationMetric(readers, { timeZone: "UTC" }))).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 5 }),
    );
    const metric = durationMetric(readers, { timeZone: "UTC", invalid: "exclude" });
    const result = measure(rows, metric);
    const ended = rows.filter((row) => row["Time to Resolution"]);
    expect(result).toMatchObject({ invalid: 1292, n: rows.length - 1292 - result.missing, value: null });
    expect(result.n - result.open).toBe(ended.length - 1292);
    expect(result.invalid / ended.length).toBeCloseTo(0.46, 1);
  });
});

test("the figures of 5,000 calls, by counts alone", () => {
  const many = (count: number, value: boolean) => Array<boolean>(count).fill(value);
  const resolved = [...many(3646, true), ...many(408, false)].map((solved) => ({ solved }));
  const metric = firstContactResolutionMetric((row: { solved: boolean }) => row, { variant: "survey" });
  expect(measure(resolved, metric).value).toBeCloseTo(0.8993586581154416, 14);
});
