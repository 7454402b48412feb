import { CxError } from "../../error/cxError.js";
import { compareKeys } from "../../metric/compareKeys.js";
import type { GroupKey } from "../../metric/group.js";
import type { GroupKeyInput } from "../../metric/groupBy.js";
import type { EventLog } from "./eventLog.js";

/** The segment of a customer, or the segments of one who is of several; nothing, or an empty list, is the segment null. */
export type SegmentReader = (customer: string) => GroupKeyInput | readonly GroupKeyInput[];

/** Segments and their customers, as numbers of the log. */
export interface SegmentMembers {
  readonly key: GroupKey;
  readonly members: Int32Array;
}

function keyOf(requirer: string, key: unknown): GroupKey {
  if (key === undefined || key === null || Number.isNaN(key)) return null;
  if (typeof key === "string" || typeof key === "boolean") return key;
  if (typeof key === "number" && Number.isFinite(key)) return key;
  throw new CxError("invalid-value", `${requirer}: by requires strings, finite numbers, booleans or null`, key);
}

/** Asks for the segment of every customer once; the segments are sorted as those of `groupBy`. */
export function segmentKeys(requirer: string, log: EventLog, read: SegmentReader): SegmentMembers[] {
  const members = new Map<GroupKey, number[]>();
  log.customers.forEach((id, customer) => {
    const found = read(id);
    const keys = Array.isArray(found) && found.length > 0 ? found : [Array.isArray(found) ? null : found];
    for (const key of new Set(keys.map((one) => keyOf(requirer, one)))) {
      const list = members.get(key);
      if (list === undefined) members.set(key, [customer]);
      else list.push(customer);
    }
  });
  return Array.from(members, ([key, list]) => ({ key, members: Int32Array.from(list) })).sort((a, b) =>
    compareKeys(a.key, b.key),
  );
}
