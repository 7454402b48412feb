import { scaleSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("scaleSchema", () => {
  test("a scale where lower is better passes", () => {
    const scale = { low: 1, high: 5, direction: "lower-is-better" };
    expect(scaleSchema.parse(scale)).toEqual(scale);
  });

  test("a scale whose low is not under its high says how to turn a scale round", () => {
    const message =
      'requires a low under the high; where low is the good end, say so with direction: "lower-is-better"';
    expect(issuesOf(scaleSchema, { low: 5, high: 1 })).toEqual([{ path: ["low"], message }]);
    expect(issuesOf(scaleSchema, { low: 5, high: 5 })).toEqual([{ path: ["low"], message }]);
  });

  test("an end that is no finite number is refused", () => {
    expect(issuesOf(scaleSchema, { low: 1, high: Number.POSITIVE_INFINITY }).map(({ path }) => path)).toEqual([
      ["high"],
    ]);
    expect(issuesOf(scaleSchema, { low: "1", high: 5 }).map(({ path }) => path)).toEqual([["low"]]);
  });
});
