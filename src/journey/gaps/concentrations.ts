import { newcombeDifference } from "../../stats/newcombeDifference.js";
import { affectedCustomers, type Exposure, type Sites } from "./exposure.js";
import type { AffectedCustomers, GapConcentration } from "./gap.js";
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

/** No more places than this are told of one gap. */
const mostPlaces = 3;

/**
 * The places where a gap concentrates, the most telling first: each is looked for among those who are in none of the places before
 * it, as long as these may not be chance. The first is given whatever its p-value, for the search has looked for it.
 */
export function concentrations(
  { sites, affected }: Exposure,
  scan: (sites: Sites) => Cell | null,
  where: SiteColumns,
  level: number,
): Concentrated[] {
  if (sites === undefined) return [];
  const found: Concentrated[] = [];
  let rest = sites;
  while (found.length < mostPlaces && rest.affected.length > 0) {
    const cell = scan(rest);
    if (cell === null) break;
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
  const { column, code, periods, inside, outside, pValue } = cell;
  const customersOf = ({ affected, of }: CellCounts): AffectedCustomers =>
    affectedCustomers({ affected: new Array<string>(affected), of }, level);
  const [a, b] = [inside.affected / inside.of, outside.affected / outside.of];
  return {
    attribute: column?.name ?? null,
    value: column?.values[code] ?? null,
    from: periods && where.startOf(periods[0]),
    to: periods && where.startOf(periods[1] + 1),
    inside: customersOf(inside),
    outside: customersOf(outside),
    difference: a - b,
    interval: newcombeDifference(inside.affected, inside.of, outside.affected, outside.of, { level }),
    pValue,
  };
}
