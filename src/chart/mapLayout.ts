import { channelLane } from "./channelLane.js";
import { emotionLane } from "./emotionLane.js";
import { gapLane } from "./gapLane.js";
import { goalLane } from "./goalLane.js";
import { kpiLanes } from "./kpiLanes.js";
import type { Lane } from "./lane.js";
import type { MapContents } from "./mapContents.js";
import { noteLanes } from "./noteLanes.js";
import { reachLane } from "./reachLane.js";
import { type ColumnPlan, mostInALayer, type StageColumn, stageColumns } from "./stageColumns.js";
import { strangerLane } from "./strangerLane.js";
import { touchpointLanes } from "./touchpointLanes.js";

/** Where everything goes. */
export interface MapLayout {
  readonly columns: readonly StageColumn[];
  readonly lanes: readonly Lane[];
  /** The right edge of the last column. */
  readonly right: number;
  /** The height of all lanes together. */
  readonly height: number;
}

/** How much wider than tall the lanes should be to fill what a heading leaves of an A3 sheet in landscape. */
const PROPORTION = 1.7;
/** The least width, so that a map of one stage, or of none, still has the shape of a sheet. */
const NARROWEST = 1180;

function layOut(contents: MapContents, plan: ColumnPlan): MapLayout {
  const columns = stageColumns(contents.stages, plan);
  const last = columns.at(-1);
  const right = last === undefined ? NARROWEST : last.x + last.width;
  const channels = channelLane(columns);
  const lanes = [
    goalLane(columns),
    ...(columns.length === 0 ? [] : touchpointLanes(contents, columns)),
    reachLane(columns, channels === null),
    channels,
    emotionLane(columns, channels === null),
    ...kpiLanes(contents, columns),
    gapLane(contents, columns),
    ...noteLanes(columns),
    strangerLane(contents, right),
  ].filter((lane) => lane !== null);
  return { columns, lanes, right, height: lanes.reduce((sum, lane) => sum + lane.height, 0) };
}

/** About what the stage header and the key add to the height of the lanes. */
const HEAD_AND_KEY = 110;

/** What decides how large a map comes out on its sheet: the smaller, the larger the print. */
const span = ({ right, height }: MapLayout): number => Math.max(right, (height + HEAD_AND_KEY) * PROPORTION, NARROWEST);

/**
 * Finds the layout that can be printed the largest. Cards in few rows make a map wide, cards in many rows make it tall;
 * a map that is still taller than its sheet gets wider columns, which cost nothing there.
 *
 * @param contents What is on the map.
 * @returns The columns and lanes.
 */
export function mapLayout(contents: MapContents): MapLayout {
  const most = Math.min(12, Math.max(1, ...contents.stages.map(mostInALayer)));
  let best = layOut(contents, { rows: 1, stretch: 1 });
  for (let rows = 1; rows <= most; rows += 1) {
    for (let stretch = 1; stretch < 8; stretch *= 1.2) {
      const layout = layOut(contents, { rows, stretch });
      if (span(layout) <= span(best)) best = layout;
      if (layout.right >= span(layout)) break;
    }
  }
  return best;
}
