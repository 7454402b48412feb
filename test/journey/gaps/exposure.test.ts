import { expect, test } from "vitest";
import { affectedCustomers, chanceOf, examplesOf } from "../../../src/journey/gaps/exposure.js";

const exposureOf = (affected: number, of: number) => ({
  of,
  affected: Array.from({ length: affected }, (_, customer) => `c${customer}`),
  others: () => [],
});

test("tells the exact binomial chance of so many affected", () => {
  // R: pbinom(3, 20, 0.05, lower.tail = FALSE), pbinom(9, 100, 0.05, lower.tail = FALSE).
  expect(chanceOf(exposureOf(4, 20), 0.05)).toBeCloseTo(0.01590153, 8);
  expect(chanceOf(exposureOf(10, 100), 0.05)).toBeCloseTo(0.02818829, 7);
  expect(chanceOf(exposureOf(0, 100), 0.05)).toBe(1);
  expect(chanceOf(exposureOf(5, 5), 0.5)).toBeCloseTo(1 / 32, 14);
});

test("carries the share of a sample over to all whom it stands for", () => {
  expect(affectedCustomers(exposureOf(3, 12), 0.95)).toMatchObject({ count: 3, of: 12, share: 0.25, estimated: 3 });
  expect(affectedCustomers(exposureOf(3, 12), 0.95, 400)).toMatchObject({ count: 3, of: 12, estimated: 100 });
  expect(affectedCustomers(exposureOf(0, 0), 0.95)).toEqual({
    count: 0,
    of: 0,
    share: null,
    interval: null,
    estimated: null,
  });
});

test("shows a handful of examples", () => {
  expect(examplesOf(exposureOf(9, 9))).toEqual(["c0", "c1", "c2", "c3", "c4"]);
});
