import { initiativeSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const initiative = {
  id: "i-1",
  name: "Shorter checkout",
  gaps: ["drop-off/order/pay"],
  effort: 15,
  cost: 20000,
  expectedLift: -0.5,
  status: "active",
};

describe("initiativeSchema", () => {
  test("an initiative passes; a lift may be downwards, as for effort or waiting", () => {
    expect(initiativeSchema.parse(initiative)).toEqual(initiative);
  });

  test("an effort or a cost under zero is refused", () => {
    for (const field of ["effort", "cost"]) {
      expect(issuesOf(initiativeSchema, { ...initiative, [field]: -1 })).toEqual([
        { path: [field], message: "requires a number, 0 or more" },
      ]);
    }
  });

  test("an initiative without the list of its gaps is refused", () => {
    const { gaps: _, ...gapless } = initiative;
    expect(issuesOf(initiativeSchema, gapless)).toEqual([
      { path: ["gaps"], message: "Invalid input: expected array, received undefined" },
    ]);
  });
});
