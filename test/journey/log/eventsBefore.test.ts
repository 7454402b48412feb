import { attribution, conformance, decisionPoint, eventLog, filterLog, funnel, stageTimeline } from "cxkit";
import { expect, test } from "vitest";

const journey = { stages: [{ id: "s", name: "S", touchpoints: ["a", "b"].map((id) => ({ id, name: id })) }] };
const log = eventLog(
  [
    ["late", "a", 5000],
    ["ann", "a", 0],
    ["ann", "b", 2000],
    ["bob", "a", 500],
    ["bob", "z", 900],
    ["bob", "b", 1000],
  ] as const,
  { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] },
);

test("what happens at the end of the observation or later is not judged, and is counted", () => {
  const options = { now: 2000, dropOffAfterSeconds: 0, by: (id: string) => id };
  const found = conformance(log, journey, options);
  const { customers, deviations, later, ...rest } = found;
  const before = conformance(filterLog(log, { to: 2000 }), journey, options);
  expect(later).toBe(2);
  expect(rest).toEqual({ ...before, customers: undefined, deviations: undefined, later: undefined });
  expect(customers.map(({ customer, events, open }) => [customer, events, open])).toEqual([
    ["late", 0, 2],
    ["ann", 1, 0],
    ["bob", 3, 0],
  ]);
  expect(deviations.map(({ kind, affected, customers: { of } }) => [kind, affected, of])).toEqual([
    ["missing", [1], 2],
    ["unplanned", [2], 2],
  ]);
  expect(conformance(log, journey, { now: 5001 }).later).toBe(0);
  expect(conformance(log, journey, { now: 0 })).toMatchObject({ fitness: null, later: 6, conforming: { of: 0 } });
});

test("an end without an offset is read in the zone that is given", () => {
  const options = { now: "1970-01-01 00:00:02", timeZone: "UTC" };
  expect(conformance(log, journey, options).later).toBe(2);
  expect(funnel(log, ["a", "b"], options).later).toBe(2);
  expect(stageTimeline(log, journey, options).later).toBe(2);
  expect(attribution(log, { goal: "b", ...options }).later).toBe(2);
  expect(decisionPoint(log, { outcome: "b", ...options }).start.customers).toBe(2);
  expect(() => conformance(log, journey, { now: options.now })).toThrow("or the option timeZone");
});
