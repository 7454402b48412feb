import type { Block } from "./block.js";
import { type TextBlockOptions, textBlock } from "./textBlock.js";

/** A text of a stack, and the room that it leaves above itself. */
export interface StackedText extends Omit<TextBlockOptions, "y"> {
  readonly text: string;
  /** @defaultValue 0 */
  readonly above?: number;
}

/**
 * Draws texts one under the other.
 *
 * @param texts The texts; null where there is none to draw.
 * @param y The upper edge of the first.
 * @returns All of them, and the height from `y` to the lower edge of the last.
 */
export function textStack(texts: readonly (StackedText | null)[], y: number): Block {
  let bottom = y;
  const markup = texts.map((entry) => {
    if (entry === null) return null;
    const { text, above = 0, ...options } = entry;
    const block = textBlock(text, { ...options, y: bottom + above });
    bottom += above + block.height;
    return block.markup;
  });
  return { markup, height: bottom - y };
}
