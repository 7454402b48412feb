import { hypergeometricTail } from "../../stats/hypergeometricTail.js";
import type { Sites } from "./exposure.js";
import type { Cell } from "./siteScanner.js";

/**
 * A cell cut down to a value of another column, where it is that value alone that stands out in it: a fault of one device and one
 * payment method shows as one of either first. It stays as it is where the rest of it surely stands out too.
 *
 * @param scan Looks for values, and not for times.
 */
export function narrowCell(cell: Cell, sites: Sites, scan: (sites: Sites) => Cell | null, level: number): Cell {
  const found = scan({
    ...sites,
    affected: sites.affected.filter(cell.holds),
    all: sites.all.filter(cell.holds),
  });
  if (found === null || found.pValue > 1 - level) return cell;
  const { inside, outside: rest } = found;
  const { outside } = cell;
  const yes = rest.affected + outside.affected;
  const chance = hypergeometricTail({ first: rest.of, second: outside.of, yes }, rest.affected, "upper");
  if (chance <= 1 - level) return cell;
  return {
    ...cell,
    values: [...cell.values, ...found.values],
    inside,
    outside: { affected: yes, of: rest.of + outside.of },
    holds: (event) => cell.holds(event) && found.holds(event),
  };
}
