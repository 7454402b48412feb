import { caseLog, discover } from "cxkit";
import { describe, expect, test } from "vitest";
import { rowsOf } from "./logOf.js";

const hour = (of: number) => `2026-05-04T${String(of).padStart(2, "0")}:00:00Z`;

describe("caseLog", () => {
  test("has an event for every moment of a case that is known, in order of time", () => {
    const log = caseLog(
      [
        {
          customer: "ann",
          openedAt: hour(8),
          firstAnsweredAt: hour(9),
          resolvedAt: hour(10),
          reopenedAt: [hour(11), hour(13)],
          channel: "phone",
          topic: "billing",
        },
        { customer: "bob", openedAt: new Date(hour(9)), firstAnsweredAt: null, resolvedAt: "", topic: null },
      ],
      { attributes: { topic: (row) => row.topic } },
    );
    expect(rowsOf(log).map(({ who, where, when, channel }) => [who, where, (when / 3_600_000) % 24, channel])).toEqual([
      ["ann", "case opened", 8, "phone"],
      ["ann", "case answered", 9, "phone"],
      ["ann", "case resolved", 10, "phone"],
      ["ann", "case reopened", 11, "phone"],
      ["ann", "case reopened", 13, "phone"],
      ["bob", "case opened", 9, null],
    ]);
    expect(Array.from(log.attributes["topic"]?.codes ?? [])).toEqual([0, 0, 0, 0, 0, -1]);
  });

  test("names moments as it is told, and leaves out those without a name", () => {
    const log = caseLog([{ customer: "ann", openedAt: hour(8), firstAnsweredAt: hour(9), resolvedAt: hour(10) }], {
      touchpoint: (moment) => (moment === "answered" ? null : `ticket ${moment}`),
    });
    expect(discover(log).variants[0]?.path).toEqual(["ticket opened", "ticket resolved"]);
  });

  test("counts cases, not events, that nobody has or nobody opened", () => {
    const log = caseLog([{ openedAt: hour(8) }, { customer: "ann" }, { customer: "ann", openedAt: hour(8) }]);
    expect(log).toMatchObject({ missing: 2, invalid: 0 });
    expect(log.at).toHaveLength(1);
  });

  test.each([
    ["an answer before the opening", { firstAnsweredAt: hour(7) }, "invalid-value"],
    ["a resolution before the opening", { resolvedAt: hour(7) }, "invalid-value"],
    ["a reopening before the opening", { reopenedAt: [hour(9), hour(7)] }, "invalid-value"],
    ["a time that is none", { resolvedAt: "soon" }, "invalid-time"],
    ["a customer that is no id", { customer: 7 }, "invalid-value"],
  ])("refuses %s with the case's index, or counts the case and keeps nothing of it", (_, wrong, code) => {
    const good = { customer: "ann", openedAt: hour(8), resolvedAt: hour(9) };
    const cases = [good, { ...good, ...wrong } as typeof good];
    expect(() => caseLog(cases)).toThrowError(expect.objectContaining({ code, row: 1 }));
    const log = caseLog(cases, { invalid: "exclude" });
    expect([log.invalid, log.at.length]).toEqual([1, 2]);
  });

  test("refuses a name that is none before it keeps any event", () => {
    const touchpoint = ((moment: string) => (moment === "resolved" ? 7 : moment)) as never;
    const log = caseLog([{ customer: "ann", openedAt: hour(8), resolvedAt: hour(9) }], {
      touchpoint,
      invalid: "exclude",
    });
    expect([log.invalid, log.at.length]).toEqual([1, 0]);
  });

  test("refuses wrong options at once", () => {
    for (const wrong of [
      { touchpoints: () => "x" },
      { touchpoint: "x" },
      { invalid: "drop" },
      { timeZone: "Nowhere" },
    ]) {
      expect(() => caseLog([], wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    }
  });
});

test("a case that is none is refused with its index, or counted", () => {
  const cases = [{ customer: "ann", openedAt: 0 }, null] as never[];
  expect(() => caseLog(cases)).toThrowError(expect.objectContaining({ code: "invalid-value", row: 1 }));
  expect(caseLog(cases, { invalid: "exclude" }).invalid).toBe(1);
});
