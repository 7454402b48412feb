import { type TimeInput, timeReader } from "../../time/parseTime.js";
import type { EventLog } from "./eventLog.js";

/** Until when customers were watched. */
export interface Observation {
  /** Epoch milliseconds. */
  readonly end: number;
  /** Whether `end` was given: events at it or later are then left out. */
  readonly given: boolean;
}

/** Until when a log was written: `now`, or else the time of its last event. */
export function observationOf(
  requirer: string,
  log: EventLog,
  now: TimeInput | undefined,
  timeZone?: string,
): Observation {
  if (now !== undefined) return { end: timeReader(timeZone, requirer)(now), given: true };
  let end = Number.NEGATIVE_INFINITY;
  for (const offset of log.offsets) if (offset > 0) end = Math.max(end, log.at[offset - 1] as number);
  return { end: Number.isFinite(end) ? end : 0, given: false };
}

/** Where a customer's events that were seen come to an end; a number of an event, exclusive. */
export function endOfEvents({ offsets, at }: EventLog, customer: number, { end, given }: Observation): number {
  let to = offsets[customer + 1] as number;
  if (given) while (to > (offsets[customer] as number) && (at[to - 1] as number) >= end) to--;
  return to;
}
