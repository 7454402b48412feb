import { element, type Markup } from "./markup.js";
import { palette } from "./palette.js";
import { textWidth } from "./textWidth.js";

/** The height of the badge of a gap. */
const BADGE = 16;

/** The width of the badge with a text. */
export const badgeWidth = (text: string): number => Math.max(BADGE, textWidth(text, { size: 11, bold: true }) + 8);

/** The rank of a gap as a badge: the same on the card of its touchpoint, in the lane of the gaps and in the table. */
export function gapBadge(text: string, x: number, y: number): Markup {
  const width = badgeWidth(text);
  return element(
    "g",
    {},
    element("rect", { x, y, width, height: BADGE, rx: 3, fill: palette.gap }),
    element(
      "text",
      {
        x: x + width / 2,
        y: y + 12,
        "text-anchor": "middle",
        "font-size": 11,
        "font-weight": 700,
        fill: palette.paper,
      },
      text,
    ),
  );
}
