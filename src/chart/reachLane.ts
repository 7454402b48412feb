import { formatEstimate } from "./formatEstimate.js";
import { LANE_PADDING, type Lane } from "./lane.js";
import type { MapTouchpoint } from "./mapContents.js";
import { element, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import { GUTTER, type StageColumn, stepX } from "./stageColumns.js";
import { NUMBERS_HEIGHT, stepNumbers } from "./stepNumbers.js";

/** How tall the bar of a touchpoint is that everybody came to. */
const TALLEST = 44;
const BAR = 18;
/** The room for the figure above the tallest bar. */
const FIGURE = 16;

function reachBar({ reach }: MapTouchpoint, x: number, floor: number): MarkupContent {
  if (reach === null || reach.share === null) return null;
  const top = floor - reach.share * TALLEST;
  return [
    element("rect", { x: x - BAR / 2, y: top, width: BAR, height: floor - top, fill: palette.designed }),
    element(
      "text",
      { x, y: top - 5, "text-anchor": "middle", "font-size": 11, "font-weight": 700, fill: palette.ink },
      formatEstimate(reach.share, "share"),
    ),
  ];
}

/**
 * The lane of the customers: for every touchpoint a bar as tall as the share of customers who came there.
 *
 * @param columns Where the stages stand.
 * @param numbered Whether it ends with the numbers of the touchpoints.
 * @returns The lane; null where nobody counted.
 */
export function reachLane(columns: readonly StageColumn[], numbered: boolean): Lane | null {
  const reached = columns.some(({ stage }) => stage.touchpoints.some(({ reach }) => reach !== null));
  if (!reached) return null;
  const floor = LANE_PADDING + FIGURE + TALLEST;
  const right = (columns.at(-1)?.x ?? GUTTER) + (columns.at(-1)?.width ?? 0);
  const height = floor + (numbered ? NUMBERS_HEIGHT : 0) + LANE_PADDING / 2;
  return {
    label: "Customers",
    hint: "share who came",
    height,
    gutter: null,
    body: [
      element("line", { x1: GUTTER, x2: right, y1: floor, y2: floor, stroke: palette.rule }),
      columns.map((column) =>
        column.stage.touchpoints.map((placed, index) => reachBar(placed, stepX(column, index), floor)),
      ),
      numbered ? stepNumbers(columns, height - 7) : null,
    ],
  };
}
