import type { Block } from "./block.js";
import { badgeWidth, gapBadge } from "./gapBadge.js";
import { gapInWords } from "./gapInWords.js";
import type { MapGap } from "./mapContents.js";
import { element, type Markup } from "./markup.js";
import { palette } from "./palette.js";
import { textBlock } from "./textBlock.js";
import { textStack } from "./textStack.js";

const PADDING = 8;

/** A severity from 0 to 1 as a bar that fills from the left. */
export function severityBar(severity: number, x: number, y: number, width: number): Markup[] {
  const bar = { x, y, height: 6, rx: 3 };
  return [
    element("rect", { ...bar, width, fill: palette.gapTint }),
    element("rect", { ...bar, width: width * Math.max(0, Math.min(1, severity)), fill: palette.gap }),
  ];
}

/**
 * Draws the card of a gap: its rank, kind and place, the customers affected, one sentence, what goes with it, and its
 * severity as a bar and a number.
 *
 * @param ranked The gap.
 * @param width The width of the card.
 * @param lines The most lines for the sentence.
 * @returns The card.
 */
export function gapCard({ rank, gap, number, name }: MapGap, width: number, lines: number): Block {
  const said = gapInWords(gap);
  const left = PADDING + badgeWidth(`${rank}`) + 7;
  const room = { x: PADDING, width: width - 2 * PADDING, size: 11 };
  const title = number?.includes(".") === true ? `${number} ${said.title}` : said.title;
  const words = textStack(
    [
      { text: title, x: left, width: width - left - PADDING, size: 12, bold: true, lines: 2 },
      number === null && name !== null ? { ...room, text: `“${name}”`, above: 4, lines: 2, italic: true } : null,
      { ...room, text: said.customers, above: 4, bold: true },
      { ...room, text: said.sentence, lines, fill: palette.muted },
      said.effect === null ? null : { ...room, text: said.effect, above: 2, lines: 2 },
    ],
    PADDING + 1,
  );
  const y = PADDING + 5 + words.height;
  const severity = { ...room, x: width - PADDING, y, anchor: "end", bold: true, fill: palette.gap } as const;
  const height = y + 20;
  const frame = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 5, fill: palette.paper };
  return {
    height,
    markup: [
      element("rect", { ...frame, stroke: palette.gap, "stroke-opacity": 0.45 }),
      gapBadge(`${rank}`, PADDING, 8),
      words.markup,
      severityBar(gap.severity, PADDING, y + 4, room.width - 32),
      textBlock(gap.severity.toFixed(2), severity).markup,
    ],
  };
}
