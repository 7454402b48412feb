import { eventsByCustomer } from "cxkit";
import { expect, test } from "vitest";

test("each customer has their events in the order of the rows, and events of nobody are nobody's", () => {
  const rows = [
    { customer: 1, n: 1 },
    { customer: "1", n: 2 },
    { customer: null, n: 3 },
    { customer: 1, n: 4 },
    { n: 5 },
  ];
  const events = eventsByCustomer(rows);
  expect([...events]).toEqual([
    [1, [rows[0], rows[3]]],
    ["1", [rows[1]]],
  ]);
});

test("the customer may stand anywhere in a row", () => {
  const rows = [{ who: { id: "a" } }, { who: { id: "__proto__" } }];
  expect([...eventsByCustomer(rows, { customer: (row) => row.who.id }).keys()]).toEqual(["a", "__proto__"]);
});

test("an event that is none, and a customer that is no id, are refused with the row, and an option that is none at once", () => {
  expect(() => eventsByCustomer([{ customer: 1 }, { customer: {} as never }])).toThrow(
    /received \[object Object\] \(row 1\)/,
  );
  const wrongCall = expect.objectContaining({ code: "invalid-option" });
  expect(() => eventsByCustomer([], { customer: "id" as never })).toThrowError(wrongCall);
  for (const rows of [{}, null, 3]) expect(() => eventsByCustomer(rows as never)).toThrowError(wrongCall);
  for (const row of [null, undefined, "c1"]) {
    expect(() => eventsByCustomer([{ customer: 1 }, row] as never)).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  }
});
