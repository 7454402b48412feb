import { customerSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const customer = {
  id: "c-1",
  preferences: { channels: ["email"] },
  consent: { marketing: false },
  attributes: { region: "north" },
};

describe("customerSchema", () => {
  test("a customer passes, also one of whom only the id is known", () => {
    expect(customerSchema.parse(customer)).toEqual(customer);
    expect(customerSchema.parse({ id: "c-2" })).toEqual({ id: "c-2" });
  });

  test("a column of one's own beside the known ones is sent to attributes", () => {
    expect(issuesOf(customerSchema, { id: "c-1", region: "north", plan: "gold", seats: 2 })).toEqual([
      {
        path: [],
        message:
          'unknown key "region" and 2 more: the keys here are id, preferences, consent, attributes; ' +
          'put columns of your own under "attributes"',
      },
    ]);
  });

  test("an own key __proto__ is an unknown key, and reaches nothing", () => {
    const [issue, ...others] = issuesOf(
      customerSchema,
      JSON.parse('{"id":"c-1","__proto__":{"consent":{"marketing":true}}}'),
    );
    expect(issue?.message).toContain('unknown key "__proto__"');
    expect(others).toEqual([]);
  });

  test("a key that is present without a value is not the same as a key left out", () => {
    expect(issuesOf(customerSchema, { ...customer, consent: undefined })).toEqual([
      { path: ["consent"], message: "requires an object" },
    ]);
  });

  test("an unknown key of any length leaves the message short", () => {
    const [issue] = issuesOf(customerSchema, { id: "c-1", ["x".repeat(1_000_000)]: 1 });
    expect(issue?.message.length).toBeLessThan(300);
  });
});
