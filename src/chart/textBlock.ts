import { element, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import type { TextStyle } from "./textWidth.js";
import { wrapText } from "./wrapText.js";

/** Where a text goes, and how. */
export interface TextBlockOptions extends TextStyle {
  /** The left edge, or the middle or the right edge where `anchor` says so. */
  readonly x: number;
  /** The upper edge. */
  readonly y: number;
  readonly width: number;
  /** The most lines. @defaultValue 1 */
  readonly lines?: number;
  /** @defaultValue ink */
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly italic?: boolean;
}

/** Text drawn, and the height that it takes. */
export interface TextBlock {
  readonly markup: MarkupContent;
  readonly height: number;
}

/** The height of a line for a size of font. */
const lineHeight = (size: number): number => Math.round(size * 1.28);

/**
 * Draws a text in lines that fit; where it had to be cut, the whole text is its tooltip.
 *
 * @param text Any text.
 * @param options Where it goes, and how.
 * @returns The lines as SVG, and their height.
 */
export function textBlock(text: string, options: TextBlockOptions): TextBlock {
  const { x, y, width, size, bold = false, lines = 1, fill = palette.ink, anchor = "start", italic = false } = options;
  const wrapped = wrapText(text, { size, bold }, { width, lines });
  const leading = lineHeight(size);
  const attributes = {
    "font-size": size,
    "font-weight": bold ? 700 : null,
    "font-style": italic ? "italic" : null,
    "text-anchor": anchor === "start" ? null : anchor,
    fill: fill === palette.ink ? null : fill,
  };
  const drawn = wrapped.lines.map((line, index) =>
    // The baseline stands where the ascent of a sans-serif font ends.
    element("text", { x, y: y + index * leading + size * 0.93, ...attributes }, line),
  );
  return {
    markup: wrapped.clipped ? element("g", {}, element("title", {}, text), drawn) : drawn,
    height: wrapped.lines.length * leading,
  };
}
