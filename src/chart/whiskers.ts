import type { Estimate } from "../metric/estimate.js";
import type { KpiAxis } from "./kpiAxis.js";
import { element, type Markup, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";

const DOT = 4.5;

/**
 * Draws an estimate as a dot with its interval as whiskers, on an axis with ticks at its ends and in its middle.
 *
 * @param estimate The estimate.
 * @param axis The ends of the axis.
 * @param x The left edge.
 * @param y The line in its middle.
 * @param width The width, with half a dot's room at both ends.
 * @returns The drawing; nothing for an estimate without a value.
 */
export function whiskers(
  { value, interval }: Estimate,
  axis: KpiAxis,
  x: number,
  y: number,
  width: number,
): MarkupContent {
  if (value === null) return null;
  const at = (end: number): number => {
    const share = (end - axis.low) / (axis.high - axis.low);
    return x + DOT + (width - 2 * DOT) * Math.max(0, Math.min(1, share));
  };
  const line = (x1: number, x2: number, y1: number, y2: number, stroke: string, thick: number): Markup =>
    element("line", { x1, x2, y1, y2, stroke, "stroke-width": thick });
  const ticks = [axis.low, (axis.low + axis.high) / 2, axis.high].map((tick) =>
    line(at(tick), at(tick), y - 4, y + 4, palette.rule, 1),
  );
  return [
    line(at(axis.low), at(axis.high), y, y, palette.rule, 1),
    ticks,
    interval === null
      ? null
      : [
          line(at(interval.low), at(interval.high), y, y, palette.designed, 2),
          [interval.low, interval.high].map((end) => line(at(end), at(end), y - 4, y + 4, palette.designed, 2)),
        ],
    element("circle", { cx: at(value), cy: y, r: DOT, fill: palette.designed }),
  ];
}
