import type { MarkupContent } from "./markup.js";

/** One row of the picture. Everything in it is drawn from its own upper edge. */
export interface Lane {
  readonly label: string;
  /** A second line under the label: a unit, a key. */
  readonly hint: string | null;
  readonly height: number;
  /** What stands beside the label. */
  readonly gutter: MarkupContent;
  readonly body: MarkupContent;
  /** Whether it runs over all stages, so that no line divides it. */
  readonly undivided?: boolean;
  /** The name of a line that divides this lane from the one above it. */
  readonly dividedBy?: string;
}

/** The room above and below what a lane holds. */
export const LANE_PADDING = 10;
