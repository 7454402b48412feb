import { gapTable } from "./gapTable.js";
import { FONTS, type JourneyMapSvg, journeyMapSvg } from "./journeyMapSvg.js";
import { kpiTable } from "./kpiTable.js";
import type { MapContents, MapStage } from "./mapContents.js";
import { mapSummary } from "./mapSummary.js";
import { element, type Markup, type MarkupContent, renderMarkup } from "./markup.js";
import { pageStyle } from "./pageStyle.js";
import { palette } from "./palette.js";
import { personaSummary } from "./personaSummary.js";
import { GUTTER } from "./stageColumns.js";
import { stageList } from "./stageList.js";

/** The page may hold its style and nothing else: no script, no image, no font, no connection. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const part = (title: string, css: string, ...content: MarkupContent[]): Markup =>
  element("section", { class: `part ${css}` }, element("h2", {}, title), content);

/** The map in a box that scrolls, under copies of the names of its lanes and stages that stay in view. */
function mapBox({ svg, id, height }: JourneyMapSvg, stages: readonly MapStage[]): Markup {
  const lanes = {
    class: "lanes",
    viewBox: `0 0 ${GUTTER + 1} ${height}`,
    width: GUTTER + 1,
    height,
    fill: palette.ink,
    "font-family": FONTS,
    "aria-hidden": "true",
  };
  return element(
    "div",
    { class: "map", role: "region", "aria-label": "The map, scrolls sideways", tabindex: 0 },
    svg,
    element("svg", lanes, element("use", { href: `#${id}-lanes` })),
    element(
      "div",
      { class: "stages", "aria-hidden": "true" },
      element("div", {}),
      stages.map(({ number, stage }) => element("div", {}, element("span", {}, `${number} ${stage.name}`))),
    ),
  );
}

/**
 * The page around a journey map: a heading, who the journey is for, the map, and everything in it once more as text.
 *
 * @param contents What is on the map.
 * @param language The language of the page, for its readers' software.
 * @returns A whole HTML document.
 */
export function journeyMapPage(contents: MapContents, language: string): string {
  const { title, personas, stages, gapsKnown, kpis } = contents;
  const map = journeyMapSvg(contents, false);
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, `Journey map: ${title}`),
    element("style", {}, pageStyle(map.widths)),
  );
  const sheet = element(
    "div",
    { class: "sheet" },
    element("header", {}, element("h1", {}, title), element("p", { class: "summary" }, mapSummary(contents))),
    personas.length === 0 ? null : element("div", { class: "personas" }, personas.map(personaSummary)),
    element(
      "section",
      { class: "map-part" },
      element("p", { class: "hint muted" }, "The whole map; scroll it sideways."),
      mapBox(map, stages),
    ),
  );
  const main = element(
    "main",
    {},
    sheet,
    gapsKnown ? part("Gaps", "gaps", gapTable(contents)) : null,
    kpis.length > 0 ? part("KPIs", "kpis", kpiTable(contents)) : null,
    stages.length > 0 ? part("Stage by stage", "stages-list", stageList(stages)) : null,
  );
  return `<!doctype html>\n${renderMarkup(element("html", { lang: language }, head, element("body", {}, main)))}\n`;
}
