import type { Estimate } from "../metric/estimate.js";
import type { Block } from "./block.js";
import { evenColumns, stackBlocks } from "./block.js";
import { estimateInWords } from "./estimateInWords.js";
import { formatCount, formatEstimate, formatInterval } from "./formatEstimate.js";
import { type KpiAxis, kpiAxis } from "./kpiAxis.js";
import { LANE_PADDING, type Lane } from "./lane.js";
import type { MapContents, MapEstimate } from "./mapContents.js";
import { palette } from "./palette.js";
import { CARD_GAP, type StageColumn } from "./stageColumns.js";
import { textBlock } from "./textBlock.js";
import { textWidth } from "./textWidth.js";
import { whiskers } from "./whiskers.js";

const NARROWEST = 176;

/** The estimate of a whole stage: the value large, its interval and n beside it, the whiskers under both. */
function stageBlock(estimate: Estimate, axis: KpiAxis | null, width: number): Block {
  const { value, interval, n, definition } = estimate;
  if (value === null || axis === null) return noteBlock(estimateInWords(estimate), width);
  const printed = formatEstimate(value, definition.unit);
  const left = Math.min(width / 2, textWidth(printed, { size: 19, bold: true })) + 8;
  const details = [interval === null ? null : formatInterval(interval, definition.unit), `n ${formatCount(n)}`];
  return {
    height: 42,
    markup: [
      textBlock(printed, { x: 0, y: 0, width: width / 2, size: 19, bold: true }).markup,
      textBlock(details.filter((detail) => detail !== null).join(" · "), {
        x: left,
        y: 7,
        width: width - left,
        size: 11,
        fill: palette.muted,
      }).markup,
      whiskers(estimate, axis, 0, 34, width),
    ],
  };
}

/** The estimate of one touchpoint, on one line; null where it has no answers. */
function touchpointBlock(number: string, estimate: Estimate, axis: KpiAxis | null, width: number): Block | null {
  const { value, n, definition } = estimate;
  if (value === null || axis === null) return null;
  const row = { y: 2, size: 11 };
  const count = `n ${formatCount(n)}`;
  const countWidth = textWidth(count, row);
  const printed = formatEstimate(value, definition.unit);
  const valueWidth = Math.max(34, textWidth(printed, { ...row, bold: true }));
  return {
    height: 18,
    markup: [
      textBlock(number, { ...row, x: 0, width: 30, bold: true, fill: palette.designed }).markup,
      textBlock(printed, { ...row, x: 32 + valueWidth, width: valueWidth, bold: true, anchor: "end" }).markup,
      whiskers(estimate, axis, 40 + valueWidth, 9, Math.max(24, width - 48 - valueWidth - countWidth)),
      textBlock(count, { ...row, x: width, width: countWidth + 1, anchor: "end", fill: palette.muted }).markup,
    ],
  };
}

const noteBlock = (text: string, width: number): Block => ({
  height: 18,
  markup: textBlock(text, { x: 0, y: 2, width, size: 11.5, fill: palette.muted }).markup,
});

const named = (estimates: readonly MapEstimate[], kpi: string): Estimate[] =>
  estimates.flatMap((entry) => (entry.kpi === kpi ? [entry.estimate] : []));

function kpiCell({ stage, innerX, innerWidth }: StageColumn, kpi: string, axis: KpiAxis | null): Block {
  const whole = named(stage.estimates, kpi).map((estimate) => stageBlock(estimate, axis, Math.min(innerWidth, 260)));
  const { width, across } = evenColumns(innerWidth, NARROWEST, 2 * CARD_GAP);
  const parts = stage.touchpoints.flatMap(({ number, estimates }) =>
    named(estimates, kpi).map((estimate) => touchpointBlock(number, estimate, axis, width)),
  );
  const shown = parts.filter((part) => part !== null);
  const nothing = noteBlock(parts.length === 0 ? "not measured" : "no answers", innerWidth);
  const blocks = whole.length + shown.length === 0 ? [nothing] : whole;
  const top = stackBlocks(blocks, {
    x: innerX,
    y: LANE_PADDING,
    width: innerWidth,
    across: 1,
    columnGap: 0,
    rowGap: 0,
  });
  const below = stackBlocks(shown, {
    x: innerX,
    y: LANE_PADDING + top.height + (top.height > 0 ? 6 : 0),
    width,
    across,
    columnGap: 2 * CARD_GAP,
    rowGap: 0,
  });
  return {
    markup: [top.markup, below.markup],
    height: top.height + (top.height > 0 && shown.length > 0 ? 6 : 0) + below.height,
  };
}

/**
 * The lanes of the KPIs, one for each: the value of every stage with its interval and number of answers, drawn as a dot
 * with whiskers on one axis, and under it the values of those of its touchpoints that have any.
 *
 * @param contents What is on the map.
 * @param columns Where the stages stand.
 * @returns A lane for every KPI; none where no results were given.
 */
export function kpiLanes(contents: MapContents, columns: readonly StageColumn[]): Lane[] {
  return contents.kpis.map((kpi) => {
    const estimates = contents.stages.flatMap((stage) => [
      ...named(stage.estimates, kpi),
      ...stage.touchpoints.flatMap((placed) => named(placed.estimates, kpi)),
    ]);
    const axis = kpiAxis(estimates);
    const unit = estimates[0]?.definition.unit ?? "value";
    const cells = columns.map((column) => kpiCell(column, kpi, axis));
    return {
      label: kpi,
      hint: axis === null ? null : `axis ${formatEstimate(axis.low, unit)} to ${formatEstimate(axis.high, unit)}`,
      gutter: null,
      body: cells.map(({ markup }) => markup),
      height: Math.max(18, ...cells.map(({ height }) => height)) + 2 * LANE_PADDING,
    };
  });
}
