import { eventLog, mergeLogs } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, columns, logOf, rowsOf } from "./logOf.js";

describe("mergeLogs", () => {
  test("is the log of all the rows, to the last column, for any cut into logs", () => {
    fc.assert(
      fc.property(fc.array(anyRows, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(mergeLogs(parts.map(logOf))).toEqual(logOf(parts.flat()));
      }),
      { numRuns: 100 },
    );
  });

  test("leaves events without a value where their log has no such attribute", () => {
    const row = { who: "ann", where: "a", when: 1, plan: "free" };
    const plain = eventLog([row], { ...columns, attributes: { device: () => 7 } });
    const log = mergeLogs([plain, logOf([{ ...row, when: 0 }]), plain]);
    expect(rowsOf(log).map(({ plan }) => plan)).toEqual(["free", null, null]);
    expect(log.attributes["device"]).toEqual({ values: [7], codes: Int32Array.of(-1, 0, 0) });
  });

  test("sums what was left out", () => {
    const part = eventLog(
      [
        { who: "", where: "a", when: 1 },
        { who: "ann", where: "a", when: Number.POSITIVE_INFINITY },
      ],
      {
        ...columns,
        invalid: "exclude",
      },
    );
    expect(mergeLogs([part, part])).toMatchObject({ missing: 2, invalid: 2, customers: [] });
  });

  test("refuses what is no log", () => {
    expect(() => mergeLogs([[]] as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
