import { segmentChange, segmentOf } from "cxkit";
import { expect, test } from "vitest";

test("a customer has the segment that the segmentation says, and an unknown one has none", () => {
  const segment = segmentOf({
    customers: [
      { customer: 1, segment: "a" },
      { customer: "1", segment: null },
    ],
  });
  expect([1, "1", 2, "__proto__", null, undefined, Number.NaN].map(segment)).toEqual([
    "a",
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("overlapping segments stay lists", () => {
  expect(segmentOf({ customers: [{ customer: "c", segment: ["a", "b"] }] })("c")).toEqual(["a", "b"]);
});

test("a customer listed twice is refused with the row", () => {
  const twice = { customers: ["c", "d", "c"].map((customer) => ({ customer, segment: "a" })) };
  expect(() => segmentOf(twice)).toThrow('segmentOf requires every customer once, received "c" (row 2)');
});

test("what lists no customers is refused as no segmentation", () => {
  for (const wrong of [null, undefined, {}, [], { customers: null }]) {
    expect(() => segmentOf(wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(() => segmentChange({ customers: [] }, wrong as never)).toThrowError(
      expect.objectContaining({ code: "invalid-option", message: expect.stringContaining("segmentChange requires") }),
    );
  }
});
