import { type Block, moved } from "./block.js";
import { LANE_PADDING, type Lane } from "./lane.js";
import type { MapContents } from "./mapContents.js";
import type { MapLayout } from "./mapLayout.js";
import { mapLegend } from "./mapLegend.js";
import { element, type Markup, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import { GUTTER } from "./stageColumns.js";
import { stageHeader } from "./stageHeader.js";
import { textBlock } from "./textBlock.js";
import { textStack } from "./textStack.js";
import { textWidth } from "./textWidth.js";

/** The room for the tip of the last stage's arrow. */
export const TIP = 12;

/** A lane's label and hint in the gutter, and the height that they need. */
function laneLabel({ label, hint }: Lane): Block {
  const room = { x: 12, width: GUTTER - 22 };
  const { markup, height } = textStack(
    [
      { ...room, text: label, size: 12.5, bold: true, lines: 3 },
      hint === null ? null : { ...room, text: hint, above: 1, size: 11, lines: 2, fill: palette.muted },
    ],
    LANE_PADDING,
  );
  return { markup, height: height + 2 * LANE_PADDING };
}

/** The line between two layers of the blueprint, with its name at its right end. */
function dividingLine(name: string, y: number, right: number): MarkupContent {
  const width = textWidth(name, { size: 11 }) + 18;
  const box = { x: right - width - 10, y: y - 8, width, height: 16, rx: 8, fill: palette.paper, stroke: palette.ink };
  const label = { x: right - width / 2 - 10, y: y - 7, width, size: 11, anchor: "middle" } as const;
  return [
    element("line", {
      x1: 0,
      x2: right,
      y1: y,
      y2: y,
      stroke: palette.ink,
      "stroke-width": 1.25,
      "stroke-dasharray": "8 5",
    }),
    element("rect", box),
    textBlock(name, label).markup,
  ];
}

/**
 * Draws everything of a map from its stage header to its key.
 *
 * @param contents What is on the map.
 * @param layout Where it goes.
 * @param id What its ids begin with.
 * @returns The drawing.
 */
export function mapBody(contents: MapContents, { columns, lanes, right }: MapLayout, id: string): Block {
  const head = stageHeader(columns);
  const top = head.height + 8;
  const bands: Markup[] = [];
  const bodies: Markup[] = [];
  const names: Markup[] = [];
  const dividers: MarkupContent[] = [];
  let y = top;
  let divided = top;
  for (const [index, lane] of lanes.entries()) {
    const label = laneLabel(lane);
    const height = Math.max(lane.height, label.height);
    const fill = index % 2 === 0 ? palette.band : palette.paper;
    bands.push(element("rect", { x: 0, y, width: right + TIP, height, fill }));
    bodies.push(moved(0, y, lane.body));
    names.push(moved(0, y, [element("rect", { x: 0, y: 0, width: GUTTER, height, fill }), label.markup, lane.gutter]));
    if (lane.dividedBy !== undefined) dividers.push(dividingLine(lane.dividedBy, y, right));
    y += height;
    if (lane.undivided !== true) divided = y;
  }
  const edge = { x1: GUTTER, x2: GUTTER, y1: top, y2: y, stroke: palette.rule };
  const separators = columns
    .slice(1)
    .map(({ x }) =>
      element("line", { x1: x, x2: x, y1: top, y2: divided, stroke: palette.faint, "stroke-width": 1.5 }),
    );
  const legend = mapLegend(contents, 12, right - 24);
  return {
    height: y + (legend.height === 0 ? 0 : 14 + legend.height),
    markup: [
      bands,
      separators,
      head.markup,
      bodies,
      element(
        "g",
        { id: `${id}-lanes` },
        columns.length === 0 ? null : element("rect", { x: 0, y: 0, width: GUTTER, height: top, fill: palette.paper }),
        names,
        element("line", edge),
      ),
      dividers,
      moved(0, y + 14, legend.markup),
    ],
  };
}
