import type { EventLog } from "./eventLog.js";

/**
 * Whether half of the customers begin in the first hundredth of the time that a log covers: it is then a cohort seen from its beginning,
 * and not a window on a stream of customers, of whom the first may be halfway.
 */
export function beginTogether({ offsets, at }: EventLog, start: number, end: number): boolean {
  const starts = offsets.subarray(0, -1);
  const early = starts.reduce((sum, event) => sum + ((at[event] ?? 0) <= start + (end - start) / 100 ? 1 : 0), 0);
  return 2 * early >= starts.length;
}
