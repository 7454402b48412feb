import { checkChoice, checkOptions } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { seededRandom } from "../../stats/seededRandom.js";
import { type Features, featurePoints } from "../features/featurePoints.js";
import { type BestPartition, bestPartition } from "./bestPartition.js";
import { stoppingFor } from "./clusterPoints.js";
import { type ClusterOptions, checkWhole, clusterOptions, clusterSettings } from "./clusterSettings.js";
import { drawSample } from "./drawSample.js";
import { gapStatistic } from "./gapStatistic.js";
import type { Stopping } from "./lloyd.js";
import { type Points, pickPoints, totalOfSquares } from "./points.js";
import { type ClusterStructure, meanOfSample, structureOf } from "./silhouette.js";
import { silhouetteWidths } from "./silhouetteWidths.js";

/** Options of {@link chooseK}. */
export interface ChooseKOptions<Row> extends ClusterOptions<Row> {
  /** The fewest clusters to try. @defaultValue 2; 1 for the gap */
  readonly from?: number;
  /** The most clusters to try. @defaultValue 10 */
  readonly to?: number;
  /**
   * `silhouette`: the k whose clusters lie apart best, at least 2. `gap`: the smallest k that is as good as the next within chance,
   * against data without clusters; says 1 where there are none. @defaultValue "silhouette"
   */
  readonly method?: "silhouette" | "gap";
  /** Of how many rows, drawn by chance, to find the silhouette and the gap where there are more. @defaultValue 1000 */
  readonly sample?: number;
  /** How many sets of points without clusters the gap is against. @defaultValue 50 */
  readonly references?: number;
}

/** One number of clusters, and how well it does. */
export interface KCandidate {
  readonly k: number;
  /** As `kMeans` gives it. */
  readonly inertia: number;
  /** The share of the total that lies between clusters, 0–1; null where all rows are the same. */
  readonly explained: number | null;
  /** The mean silhouette, −1 to 1; null for one cluster. */
  readonly silhouette: number | null;
  /** The gap; null unless that is the method, or where no inertia is left. */
  readonly gap: number | null;
  /** What is uncertain of the gap (s). */
  readonly gapError: number | null;
}

/** The result of {@link chooseK}. */
export interface ChooseKResult {
  /** How many clusters; null where nothing speaks for any. */
  readonly k: number | null;
  /**
   * Why: the highest silhouette; the first gap that is no less than the next one less its error; the gap rises to the end, so that
   * more clusters may be better still; no row differs from its centre; or there are too few different rows to choose.
   */
  readonly reason: "highest-silhouette" | "first-gap" | "gap-still-rising" | "nothing-left" | "too-few-rows";
  /** The usual word for the silhouette of the k that is chosen; null for one cluster. */
  readonly structure: ClusterStructure | null;
  readonly method: "silhouette" | "gap";
  /** Every k that was tried; those of more clusters than there are different rows are not. */
  readonly candidates: readonly KCandidate[];
  readonly n: number;
  /** Rows left out because a feature is missing. */
  readonly missing: number;
  /** Rows left out because a value is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}

type Choice = Pick<ChooseKResult, "k" | "reason">;

function bySilhouette(candidates: readonly KCandidate[]): Choice {
  let best: KCandidate | null = null;
  for (const candidate of candidates) {
    if (candidate.silhouette !== null && candidate.silhouette > (best?.silhouette ?? Number.NEGATIVE_INFINITY))
      best = candidate;
  }
  return best === null ? { k: null, reason: "too-few-rows" } : { k: best.k, reason: "highest-silhouette" };
}

/** The rule of Tibshirani, Walther and Hastie. */
function byGap(candidates: readonly KCandidate[]): Choice {
  for (const [place, { k, gap }] of candidates.entries()) {
    if (gap === null) return { k, reason: "nothing-left" };
    const next = candidates[place + 1];
    if (next === undefined) return { k, reason: "gap-still-rising" };
    if (next.gap !== null && gap >= next.gap - (next.gapError ?? 0)) return { k, reason: "first-gap" };
  }
  return { k: null, reason: "too-few-rows" };
}

/** The best partition for each k, as far as there are different rows. */
function partitions(
  points: Points,
  from: number,
  to: number,
  settings: Stopping & { readonly starts: number; readonly seed: number },
): BestPartition[] {
  const found: BestPartition[] = [];
  for (let k = from; k <= Math.min(to, points.n); k++) {
    const best = bestPartition(points, k, { ...settings, random: seededRandom(settings.seed) });
    if (best === null) break;
    found.push(best);
  }
  return found;
}

/**
 * How many clusters there are: tries one k after the other, and says which is best and why. No method is always right: the
 * silhouette never says 1, and the gap stops too early where clusters lie in a row or within larger ones. Look at the candidates
 * too, at `segmentStability`, and at whether the groups are of any use.
 *
 * @param rows Any rows with `features`, or lists of numbers; rows that lack a feature are left out.
 * @param options The features and their scaling, which k to try, and by which method.
 * @returns The choice with its reason, and every k that was tried with its inertia, silhouette and gap. Cost is that of `kMeans`
 * for each k, for the gap as often as there are references besides, and that of `silhouette` with a sample.
 * @throws A {@link CxError} `invalid-option` when an option is wrong; `invalid-value` when a feature of a row is no number (with the
 * row).
 *
 * @example
 * ```ts
 * import { chooseK } from "cxkit";
 *
 * // Thirty customers around each of three points.
 * const rows = Array.from({ length: 90 }, (_, i) => [
 *   5 * (i % 3) + ((i * 7) % 10) / 5,
 *   (i % 3 === 1 ? 9 : 0) + ((i * 3) % 11) / 5,
 * ]);
 * const { k, reason, structure } = chooseK(rows, { to: 6 });
 * [k, reason, structure]; // => [3, "highest-silhouette", "strong"]
 * chooseK(rows, { to: 6, method: "gap" }).k; // => 3
 * ```
 *
 * @see Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53–65; Tibshirani, Walther and Hastie (2001), Journal
 * of the Royal Statistical Society B 63, 411–423, with references along principal axes.
 */
export function chooseK<Row extends ArrayLike<number | boolean | null | undefined>>(
  rows: Iterable<Row>,
  options?: ChooseKOptions<Row>,
): ChooseKResult;
export function chooseK<Row>(
  rows: Iterable<Row>,
  options: ChooseKOptions<Row> & { readonly features: Features<Row> },
): ChooseKResult;
export function chooseK<Row>(rows: Iterable<Row>, options: ChooseKOptions<Row> = {}): ChooseKResult {
  checkOptions("chooseK", options, [...clusterOptions, "from", "to", "method", "sample", "references"]);
  const { method = "silhouette", to = 10, sample = 1000, references = 50 } = options;
  checkChoice("method", method, ["silhouette", "gap"]);
  const { from = method === "gap" ? 1 : 2 } = options;
  checkWhole("chooseK", "from", from, 1);
  checkWhole("chooseK", "to", to, from);
  checkWhole("chooseK", "sample", sample, 2);
  checkWhole("chooseK", "references", references, 2);
  const settings = clusterSettings("chooseK", options);
  const points = featurePoints("chooseK", rows, options);
  const { n, missing, invalid } = points;
  const total = n === 0 ? 0 : totalOfSquares(points);
  const stopping = { ...settings, ...stoppingFor(points, settings) };
  const found = partitions(points, from, to, stopping);
  const which = drawSample(n, Math.min(sample, n), seededRandom(settings.seed));
  const ks = found.map(({ sizes }) => sizes.length);
  const gaps = method === "gap" ? gapStatistic(pickPoints(points, which), ks, references, stopping) : [];
  const candidates = found.map(({ labels, sizes, inertia }, place): KCandidate => {
    const k = sizes.length;
    const gap = gaps[place] ?? null;
    return {
      k,
      inertia,
      explained: total > 0 ? Math.max(0, 1 - inertia / total) : null,
      silhouette: k < 2 ? null : meanOfSample(silhouetteWidths(points, labels, k, which), n).mean,
      gap: gap?.gap ?? null,
      gapError: gap?.standardError ?? null,
    };
  });
  const choice = method === "gap" ? byGap(candidates) : bySilhouette(candidates);
  const chosen = candidates.find(({ k }) => k === choice.k);
  return { ...choice, structure: structureOf(chosen?.silhouette ?? null), method, candidates, n, missing, invalid };
}
