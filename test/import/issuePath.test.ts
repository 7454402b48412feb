import { describe, expect, test } from "vitest";
import { issuePath } from "../../src/import/issuePath.js";

describe("issuePath", () => {
  test("a path reads as one would write it in code", () => {
    expect(issuePath([])).toBe("");
    expect(issuePath(["score"])).toBe("score");
    expect(issuePath(["stages", 0, "touchpoints", 2, "id"])).toBe("stages[0].touchpoints[2].id");
    expect(issuePath([3, "id"])).toBe("[3].id");
  });

  test("a column whose name is no word is quoted", () => {
    expect(issuePath(["attributes", "Would you recommend us?"])).toBe('attributes["Would you recommend us?"]');
    expect(issuePath(["attributes", 'a "b"'])).toBe('attributes["a \\"b\\""]');
    expect(issuePath(["attributes", "0"])).toBe('attributes["0"]');
    expect(issuePath(["attributes", ""])).toBe('attributes[""]');
    expect(issuePath(["attributes", "Größe", "__proto__"])).toBe("attributes.Größe.__proto__");
  });

  test("segments may be objects that hold a key, and keys may be symbols", () => {
    expect(issuePath([{ key: "items" }, { key: 1 }, Symbol("note")])).toBe("items[1][Symbol(note)]");
  });
});
