import { type TextStyle, textWidth } from "./textWidth.js";

/** A text broken into lines. */
export interface WrappedText {
  readonly lines: readonly string[];
  /** Whether text was left out; the last line then ends with an ellipsis. */
  readonly clipped: boolean;
}

/** How much room a text has. */
export interface TextRoom {
  /** The width of a line, in pixels. */
  readonly width: number;
  /** The most lines there may be, at least 1. */
  readonly lines: number;
}

/** No label shows more; it keeps the work small where somebody pastes a book into a name. */
const LONGEST = 600;

const characters = /* @__PURE__ */ new Intl.Segmenter("en", { granularity: "grapheme" });

/** Pieces between which a line may end: words with what follows them, and the characters of words too long for a line. */
function pieces(text: string, style: TextStyle, width: number): string[] {
  return text
    .split(/(?<=[ \-/–—])/)
    .flatMap((word) =>
      textWidth(word.trimEnd(), style) <= width
        ? [word]
        : Array.from(characters.segment(word), ({ segment }) => segment),
    );
}

/** The longest beginning of a text that fits into a width together with an ellipsis. */
function withEllipsis(text: string, style: TextStyle, width: number): string {
  let kept = "";
  let room = width - textWidth("…", style);
  for (const { segment } of characters.segment(text)) {
    room -= textWidth(segment, style);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Breaks a text into lines that fit into a width, at spaces, hyphens and slashes, and inside a word only where the word
 * alone is wider than the line. What does not fit into the last line is cut with an ellipsis, never inside a character.
 *
 * @param text Any text; runs of white space count as one space.
 * @param style How it is set.
 * @param room How much room it has.
 * @returns The lines; none for a text without characters.
 */
export function wrapText(text: string, style: TextStyle, { width, lines }: TextRoom): WrappedText {
  const shown = text.slice(0, LONGEST).replace(/\s+/g, " ").trim();
  const wrapped: string[] = [];
  let line = "";
  for (const piece of pieces(shown, style, width)) {
    if (line !== "" && textWidth((line + piece).trimEnd(), style) > width) {
      wrapped.push(line);
      line = "";
    }
    line += piece;
  }
  if (line !== "") wrapped.push(line);
  const clipped = wrapped.length > lines || text.length > LONGEST;
  const last = Math.min(lines, wrapped.length) - 1;
  return {
    lines: wrapped
      .slice(0, lines)
      .map((kept, index) =>
        clipped && index === last ? withEllipsis(wrapped.slice(last).join(""), style, width) : kept.trimEnd(),
      ),
    clipped,
  };
}
