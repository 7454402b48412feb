import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../src/chart/textWidth.js";
import { wrapText } from "../../src/chart/wrapText.js";

const style = { size: 12 };
const wrap = (text: string, width: number, lines: number) => wrapText(text, style, { width, lines });

describe("a text in a card", () => {
  test("is as wide as Helvetica makes it", () => {
    // Adobe's font metrics of Helvetica: H 722, a 556, m 833, b 556, u 556, r 333, g 556 thousandths of the size.
    expect(textWidth("Hamburg", { size: 10 })).toBeCloseTo(41.12, 9);
    expect(textWidth("é", style)).toBe(textWidth("e", style));
    expect(textWidth("注文", { size: 10 })).toBe(20);
    expect(textWidth("iiii", { size: 12, bold: true })).toBeGreaterThan(textWidth("iiii", style));
  });
  test("breaks between words and after hyphens", () => {
    expect(wrap("Receives the confirmation e-mail", 80, 3)).toEqual({
      lines: ["Receives the", "confirmation e-", "mail"],
      clipped: false,
    });
  });
  test("ends with an ellipsis where it does not fit", () => {
    expect(wrap("Receives the confirmation e-mail", 80, 2)).toEqual({
      lines: ["Receives the", "confirmation…"],
      clipped: true,
    });
  });
  test("breaks inside a word only where the word alone is too long", () => {
    expect(wrap("a Donaudampfschifffahrt", 60, 3).lines).toEqual(["a Donauda", "mpfschifffa", "hrt"]);
  });
  test("never breaks a character in two", () => {
    expect(wrap("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 70, 2).lines).toEqual(["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]);
  });
  test("takes no line where it has no letters", () => {
    expect(wrap(" \n\t ", 80, 2)).toEqual({ lines: [], clipped: false });
  });
  test("keeps to its width and its lines, and loses nothing unless it says so", () => {
    const text = fc.oneof(fc.string({ maxLength: 900 }), fc.string({ unit: "grapheme", maxLength: 60 }), fc.lorem());
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 300 }), fc.integer({ min: 1, max: 4 }), (given, width, lines) => {
        const wrapped = wrap(given, width, lines);
        expect(wrapped.lines.length).toBeLessThanOrEqual(lines);
        for (const line of wrapped.lines) {
          if ([...line].length > 2) expect(textWidth(line, style)).toBeLessThanOrEqual(width + 1e-9);
        }
        const bare = (words: string): string => words.replace(/\s/g, "");
        if (!wrapped.clipped) expect(bare(wrapped.lines.join(""))).toBe(bare(given));
        else expect(wrapped.lines.at(-1)?.endsWith("…")).toBe(true);
      }),
    );
  });
});
