import { satisfactionOf } from "cxkit";
import { expect, test } from "vitest";

test("satisfaction is null where there is no score, no scale, or no question", () => {
  expect(satisfactionOf({ kind: "csat", score: null })).toBeNull();
  expect(satisfactionOf({ kind: "csat", score: Number.NaN })).toBeNull();
  expect(satisfactionOf({ kind: "rating", score: 3 })).toBeNull();
  expect(satisfactionOf({ kind: "open", score: 3 })).toBeNull();
  expect(satisfactionOf({ kind: "ces", score: 7 })).toBe(100);
});

test("asks for whole numbers on the usual scales, for numbers everywhere, and for a kind that there is", () => {
  expect(satisfactionOf({ kind: "rating", score: 4.5, scale: { low: 1, high: 5 } })).toBe(87.5);
  expect(satisfactionOf({ kind: "csat", score: 4, scale: null })).toBe(75);
  for (const wrong of [
    { kind: "nps", score: 9.5 },
    { kind: "csat", score: "4" },
    { kind: "CSAT", score: 4 },
  ]) {
    expect(() => satisfactionOf(wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
  }
});
