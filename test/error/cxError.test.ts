import { atRow, CxError } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("CxError", () => {
  test("says what is required, what was received and in which row", () => {
    const error = new CxError("invalid-value", "nps requires an integer from 0 to 10", 11, 2);
    expect(error.message).toBe("nps requires an integer from 0 to 10, received 11 (row 2)");
    expect(error).toMatchObject({ name: "CxError", code: "invalid-value", received: 11, row: 2 });
  });

  test("quotes a string and keeps a long one short", () => {
    expect(new CxError("invalid-value", "x requires a number", "9").message).toBe('x requires a number, received "9"');
    expect(new CxError("invalid-value", "x requires a number", "a".repeat(1e6)).message.length).toBeLessThan(100);
  });

  test("can be made of any value, however hostile", () => {
    const hostile = {
      toString(): string {
        throw new Error("no");
      },
    };
    expect(new CxError("invalid-value", "x", hostile).message).toBe("x, received [object Object]");
    expect(new CxError("invalid-value", "x", Object.create(null)).message).toBe("x, received [object Object]");
    fc.assert(
      fc.property(fc.anything(), (value) =>
        new CxError("invalid-value", "x", value).message.startsWith("x, received "),
      ),
    );
  });

  test("learns its row once, from whoever knows it first", () => {
    const error = new CxError("invalid-value", "x", 1);
    expect(atRow(error, 4)).toBe(error);
    atRow(error, 9);
    expect(error.row).toBe(4);
    expect(error.message).toBe("x, received 1 (row 4)");
  });

  test("leaves the errors of others alone", () => {
    const other = new Error("disk full");
    expect(atRow(other, 1)).toBe(other);
    expect(other.message).toBe("disk full");
  });
});
