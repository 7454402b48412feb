import { scalestrip } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("scalestrip", () => {
  test.each([
    ["10 - Extremely likely", 10],
    ["10 – Extremely likely", 10],
    ["0 = Not at all likely", 0],
    ["0: not at all", 0],
    ["10(Extremely likely)", 10],
    [" 7 ", 7],
    ["7", 7],
    ["4 / 5", 4],
    ["8/10", 8],
    ["9 out of 10", 9],
    ["3 of 5 stars", 3],
    ["Extremely likely (10)", 10],
    ["Not at all likely - 0", 0],
    ["Neutral = 5", 5],
    ["4.5", 4.5],
    ["-1", -1],
    ["5 ⭐", 5],
    ["7th", 7],
  ])("%j is %d", (answer, score) => {
    expect(scalestrip(answer)).toBe(score);
  });

  test.each([null, undefined, "", "  ", Number.NaN])("%j is no answer", (answer) => {
    expect(scalestrip(answer)).toBeNull();
  });

  test.each([
    "no idea",
    "9 or 10",
    "0-10",
    "10/10/2026",
    "1,000",
    "3 – between 2 and 4",
    "Likely 7 of 10",
    "①",
    {},
    true,
  ])("refuses %j rather than guess", (answer) => {
    expect(() => scalestrip(answer as string)).toThrowError(expect.objectContaining({ code: "invalid-value" }));
  });

  test("leaves a number as it is, even off any scale, for the KPI to judge", () => {
    for (const score of [3, 99, 4.5, Number.POSITIVE_INFINITY]) expect(scalestrip(score)).toBe(score);
  });

  test("finds the score before and after any label without a number", () => {
    const label = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .filter((text) => !/[\p{N}./]/u.test(text) && /^\p{L}/u.test(text));
    fc.assert(
      fc.property(fc.nat(1000), label, (score, text) => {
        expect(scalestrip(`${score} - ${text}`)).toBe(score);
        expect(scalestrip(`${text} (${score})`)).toBe(score);
      }),
    );
  });

  test("reads hostile text in linear time", () => {
    for (const text of ["- ".repeat(200_000), `1${" ".repeat(500_000)}x`, "(".repeat(300_000)]) {
      try {
        expect(scalestrip(text)).toBe(1);
      } catch (error) {
        expect(error).toMatchObject({ code: "invalid-value" });
      }
    }
  });
});
