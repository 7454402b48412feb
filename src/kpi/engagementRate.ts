import { checkChoice, checkOptions, checkReader } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import type { Definition, Estimate } from "../metric/estimate.js";
import type { EstimateOptions } from "../metric/estimateOptions.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, NoMinimumN, Suppressed } from "../metric/suppressed.js";
import { type Tally, valueMetric } from "../metric/valueMetric.js";
import { addToMean, emptyRunningMean, meanOf, mergeMean, type RunningMean, spreadOf } from "../stats/runningMean.js";
import {
  addToRatio,
  emptyRunningRatio,
  mergeRatio,
  type RunningRatio,
  ratioError,
  sumOf,
} from "../stats/runningRatio.js";
import { meanLimits } from "./meanLimits.js";

const audiences: readonly string[] = ["reach", "impressions", "followers", "views"];

/** What engagements are held against: people reached, times shown, followers when it was published, or views. */
export type Audience = "reach" | "impressions" | "followers" | "views";

/** What {@link engagementRate} reads of a post: its engagements, and the audience that `by` names. */
export interface Post {
  /** Likes, comments, shares, and whatever else you count; at least 0. */
  readonly engagements: number | null | undefined;
  readonly reach?: number | null | undefined;
  readonly impressions?: number | null | undefined;
  /** At the time of publishing. */
  readonly followers?: number | null | undefined;
  readonly views?: number | null | undefined;
}

/** Options of {@link engagementRate}. */
export interface EngagementRateOptions<Row = Post | null | undefined> extends Omit<EstimateOptions<Row>, "weight"> {
  /** What engagements are held against. @defaultValue "reach" */
  readonly by?: Audience;
  /**
   * `pooled`, all engagements divided by all of the audience, in which large posts count for more; `mean`, the mean of the posts'
   * own rates. @defaultValue "pooled"
   */
  readonly variant?: "pooled" | "mean";
}

/** Engagements for each member of the audience, with its uncertainty; may exceed 1. `n` counts posts. */
export interface EngagementRateResult extends Estimate {
  /** All engagements. */
  readonly engagements: number;
  /** All of the audience. */
  readonly audience: number;
}

/** The accumulator of {@link engagementRateMetric}. */
export interface EngagementSums extends Tally {
  readonly totals: RunningRatio;
  /** Of the posts' own rates. */
  readonly rates: RunningMean;
}

// Products of larger figures would overflow in sums of many posts, and a rate of smaller audiences.
const allowed = (figure: unknown): figure is number =>
  figure === 0 || (typeof figure === "number" && figure >= 1e-60 && figure <= 1e60);

/**
 * {@link engagementRate} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like.
 *
 * @param read Takes the post out of a row: its engagements, and the audience that `by` names. Null and undefined stand for none.
 * @param options The audience, the variant, the level, and what becomes of invalid posts and small results.
 * @returns A metric whose accumulator is a few sums. However rows are split and merged, the rate is the same to 1e-12.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a post with a figure that is not allowed.
 *
 * @example
 * ```ts
 * import { engagementRateMetric, measure } from "cxkit";
 *
 * const posts = [
 *   { likes: 20, comments: 4, shown: 800 },
 *   { likes: 31, comments: 5, shown: 1200 },
 * ];
 * const byImpressions = engagementRateMetric(
 *   (post: (typeof posts)[0]) => ({ engagements: post.likes + post.comments, impressions: post.shown }),
 *   { by: "impressions" },
 * );
 * measure(posts, byImpressions); // => { value: 0.03, n: 2, engagements: 60, audience: 2000, … }
 * ```
 */
export function engagementRateMetric<Row>(
  read: (row: Row) => Post | null | undefined,
  options?: EngagementRateOptions<Row> & NoMinimumN,
): Metric<Row, EngagementSums, EngagementRateResult>;
export function engagementRateMetric<Row>(
  read: (row: Row) => Post | null | undefined,
  options: EngagementRateOptions<Row> & MinimumN,
): Metric<Row, EngagementSums, EngagementRateResult | Suppressed<EngagementRateResult>>;
export function engagementRateMetric<Row>(
  read: (row: Row) => Post | null | undefined,
  options: EngagementRateOptions<Row> & MinimumN = {},
): Metric<Row, EngagementSums, EngagementRateResult | Suppressed<EngagementRateResult>> {
  checkOptions("engagementRate", options, ["level", "invalid", "dismissed", "minimumN", "by", "variant"]);
  checkReader("engagementRate", read);
  const { by = "reach", variant = "pooled", level = 0.95 } = options;
  checkChoice("by", by, audiences);
  checkChoice("variant", variant, ["pooled", "mean"]);
  const limitsOf = meanLimits(level);
  const family = variant === "pooled" ? "ratio" : "mean";
  const definition: Definition = { kpi: "engagementRate", family, unit: "share", options: { variant, by } };
  const readPost = (row: Row): unknown => {
    const post = read(row);
    if (Object(post) !== post || post === null || post === undefined) return post;
    const { engagements, [by]: audience } = post;
    if (isMissing(engagements) || isMissing(audience)) return null;
    if (!(allowed(engagements) && allowed(audience))) {
      const received = allowed(engagements) ? audience : engagements;
      throw new CxError(
        "invalid-value",
        `engagementRate requires engagements and ${by} to be numbers of at least 0`,
        received,
      );
    }
    if (audience > 0) return [engagements, audience];
    if (engagements === 0) return null;
    throw new CxError("invalid-value", `engagementRate requires ${by} over 0 where there are engagements`, audience);
  };
  return valueMetric<Row, EngagementSums, EngagementRateResult>(readPost, {
    kpi: "engagementRate",
    allowed: "a post",
    options,
    createAccumulator: () => ({
      totals: emptyRunningRatio(),
      rates: emptyRunningMean(),
      missing: 0,
      invalid: 0,
      dismissed: 0,
    }),
    add: ({ totals, rates }, value) => {
      if (!Array.isArray(value)) return false;
      const [engagements, audience] = value as [number, number];
      addToRatio(totals, engagements, audience);
      addToMean(rates, engagements / audience, 1);
      return true;
    },
    addAll: (into, other) => {
      into.missing += other.missing;
      into.invalid += other.invalid;
      into.dismissed += other.dismissed;
      mergeRatio(into.totals, other.totals);
      mergeMean(into.rates, other.rates);
    },
    extractOutput: ({ totals, rates, missing, invalid, dismissed }) => {
      const n = rates.weight;
      const [engagements, audience] = [sumOf(totals.over), sumOf(totals.under)];
      const value = n === 0 ? null : variant === "pooled" ? engagements / audience : meanOf(rates);
      const meanError = n < 2 ? null : Math.sqrt(spreadOf(rates) / (n - 1) / n);
      const standardError = variant === "pooled" ? ratioError(totals) : meanError;
      const limits =
        value === null || standardError === null
          ? null
          : limitsOf({ n, mean: value, error: standardError, effectiveN: n });
      return {
        value,
        n,
        missing,
        invalid,
        dismissed,
        standardError,
        interval: limits && { low: Math.max(0, limits.low), high: limits.high, level },
        engagements,
        audience,
        definition,
      };
    },
  });
}

/**
 * Engagement rate: engagements divided by the audience of posts, by default people reached. 0.03 stands for 3 %; it is no share, as
 * a person may engage several times, and may exceed 1.
 *
 * By default all engagements are divided by all of the audience; `variant: "mean"` takes the mean of the posts' own rates, which
 * differs where posts differ in size. A post that reached nobody and has no engagements has no rate: it is counted in `missing`, as
 * is one without a figure; one that has some is refused.
 *
 * @param posts Posts with `engagements` and the audience that `by` names; {@link engagementRateMetric} reads any other rows.
 * @param options The audience, the variant, the level, and what becomes of invalid posts and small results.
 * @returns The rate, and the two sums. Posts are the sample: the pooled rate has the interval of a ratio of two sums by linearisation
 * over posts, the mean Student's t, both with n − 1 degrees of freedom and none below 0. It is null for fewer than two posts, and
 * where all have the same rate.
 * @throws A {@link CxError} `invalid-value` when a figure is negative, no finite number, beyond 1e60, or there are engagements of an
 * audience of 0 (with the row), `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { engagementRate } from "cxkit";
 *
 * const posts = [
 *   { engagements: 34, reach: 1000 },
 *   { engagements: 140, reach: 4000 },
 *   { engagements: 10, reach: null },
 * ];
 * engagementRate(posts); // => { value: 0.0348, n: 2, missing: 1, engagements: 174, audience: 5000, … }
 * engagementRate(posts, { variant: "mean" }).value; // => 0.0345…
 * ```
 *
 * @see Hootsuite ("Engagement rate": by reach, by impressions, by post, average); the interval: Cochran (1977), Sampling Techniques,
 * 3rd edition, ch. 6.
 */
export function engagementRate(
  posts: Iterable<Post | null | undefined>,
  options?: EngagementRateOptions & NoMinimumN,
): EngagementRateResult;
export function engagementRate(
  posts: Iterable<Post | null | undefined>,
  options: EngagementRateOptions & MinimumN,
): EngagementRateResult | Suppressed<EngagementRateResult>;
export function engagementRate(
  posts: Iterable<Post | null | undefined>,
  options: EngagementRateOptions & MinimumN = {},
): EngagementRateResult | Suppressed<EngagementRateResult> {
  return measure(
    posts,
    engagementRateMetric((post: Post | null | undefined) => post, options),
  );
}
