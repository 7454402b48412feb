import { touchpointSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

const touchpoint = {
  id: "pay",
  name: "Pay",
  events: ["payment_submitted", "payment_retried"],
  optional: false,
  repeatable: true,
  withinSeconds: 600,
  channel: ["web", "app"],
  owner: "checkout team",
  layer: "frontstage",
  emotion: -1,
  painPoints: ["card declined without a reason"],
  opportunities: ["say why"],
  importance: 0.9,
  momentOfTruth: true,
  expected: { satisfaction: 80, waitSeconds: 5, success: 0.97 },
  attributes: { squad: "blue" },
};

describe("touchpointSchema", () => {
  test("a touchpoint with all that it can say passes", () => {
    expect(touchpointSchema.parse(touchpoint)).toEqual(touchpoint);
  });

  test("numbers off their range are refused with the range", () => {
    const cases: [string, number, string][] = [
      ["emotion", 3, "requires a number from -2 to 2"],
      ["emotion", -2.1, "requires a number from -2 to 2"],
      ["importance", 80, "requires a number from 0 to 1"],
      ["withinSeconds", -1, "requires a number, 0 or more"],
    ];
    for (const [field, value, message] of cases) {
      expect(issuesOf(touchpointSchema, { ...touchpoint, [field]: value })).toEqual([{ path: [field], message }]);
    }
    for (const emotion of [-2, 0.5, 2]) expect(issuesOf(touchpointSchema, { ...touchpoint, emotion })).toEqual([]);
  });

  test("a promise off its range is found inside the touchpoint", () => {
    expect(issuesOf(touchpointSchema, { ...touchpoint, expected: { success: 97 } })).toEqual([
      { path: ["expected", "success"], message: "requires a number from 0 to 1" },
    ]);
  });

  test("a slip in a key does not vanish, and the message says where own columns go", () => {
    expect(issuesOf(touchpointSchema, { id: "pay", name: "Pay", painpoints: [] })).toEqual([
      {
        path: [],
        message:
          'unknown key "painpoints": the keys here are id, name, events, optional, repeatable, withinSeconds, channel, ' +
          "owner, layer, emotion, painPoints, opportunities, importance, momentOfTruth, expected, attributes; " +
          'put columns of your own under "attributes"',
      },
    ]);
  });

  test("a channel is a name or a list of names, none of them blank", () => {
    const blank = "requires a text that is not blank";
    const cases: [unknown, PropertyKey[], string][] = [
      ["", ["channel"], blank],
      [["web", " "], ["channel", 1], blank],
      [3, ["channel"], "requires a text that is not blank, or a list of such texts"],
    ];
    for (const [channel, path, message] of cases) {
      expect(issuesOf(touchpointSchema, { ...touchpoint, channel })).toEqual([{ path, message }]);
    }
    expect(issuesOf(touchpointSchema, { ...touchpoint, channel: "web" })).toEqual([]);
  });
});
