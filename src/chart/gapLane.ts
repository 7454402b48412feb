import { type Block, evenColumns, stackBlocks } from "./block.js";
import { gapCards } from "./gapCards.js";
import { LANE_PADDING, type Lane } from "./lane.js";
import type { MapContents } from "./mapContents.js";
import { palette } from "./palette.js";
import { CARD_GAP, type StageColumn } from "./stageColumns.js";
import { textBlock } from "./textBlock.js";

const NARROWEST_CARD = 160;

const note = (text: string, x: number, width: number): Block =>
  textBlock(text, { x, y: LANE_PADDING + 2, width, size: 11.5, fill: palette.muted });

/**
 * The lane of the gaps, by rank in every stage.
 *
 * @param contents What is on the map.
 * @param columns Where the stages stand.
 * @returns The lane; null where no gaps were given.
 */
export function gapLane(contents: MapContents, columns: readonly StageColumn[]): Lane | null {
  const [first] = columns;
  if (!contents.gapsKnown || first === undefined) return null;
  const { gaps, strangeGaps, gapsLeftOut } = contents;
  const none = gaps.length === strangeGaps.length;
  const cells = none
    ? [note("No gap found in any stage.", first.innerX, 400)]
    : columns.map(({ stage, innerX, innerWidth }) => {
        if (stage.gaps.length === 0) return note("no gap", innerX, innerWidth);
        const { width, across } = evenColumns(innerWidth, NARROWEST_CARD, CARD_GAP);
        const room = { x: innerX, y: LANE_PADDING, width, across, columnGap: CARD_GAP, rowGap: CARD_GAP };
        return stackBlocks(gapCards(stage.gaps, contents, width), room);
      });
  const shown = gapsLeftOut > 0 ? `the first ${gaps.length} of ${gaps.length + gapsLeftOut}` : "by rank";
  return {
    label: "Gaps",
    hint: none && gapsLeftOut === 0 ? null : shown,
    gutter: null,
    body: cells.map(({ markup }) => markup),
    height: Math.max(...cells.map(({ height }) => height)) + 2 * LANE_PADDING,
  };
}
