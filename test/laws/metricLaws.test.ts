/** The laws must catch metrics that break them: each planted fault below fails the law that is named for it. */
import type { Metric } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { metricLaws } from "./metricLaws.js";

type Sum = { sum: number };
const sum: Metric<number, Sum, number> = {
  createAccumulator: () => ({ sum: 0 }),
  addInput: (accumulator, row) => {
    accumulator.sum += row;
    return accumulator;
  },
  mergeAccumulators: (accumulators) => ({ sum: Array.from(accumulators).reduce((total, part) => total + part.sum, 0) }),
  extractOutput: (accumulator) => accumulator.sum,
};

/** The names of the laws that a metric breaks. */
async function broken(metric: Metric<number, Sum, number>): Promise<string[]> {
  const laws: [string, () => void | Promise<void>][] = [];
  const define = (law: string, hold: () => void | Promise<void>): void => {
    laws.push([law, hold]);
  };
  metricLaws(metric, fc.array(fc.integer({ min: -100, max: 100 })), { json: true, define });
  const names: string[] = [];
  for (const [law, hold] of laws) {
    try {
      await hold();
    } catch {
      names.push(law);
    }
  }
  return names;
}

test("a metric that keeps the laws breaks none", async () => {
  expect(await broken(sum)).toEqual([]);
});

test.each<[string, Partial<Metric<number, Sum, number>>, RegExp]>([
  [
    "drops the right side of a merge",
    { mergeAccumulators: (all) => ({ sum: Array.from(all)[0]?.sum ?? 0 }) },
    /split anywhere/,
  ],
  [
    "merges into one of its inputs",
    {
      mergeAccumulators: (all) => {
        const [first = { sum: 0 }, ...others] = all;
        for (const other of others) first.sum += other.sum;
        return first;
      },
    },
    /merging changes no input/,
  ],
  ["starts from something", { createAccumulator: () => ({ sum: 1 }) }, /empty accumulator|split anywhere/],
  [
    "changes the accumulator when the result is taken",
    {
      extractOutput: (accumulator) => {
        accumulator.sum += 1;
        return accumulator.sum;
      },
    },
    /leaves the accumulator/,
  ],
  [
    "has a bulk path of its own mind",
    { addInputs: (accumulator, rows) => ({ sum: accumulator.sum + rows.length }) },
    /bulk path/,
  ],
  [
    "has a table of its own mind",
    {
      createTable: () => ({
        add: () => {},
        accumulators: (codes) => Array.from({ length: codes }, () => ({ sum: 0 })),
      }),
    },
    /table of many/,
  ],
  ["counts what it does not count", { counts: { read: () => 1, low: 0, high: 1 } }, /bulk path/],
  ["gives NaN, which JSON does not know", { extractOutput: () => Number.NaN }, /survives JSON/],
])("the laws catch a metric that %s", async (_fault, fault, law) => {
  expect((await broken({ ...sum, ...fault })).join("\n")).toMatch(law);
});
