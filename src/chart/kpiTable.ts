import type { Estimate } from "../metric/estimate.js";
import { formatCount, formatEstimate, formatInterval } from "./formatEstimate.js";
import type { MapContents, MapEstimate } from "./mapContents.js";
import { element, type Markup } from "./markup.js";
import { tableHead } from "./tableHead.js";

interface Place {
  readonly number: string | null;
  readonly name: string;
  readonly estimates: readonly MapEstimate[];
}

/** What an estimate rests on: "80 to 88 %, n 412, 12 without a value". */
function basis({ interval, n, missing, invalid, definition }: Estimate): string {
  return [
    interval === null ? null : formatInterval(interval, definition.unit),
    `n ${formatCount(n)}`,
    missing > 0 ? `${formatCount(missing)} without a value` : null,
    invalid > 0 ? `${formatCount(invalid)} not allowed` : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

function cell(kpi: string, estimate: Estimate | undefined): Markup {
  const attributes = { role: "cell", "data-label": kpi };
  if (estimate === undefined) return element("td", attributes, element("span", { class: "muted" }, "not measured"));
  const { value, definition } = estimate;
  return element(
    "td",
    attributes,
    element("strong", {}, value === null ? "no answers" : formatEstimate(value, definition.unit)),
    element("span", { class: "small" }, ` ${basis(estimate)}`),
  );
}

const row = ({ number, name, estimates }: Place, kpis: readonly string[]): Markup =>
  element(
    "tr",
    { role: "row" },
    element(
      "th",
      { role: "rowheader", scope: "row" },
      number === null
        ? element("span", { class: "muted" }, "Not on the map ")
        : element("span", { class: "number" }, number),
      element("bdi", {}, name),
    ),
    kpis.map((kpi) => cell(kpi, estimates.find((entry) => entry.kpi === kpi)?.estimate)),
  );

/**
 * The KPIs as a table: every stage and touchpoint that was measured, in the order of the journey, and last what is not on
 * the map.
 *
 * @param contents What is on the map.
 * @returns The table.
 */
export function kpiTable({ stages, strangers, kpis }: MapContents): Markup {
  const places: Place[] = [
    ...stages.flatMap(({ number, stage, estimates, touchpoints }) => [
      { number, name: stage.name, estimates },
      ...touchpoints.map((placed) => ({
        number: placed.number,
        name: placed.touchpoint.name,
        estimates: placed.estimates,
      })),
    ]),
    ...strangers.map(({ name, estimates }) => ({ number: null, name, estimates })),
  ];
  return element(
    "table",
    { role: "table" },
    tableHead(["Where", ...kpis]),
    element(
      "tbody",
      { role: "rowgroup" },
      places.filter(({ estimates }) => estimates.length > 0).map((place) => row(place, kpis)),
    ),
  );
}
