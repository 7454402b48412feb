import { moved } from "./block.js";
import { emotionKey } from "./emotionKey.js";
import { EMOTION_HEIGHT, emotionY } from "./emotionY.js";
import { formatEmotion } from "./formatEstimate.js";
import { LANE_PADDING, type Lane } from "./lane.js";
import type { MapTouchpoint } from "./mapContents.js";
import { element, type Markup, type MarkupContent } from "./markup.js";
import { palette } from "./palette.js";
import { type PathPoint, smoothPath } from "./smoothPath.js";
import { GUTTER, type StageColumn, stepX } from "./stageColumns.js";
import { NUMBERS_HEIGHT, stepNumbers } from "./stepNumbers.js";

/** A touchpoint on the axis, with the emotion felt there. */
interface FeltPoint extends PathPoint {
  /** Its place among all touchpoints of the journey. */
  readonly index: number;
  readonly placed: MapTouchpoint;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Splits points into runs of neighbours, so that nothing is drawn as measured where nothing was. */
function runs(points: readonly FeltPoint[]): FeltPoint[][] {
  const found: FeltPoint[][] = [];
  for (const point of points) {
    const current = found.at(-1);
    if (current !== undefined && current.at(-1)?.index === point.index - 1) current.push(point);
    else found.push([point]);
  }
  return found;
}

/** Thin lines over the touchpoints where nobody was asked. */
function bridges(points: readonly FeltPoint[]): MarkupContent {
  return points.map((end, index) => {
    const start = points[index - 1];
    if (start === undefined || start.index === end.index - 1) return null;
    const thin = { stroke: palette.felt, "stroke-width": 1, "stroke-dasharray": "2 3" };
    return element("line", { x1: start.x, y1: start.y, x2: end.x, y2: end.y, ...thin });
  });
}

function feltBand(points: readonly FeltPoint[]): Markup {
  const edge = (end: "low" | "high"): PathPoint[] =>
    points.map((point) => ({ x: point.x, y: emotionY(point[end] ?? point.value) }));
  const [only] = points;
  if (points.length === 1 && only !== undefined) {
    const top = emotionY(only.high ?? only.value);
    const height = emotionY(only.low ?? only.value) - top;
    return element("rect", { x: only.x - 4, y: top, width: 8, height, fill: palette.feltBand });
  }
  const d = `${smoothPath(edge("high"))}${smoothPath(edge("low").toReversed()).replace("M", "L")}Z`;
  return element("path", { d, fill: palette.feltBand });
}

/** A felt emotion: its dot, and its value on the side where the designed line is not. */
function feltDot({ x, y, value, placed }: FeltPoint): MarkupContent {
  const below = value < (placed.touchpoint.emotion ?? -2);
  return [
    element("circle", { cx: x, cy: y, r: 4.5, fill: palette.felt, stroke: palette.paper, "stroke-width": 1.5 }),
    element(
      "text",
      {
        x,
        y: below ? y + 17 : y - 9,
        "text-anchor": "middle",
        "font-size": 11,
        "font-weight": 700,
        fill: palette.felt,
        stroke: palette.paper,
        "stroke-width": 3,
        "paint-order": "stroke",
      },
      formatEmotion(value),
    ),
  ];
}

/**
 * The lane of the emotion curve: what the design is to make customers feel as a dashed line and, where it was measured,
 * what they feel as a solid one with its interval as a band. A touchpoint without a value is left out; the felt line
 * crosses it thinly and without a band.
 *
 * @param columns Where the stages stand.
 * @param numbered Whether it begins with the numbers of the touchpoints.
 * @returns The lane; null where there is no emotion to show.
 */
export function emotionLane(columns: readonly StageColumn[], numbered: boolean): Lane | null {
  const steps = columns
    .flatMap((column) => column.stage.touchpoints.map((placed, index) => ({ placed, x: stepX(column, index) })))
    .map((step, index) => ({ ...step, index }));
  const designed = steps.flatMap(({ placed, x }) =>
    placed.touchpoint.emotion === undefined ? [] : [{ x, y: emotionY(placed.touchpoint.emotion) }],
  );
  const felt = steps.flatMap(({ placed, x, index }): FeltPoint[] => {
    const value = placed.felt?.value ?? null;
    if (value === null) return [];
    const { low = null, high = null } = placed.felt?.interval ?? {};
    return [{ x, y: emotionY(value), index, placed, value, low, high }];
  });
  if (designed.length === 0 && felt.length === 0) return null;

  const top = numbered ? NUMBERS_HEIGHT : 0;
  const right = (columns.at(-1)?.x ?? GUTTER) + (columns.at(-1)?.width ?? 0);
  const grid = [2, 1, 0, -1, -2].map((level) =>
    element("line", {
      x1: GUTTER,
      x2: right,
      y1: emotionY(level),
      y2: emotionY(level),
      stroke: level === 0 ? palette.rule : palette.faint,
    }),
  );
  const line = { fill: "none", stroke: palette.felt };
  return {
    label: "Emotion",
    hint: null,
    height: top + EMOTION_HEIGHT,
    gutter: moved(0, top, emotionKey(designed.length > 0, felt.length > 0)),
    body: [
      numbered ? stepNumbers(columns, LANE_PADDING + 6) : null,
      moved(0, top, [
        grid,
        runs(felt).map(feltBand),
        designed.length < 2
          ? null
          : element("path", {
              d: smoothPath(designed),
              fill: "none",
              stroke: palette.designed,
              "stroke-width": 2,
              "stroke-dasharray": "6 4",
            }),
        designed.map(({ x, y }) =>
          element("circle", {
            cx: x,
            cy: y,
            r: 3,
            fill: palette.paper,
            stroke: palette.designed,
            "stroke-width": 1.75,
          }),
        ),
        bridges(felt),
        runs(felt)
          .filter((run) => run.length > 1)
          .map((run) => element("path", { d: smoothPath(run), ...line, "stroke-width": 2.75 })),
        felt.map(feltDot),
      ]),
    ],
  };
}
