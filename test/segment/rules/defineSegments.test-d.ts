import { defineSegments, eventsByCustomer, groupBy, npsMetric, segmentOf } from "cxkit";
import type { SegmentRule } from "cxkit/model";
import { expectTypeOf, test } from "vitest";

const rules: readonly SegmentRule[] = [];
const rows = [{ id: "c1", orders: 3 }];

test("exclusive segments are one or none, overlapping ones a list, and both cut a metric", () => {
  const one = defineSegments(rules, { mode: "exclusive" }).assignAll(rows);
  const many = defineSegments(rules).assignAll(rows);
  expectTypeOf(one.customers).items.toHaveProperty("segment").toEqualTypeOf<string | null>();
  expectTypeOf(many.customers).items.toHaveProperty("segment").toEqualTypeOf<readonly string[]>();
  expectTypeOf(segmentOf(one)("c1")).toEqualTypeOf<string | null>();
  groupBy(
    (row: { who: string }) => segmentOf(many)(row.who),
    npsMetric(() => 9),
  );
});

test("rows need an id, or the accessor that finds it", () => {
  const segments = defineSegments(rules);
  segments.assignAll([{ no: 1 }], { customer: (row) => row.no });
  // @ts-expect-error no id
  segments.assignAll([{ no: 1 }]);
  // @ts-expect-error one list of events says not whose they are
  segments.assignAll(rows, { events: [{ at: "2026-01-01" }] });
  segments.assign({ no: 1 }, { events: [{ at: "2026-01-01" }] });
  segments.assignAll(rows, { events: eventsByCustomer([{ customer: "c1" }]), now: new Date(0) });
});

test("a rule with an operator that there is not does not compile", () => {
  // @ts-expect-error no such operator
  defineSegments([{ name: "a", rule: { field: "x", op: "is", value: 1 } }]);
  // @ts-expect-error events cannot count events by a text
  defineSegments([{ name: "a", rule: { events: { count: { op: "gte", value: "2" } } } }]);
});
