import type { RfmMap } from "./rfmMap.js";

/**
 * The field's maps from scores to names, as data to use, copy or edit. The first rule that holds gives the name.
 *
 * - `recencyFrequency25`, the default of `rfm`: recency and frequency alone. Each of the 25 pairs has exactly one name.
 * - `recencyValue11`: recency, and the mean of the frequency and the monetary score. Its published ranges overlap; here the narrower
 *   range comes first, so that all names but one can occur (`lost` has the scores of `hibernating` where scores begin with 1).
 * - `threeScores10`: all three scores, in the order of the tests of the R package rfm. `new`, `promising` and `cant_lose` never
 *   occur, since earlier rules have their scores, and 36 of the 125 combinations have no rule.
 *
 * `rfmMapCoverage` tells such things of any map. The names are a convention, no finding: tools that use the same names cut differently.
 *
 * @example
 * ```ts
 * import { type RfmMap, rfmMapCoverage, rfmMaps } from "cxkit";
 *
 * rfmMaps.recencyFrequency25.rules.map(({ segment }) => segment).slice(0, 3); // => ["champions", "loyal", "cant_lose"]
 * const ours: RfmMap = {
 *   name: "ours",
 *   rules: [{ segment: "vip", r: [5, 5], f: [5, 5], m: [5, 5] }, ...rfmMaps.recencyFrequency25.rules],
 * };
 * rfmMapCoverage(ours).segments[1]; // => { segment: "champions", combinations: 9 }
 * ```
 *
 * @see `recencyFrequency25`: the map of most Python recipes (their `seg_map`); `recencyValue11`: churned.io, "RFM-Model", after Putler;
 * `threeScores10`: the R package rfm (rsquaredacademy), its tests of segments.
 */
export const rfmMaps: {
  readonly recencyFrequency25: RfmMap;
  readonly recencyValue11: RfmMap;
  readonly threeScores10: RfmMap;
} = {
  recencyFrequency25: {
    name: "recency-frequency-25",
    bins: 5,
    rules: [
      { segment: "champions", r: [5, 5], f: [4, 5] },
      { segment: "loyal", r: [3, 4], f: [4, 5] },
      { segment: "cant_lose", r: [1, 2], f: [5, 5] },
      { segment: "at_risk", r: [1, 2], f: [3, 4] },
      { segment: "potential_loyalist", r: [4, 5], f: [2, 3] },
      { segment: "new", r: [5, 5], f: [1, 1] },
      { segment: "promising", r: [4, 4], f: [1, 1] },
      { segment: "need_attention", r: [3, 3], f: [3, 3] },
      { segment: "about_to_sleep", r: [3, 3], f: [1, 2] },
      { segment: "hibernating", r: [1, 2], f: [1, 2] },
    ],
  },
  recencyValue11: {
    name: "recency-value-11",
    bins: 5,
    rules: [
      { segment: "cant_lose", r: [0, 1], fm: [4, 5] },
      { segment: "champions", r: [4, 5], fm: [4, 5] },
      { segment: "new", r: [4, 5], fm: [0, 1] },
      { segment: "promising", r: [3, 4], fm: [0, 1] },
      { segment: "need_attention", r: [2, 3], fm: [2, 3] },
      { segment: "hibernating", r: [1, 2], fm: [1, 2] },
      { segment: "about_to_sleep", r: [2, 3], fm: [0, 2] },
      { segment: "potential_loyalist", r: [3, 5], fm: [1, 3] },
      { segment: "lost", r: [0, 2], fm: [0, 2] },
      { segment: "loyal", r: [2, 5], fm: [3, 5] },
      { segment: "at_risk", r: [0, 2], fm: [2, 5] },
    ],
  },
  threeScores10: {
    name: "three-scores-10",
    bins: 5,
    rules: [
      { segment: "champions", r: [4, 5], f: [4, 5], m: [4, 5] },
      { segment: "loyal", r: [2, 5], f: [3, 5], m: [3, 5] },
      { segment: "potential_loyalist", r: [3, 5], f: [1, 3], m: [1, 3] },
      { segment: "new", r: [4, 5], f: [1, 1], m: [1, 1] },
      { segment: "promising", r: [3, 4], f: [1, 1], m: [1, 1] },
      { segment: "need_attention", r: [2, 3], f: [2, 3], m: [2, 3] },
      { segment: "about_to_sleep", r: [2, 3], f: [1, 2], m: [1, 2] },
      { segment: "at_risk", r: [1, 2], f: [2, 5], m: [2, 5] },
      { segment: "cant_lose", r: [1, 1], f: [4, 5], m: [4, 5] },
      { segment: "lost", r: [1, 2], f: [1, 2], m: [1, 2] },
    ],
  },
};
