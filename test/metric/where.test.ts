import { measure, npsMetric, where } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricLaws } from "../laws/metricLaws.js";

interface Row {
  readonly vip: boolean;
  readonly score: number;
}
const ofVips = where(
  (row: Row) => row.vip,
  npsMetric((row: Row) => row.score),
);

test("counts only the rows for which its condition holds, by array and by iterable", () => {
  const rows = [
    { vip: true, score: 10 },
    { vip: false, score: 0 },
  ];
  expect(measure(rows, ofVips)).toMatchObject({ value: 100, n: 1 });
  expect(measure(rows.values(), ofVips)).toMatchObject({ value: 100, n: 1 });
});

test("does not look at the values of other rows", () => {
  expect(measure([{ vip: false, score: 99 }], ofVips)).toMatchObject({ value: null, n: 0, missing: 0, invalid: 0 });
});

describe("where keeps the laws of a metric", () => {
  const row = fc.record({ vip: fc.boolean(), score: fc.integer({ min: 0, max: 10 }) });
  metricLaws(ofVips, fc.array(row), { json: true });
});
