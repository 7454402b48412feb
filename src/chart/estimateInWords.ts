import type { Estimate } from "../metric/estimate.js";
import { formatCount, formatEstimate, formatInterval } from "./formatEstimate.js";

/**
 * An estimate in words: "+32 (+21 to +43), n 412", or why there is none.
 *
 * @param estimate Any estimate.
 * @returns The value, its interval where there is one, and what it rests on.
 */
export function estimateInWords({ value, interval, n, definition }: Estimate): string {
  if (value === null) return "no answers";
  const range = interval === null ? "" : ` (${formatInterval(interval, definition.unit)})`;
  return `${formatEstimate(value, definition.unit)}${range}, n ${formatCount(n)}`;
}
