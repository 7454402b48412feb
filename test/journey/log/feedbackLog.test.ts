import { feedbackLog } from "cxkit";
import { describe, expect, test } from "vitest";
import { rowsOf } from "./logOf.js";

const answer = { customer: "ann", at: "2026-05-04T10:00:00Z", kind: "nps" as const };

describe("feedbackLog", () => {
  test("tells answers from questions that were shown and not answered", () => {
    const log = feedbackLog([
      { ...answer, score: 0 },
      { ...answer, score: null },
      { ...answer, score: null, comment: "Too late" },
      { ...answer, score: Number.NaN, comment: " " },
    ]);
    expect(rowsOf(log).map(({ outcome }) => outcome)).toEqual(["answered", "unanswered", "answered", "unanswered"]);
  });

  test("keeps kind, score and what the answer is about, and further columns", () => {
    const log = feedbackLog([{ ...answer, score: 3, touchpoint: "delivery", region: "north" }], {
      touchpoint: (row) => `${row.kind} survey`,
      attributes: { region: (row) => row.region },
    });
    expect(log.touchpoints).toEqual(["nps survey"]);
    expect(Object.entries(log.attributes).map(([name, { values }]) => [name, ...values])).toEqual([
      ["kind", "nps"],
      ["score", 3],
      ["about", "delivery"],
      ["region", "north"],
    ]);
  });

  test("counts anonymous answers, and those with a wrong time", () => {
    const rows = [{ ...answer, customer: null }, { ...answer, at: "yesterday" }, answer];
    expect(() => feedbackLog(rows)).toThrowError(expect.objectContaining({ code: "invalid-time", row: 1 }));
    expect(() => feedbackLog(rows)).toThrowError(/^feedbackLog requires/);
    expect(feedbackLog(rows, { invalid: "exclude" })).toMatchObject({ missing: 1, invalid: 1, customers: ["ann"] });
  });

  test("refuses wrong options at once", () => {
    for (const wrong of [
      { touchpoint: "x" },
      { invalid: "drop" },
      { customer: () => "x" },
      { attributes: { at: () => 1 } },
    ]) {
      expect(() => feedbackLog([], wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});
