import { emotionY } from "./emotionY.js";
import { element, type Markup, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import { GUTTER } from "./stageColumns.js";
import { textBlock } from "./textBlock.js";

/** A face for an end or the middle of the scale; `mood` bends its mouth. */
function face(y: number, mood: number): Markup {
  const x = GUTTER - 18;
  return element(
    "g",
    { fill: "none", stroke: palette.muted, "stroke-width": 1.25, "stroke-linecap": "round" },
    element("circle", { cx: x, cy: y, r: 8 }),
    element("path", { d: `M${x - 3} ${y - 2.5}v.1M${x + 3} ${y - 2.5}v.1`, "stroke-width": 2 }),
    element("path", { d: `M${x - 4} ${y + 3 - mood}q4 ${mood * 3} 8 0` }),
  );
}

/** A line of the key beside the name of the lane. */
function keyLine(y: number, text: string, stroke: string, dash: string | null): MarkupContent {
  return [
    element("line", { x1: 12, x2: 34, y1: y, y2: y, stroke, "stroke-width": 2.5, "stroke-dasharray": dash }),
    textBlock(text, { x: 40, y: y - 7, width: GUTTER - 70, size: 11, fill: palette.muted }).markup,
  ];
}

/**
 * Draws what stands beside the emotion curve: faces along its scale, and which line is which.
 *
 * @param designed Whether there is a line for the emotion designed for.
 * @param felt Whether there is one for the emotion felt.
 * @returns The drawing, from the upper edge of the curve.
 */
export function emotionKey(designed: boolean, felt: boolean): MarkupContent {
  return [
    face(emotionY(2), 1),
    face(emotionY(0), 0),
    face(emotionY(-2), -1),
    designed ? keyLine(44, "designed", palette.designed, "6 4") : null,
    felt ? keyLine(62, "felt", palette.felt, null) : null,
  ];
}
