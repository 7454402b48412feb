import type { Block } from "./block.js";
import { element, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import type { StageColumn } from "./stageColumns.js";
import { textBlock } from "./textBlock.js";
import { textWidth } from "./textWidth.js";

const PHASE_HEIGHT = 24;
const ARROW = 10;
const ARROW_HEIGHT = 48;

/** Neighbouring stages of one phase. */
interface Phase {
  readonly name: string | null;
  readonly x: number;
  width: number;
}

function phases(columns: readonly StageColumn[]): Phase[] {
  const found: Phase[] = [];
  for (const { stage, x, width } of columns) {
    const name = stage.phase;
    const current = found.at(-1);
    if (current !== undefined && name !== null && current.name === name) current.width += width;
    else found.push({ name, x, width });
  }
  return found;
}

function phaseBar({ name, x, width }: Phase): MarkupContent {
  if (name === null) return null;
  const bar = { x: x + 1, y: 0, width: width - 3, height: PHASE_HEIGHT - 3, rx: 3, fill: palette.headTint };
  const label = { x: x + 11, y: 3, width: width - 22, size: 12, bold: true, fill: palette.head };
  return [element("rect", bar), textBlock(name, label).markup];
}

/** A stage as an arrow that points to the next. */
function stageArrow({ stage, x, width }: StageColumn, top: number): MarkupContent {
  const [left, right, middle, bottom] = [x + 1, x + width - 2, top + ARROW_HEIGHT / 2, top + ARROW_HEIGHT];
  const d = `M${left} ${top}H${right}l${ARROW} ${ARROW_HEIGHT / 2}L${right} ${bottom}H${left}l${ARROW} ${-ARROW_HEIGHT / 2}Z`;
  const numberWidth = textWidth(stage.number, { size: 20, bold: true });
  const nameX = left + ARROW + 10 + numberWidth + 9;
  const style = { size: 14, bold: true, lines: 2, fill: palette.paper, x: nameX, width: right - nameX - 4 };
  const { height } = textBlock(stage.stage.name, { ...style, y: 0 });
  const number = {
    x: left + ARROW + 10,
    y: middle + 7,
    "font-size": 20,
    "font-weight": 700,
    fill: palette.paper,
  };
  return [
    element("path", { d, fill: palette.head }),
    element("text", number, stage.number),
    textBlock(stage.stage.name, { ...style, y: middle - height / 2 }).markup,
  ];
}

/** What stands where a journey has no stage. */
const noStages = (): Block => ({
  markup: [
    element("rect", {
      x: 12,
      y: 12,
      width: 400,
      height: ARROW_HEIGHT,
      rx: 5,
      fill: "none",
      stroke: palette.rule,
      "stroke-dasharray": "2 4",
    }),
    textBlock("This journey has no stages yet.", { x: 28, y: 27, width: 380, size: 14, fill: palette.muted }).markup,
  ],
  height: ARROW_HEIGHT + 24,
});

/**
 * Draws the head of the picture: the phases, where the design names any, and the stages as arrows.
 *
 * @param columns Where the stages stand.
 * @returns The head.
 */
export function stageHeader(columns: readonly StageColumn[]): Block {
  if (columns.length === 0) return noStages();
  const bars = phases(columns);
  const top = bars.some(({ name }) => name !== null) ? PHASE_HEIGHT : 0;
  return {
    markup: [bars.map(phaseBar), columns.map((column) => stageArrow(column, top))],
    height: top + ARROW_HEIGHT,
  };
}
