import { quantileOfSorted } from "../../stats/quantile.js";
import type { EventLog } from "../log/eventLog.js";
import { type PathNumbers, pathNumbers } from "../log/pathNumbers.js";
import { byText } from "./byText.js";
import type { DiscoveredJourney, JourneyEnd, Transition } from "./discoveredJourney.js";
import { listVariants } from "./listVariants.js";
import { type PathCounts, pathCounts, type TransitionCounts } from "./pathCounts.js";

/** What customers of a log did, given by their numbers; its distinct paths can be numbered once for many calls. */
export function discoverPaths(
  log: EventLog,
  customers: ArrayLike<number>,
  numbers: PathNumbers = pathNumbers(log.touchpoint, log.offsets),
): DiscoveredJourney {
  const counts = pathCounts(log, customers);
  const { visits, visitors, repeatVisitors, starts, ends, reworkCustomers } = counts;
  const transitions = transitionsOf(log, counts);
  const dwell = dwellOf(counts);
  const loops = new Map(loopsOf(counts.transitions));
  const endsOf = (ended: Int32Array): JourneyEnd[] =>
    Array.from(ended, (count, code) => ({
      touchpoint: log.touchpoints[code] ?? "",
      customers: count,
      share: count / customers.length,
    }))
      .filter((end) => end.customers > 0)
      .sort((a, b) => b.customers - a.customers || byText(a.touchpoint, b.touchpoint));
  return {
    customers: customers.length,
    events: counts.events,
    touchpoints: log.touchpoints
      .map((touchpoint, code) => ({
        touchpoint,
        visits: visits[code] ?? 0,
        customers: visitors[code] ?? 0,
        share: (visitors[code] ?? 0) / customers.length,
        repeatCustomers: repeatVisitors[code] ?? 0,
        selfLoops: loops.get(code) ?? 0,
        medianDwellSeconds: dwell[code]?.medianDwellSeconds ?? null,
        percentile90DwellSeconds: dwell[code]?.percentile90DwellSeconds ?? null,
      }))
      .filter((use) => use.visits > 0)
      .sort((a, b) => b.visits - a.visits || byText(a.touchpoint, b.touchpoint)),
    transitions,
    starts: endsOf(starts),
    ends: endsOf(ends),
    variants: listVariants(log, customers, numbers),
    reworkCustomers,
  };
}

/** The count of each touchpoint that follows on itself. */
function loopsOf({ from, to, count }: TransitionCounts): [number, number][] {
  return from.flatMap((code, pair) => (code === to[pair] ? [[code, count[pair] ?? 0]] : []));
}

/** The times until the next event, by touchpoint. Sorts the seconds of its transitions together, and so comes after these. */
function dwellOf({ visits, ends, transitions: { seconds } }: PathCounts) {
  let begin = 0;
  return Array.from(visits, (count, code) => {
    const times = seconds.subarray(begin, begin + count - (ends[code] ?? 0)).sort();
    begin += times.length;
    const at = (p: number): number | null => (times.length === 0 ? null : quantileOfSorted(times, p));
    return { medianDwellSeconds: at(0.5), percentile90DwellSeconds: at(0.9) };
  });
}

function transitionsOf(log: EventLog, { visits, ends, transitions }: PathCounts): Transition[] {
  const { from, to, count, customers, seconds, begins } = transitions;
  const countOf = new Map(from.map((code, pair) => [code * visits.length + (to[pair] ?? 0), count[pair] ?? 0]));
  const list = from.map((start, pair): Transition => {
    const end = to[pair] ?? 0;
    const there = count[pair] ?? 0;
    const begin = begins[pair] ?? 0;
    const times = seconds.subarray(begin, begin + there);
    const back = start === end ? 0 : (countOf.get(end * visits.length + start) ?? 0);
    return {
      from: log.touchpoints[start] ?? "",
      to: log.touchpoints[end] ?? "",
      count: there,
      customers: customers[pair] ?? 0,
      share: there / ((visits[start] ?? 0) - (ends[start] ?? 0)),
      dependency: (there - back) / (there + back + 1),
      medianSeconds: quantileOfSorted(times, 0.5),
      meanSeconds: times.reduce((sum, one) => sum + one, 0) / there,
      minimumSeconds: times[0] ?? 0,
      maximumSeconds: times[times.length - 1] ?? 0,
      percentile90Seconds: quantileOfSorted(times, 0.9),
    };
  });
  return list.sort((a, b) => b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to));
}
