import { type Block, evenColumns, stackBlocks } from "./block.js";
import { estimateInWords } from "./estimateInWords.js";
import { gapCards } from "./gapCards.js";
import { LANE_PADDING, type Lane } from "./lane.js";
import type { MapContents, MapStranger } from "./mapContents.js";
import { palette } from "./palette.js";
import { CARD_GAP, GUTTER } from "./stageColumns.js";
import { textStack } from "./textStack.js";

const NARROWEST_CARD = 232;

/** The results of a group that is neither a stage nor a touchpoint. */
const strangerBlock = ({ name, estimates }: MapStranger, width: number): Block =>
  textStack(
    [
      { text: name, x: 0, width, size: 12, bold: true, lines: 2 },
      ...estimates.map(({ kpi, estimate }) => ({
        text: `${kpi} ${estimateInWords(estimate)}`,
        x: 0,
        width,
        size: 11,
        lines: 2,
        fill: palette.muted,
      })),
    ],
    0,
  );

/**
 * The strip of what has no place in the design: gaps at events that it does not know, and results under other names. It
 * runs over the whole width.
 *
 * @param contents What is on the map.
 * @param right The right edge of the picture.
 * @returns The lane; null where everything has its place.
 */
export function strangerLane(contents: MapContents, right: number): Lane | null {
  const { strangeGaps, strangers } = contents;
  if (strangeGaps.length + strangers.length === 0) return null;
  const x = GUTTER + 9;
  const { width, across } = evenColumns(right - x - 9, NARROWEST_CARD, CARD_GAP);
  const blocks = stackBlocks(
    [...gapCards(strangeGaps, contents, width), ...strangers.map((stranger) => strangerBlock(stranger, width))],
    { x, y: LANE_PADDING, width, across, columnGap: CARD_GAP, rowGap: CARD_GAP },
  );
  return {
    label: "Not on the map",
    hint: "what the design does not know",
    gutter: null,
    undivided: true,
    body: blocks.markup,
    height: blocks.height + 2 * LANE_PADDING,
  };
}
