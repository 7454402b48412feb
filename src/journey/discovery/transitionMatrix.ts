import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import type { DiscoveredJourney } from "./discoveredJourney.js";

/** Options of {@link transitionMatrix}. */
export interface TransitionMatrixOptions {
  /** Whether the start and the end of a path are places too. @defaultValue true */
  readonly boundaries?: boolean;
}

/** Where customers go from one place. */
export interface TransitionRow {
  /** The touchpoint; null for the start of the path. */
  readonly from: string | null;
  /** How many times customers left it, to anywhere in `to`. */
  readonly count: number;
  /** Where to, null for the end of the path; the shares are 0–1 and sum to 1. The largest first, the end last among equals. */
  readonly to: readonly { readonly touchpoint: string | null; readonly count: number; readonly share: number }[];
}

/**
 * What the next step is, as a matrix of probabilities: of every touchpoint, the share of visits that each other one follows, and the
 * share after which the path ends. Cells that are 0 are left out.
 *
 * @param journey What `discover` found.
 * @param options Whether start and end count.
 * @returns A row for the start and each touchpoint, in the order of `journey.touchpoints`; one that nothing follows has no row without
 * the boundaries. Customers who have not ended yet count as ended.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, or it is no discovered journey.
 *
 * @example
 * ```ts
 * import { discover, eventLog, transitionMatrix } from "cxkit";
 *
 * const log = eventLog(
 *   [["ann", "cart", 0], ["ann", "pay", 1000], ["bob", "cart", 0]] as const,
 *   { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] },
 * );
 * transitionMatrix(discover(log))[1]?.to;
 * // => [{ touchpoint: "pay", count: 1, share: 0.5 }, { touchpoint: null, count: 1, share: 0.5 }]
 * ```
 */
export function transitionMatrix(
  journey: Pick<DiscoveredJourney, "touchpoints" | "transitions" | "starts" | "ends">,
  options: TransitionMatrixOptions = {},
): TransitionRow[] {
  checkOptions("transitionMatrix", options, ["boundaries"]);
  const { boundaries = true } = options;
  if (typeof boundaries !== "boolean")
    refuseOption("transitionMatrix requires boundaries to be true or false", boundaries);
  const { touchpoints, transitions, starts, ends } = journey;
  if (![touchpoints, transitions, starts, ends].every(Array.isArray)) {
    refuseOption("transitionMatrix requires what discover found", journey);
  }
  const cells = new Map<string | null, { touchpoint: string | null; count: number }[]>();
  const add = (from: string | null, touchpoint: string | null, count: number): void => {
    const row = cells.get(from);
    if (row === undefined) cells.set(from, [{ touchpoint, count }]);
    else row.push({ touchpoint, count });
  };
  if (boundaries) for (const { touchpoint, customers } of starts) add(null, touchpoint, customers);
  for (const { from, to, count } of transitions) add(from, to, count);
  if (boundaries) for (const { touchpoint, customers } of ends) add(touchpoint, null, customers);
  return [null, ...touchpoints.map(({ touchpoint }) => touchpoint)].flatMap((from) => {
    const row = cells.get(from);
    if (row === undefined) return [];
    const count = row.reduce((sum, cell) => sum + cell.count, 0);
    const to = row.map((cell) => ({ ...cell, share: cell.count / count })).sort((a, b) => b.count - a.count);
    return [{ from, count, to }];
  });
}
