import type { Gap } from "../journey/gaps/gap.js";
import { formatCount, formatEstimate, formatInterval } from "./formatEstimate.js";
import { severityBar } from "./gapCard.js";
import { gapInWords } from "./gapInWords.js";
import type { MapContents, MapGap } from "./mapContents.js";
import { element, type Markup, type MarkupContent } from "./markup.js";
import { tableHead } from "./tableHead.js";

const REMEDIES: { readonly [remedy: string]: string } = {
  redesign: "Redesign it",
  add: "Add what is missing",
  remove: "Remove it",
  automate: "Automate it",
  assign: "Give it an owner",
  measure: "Measure it",
};

const small = (text: string | null): Markup | null => (text === null ? null : element("div", { class: "small" }, text));

/** What else is known of the customers affected: "95 % interval 24 to 29 %; about 1,340 in all". */
function reach({ customers: { count, interval, estimated } }: Gap): string | null {
  const parts = [
    interval === null
      ? null
      : `${formatEstimate(interval.level, "share")} interval ${formatInterval(interval, "share")}`,
    estimated === null || Math.round(estimated) === count ? null : `about ${formatCount(Math.round(estimated))} in all`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join("; ");
}

function row(ranked: MapGap): Markup {
  const { rank, gap, number, name } = ranked;
  const { title, customers, effect } = gapInWords(gap);
  const sides =
    gap.effect === null || gap.effect.affected.value === null || gap.effect.others.value === null
      ? null
      : [
          `${formatEstimate(gap.effect.affected.value, gap.effect.definition.unit)} (n ${formatCount(gap.effect.affected.n)})`,
          `against ${formatEstimate(gap.effect.others.value, gap.effect.definition.unit)} (n ${formatCount(gap.effect.others.n)})`,
        ].join(" ");
  const cell = (label: string, css: string | null, ...content: MarkupContent[]): Markup =>
    element("td", { role: "cell", "data-label": label, class: css }, content);
  return element(
    "tr",
    { role: "row" },
    element("td", { role: "cell", class: "figure" }, element("span", { class: "rank" }, `${rank}`)),
    element(
      "th",
      { role: "rowheader", scope: "row", class: "what" },
      element("strong", {}, title),
      small(gap.explanation),
    ),
    cell(
      "Where",
      null,
      number === null
        ? element("span", { class: "muted" }, "Not on the map")
        : element("span", { class: "number" }, number),
      number === null && name !== null ? " " : null,
      name === null ? null : element("bdi", {}, name),
    ),
    cell("Who is affected", "figure", customers, small(reach(gap))),
    cell("Effect", "figure", effect ?? element("span", { class: "muted" }, "no feedback to tell"), small(sides)),
    cell(
      "Severity",
      "figure",
      element(
        "span",
        { class: "severity" },
        element(
          "svg",
          { viewBox: "0 0 44 6", width: 44, height: 6, "aria-hidden": "true" },
          severityBar(gap.severity, 0, 0, 44),
        ),
        gap.severity.toFixed(2),
      ),
    ),
    cell("Remedy", null, REMEDIES[gap.remedy] ?? gap.remedy),
  );
}

/**
 * The gaps as a table, by rank.
 *
 * @param contents What is on the map.
 * @returns The table, or a sentence where there is nothing to list.
 */
export function gapTable({ gaps, gapsLeftOut }: MapContents): Markup {
  if (gaps.length + gapsLeftOut === 0)
    return element("p", {}, "No gap was found between the design and what was observed.");
  const heads = ["Rank", "What", "Where", "Who is affected", "Effect", "Severity", "Remedy"];
  const caption =
    gapsLeftOut === 0
      ? "By rank. An effect compares the customers affected with the others; it shows what goes together, not what causes it."
      : `The first ${formatCount(gaps.length)} of ${formatCount(gaps.length + gapsLeftOut)}.`;
  return element(
    "table",
    { role: "table" },
    element("caption", {}, caption),
    tableHead(heads),
    element("tbody", { role: "rowgroup" }, gaps.map(row)),
  );
}
