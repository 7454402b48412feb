import { createDictionary } from "../../metric/dictionary.js";
import type { EventLog } from "../log/eventLog.js";

/** What of a journey is compared. */
export type DriftSubject = "transitions" | "touchpoints" | "variants";

/** What customers do, each thing once for a customer. */
export interface DriftFeatures {
  /** What there is: the touchpoints of each, where null is the beginning or the end of a journey. */
  readonly paths: readonly (readonly (string | null)[])[];
  /** How many features there are, those too rare to be kept included. */
  readonly occurring: number;
  /** Per customer, the numbers of the kept features. */
  readonly of: (customer: number) => readonly number[];
}

/** The features that most customers have are enough: rarer ones cannot tell a change, and cost as their square. */
const most = 50;

/** Per kind, the keys of what a path holds; a key is a list of touchpoints' numbers, −1 for the beginning or the end. */
const keysOf: { readonly [subject in DriftSubject]: (path: Int32Array) => Iterable<string> } = {
  touchpoints: (path) => new Set(Array.from(path, String)),
  transitions: (path) => {
    const keys = new Set<string>();
    for (let index = 0; index <= path.length; index++) keys.add(`${path[index - 1] ?? -1},${path[index] ?? -1}`);
    return keys;
  },
  variants: (path) => [path.join()],
};

/** Finds what the customers of windows do within their time. */
export function driftFeatures(
  log: EventLog,
  subject: DriftSubject,
  windowOf: Int32Array,
  within: number,
): DriftFeatures {
  const { codeOf, keys } = createDictionary<string>();
  const counts: number[] = [];
  const found: number[][] = [];
  windowOf.forEach((window, customer) => {
    if (window < 0) return;
    const from = log.offsets[customer] as number;
    let to = from;
    const until = (log.at[from] as number) + within;
    while (to < (log.offsets[customer + 1] as number) && (log.at[to] as number) <= until) to++;
    const codes = Array.from(keysOf[subject](log.touchpoint.subarray(from, to)), codeOf);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    found[customer] = codes;
  });
  const ranked = Array.from(keys.keys()).sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const place = new Int32Array(keys.length).fill(-1);
  const kept = ranked.slice(0, most);
  kept.forEach((code, index) => {
    place[code] = index;
  });
  return {
    paths: kept.map((code) => (keys[code] as string).split(",").map((part) => log.touchpoints[Number(part)] ?? null)),
    occurring: keys.length,
    of: (customer) =>
      (found[customer] ?? []).flatMap((code) => ((place[code] as number) < 0 ? [] : [place[code] as number])),
  };
}
