import { LANE_PADDING, type Lane } from "./lane.js";
import type { StageColumn } from "./stageColumns.js";
import { textBlock } from "./textBlock.js";

/**
 * The lane of what customers want to get done in each stage.
 *
 * @param columns Where the stages stand.
 * @returns The lane; null where the design names no goal.
 */
export function goalLane(columns: readonly StageColumn[]): Lane | null {
  const cells = columns.map(({ stage, innerX, innerWidth }) =>
    textBlock(stage.stage.goal ?? "", { x: innerX, y: LANE_PADDING, width: innerWidth, size: 12.5, lines: 4 }),
  );
  const height = Math.max(0, ...cells.map((cell) => cell.height));
  if (height === 0) return null;
  return {
    label: "Customer’s goal",
    hint: null,
    gutter: null,
    body: cells.map(({ markup }) => markup),
    height: height + 2 * LANE_PADDING,
  };
}
