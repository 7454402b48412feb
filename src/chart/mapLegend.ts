import type { Block } from "./block.js";
import { moved } from "./block.js";
import { gapBadge } from "./gapBadge.js";
import type { MapContents, MapTouchpoint } from "./mapContents.js";
import { element, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import { textBlock } from "./textBlock.js";
import { textWidth } from "./textWidth.js";
import { truthStar } from "./touchpointCard.js";

const ROW = 22;
const SIGN = 30;

interface LegendItem {
  readonly sign: MarkupContent;
  readonly text: string;
}

/** The level of the intervals: "95 %"; null where they differ or there are none. */
function levelInWords(contents: MapContents): string | null {
  const estimates = contents.stages.flatMap((stage) => [
    ...stage.estimates,
    ...stage.touchpoints.flatMap((placed) => [
      ...placed.estimates,
      ...(placed.felt === null ? [] : [{ kpi: "", estimate: placed.felt }]),
    ]),
  ]);
  const levels = new Set(estimates.flatMap(({ estimate }) => estimate.interval?.level ?? []));
  const [level] = levels;
  return level === undefined || levels.size > 1 ? null : `${Number((level * 100).toFixed(2))} % interval`;
}

function legendItems(contents: MapContents): LegendItem[] {
  const touchpoints = contents.stages.flatMap((stage) => stage.touchpoints);
  const any = (test: (placed: MapTouchpoint) => boolean | undefined): boolean =>
    touchpoints.some((placed) => test(placed));
  const range = levelInWords(contents) ?? "interval";
  const items: (LegendItem | null)[] = [
    any(({ touchpoint }) => touchpoint.momentOfTruth) ? { sign: truthStar(15, 8), text: "moment of truth" } : null,
    any(({ touchpoint }) => touchpoint.optional)
      ? {
          sign: element("rect", {
            x: 5,
            y: 2,
            width: 20,
            height: 12,
            rx: 3,
            fill: "none",
            stroke: palette.muted,
            "stroke-dasharray": "4 2.5",
          }),
          text: "optional touchpoint",
        }
      : null,
    any(({ felt }) => felt !== null && felt.value !== null)
      ? {
          sign: [
            element("rect", { x: 2, y: 3, width: 26, height: 10, fill: palette.feltBand }),
            element("path", { d: "M2 8h26", stroke: palette.felt, "stroke-width": 2.75 }),
          ],
          text: `emotion felt, with its ${range}`,
        }
      : null,
    contents.kpis.length > 0
      ? {
          sign: [
            element("path", { d: "M3 8h24M3 4v8M27 4v8", stroke: palette.designed, "stroke-width": 2, fill: "none" }),
            element("circle", { cx: 15, cy: 8, r: 4.5, fill: palette.designed }),
          ],
          text: `KPI, with its ${range}`,
        }
      : null,
    contents.gaps.length > 0
      ? { sign: gapBadge("1", 7, 0), text: "gap by rank; the bar is its severity from 0 to 1" }
      : null,
  ];
  return items.filter((item) => item !== null);
}

/**
 * Draws the key of the signs that the map uses, in as many rows as it needs.
 *
 * @param contents What is on the map.
 * @param x The left edge.
 * @param width The width.
 * @returns The key; of no height where there is nothing to explain.
 */
export function mapLegend(contents: MapContents, x: number, width: number): Block {
  const items = legendItems(contents);
  let left = 0;
  let row = 0;
  const markup = items.map(({ sign, text }) => {
    const itemWidth = SIGN + 6 + textWidth(text, { size: 11.5 }) + 26;
    if (left > 0 && left + itemWidth > width) {
      left = 0;
      row += 1;
    }
    const label = textBlock(text, { x: SIGN + 6, y: 1, width, size: 11.5, fill: palette.muted }).markup;
    const drawn = moved(x + left, row * ROW, [sign, label]);
    left += itemWidth;
    return drawn;
  });
  return { markup, height: items.length === 0 ? 0 : (row + 1) * ROW };
}
