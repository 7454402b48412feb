import { type Block, moved } from "./block.js";
import { mapBody, TIP } from "./mapBody.js";
import type { MapContents } from "./mapContents.js";
import { mapId } from "./mapId.js";
import { mapLayout } from "./mapLayout.js";
import { mapSummary } from "./mapSummary.js";
import { element, type Markup, renderMarkup } from "./markup.js";
import { palette } from "./palette.js";
import { GUTTER } from "./stageColumns.js";
import { textStack } from "./textStack.js";

/** A journey map drawn, with what a page needs to put around it. */
export interface JourneyMapSvg {
  readonly svg: Markup;
  /** What all ids in it begin with. */
  readonly id: string;
  readonly height: number;
  /** The widths of the column of names, of the stages and of what is right of them. */
  readonly widths: readonly number[];
}

/** The fonts whose widths `textWidth` knows, and what stands in for them. */
export const FONTS = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/** What the picture shows, for people who cannot see it. */
function description(contents: MapContents): string {
  const stages = contents.stages.map(({ number, stage, touchpoints }) => {
    const names = touchpoints.map(({ touchpoint }) => touchpoint.name).join(", ");
    return `Stage ${number}, ${stage.name}: ${names === "" ? "no touchpoints" : names}.`;
  });
  const first = contents.gaps.slice(0, 3).map(({ rank, gap }) => `Gap ${rank}: ${gap.explanation}`);
  return [mapSummary(contents), ...stages, ...first].join(" ");
}

/** The heading that a map needs where no page stands around it. */
function heading(contents: MapContents, width: number): Block {
  const room = { x: 12, width: width - 24, lines: 2 };
  const words = [...contents.personas.map(({ name }) => `${name}.`), mapSummary(contents)].join(" ");
  const { markup, height } = textStack(
    [
      { ...room, text: contents.title, size: 26, bold: true },
      { ...room, text: words, above: 6, size: 14, fill: palette.muted },
    ],
    10,
  );
  return { markup, height: 10 + height + 16 };
}

/**
 * Draws a journey map.
 *
 * @param contents What is on the map.
 * @param titled Whether it carries its own heading: yes where it stands alone.
 * @returns The picture, its size and what its ids begin with.
 */
export function journeyMapSvg(contents: MapContents, titled: boolean): JourneyMapSvg {
  const layout = mapLayout(contents);
  const top = titled ? heading(contents, layout.right + TIP) : { markup: null, height: 0 };
  const draw = (id: string): Block => {
    const body = mapBody(contents, layout, id);
    return { markup: [top.markup, moved(0, top.height, body.markup)], height: top.height + body.height + 2 };
  };
  const title = `Journey map: ${contents.title}`;
  const words = description(contents);
  const id = mapId(contents.journey.id, renderMarkup([title, words, draw("").markup]));
  const drawing = draw(id);
  const width = Math.ceil(layout.right + TIP);
  const height = Math.ceil(drawing.height);
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      preserveAspectRatio: "xMidYMin meet",
      role: "img",
      "aria-labelledby": `${id}-title`,
      "aria-describedby": `${id}-description`,
      "font-family": FONTS,
      fill: palette.ink,
    },
    element("title", { id: `${id}-title` }, title),
    element("desc", { id: `${id}-description` }, words),
    element("rect", { x: 0, y: 0, width, height, fill: palette.paper }),
    drawing.markup,
  );
  return { svg, id, height, widths: [GUTTER, ...layout.columns.map((column) => column.width), TIP] };
}
