import { touchpointPromiseSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("touchpointPromiseSchema", () => {
  test("the ends of each range are promises too", () => {
    for (const promise of [
      { satisfaction: 0, waitSeconds: 0, success: 0 },
      { satisfaction: 100, success: 1 },
    ]) {
      expect(touchpointPromiseSchema.parse(promise)).toEqual(promise);
    }
  });

  test("satisfaction is in percent, success a share, and no wait is under zero", () => {
    const cases: [string, number, string][] = [
      ["satisfaction", 101, "requires a number from 0 to 100"],
      ["satisfaction", -1, "requires a number from 0 to 100"],
      ["success", 95, "requires a number from 0 to 1"],
      ["success", Number.NaN, "requires a number from 0 to 1"],
      ["waitSeconds", -0.5, "requires a number, 0 or more"],
    ];
    for (const [field, value, message] of cases) {
      expect(issuesOf(touchpointPromiseSchema, { [field]: value })).toEqual([{ path: [field], message }]);
    }
  });
});
