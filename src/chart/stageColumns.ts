import type { TouchpointLayer } from "../model/touchpoint.js";
import { evenColumns } from "./block.js";
import type { MapStage } from "./mapContents.js";

/** Where a stage stands in the picture, in pixels. */
export interface StageColumn {
  readonly stage: MapStage;
  readonly x: number;
  readonly width: number;
  /** The part of the column that holds something. */
  readonly innerX: number;
  readonly innerWidth: number;
  /** How many touchpoint cards stand side by side. */
  readonly across: number;
}

/** How the columns are to be laid out. */
export interface ColumnPlan {
  /** How many rows of cards a lane should have at most. */
  readonly rows: number;
  /** What all columns are widened by, 1 or more. */
  readonly stretch: number;
}

/** The width of the names of the lanes, left of the first column. */
export const GUTTER = 136;
/** The room between two cards. */
export const CARD_GAP = 8;
const PADDING = 9;
const NARROWEST_COLUMN = 196;
const NARROWEST_CARD = 132;
/** The least room between two touchpoints on the axis of the emotion curve, so that their numbers stay apart. */
const STEP = 36;

/** The most touchpoints that one lane holds in a stage. */
export function mostInALayer({ touchpoints }: MapStage): number {
  const count = (wanted: TouchpointLayer): number => touchpoints.filter(({ layer }) => layer === wanted).length;
  return Math.max(count("frontstage"), count("backstage"), count("support"));
}

/**
 * Gives every stage a column as wide as its touchpoints need.
 *
 * @param stages The stages.
 * @param plan How the columns are to be laid out.
 * @returns The columns from left to right.
 */
export function stageColumns(stages: readonly MapStage[], { rows, stretch }: ColumnPlan): StageColumn[] {
  let x = GUTTER;
  return stages.map((stage) => {
    const most = mostInALayer(stage);
    const needed = Math.max(1, Math.ceil(most / rows));
    const innerWidth =
      stretch *
      Math.max(NARROWEST_COLUMN, needed * (NARROWEST_CARD + CARD_GAP) - CARD_GAP, stage.touchpoints.length * STEP);
    const across = Math.max(1, Math.min(most, evenColumns(innerWidth, NARROWEST_CARD, CARD_GAP).across));
    const width = innerWidth + 2 * PADDING;
    const column = { stage, x, width, innerX: x + PADDING, innerWidth, across };
    x += width;
    return column;
  });
}

/** Where a touchpoint stands on the axis that the channels and the emotion curve share. */
export function stepX({ innerX, innerWidth, stage }: StageColumn, index: number): number {
  return innerX + (innerWidth * (index + 0.5)) / stage.touchpoints.length;
}
