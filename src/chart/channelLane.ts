import { LANE_PADDING, type Lane } from "./lane.js";
import { element, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import { GUTTER, type StageColumn, stepX } from "./stageColumns.js";
import { NUMBERS_HEIGHT, stepNumbers } from "./stepNumbers.js";
import { textBlock } from "./textBlock.js";

const ROW = 16;
/** The name of the lane stands above the names of the channels. */
const TOP = LANE_PADDING + 16;
/** More rows than this say nothing any more; the rest share one. */
const MOST = 14;

/**
 * The lane of the channels: a row for each, a dot for every touchpoint that is offered on it, and a line between the
 * channels of one touchpoint. It ends with the numbers of the touchpoints, which the emotion curve under it shares.
 *
 * @param columns Where the stages stand.
 * @returns The lane; null where the design names no channel.
 */
export function channelLane(columns: readonly StageColumn[]): Lane | null {
  const names = [...new Set(columns.flatMap(({ stage }) => stage.touchpoints.flatMap(({ channels }) => channels)))];
  if (names.length === 0) return null;
  const own = names.length > MOST ? names.slice(0, MOST - 1) : names;
  const rows = new Map(names.map((name, index): [string, number] => [name, Math.min(index, own.length)]));
  const rest = names.slice(own.length);
  const labels = rest.length > 0 ? [...own, `${rest.length} more channels`] : own;
  const rowY = (row: number): number => TOP + (row + 0.5) * ROW;
  const right = (columns.at(-1)?.x ?? GUTTER) + (columns.at(-1)?.width ?? 0);
  const height = TOP + labels.length * ROW + NUMBERS_HEIGHT;

  const dots = columns.map((column) =>
    column.stage.touchpoints.map(({ channels }, index): MarkupContent => {
      const x = stepX(column, index);
      const at = [...new Set(channels.map((channel) => rows.get(channel) ?? 0))].sort((a, b) => a - b).map(rowY);
      const first = at[0];
      const last = at.at(-1);
      if (first === undefined || last === undefined) return null;
      return [
        first === last
          ? null
          : element("line", { x1: x, x2: x, y1: first, y2: last, stroke: palette.head, "stroke-width": 2 }),
        at.map((y) => element("circle", { cx: x, cy: y, r: 5, fill: palette.head })),
      ];
    }),
  );
  return {
    label: "Channels",
    hint: null,
    height,
    gutter: labels.map((label, row) => {
      const name = textBlock(label, { x: GUTTER - 10, y: rowY(row) - 7, width: GUTTER - 22, size: 11, anchor: "end" });
      return row === own.length ? element("g", {}, element("title", {}, rest.join(", ")), name.markup) : name.markup;
    }),
    body: [
      labels.map((_, row) =>
        element("line", { x1: GUTTER, x2: right, y1: rowY(row), y2: rowY(row), stroke: palette.faint }),
      ),
      stepNumbers(columns, height - 7),
      dots,
    ],
  };
}
