import { quantileOfSorted } from "../../stats/quantile.js";
import type { EventLog } from "../log/eventLog.js";
import type { DecisionPath } from "./decisionPaths.js";
import type { Decision, OutcomeChance, Settled } from "./decisionResult.js";

/** What is seen at a touchpoint where it is decided for some. */
interface Sightings {
  outcomes: number;
  readonly seconds: number[];
  readonly events: number[];
  /** Per touchpoint before, how many; −1 for none. */
  readonly from: Map<number, number>;
}

const median = (values: readonly number[]): number => quantileOfSorted(Float64Array.from(values).sort(), 0.5);

/** The first touchpoint on each path at which something is settled that was not at the start, and for how many paths there is none. */
export function decisions(
  log: EventLog,
  paths: readonly DecisionPath[],
  chanceOf: readonly OutcomeChance[],
  start: Settled | null,
): { readonly decisions: Decision[]; readonly undecided: number } {
  const { at, touchpoint, touchpoints } = log;
  const sightings = new Map<number, Sightings>();
  let undecided = 0;
  for (const { from, to, outcome } of paths) {
    let event = from;
    const settledAt = (one: number): Settled | null => chanceOf[touchpoint[one] as number]?.settled ?? null;
    while (event < to && (settledAt(event) === null || settledAt(event) === start)) event++;
    if (event === to) {
      undecided++;
      continue;
    }
    const code = touchpoint[event] as number;
    let seen = sightings.get(code);
    if (seen === undefined) {
      seen = { outcomes: 0, seconds: [], events: [], from: new Map() };
      sightings.set(code, seen);
    }
    if (outcome) seen.outcomes++;
    seen.seconds.push(((at[event] as number) - (at[from] as number)) / 1000);
    seen.events.push(event - from + 1);
    const before = event === from ? -1 : (touchpoint[event - 1] as number);
    seen.from.set(before, (seen.from.get(before) ?? 0) + 1);
  }
  const nameOf = (code: number): string => touchpoints[code] ?? "";
  const found = Array.from(sightings, ([code, { outcomes, seconds, events, from }]): Decision => {
    const origins = Array.from(from, ([before, customers]) => ({
      touchpoint: before < 0 ? null : nameOf(before),
      customers,
      chance: chanceOf[before]?.share ?? null,
    }));
    return {
      touchpoint: nameOf(code),
      // Only touchpoints at which something is settled are in the map.
      settled: chanceOf[code]?.settled as Settled,
      customers: seconds.length,
      outcomes,
      share: seconds.length / paths.length,
      medianSeconds: median(seconds),
      medianEvents: median(events),
      from: origins.sort((a, b) => b.customers - a.customers || ((a.touchpoint ?? "") < (b.touchpoint ?? "") ? -1 : 1)),
    };
  });
  found.sort((a, b) => b.customers - a.customers || (a.touchpoint < b.touchpoint ? -1 : 1));
  return { decisions: found, undecided };
}
