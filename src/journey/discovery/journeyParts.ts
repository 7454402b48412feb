import type { EventLog } from "../log/eventLog.js";
import { pathNumbers } from "../log/pathNumbers.js";
import { pathCounts } from "./pathCounts.js";

/** What a path can have: a touchpoint, a step from one to the next, a beginning, an end; or that it is exactly this one. */
export type JourneyPartKind = "touchpoint" | "transition" | "start" | "end" | "variant";

/** Something that some paths have, and how many customers' do. */
export interface JourneyPart {
  readonly kind: JourneyPartKind;
  /** The touchpoint alone, the two of a transition, or the whole path. */
  readonly path: readonly string[];
  readonly customers: number;
}

/** All that the paths of a log have, by a key that is the same in every log. */
export function journeyParts(log: EventLog): Map<string, JourneyPart> {
  const everyone = Int32Array.from(log.customers.keys());
  const { visitors, starts, ends, transitions } = pathCounts(log, everyone);
  const { first, pathOf } = pathNumbers(log.touchpoint, log.offsets);
  const taken = new Int32Array(first.length);
  for (const path of pathOf) taken[path] = (taken[path] ?? 0) + 1;
  const parts = new Map<string, JourneyPart>();
  const add = (kind: JourneyPartKind, codes: ArrayLike<number>, customers: number): void => {
    if (customers === 0) return;
    const path = Array.from(codes, (code) => log.touchpoints[code] ?? "");
    parts.set(JSON.stringify([kind, ...path]), { kind, path, customers });
  };
  log.touchpoints.forEach((_, code) => {
    add("touchpoint", [code], visitors[code] ?? 0);
    add("start", [code], starts[code] ?? 0);
    add("end", [code], ends[code] ?? 0);
  });
  transitions.customers.forEach((customers, pair) => {
    add("transition", [transitions.from[pair] ?? 0, transitions.to[pair] ?? 0], customers);
  });
  first.forEach((customer, variant) => {
    const path = log.touchpoint.subarray(log.offsets[customer], log.offsets[customer + 1]);
    add("variant", path, taken[variant] ?? 0);
  });
  return parts;
}
