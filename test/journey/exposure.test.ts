import { expect, test } from "vitest";
import { Exposure } from "../../src/journey/exposure.js";

const exposureOf = (affected: number, of: number): Exposure => {
  const exposure = new Exposure();
  for (let customer = 0; customer < of; customer++) exposure.add(`c${customer}`, customer < affected);
  return exposure;
};

test("tells the exact binomial chance of so many affected", () => {
  // R: pbinom(3, 20, 0.05, lower.tail = FALSE), pbinom(9, 100, 0.05, lower.tail = FALSE).
  expect(exposureOf(4, 20).pValueOver(0.05)).toBeCloseTo(0.01590153, 8);
  expect(exposureOf(10, 100).pValueOver(0.05)).toBeCloseTo(0.02818829, 7);
  expect(exposureOf(0, 100).pValueOver(0.05)).toBe(1);
  expect(exposureOf(5, 5).pValueOver(0.5)).toBeCloseTo(1 / 32, 14);
});

test("carries the share of a sample over to all whom it stands for", () => {
  expect(exposureOf(3, 12).customers(0.95)).toMatchObject({ count: 3, of: 12, share: 0.25, estimated: 3 });
  expect(exposureOf(3, 12).customers(0.95, 400)).toMatchObject({ count: 3, of: 12, share: 0.25, estimated: 100 });
  expect(exposureOf(0, 0).customers(0.95)).toEqual({ count: 0, of: 0, share: null, interval: null, estimated: null });
});

test("shows a handful of examples", () => {
  expect(exposureOf(9, 9).examples).toEqual(["c0", "c1", "c2", "c3", "c4"]);
});
