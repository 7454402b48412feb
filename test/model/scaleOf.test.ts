import { scaleOf } from "cxkit";
import { expect, test } from "vitest";

test("each kind of question has its usual scale", () => {
  expect(scaleOf({ kind: "nps" })).toEqual({ low: 0, high: 10 });
  expect(scaleOf({ kind: "csat" })).toEqual({ low: 1, high: 5 });
  expect(scaleOf({ kind: "ces" })).toEqual({ low: 1, high: 7 });
});

test("a scale of its own goes before the usual one", () => {
  expect(scaleOf({ kind: "csat", scale: { low: 1, high: 10 } })).toEqual({ low: 1, high: 10 });
});

test("no scale is guessed for ratings and open answers", () => {
  expect(scaleOf({ kind: "rating" })).toBeNull();
  expect(scaleOf({ kind: "open" })).toBeNull();
});
