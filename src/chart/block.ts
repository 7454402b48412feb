import { element, type Markup, type MarkupContent } from "./markup.js";

/** Something drawn from its own upper left corner. */
export interface Block {
  readonly markup: MarkupContent;
  readonly height: number;
}

/** Where blocks go. */
export interface BlockRoom {
  readonly x: number;
  readonly y: number;
  /** The width of a block. */
  readonly width: number;
  /** How many stand side by side. */
  readonly across: number;
  /** The room between two columns. */
  readonly columnGap: number;
  /** The room between two blocks of a column. */
  readonly rowGap: number;
}

/** Moves a drawing. */
export const moved = (x: number, y: number, content: MarkupContent): Markup =>
  element("g", { transform: `translate(${Number(x.toFixed(2))} ${Number(y.toFixed(2))})` }, content);

/**
 * Divides a width into as many equal columns as fit.
 *
 * @param width The whole width.
 * @param narrowest The least width of a column.
 * @param gap The room between two.
 * @returns The width of a column, and how many there are; at least one.
 */
export function evenColumns(width: number, narrowest: number, gap: number): Pick<BlockRoom, "width" | "across"> {
  const across = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  return { width: (width - (across - 1) * gap) / across, across };
}

/**
 * Stacks blocks in columns: each goes under the column that is the shortest so far, the left one of equals.
 *
 * @param blocks The blocks, in order.
 * @param room Where they go.
 * @returns All of them, and the height of the tallest column.
 */
export function stackBlocks(blocks: readonly Block[], { x, y, width, across, columnGap, rowGap }: BlockRoom): Block {
  const heights = Array.from({ length: across }, () => 0);
  const markup = blocks.map((block) => {
    const top = Math.min(...heights);
    const column = heights.indexOf(top);
    heights[column] = top + block.height + rowGap;
    return moved(x + column * (width + columnGap), y + top, block.markup);
  });
  return { markup, height: Math.max(rowGap, ...heights) - rowGap };
}
