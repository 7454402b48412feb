import type { CxError } from "../error/cxError.js";
import { itself } from "../metric/addRows.js";
import { measure } from "../metric/measure.js";
import type { Metric } from "../metric/metric.js";
import type { MinimumN, Suppressed } from "../metric/suppressed.js";
import { type NpsOptions, type NpsResult, netPromoterMetric } from "./nps.js";
import type { ScoreCounts } from "./scoreCounts.js";

/**
 * {@link enps} over rows: a metric for `measure`, `groupBy`, `perPeriod` and the like. **Give `groupBy` the
 * same `minimumN`**: the minimum of the metric alone hides a small team, but the total less the others still tells it. With
 * `minimumN: 0` here and 5 there, no more teams are hidden than need be; with both, some more, since nobody knows any longer how many
 * answers the hidden ones have.
 *
 * @param read Takes the score out of a row: an integer from 0 to 10; null, undefined and NaN stand for no answer.
 * @param options As of `nps`; `minimumN` is 5 unless it says otherwise.
 * @returns A metric whose accumulator is eleven counts.
 * @throws A {@link CxError} `invalid-option` at once for a wrong option, `invalid-value` for a row with a score off the scale.
 *
 * @example
 * ```ts
 * import { enpsMetric, groupBy, measure } from "cxkit";
 *
 * const answers = [9, 9, 10, 8, 7, 6].map((score) => ({ team: "shop", score }));
 * const byTeam = groupBy((row: (typeof answers)[0]) => row.team, enpsMetric((row) => row.score), { minimumN: 5 });
 * measure(answers, byTeam).map(({ key, result }) => [key, result.value]); // => [["shop", 33.33…]]
 * ```
 */
export function enpsMetric<Row>(
  read: (row: Row) => number | null | undefined,
  options: NpsOptions<Row> & MinimumN = {},
): Metric<Row, ScoreCounts, NpsResult | Suppressed<NpsResult>> {
  return netPromoterMetric("enps", read, { ...options, minimumN: options.minimumN ?? 5 });
}

/**
 * Employee Net Promoter Score: the arithmetic of `nps` on the answers of employees. Of fewer than five answers it shows
 * nothing, because in a small team everybody knows who answered what.
 *
 * @param scores Answers to "how likely are you to recommend us as a place to work", integers from 0 to 10; null, undefined and
 * NaN stand for no answer.
 * @param options As of `nps`; `minimumN` is 5 unless it says otherwise.
 * @returns −100 to 100 with its interval and parts; where there are too few answers `suppressed: true`, and every figure is null.
 * @throws A {@link CxError} `invalid-value` when a score is not an integer from 0 to 10 (with the row), `invalid-option` when an
 * option is wrong.
 *
 * @example
 * ```ts
 * import { enps } from "cxkit";
 *
 * enps([9, 10, 7, 8, 3]).value; // => 20
 * enps([9, 10, 7]); // => { suppressed: true, value: null, n: null, promoters: null, … }
 * ```
 *
 * @see `nps`.
 */
export function enps(
  scores: Iterable<number | null | undefined>,
  options: NpsOptions & MinimumN = {},
): NpsResult | Suppressed<NpsResult> {
  return measure(scores, enpsMetric(itself<number | null | undefined>, options));
}
