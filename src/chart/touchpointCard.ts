import type { Block } from "./block.js";
import { badgeWidth, gapBadge } from "./gapBadge.js";
import type { MapTouchpoint } from "./mapContents.js";
import { element, type Markup } from "./markup.js";
import { palette } from "./palette.js";
import { textBlock } from "./textBlock.js";

/** How a card is drawn. */
export interface CardOptions {
  readonly width: number;
  /** The least height, so that a row of cards ends on one line. */
  readonly height: number;
  /** Whether a missing owner is pointed out: only where other touchpoints have one. */
  readonly owners: boolean;
}

const PADDING = 8;
const STAR = "M0-6.5 1.9-2.1 6.6-1.7 3 1.4 4.1 6 0 3.5-4.1 6-3 1.4-6.6-1.7-1.9-2.1Z";

/** The star of a moment of truth, around a point. */
export function truthStar(x: number, y: number): Markup {
  return element("path", {
    d: STAR,
    transform: `translate(${Number(x.toFixed(2))} ${Number(y.toFixed(2))})`,
    fill: palette.truth,
    stroke: palette.ink,
    "stroke-width": 1,
    "stroke-linejoin": "round",
  });
}

/** Badges from the right edge inwards: at most three, and how many more there are. */
function badges({ gaps }: MapTouchpoint, right: number): { markup: Markup[]; left: number } {
  const texts =
    gaps.length > 3
      ? [...gaps.slice(0, 2).map(({ rank }) => `${rank}`), `+${gaps.length - 2}`]
      : gaps.map(({ rank }) => `${rank}`);
  let left = right;
  const markup = texts.toReversed().map((text) => {
    left -= badgeWidth(text);
    const badge = gapBadge(text, left, 6);
    left -= 3;
    return badge;
  });
  return { markup, left };
}

/**
 * Draws the card of a touchpoint: its number, name and owner, a star where it is a moment of truth, a dashed border where
 * a customer may go without it, and the ranks of its gaps.
 *
 * @param placed The touchpoint.
 * @param options How it is drawn.
 * @returns The card.
 */
export function touchpointCard(placed: MapTouchpoint, { width, height: least, owners }: CardOptions): Block {
  const { touchpoint, number, layer } = placed;
  const room = { x: PADDING, width: width - 2 * PADDING };
  const name = textBlock(touchpoint.name, { ...room, y: 25, size: 12.5, bold: true, lines: 3 });
  const owner = touchpoint.owner ?? (owners ? "No owner" : null);
  const notes = [owner, touchpoint.optional === true ? "optional" : null].filter((note) => note !== null).join(" · ");
  const note = textBlock(notes, { ...room, y: 27 + name.height, size: 11, lines: 2, fill: palette.muted });
  const height = Math.max(least, 27 + name.height + note.height + 6);
  const { markup: marks, left } = badges(placed, width - 6);
  const frame = {
    x: 0.5,
    y: 0.5,
    width: width - 1,
    height: height - 1,
    rx: 5,
    fill: layer === "frontstage" ? palette.paper : palette.backstage,
    stroke: touchpoint.momentOfTruth === true ? palette.ink : palette.rule,
    "stroke-width": touchpoint.momentOfTruth === true ? 1.75 : 1,
    "stroke-dasharray": touchpoint.optional === true ? "5 3" : null,
  };
  return {
    height,
    markup: [
      element("rect", frame),
      element("text", { x: PADDING, y: 18, "font-size": 11, "font-weight": 700, fill: palette.designed }, number),
      touchpoint.momentOfTruth === true ? truthStar(left - 8, 14) : null,
      marks,
      name.markup,
      note.markup,
    ],
  };
}
