import { newcombeDifference } from "../../stats/newcombeDifference.js";
import { affectedCustomers, type Exposure, type Sites } from "./exposure.js";
import type { AffectedCustomers, GapConcentration } from "./gap.js";
import { narrowCell } from "./narrowCell.js";
import type { SiteColumns } from "./siteColumns.js";
import type { Cell, CellCounts } from "./siteScanner.js";

/** A place where a gap concentrates, not yet judged. */
export interface Concentrated {
  readonly pValue: number;
  /** The ids of the customers affected there. */
  readonly affected: readonly string[];
  readonly difference: number;
  readonly describe: (adjustedPValue: number) => GapConcentration;
}

/** How places are looked for: values, times and both; and values alone. */
export interface SiteSearch {
  readonly scan: (sites: Sites) => Cell | null;
  readonly scanValues: (sites: Sites) => Cell | null;
}

/** No more places than this are told of one gap. */
const mostPlaces = 3;

/**
 * The places where a gap concentrates, the most telling first: each is looked for among those who are in none of the places before
 * it, as long as these may not be chance. The first is given whatever its p-value, for the search has looked for it.
 */
export function concentrations(
  { sites, affected }: Exposure,
  { scan, scanValues }: SiteSearch,
  where: SiteColumns,
  level: number,
): Concentrated[] {
  if (sites === undefined) return [];
  const found: Concentrated[] = [];
  let rest = sites;
  while (found.length < mostPlaces && rest.affected.length > 0) {
    const first = scan(rest);
    if (first === null) break;
    const cell = first.pValue > 1 - level ? first : narrowCell(first, rest, scanValues, level);
    const isNew = rest === sites ? () => true : setOf(rest.affected);
    found.push({
      pValue: cell.pValue,
      affected: affected.filter((_, index) => {
        const event = sites.affected[index] ?? -1;
        return cell.holds(event) && isNew(event);
      }),
      difference: cell.inside.affected / cell.inside.of - cell.outside.affected / cell.outside.of,
      describe: (adjustedPValue) => ({ ...described(cell, where, level), adjustedPValue }),
    });
    if (cell.pValue > 1 - level) break;
    const remains = (event: number): boolean => !cell.holds(event);
    rest = { ...rest, affected: rest.affected.filter(remains), all: rest.all.filter(remains) };
  }
  return found;
}

function setOf(events: readonly number[]): (event: number) => boolean {
  const those = new Set(events);
  return (event) => those.has(event);
}

function described(cell: Cell, where: SiteColumns, level: number): Omit<GapConcentration, "adjustedPValue"> {
  const { values, periods, inside, outside, pValue } = cell;
  const named = values
    .map(({ column, code }) => ({ attribute: column.name, value: column.values[code] ?? null }))
    .sort((a, b) => (a.attribute < b.attribute ? -1 : 1));
  const { attribute, value } = named[0] ?? { attribute: null, value: null };
  const customersOf = ({ affected, of }: CellCounts): AffectedCustomers =>
    affectedCustomers({ affected: new Array<string>(affected), of }, level);
  const [a, b] = [inside.affected / inside.of, outside.affected / outside.of];
  return {
    attribute,
    value,
    also: named.slice(1),
    from: periods && where.startOf(periods[0]),
    to: periods && where.startOf(periods[1] + 1),
    inside: customersOf(inside),
    outside: customersOf(outside),
    difference: a - b,
    interval: newcombeDifference(inside.affected, inside.of, outside.affected, outside.of, { level }),
    pValue,
  };
}
