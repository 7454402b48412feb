import type { EventLog } from "./eventLog.js";
import { subsetLog } from "./subsetLog.js";

/** What of a log was before a moment. */
export interface EventsBefore {
  /** The same log where nothing of it was later. */
  readonly log: EventLog;
  /** Per customer of it, their number in the whole log; null for the same log. */
  readonly numberOf: Int32Array | null;
  /** How many events were at the moment or later. */
  readonly later: number;
}

/** Leaves out the events at a moment and later, and customers who have no other; `end` in epoch milliseconds. */
export function eventsBefore(log: EventLog, end: number | undefined): EventsBefore {
  const mask = Uint8Array.from(log.at, (at) => (end === undefined || at < end ? 1 : 0));
  const later = mask.reduce((sum, kept) => sum - kept, mask.length);
  if (later === 0) return { log, numberOf: null, later };
  const numberOf = Int32Array.from(
    Array.from(log.customers.keys()).filter((customer) =>
      mask.subarray(log.offsets[customer], log.offsets[customer + 1]).includes(1),
    ),
  );
  return { log: subsetLog(log, mask), numberOf, later };
}
