import type { TouchpointLayer } from "../model/touchpoint.js";
import { moved } from "./block.js";
import { LANE_PADDING, type Lane } from "./lane.js";
import type { MapContents } from "./mapContents.js";
import { element, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import { CARD_GAP, type StageColumn } from "./stageColumns.js";
import { textBlock } from "./textBlock.js";
import { touchpointCard } from "./touchpointCard.js";

const WIDEST_CARD = 240;
const FLOWS = { sequence: null, "any-order": "in any order", alternatives: "one of these" } as const;

/** What stands where a stage has no card: a frame, so that it does not look forgotten. */
function emptyStage({ innerX, innerWidth }: StageColumn, text: string): MarkupContent {
  return [
    element("rect", {
      x: innerX + 0.5,
      y: LANE_PADDING + 0.5,
      width: innerWidth - 1,
      height: 47,
      rx: 5,
      fill: "none",
      stroke: palette.rule,
      "stroke-dasharray": "2 4",
    }),
    textBlock(text, {
      x: innerX + innerWidth / 2,
      y: LANE_PADDING + 16,
      width: innerWidth - 16,
      size: 12,
      anchor: "middle",
      fill: palette.muted,
    }).markup,
  ];
}

/** The cards of one layer, in rows that end on one line over all stages. */
function cardLane(
  layer: TouchpointLayer,
  columns: readonly StageColumn[],
  owners: boolean,
): { readonly height: number; readonly body: MarkupContent } {
  const flowNote =
    layer === "frontstage" && columns.some(({ stage }) => FLOWS[stage.stage.flow ?? "sequence"] !== null);
  const top = LANE_PADDING + (flowNote ? 17 : 0);
  const cells = columns.map((column) => {
    const width = Math.min(WIDEST_CARD, (column.innerWidth - (column.across - 1) * CARD_GAP) / column.across);
    const placed = column.stage.touchpoints.filter((touchpoint) => touchpoint.layer === layer);
    return { column, width, placed };
  });
  const heights: number[] = [];
  for (const { column, width, placed } of cells) {
    for (const [index, touchpoint] of placed.entries()) {
      const row = Math.floor(index / column.across);
      heights[row] = Math.max(heights[row] ?? 0, touchpointCard(touchpoint, { width, height: 0, owners }).height);
    }
  }
  const rowTop = (row: number): number =>
    top + heights.slice(0, row).reduce((sum, height) => sum + height + CARD_GAP, 0);
  const body = cells.map(({ column, width, placed }) => {
    const flow = FLOWS[column.stage.stage.flow ?? "sequence"];
    return [
      flow === null || placed.length < 2 || layer !== "frontstage"
        ? null
        : textBlock(flow, {
            x: column.innerX,
            y: LANE_PADDING - 2,
            width: column.innerWidth,
            size: 11,
            italic: true,
            fill: palette.muted,
          }).markup,
      column.stage.touchpoints.length === 0 && layer === "frontstage" ? emptyStage(column, "No touchpoints") : null,
      placed.map((touchpoint, index) => {
        const row = Math.floor(index / column.across);
        const x = column.innerX + (index % column.across) * (width + CARD_GAP);
        return moved(x, rowTop(row), touchpointCard(touchpoint, { width, height: heights[row] ?? 0, owners }).markup);
      }),
    ];
  });
  return {
    body,
    height: heights.length === 0 ? top + 48 + LANE_PADDING : rowTop(heights.length) - CARD_GAP + LANE_PADDING,
  };
}

/**
 * The lanes of the touchpoints: one for each layer of the service blueprint that has any, divided by the lines of
 * visibility and of internal interaction.
 *
 * @param contents What is on the map.
 * @param columns Where the stages stand.
 * @returns One lane where all touchpoints are frontstage, else up to three.
 */
export function touchpointLanes(contents: MapContents, columns: readonly StageColumn[]): Lane[] {
  const touchpoints = contents.stages.flatMap((stage) => stage.touchpoints);
  const owners = touchpoints.some(({ touchpoint }) => touchpoint.owner !== undefined);
  const has = (layer: TouchpointLayer): boolean => touchpoints.some((touchpoint) => touchpoint.layer === layer);
  const lane = (layer: TouchpointLayer, label: string, hint: string | null): Lane => ({
    label,
    hint,
    gutter: null,
    ...cardLane(layer, columns, owners),
  });
  if (!has("backstage") && !has("support")) return [lane("frontstage", "Touchpoints", null)];
  return [
    lane("frontstage", "Frontstage", "what the customer meets"),
    ...(has("backstage")
      ? [{ ...lane("backstage", "Backstage", "what staff do behind it"), dividedBy: "line of visibility" }]
      : []),
    ...(has("support")
      ? [
          {
            ...lane("support", "Support", "systems and suppliers"),
            dividedBy: has("backstage") ? "line of internal interaction" : "line of visibility",
          },
        ]
      : []),
  ];
}
