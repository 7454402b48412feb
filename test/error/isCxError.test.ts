import { isCxError } from "cxkit";
import { describe, expect, test } from "vitest";

describe("isCxError", () => {
  test("knows an error of another copy of the library by its name", () => {
    class CxErrorOfAnotherCopy extends Error {
      override name = "CxError";
    }
    expect(isCxError(new CxErrorOfAnotherCopy())).toBe(true);
    expect(isCxError(new Error("CxError"))).toBe(false);
    expect(isCxError({ name: "CxError" })).toBe(false);
    expect(isCxError(null)).toBe(false);
  });
});
