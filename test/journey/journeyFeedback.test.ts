import { satisfactionOf } from "cxkit";
import { expect, test } from "vitest";

test("satisfaction is null where there is no score, no scale, or no question", () => {
  expect(satisfactionOf({ kind: "csat", score: null })).toBeNull();
  expect(satisfactionOf({ kind: "csat", score: Number.NaN })).toBeNull();
  expect(satisfactionOf({ kind: "rating", score: 3 })).toBeNull();
  expect(satisfactionOf({ kind: "open", score: 3 })).toBeNull();
  expect(satisfactionOf({ kind: "ces", score: 7 })).toBe(100);
});
