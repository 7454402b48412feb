import { sampleLog } from "cxkit";
import { describe, expect, test } from "vitest";
import { logOf, rowsOf } from "./logOf.js";

const rows = Array.from({ length: 3000 }, (_, index) => ({
  who: `c${(index * 7) % 1000}`,
  where: ["a", "b", "c"][index % 3] ?? "",
  when: index,
}));
const log = logOf(rows);
const ids = (size: number, seed?: number, of = log) =>
  sampleLog(of, seed === undefined ? { customers: size } : { customers: size, seed }).customers;

describe("sampleLog", () => {
  test("keeps all events of the customers that it draws", () => {
    const sample = sampleLog(log, { customers: 50 });
    const drawn = new Set(sample.customers);
    expect(drawn.size).toBe(50);
    expect(rowsOf(sample)).toEqual(rowsOf(log).filter(({ who }) => drawn.has(who)));
  });

  test("is the same for the same seed, whatever the order of the rows, and another for another", () => {
    expect(new Set(ids(50, 3, logOf(rows.toReversed())))).toEqual(new Set(ids(50, 3)));
    expect(ids(50, 3)).not.toEqual(ids(50, 4));
  });

  test("of a larger size holds the smaller one", () => {
    const large = ids(200);
    expect(ids(20).every((id) => large.includes(id))).toBe(true);
  });

  test("draws every customer as often as any other", () => {
    // Of 400 samples of a tenth, a customer is in 40, give or take 6 (binomial); 1000 customers stay within five times that.
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) for (const id of ids(100, seed)) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    const times = log.customers.map((id) => drawn.get(id) ?? 0);
    expect(Math.min(...times)).toBeGreaterThan(10);
    expect(Math.max(...times)).toBeLessThan(70);
    // The variance of a fair draw is 400 × 0.1 × 0.9 = 36.
    const variance = times.reduce((sum, one) => sum + (one - 40) ** 2, 0) / times.length;
    expect(variance).toBeGreaterThan(30);
    expect(variance).toBeLessThan(42);
  });

  test("of a log with fewer customers is the log", () => {
    expect(sampleLog(log, { customers: 5000 })).toEqual(log);
    expect(sampleLog(log, { customers: 0 }).customers).toEqual([]);
  });

  test.each([{}, { customers: -1 }, { customers: 1.5 }, { customers: 1, seed: -1 }, { customers: 1, share: 0.1 }])(
    "refuses %j",
    (wrong) => {
      expect(() => sampleLog(log, wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    },
  );
});
