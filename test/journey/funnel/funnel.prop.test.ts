/** The funnel against a search through every way of picking events, written without any of its ideas. */
import { eventLog, funnel } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

type Row = { who: string; what: string; at: number };
type Order = "ordered" | "strict" | "unordered";

const rowsArbitrary = fc.array(
  fc.record({
    who: fc.constantFrom("ann", "bob", "cat", "dan"),
    what: fc.constantFrom("a", "b", "c", "x"),
    at: fc.integer({ min: 0, max: 30 }).map((second) => second * 1000),
  }),
  { minLength: 1, maxLength: 40 },
);
const logOf = (rows: readonly Row[]) =>
  eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.what, at: (row) => row.at });

/** Every list of events, one for each of the first `depth` steps, that an order allows. */
function picks(events: readonly Row[], steps: readonly string[][], depth: number, order: Order, within: number) {
  const found: number[][] = [];
  const extend = (picked: readonly number[]): void => {
    if (picked.length === depth) {
      const times = picked.map((index) => events[index]?.at ?? 0);
      if (Math.max(...times) - Math.min(...times) <= within * 1000) found.push([...picked]);
      return;
    }
    events.forEach((event, index) => {
      const last = picked.at(-1);
      const allowed =
        order === "unordered" || last === undefined || (order === "strict" ? index === last + 1 : index > last);
      if (allowed && !picked.includes(index) && steps[picked.length]?.includes(event.what)) extend([...picked, index]);
    });
  };
  extend([]);
  return found;
}

const eventsOf = (rows: readonly Row[], who: string): Row[] =>
  rows
    .map((row, index) => ({ ...row, index }))
    .filter((row) => row.who === who)
    .sort((a, b) => a.at - b.at || a.index - b.index);

const byWho = (rows: readonly Row[]): Row[][] =>
  [...new Set(rows.map((row) => row.who))].map((who) => eventsOf(rows, who));

const funnels = [["a"], ["a", "b"], ["a", "b", "c"], ["c", "a", "b"]].map((steps) => steps.map((step) => [step]));
const ordersOf = (steps: string[][]) =>
  (["ordered", "strict", "unordered"] as const).map((order) => ({ steps, order }));

describe("a customer counts at a step when some choice of their events fulfils the steps so far", () => {
  const overlapping = [["a"], ["b", "a"], ["a"]];
  const cases = [
    ...funnels.flatMap(ordersOf),
    { steps: overlapping, order: "ordered" as const },
    { steps: overlapping, order: "strict" as const },
  ];
  test.each(cases)("$order, $steps", ({ steps, order }) => {
    fc.assert(
      fc.property(rowsArbitrary, fc.integer({ min: 1, max: 20 }), fc.boolean(), (rows, seconds, limited) => {
        const within = limited ? seconds : Number.POSITIVE_INFINITY;
        const found = funnel(logOf(rows), steps, limited ? { order, within } : { order });
        const wanted = steps.map(
          (_, step) => byWho(rows).filter((events) => picks(events, steps, step + 1, order, within).length > 0).length,
        );
        expect(found.steps.map(({ customers }) => customers)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

test("of the ordered attempts that go furthest, times are of the one that begins first, each step as soon as it came", () => {
  fc.assert(
    fc.property(rowsArbitrary, fc.integer({ min: 1, max: 20 }), (rows, within) => {
      const steps = [["a"], ["b"]];
      const waits = byWho(rows).flatMap((events) => {
        const [first] = picks(events, steps, 2, "ordered", within).sort(
          (p, q) => (p[0] ?? 0) - (q[0] ?? 0) || (p[1] ?? 0) - (q[1] ?? 0),
        );
        return first === undefined
          ? []
          : [((events[first[1] ?? 0]?.at ?? 0) - (events[first[0] ?? 0]?.at ?? 0)) / 1000];
      });
      const sorted = waits.sort((p, q) => p - q);
      const middle =
        sorted.length === 0
          ? null
          : ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
      const found = funnel(logOf(rows), steps, { within }).steps[1];
      expect(found?.medianSeconds).toEqual(middle);
      expect(found?.medianSecondsFromStart).toEqual(middle);
    }),
    { numRuns: 200 },
  );
});

const options = fc.record({
  order: fc.constantFrom("ordered" as const, "strict" as const, "unordered" as const),
  reentry: fc.constantFrom("best" as const, "first" as const, "every" as const),
  within: fc.constantFrom(3, 10, 60),
});
const steps = ["a", "b", "c"];

test("counts in are counts out, shares lie in their intervals and never rise, whatever the options", () => {
  fc.assert(
    fc.property(rowsArbitrary, options, (rows, chosen) => {
      const found = funnel(logOf(rows), steps, chosen);
      found.steps.forEach((step, index) => {
        const before = found.steps[index - 1];
        if (before !== undefined) {
          expect(step.customers + step.dropped + step.open).toBe(before.customers);
          expect(step.share ?? 0).toBeLessThanOrEqual((before.share ?? 0) + 1e-12);
        } else if (chosen.reentry !== "every") {
          expect(step.customers + step.dropped).toBe(found.customers);
        }
        expect(step.share === null).toBe(found.steps[0]?.customers === 0);
        if (step.interval !== null) {
          expect(step.share).toBeGreaterThanOrEqual(step.interval.low - 1e-12);
          expect(step.share).toBeLessThanOrEqual(step.interval.high + 1e-12);
        }
      });
    }),
    { numRuns: 300 },
  );
});

test("best is no less than first; a longer window, a looser order and more touchpoints in a step never lose a customer", () => {
  fc.assert(
    fc.property(rowsArbitrary, options, (rows, { order, within }) => {
      const log = logOf(rows);
      const counts = (...given: Parameters<typeof funnel>): number[] =>
        funnel(...given).steps.map((step) => step.customers);
      const base = counts(log, steps, { order, within });
      const atLeast = (more: number[], less: number[]): void => {
        for (const [step, count] of more.entries()) expect(count).toBeGreaterThanOrEqual(less[step] ?? 0);
      };
      atLeast(base, counts(log, steps, { order, within, reentry: "first" }));
      atLeast(counts(log, steps, { order, within: 2 * within }), base);
      atLeast(counts(log, ["a", ["b", "x"], "c"], { order, within }), base);
      atLeast(counts(log, steps, { order: "ordered", within }), counts(log, steps, { order: "strict", within }));
      atLeast(counts(log, steps, { order: "unordered", within }), counts(log, steps, { order: "ordered", within }));
    }),
    { numRuns: 150 },
  );
});

test("segments without overlap add up to the whole, and their order of rows does not matter", () => {
  fc.assert(
    fc.property(rowsArbitrary, options, (rows, chosen) => {
      const by = (customer: string): boolean => customer < "c";
      const { segments, steps: all } = funnel(logOf(rows), steps, { ...chosen, by });
      for (const field of ["customers", "open", "dropped", "visitors"] as const) {
        all.forEach((step, index) => {
          expect(segments.reduce((sum, segment) => sum + (segment.steps[index]?.[field] ?? 0), 0)).toBe(step[field]);
        });
      }
      const alone = rows.filter((row) => by(row.who));
      if (alone.length > 0) {
        const end = Math.max(...rows.map((row) => row.at));
        const { segments: mine } = funnel(logOf(rows), steps, { ...chosen, by, now: end + 1 });
        expect(mine.find(({ key }) => key === true)?.steps).toEqual(
          funnel(logOf(alone), steps, { ...chosen, now: end + 1 }).steps,
        );
      }
    }),
    { numRuns: 100 },
  );
});
