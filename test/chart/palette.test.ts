import { describe, expect, test } from "vitest";
import { palette } from "../../src/chart/palette.js";

/** The contrast of two colours by WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("the colours of a map", () => {
  test("are measured as WCAG measures them", () => {
    expect(contrast("#000000", "#ffffff")).toBe(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
  test.each([
    ["ink", "paper"],
    ["ink", "band"],
    ["ink", "backstage"],
    ["muted", "paper"],
    ["muted", "band"],
    ["muted", "backstage"],
    ["head", "headTint"],
    ["paper", "head"],
    ["paper", "gap"],
    ["gap", "paper"],
    ["designed", "paper"],
    ["designed", "band"],
    ["designed", "backstage"],
    ["felt", "paper"],
    ["felt", "band"],
    ["pain", "paper"],
    ["opportunity", "paper"],
  ] as const)("let %s be read on %s", (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
});
