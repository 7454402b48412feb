import type { GroupKey } from "./group.js";

const order = ["number", "string", "boolean", "object"];

/** Numbers by size, strings by code unit, false before true, null last: as `groupBy` sorts. */
export function compareKeys(a: GroupKey, b: GroupKey): number {
  const kinds = order.indexOf(typeof a) - order.indexOf(typeof b);
  if (kinds !== 0 || a === b || a === null || b === null) return kinds;
  return a < b ? -1 : 1;
}
