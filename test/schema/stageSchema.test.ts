import { stageSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const stage = {
  id: "order",
  name: "Order",
  phase: "purchase",
  goal: "have the phone tomorrow",
  flow: "any-order",
  touchpoints: [{ id: "pay", name: "Pay" }],
};

describe("stageSchema", () => {
  test("a stage passes, and so does one whose touchpoints are yet to be found", () => {
    expect(stageSchema.parse(stage)).toEqual(stage);
    expect(stageSchema.parse({ ...stage, touchpoints: [] })).toEqual({ ...stage, touchpoints: [] });
  });

  test("a stage without a name is refused", () => {
    expect(issuesOf(stageSchema, { id: "order", touchpoints: [] })).toEqual([
      { path: ["name"], message: "requires a text that is not blank" },
    ]);
  });

  test("a flow that cxkit does not know is refused with those that it knows", () => {
    expect(issuesOf(stageSchema, { ...stage, flow: "parallel" })).toEqual([
      { path: ["flow"], message: 'Invalid option: expected one of "sequence"|"any-order"|"alternatives"' },
    ]);
  });
});
