import fc from "fast-check";
import { expect, test } from "vitest";
import { sortEvents } from "../../../src/journey/log/sortEvents.js";

/** The order that a plain stable sort gives. */
const plainly = (customer: readonly number[], at: readonly number[]): number[] =>
  customer
    .map((_, row) => row)
    .sort((a, b) => (customer[a] ?? 0) - (customer[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0) || a - b);

const orderOf = (customer: readonly number[], at: readonly number[], customers: number) =>
  sortEvents(customer, at, customers);

test("is the order of a plain stable sort by customer and time", () => {
  const event = fc.tuple(fc.nat(3), fc.nat(40));
  fc.assert(
    fc.property(fc.array(event, { maxLength: 400 }), (events) => {
      const customer = events.map(([code]) => code);
      const at = events.map(([, time]) => time);
      const { order, offsets, times } = orderOf(customer, at, 4);
      expect(Array.from(order)).toEqual(plainly(customer, at));
      expect(Array.from(times)).toEqual(Array.from(order, (row) => at[row]));
      expect(Array.from(offsets)).toEqual([0, 1, 2, 3, 4].map((code) => customer.filter((one) => one < code).length));
    }),
  );
});

test("keeps the order of rows at the same time in a long history that runs backwards", () => {
  const customer = new Array<number>(5000).fill(0);
  const at = customer.map((_, row) => Math.floor((5000 - row) / 3));
  expect(Array.from(orderOf(customer, at, 1).order)).toEqual(plainly(customer, at));
});
