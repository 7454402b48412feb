import { empathyMapSchema } from "cxkit/schema";
import { describe, expect, test } from "vitest";
import { issuesOf } from "./issuesOf.js";

describe("empathyMapSchema", () => {
  test("a map with some of its six fields passes", () => {
    const map = { says: ["I have no time"], feels: ["rushed"], pains: [] };
    expect(empathyMapSchema.parse(map)).toEqual(map);
    expect(empathyMapSchema.parse({})).toEqual({});
  });

  test("a field that the map does not have is refused with the ones it has", () => {
    expect(issuesOf(empathyMapSchema, { hears: ["rumours"] })).toEqual([
      {
        path: [],
        message:
          'unknown key "hears": the keys here are says, thinks, does, feels, pains, gains; ' +
          'columns of your own go under the "attributes" of a record that has them',
      },
    ]);
  });

  test("a single text where a list belongs is named", () => {
    expect(issuesOf(empathyMapSchema, { says: "no time" })).toEqual([
      { path: ["says"], message: "Invalid input: expected array, received string" },
    ]);
  });
});
