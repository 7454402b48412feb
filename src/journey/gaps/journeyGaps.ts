import type { CxError } from "../../error/cxError.js";
import type { Gap } from "./gap.js";
import type { JourneyFeedback } from "./journeyFeedback.js";
import { journeyGapReport } from "./journeyGapReport.js";
import type { JourneyGapsInput } from "./journeyGapsInput.js";

/**
 * The gaps between the journey as designed, the journey as it happened and what customers said of it, worst first.
 *
 * | kind | reported when |
 * |---|---|
 * | `missing-touchpoint` | customers who came further in the design went without a required touchpoint |
 * | `unplanned-touchpoint` | customers met an event that no touchpoint of the design claims |
 * | `out-of-order` | customers came to a touchpoint when it was not its turn (see `conformance`) |
 * | `failed-touchpoint` | visits failed, by their outcome: of more customers than the tolerance, or of more visits than `expected.success` allows |
 * | `drop-off` | customers went no further although required touchpoints remain; who may still be under way is left out |
 * | `delay` | customers came later after the touchpoint before than `withinSeconds`, or at a required one than `expected.waitSeconds` |
 * | `rework` | customers came again to a touchpoint that is not `repeatable` (see `conformance`) |
 * | `channel-break` | customers came on a channel that the touchpoint is not offered on |
 * | `experience` | the mean satisfaction of a touchpoint's answers is under what it promises (`expected.satisfaction`) |
 * | `low-emotion` | the mean emotion of a touchpoint's answers is more than half a step under the `emotion` that it is designed to leave; where the same scores are told as `experience`, not again |
 * | `unmeasured` | a touchpoint has too few answers to tell, or the log has no event of a required one |
 * | `unowned` | a touchpoint has no `owner` and no stakeholder, where others have, or stakeholders are given |
 * | `uncovered-stage` | a stage has no touchpoint, too few answers in all of it, or (without feedback) no event in the log |
 * | `stale-evidence` | the design was `checkedAt` more than `staleAfterDays` before `now` |
 * | `untouched-persona` | a persona that was given is not named by the journey (nor seen, where it names none), or has no customers in the log or among the respondents |
 *
 * Required touchpoints say how far a customer came; optional ones do not. In a stage of `alternatives` any touchpoint will do.
 *
 * Answers count for the touchpoint whose id (or event name) they give, or else for their stage; customers who answered several
 * times are counted once. Customers whom the log first shows in the middle of their journey, near its own beginning, are not
 * taken to have skipped what came before.
 *
 * A gap in the paths is told only where more than `tolerance` of the customers who could be affected surely are (exact
 * binomial test), an experience only where the mean is surely under the promise (t test), with the rate of false discoveries
 * held at 1 − level over the whole search (Benjamini and Hochberg).
 *
 * **Places and times.** Every gap in the paths is also looked for by channel, by each of the log's attributes, by calendar weeks (days,
 * in a log of less than six weeks) and by both together, at the event where it shows (of a missing touchpoint, the one before it). Where
 * surely more customers are affected than elsewhere, by at least the tolerance, that stands in `where`; and where overall too few are,
 * the place is a gap of its own, whose id ends in `attribute=value`: payments that fail on one device in two weeks. Waits
 * without a promise are looked at in this way too: whether there is a place where many take longer than 95 % of all do. Only those are
 * compared who were at the touchpoint before long enough ahead of the end to be seen waiting long (99 % of waits fit in).
 * The search counts as many tests as there are places (Fisher's exact test, Bonferroni), and is part of the whole search. Where only two
 * columns together stand out, such as a device with a payment method, both are told.
 *
 * **Severity**, 0–1, is the geometric mean of reach and harm. Reach is affected customers out of all in the log (one half where no log
 * tells), or by how much a place in `where` surely exceeds the others (the low end of its interval), where that is more: a fault of
 * one place is judged by those who come there. Harm starts from the kind: drop-off 0.6, failed 0.5, missing 0.4, delay and rework
 * 0.3, unplanned and channel break 0.2, out of order 0.15, uncovered stage and persona 0.1, unmeasured, unowned and stale 0.05,
 * experience the shortfall as a share of the promise, emotion as a share of the four steps. A KPI that is significantly worse among the
 * affected takes it towards 1, and one that is better towards 0, by Cohen's d out of 0.8 (a "large" effect). Effects are judged by
 * their adjusted p-values.
 *
 * **Evidence** has, by kind: `examples`, five of the affected customers; `next`, where the design goes on; `visits`, `failed` and
 * `promised` of failures; `withinSeconds` of a delay; `offered` channels; `respondents`, `promised`, `mean`, `low` and `high` of an
 * experience or emotion, and `emotion` and `designedEmotion` of an experience that is low in emotion too; `answers`, `visitors` and `elsewhere` (answers about places that the design does not know) of what is not
 * measured; `checkedAt` and `days`; `persona` and `reasons`; and `cases`, where cases were given.
 *
 * @param input The design, what to hold against it, and how sure to be.
 * @returns The gaps, most severe first. Effects are associations: who skips a step may differ in other ways too.
 * @throws A {@link CxError} `invalid-definition` when the journey contradicts itself, `invalid-option` when an option is wrong,
 * `invalid-value` when a score or sentiment is off its scale (with the row), `invalid-time` when a time is none.
 *
 * @example
 * ```ts
 * import { eventLog, journeyGaps } from "cxkit";
 *
 * const touchpoints = ["order", "confirm", "deliver"].map((id) => ({ id, name: id }));
 * const journey = { stages: [{ id: "buy", name: "Buy", touchpoints }] };
 * const rows = Array.from({ length: 60 }, (_, customer) => customer % 2 === 0 ? ["order", "deliver"] : ["order", "confirm", "deliver"])
 *   .flatMap((path, customer) => path.map((touchpoint, hour) => ({ customer: `c${customer}`, touchpoint, at: hour * 3_600_000 })));
 * const log = eventLog(rows, { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at });
 * journeyGaps({ journey, log }).map(({ id, customers }) => [id, customers.count, customers.of]);
 * // => [["missing-touchpoint/buy/confirm", 30, 60]]
 * ```
 *
 * @see `journeyGapReport` for what was judged and what was too thin to judge. The kinds of deviation follow Halvorsrud, Kvale and
 * Følstad (2016), Journal of Service Theory and Practice 26(6); the search for places, Kulldorff (1997), Communications in
 * Statistics 26, 1481–1496.
 */
export function journeyGaps<Row extends JourneyFeedback>(input: JourneyGapsInput<Row>): Gap[] {
  return [...journeyGapReport(input).gaps];
}
