import { type Block, evenColumns, stackBlocks } from "./block.js";
import { LANE_PADDING, type Lane } from "./lane.js";
import type { MapTouchpoint } from "./mapContents.js";
import { element, type Markup } from "./markup.js";
import { palette } from "./palette.js";
import { CARD_GAP, type StageColumn } from "./stageColumns.js";
import { textBlock } from "./textBlock.js";

const NARROWEST = 160;

/** A sign in a round: minus for a pain point, plus for an opportunity. */
const sign = (fill: string, plus: boolean): Markup =>
  element(
    "g",
    {},
    element("circle", { cx: 7, cy: 8, r: 6, fill }),
    element("path", { d: plus ? "M4 8h6M7 5v6" : "M4 8h6", stroke: palette.paper, "stroke-width": 1.75 }),
  );

function noteBlock(number: string, text: string, fill: string, plus: boolean, width: number): Block {
  const words = textBlock(`${number}  ${text}`, { x: 19, y: 0, width: width - 19, size: 11.5, lines: 3 });
  return { markup: [sign(fill, plus), words.markup], height: Math.max(16, words.height) };
}

function noteLane(
  label: string,
  columns: readonly StageColumn[],
  read: (placed: MapTouchpoint) => readonly string[],
  mark: { readonly fill: string; readonly plus: boolean },
): Lane[] {
  const cells = columns.map(({ stage, innerX, innerWidth }) => {
    const { width, across } = evenColumns(innerWidth, NARROWEST, CARD_GAP);
    const blocks = stage.touchpoints.flatMap((placed) =>
      read(placed).map((text) => noteBlock(placed.number, text, mark.fill, mark.plus, width)),
    );
    return stackBlocks(blocks, { x: innerX, y: LANE_PADDING, width, across, columnGap: CARD_GAP, rowGap: 6 });
  });
  const height = Math.max(0, ...cells.map((cell) => cell.height));
  if (height === 0) return [];
  return [
    { label, hint: null, gutter: null, body: cells.map(({ markup }) => markup), height: height + 2 * LANE_PADDING },
  ];
}

/**
 * The lanes of the pain points and of the opportunities, each item with the number of its touchpoint.
 *
 * @param columns Where the stages stand.
 * @returns A lane for each of the two that the design has.
 */
export function noteLanes(columns: readonly StageColumn[]): Lane[] {
  return [
    ...noteLane("Pain points", columns, ({ touchpoint }) => touchpoint.painPoints ?? [], {
      fill: palette.pain,
      plus: false,
    }),
    ...noteLane("Opportunities", columns, ({ touchpoint }) => touchpoint.opportunities ?? [], {
      fill: palette.opportunity,
      plus: true,
    }),
  ];
}
