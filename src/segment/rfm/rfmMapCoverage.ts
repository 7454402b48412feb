import type { CxError } from "../../error/cxError.js";
import { eachScores, type RfmMap, rfmMapTable, ruleHolds } from "./rfmMap.js";

/** Scores from 1 up. */
export interface RfmScoreTriple {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** What a map says of all combinations of scores. */
export interface RfmMapCoverage {
  /** How many combinations there are: 125 for five scores each. */
  readonly combinations: number;
  /** Each name in the order of the rules, with the combinations that get it; `rest` last, where it has any. */
  readonly segments: readonly { readonly segment: string; readonly combinations: number }[];
  /** The combinations that no rule has, which get `rest`. */
  readonly unnamed: readonly RfmScoreTriple[];
  /** Names that no combination ever gets, since earlier rules have all of theirs. */
  readonly unreachable: readonly string[];
  /** Names whose rules speak of the same combinations, and how many these are; they get the name that comes first. */
  readonly overlaps: readonly { readonly segments: readonly [string, string]; readonly combinations: number }[];
}

/**
 * What a map from scores to names covers: each name with its combinations of scores, those without a rule, names that can never
 * occur, and rules that overlap.
 *
 * @param map One of `rfmMaps`, or your own.
 * @returns Counts of combinations, which add up to all of them, and where the order of the rules decides.
 * @throws A {@link CxError} `invalid-definition` for a map that is none: without a name or rules, or with a range that is none (with
 * the rule as row).
 *
 * @example
 * ```ts
 * import { rfmMapCoverage, rfmMaps } from "cxkit";
 *
 * rfmMapCoverage(rfmMaps.recencyFrequency25); // => { combinations: 125, unnamed: [], unreachable: [], overlaps: [], … }
 * rfmMapCoverage(rfmMaps.threeScores10).unreachable; // => ["new", "promising", "cant_lose"]
 * ```
 *
 * @see The names are those of `rfmMaps`.
 */
export function rfmMapCoverage(map: RfmMap): RfmMapCoverage {
  const { bins, segments, names, placeOf } = rfmMapTable(map);
  const counts = segments.map(() => 0);
  const unnamed: RfmScoreTriple[] = [];
  const shared = new Map<string, { segments: [string, string]; combinations: number }>();
  eachScores(bins, (r, f, m) => {
    const place = names[placeOf(r, f, m)] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
    const holding = map.rules.filter((rule) => ruleHolds(rule, r, f, m)).map(({ segment }) => segment);
    if (holding.length === 0) unnamed.push({ r, f, m });
    const others = Array.from(new Set(holding));
    others.forEach((first, index) => {
      for (const second of others.slice(index + 1)) {
        const key = JSON.stringify([first, second]);
        const pair = shared.get(key) ?? { segments: [first, second], combinations: 0 };
        pair.combinations++;
        shared.set(key, pair);
      }
    });
  });
  const table = segments.map((segment, place) => ({ segment, combinations: counts[place] ?? 0 }));
  return {
    combinations: bins ** 3,
    segments: table,
    unnamed,
    unreachable: table.filter(({ combinations }) => combinations === 0).map(({ segment }) => segment),
    overlaps: Array.from(shared.values()),
  };
}
