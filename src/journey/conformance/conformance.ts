import { checkChoice, checkOptions, checkReader, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { average } from "../../kpi/average.js";
import type { Journey } from "../../model/journey.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { eventsBefore } from "../log/eventsBefore.js";
import { type SegmentReader, segmentKeys } from "../log/segmentKeys.js";
import {
  type ConformanceCut,
  channelGrouping,
  conformanceCut,
  type Grouping,
  segmentGrouping,
} from "./conformanceCut.js";
import type { ConformanceResult, CustomerConformance } from "./conformanceResult.js";
import { customerShare } from "./customerShare.js";
import { designModel } from "./designModel.js";
import type { DeviationPlace } from "./deviation.js";
import { bySize, counted, type DeviationTally, eligible, withChance } from "./deviationTally.js";
import { type JudgedLog, judgeLog } from "./judgeLog.js";
import { type OutcomeReader, outcomeEffects } from "./outcomeEffects.js";

/** Outcomes that mean a failed visit, unless told otherwise. */
export const failedOutcomes: readonly string[] = [
  "failed",
  "failure",
  "fail",
  "error",
  "abandoned",
  "declined",
  "incomplete",
  "timeout",
  "unsuccessful",
];

/** Options of {@link conformance}. */
export interface ConformanceOptions {
  /** The confidence level of the intervals. @defaultValue 0.95 */
  readonly level?: number;
  /** The moment at which the log ends; events at it or later are left out. @defaultValue the time of the last event */
  readonly now?: TimeInput;
  /** The IANA zone of `now` without an offset. @defaultValue none: such a time is refused */
  readonly timeZone?: string;
  /**
   * After how many seconds without a further visit a customer is through; 0 where the log has every path from beginning to end.
   * @defaultValue the time within which 95 % of those who go on from there have done so
   */
  readonly dropOffAfterSeconds?: number;
  /** The outcomes that mean a failed visit, in upper or lower case. @defaultValue failed, failure, fail, error, abandoned, declined, incomplete, timeout, unsuccessful */
  readonly failedOutcomes?: readonly string[];
  /** The segment or the segments of a customer, such as `segmentOf` gives, to see which of them deviate. */
  readonly by?: SegmentReader;
  /** Whether to see which channels deviate. @defaultValue false */
  readonly byChannel?: boolean;
  /** What became of a customer, to see what goes with deviating: whether they bought, what they spent, how they scored. */
  readonly outcome?: OutcomeReader;
}

const optionNames = ["level", "now", "timeZone", "dropOffAfterSeconds", "failedOutcomes", "by", "byChannel", "outcome"];

/** Checks the options of a comparison, and judges the log. */
function judged(
  log: EventLog,
  journey: Pick<Journey, "stages">,
  end: number | undefined,
  options: Pick<ConformanceOptions, "dropOffAfterSeconds" | "failedOutcomes">,
): JudgedLog & { readonly shortest: number; readonly unseen: readonly string[] } {
  const { dropOffAfterSeconds, failedOutcomes: failed = failedOutcomes } = options;
  if (dropOffAfterSeconds !== undefined && !(typeof dropOffAfterSeconds === "number" && dropOffAfterSeconds >= 0)) {
    refuseOption("conformance requires dropOffAfterSeconds of at least zero", dropOffAfterSeconds);
  }
  if (!(Array.isArray(failed) && failed.every((name) => typeof name === "string"))) {
    refuseOption("conformance requires failedOutcomes to be a list of names", failed);
  }
  const model = designModel(journey, log.touchpoints);
  const found = judgeLog(log, model, { end, dropOffAfterSeconds, failedOutcomes: failed });
  const unseen = model.design.places.flatMap(({ touchpoint }, place) =>
    model.required[place] === 1 && found.visitors[place]?.length === 0 ? [touchpoint.id] : [],
  );
  return { ...found, shortest: model.shortest, unseen };
}

/**
 * Each customer's path against the design: what is missing, unplanned, out of order, failed, late, repeated or on the wrong
 * channel, and how well the path fits.
 *
 * Paths are compared by their cheapest alignment with the design, which is exact and not a heuristic: an event that does not fit
 * costs 1, a required step that is missing costs 1. Stages come in order; in a stage of `sequence` the touchpoints do too, in
 * one of `any-order` in any, and of `alternatives` one is taken. What is `optional` may be left out; what is `repeatable` may
 * come again before the next step (in an any-order stage: before the stage is over). Where alignments cost the same, the earliest
 * visits are the ones that fit. A touchpoint that customers do not see (`layer` backstage or support) is a required step only where the
 * log has events of it.
 *
 * A touchpoint that is missing in its turn and visited out of it is one deviation, `out-of-order` (its cost is 2, or 1 where it is
 * optional). A second alternative is `repeated`. Whether visits failed or came on a channel that is not offered is asked of
 * every visit to a touchpoint of the design; whether one is `late`, of its first visit in turn, from the visit in turn before.
 *
 * **Who has not been seen to the end.** A customer who came to a touchpoint not longer ago than it usually takes to go on from
 * there (see `dropOffAfterSeconds`), before `now`, may still be under way; a customer first seen in the middle of the design, not
 * longer after the log's beginning than it usually takes to come so far, may have begun before it. Steps that are missing for
 * this reason are `open` and no deviation; they do count in `cost` and `fitness`, which are those of the path as it was recorded.
 * How many go without a step is asked only of customers who began long enough before `now` that most have come so far and gone on
 * from there, or not: of who began later the log shows the quick alone.
 * Where fewer than ten customers ever went on, all count as through; where half of the customers begin together, as all there.
 *
 * **Who has left** misses all that remains, and each of these steps is a deviation (`left` says how many). Which segments and channels go
 * without a step, and what goes with it, is asked only of customers who came as far as the step before.
 *
 * @param log An event log.
 * @param journey The design.
 * @param options How sure to be, when the observation ends, which outcomes are failures, and what to cut and to relate deviations by.
 * @returns Fitness per customer and overall, and the deviations with the customers they affect. Each distinct path is aligned once:
 * for n events and m touchpoints n × m, and n log n for an any-order stage, however many touchpoints that has.
 * @throws A {@link CxError} `invalid-definition` when the journey contradicts itself or has no touchpoint, `invalid-option` when
 * an option is wrong, `invalid-time` when `now` is no time, `invalid-value` when a segment or an outcome is none.
 *
 * @example
 * ```ts
 * import { conformance, eventLog } from "cxkit";
 *
 * const touchpoints = ["a", "b", "c", "d"].map((id) => ({ id, name: id }));
 * const log = eventLog(
 *   [["ann", "a", 0], ["ann", "b", 1], ["ann", "d", 2]] as const,
 *   { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] },
 * );
 * const result = conformance(log, { stages: [{ id: "s", name: "S", touchpoints }] });
 * result.fitness; // => 0.857142857…
 * result.customers[0]?.deviations; // => [{ kind: "missing", stage: "s", touchpoint: "c" }]
 * ```
 *
 * @see Adriansyah (2014), Aligning Observed and Modeled Behavior; the kinds after Halvorsrud, Kvale and Følstad (2016), Journal of
 * Service Theory and Practice 26(6).
 */
export function conformance(
  log: EventLog,
  journey: Pick<Journey, "stages">,
  options: ConformanceOptions = {},
): ConformanceResult {
  checkOptions("conformance", options, optionNames);
  const { level = 0.95, by, byChannel = false, outcome, now } = options;
  criticalValue(level);
  if (by !== undefined) checkReader("conformance: by", by);
  if (outcome !== undefined) checkReader("conformance: outcome", outcome);
  checkChoice("byChannel", byChannel, [true, false]);
  checkLog("conformance", log);
  const end = now === undefined ? undefined : timeReader(options.timeZone, "conformance: now")(now);
  const { log: seen, numberOf, later } = eventsBefore(log, end);
  const result = conformanceUntil(seen, journey, end, options);
  if (numberOf === null) return result;
  const { shortest } = designModel(journey, seen.touchpoints);
  const customers = log.customers.map(
    (customer): CustomerConformance => ({
      customer,
      events: 0,
      cost: shortest,
      fitness: shortest === 0 ? 1 : 0,
      open: shortest,
      underWay: false,
      deviations: [],
    }),
  );
  result.customers.forEach((one, index) => {
    customers[numberOf[index] ?? -1] = one;
  });
  const deviations = result.deviations.map((one) => ({
    ...one,
    affected: one.affected.map((index) => numberOf[index] ?? -1),
  }));
  return { ...result, customers, deviations, later };
}

/** The same of a log without an event at its end or later. */
function conformanceUntil(
  log: EventLog,
  journey: Pick<Journey, "stages">,
  end: number | undefined,
  { level = 0.95, by, byChannel = false, outcome, ...options }: ConformanceOptions,
): ConformanceResult {
  const found = judged(log, journey, end, options);
  const places = found.deviations.map(({ kind, stage, touchpoint }): DeviationPlace => ({ kind, stage, touchpoint }));
  const none: readonly DeviationPlace[] = [];
  const fitness = new Float64Array(log.customers.length);
  let [costs, most] = [0, 0];
  const customers = log.customers.map((customer, index): CustomerConformance => {
    const cost = found.paths[found.pathOf[index] ?? 0]?.cost ?? 0;
    const events = (log.offsets[index + 1] ?? 0) - (log.offsets[index] ?? 0);
    costs += cost;
    most += events + found.shortest;
    fitness[index] = 1 - cost / (events + found.shortest);
    const mine = found.deviationsOf[index] ?? [];
    return {
      customer,
      events,
      cost,
      fitness: fitness[index] ?? 0,
      open: found.open[index] ?? 0,
      underWay: found.underWay[index] === 1,
      deviations: mine.length === 0 ? none : mine.flatMap((number) => places[number] ?? []),
    };
  });
  const { value, interval } = average(fitness, { level });
  const conforming = customers.filter(({ deviations }) => deviations.length === 0).length;
  const { deviationsOf, placeOfCode } = found;
  const tallies = found.deviations.toSorted(bySize);
  const cut = (grouping: Grouping, groupingOf?: (tally: DeviationTally) => Grouping): ConformanceCut =>
    conformanceCut(fitness, deviationsOf, tallies.map(withChance), grouping, level, groupingOf);
  const first = channelGrouping(log, placeOfCode, null);
  return {
    fitness: value,
    fitnessInterval: interval && { ...interval, low: Math.max(0, interval.low), high: Math.min(1, interval.high) },
    pooledFitness: most === 0 ? null : 1 - costs / most,
    conforming: customerShare(conforming, customers.length, level),
    underWay: found.underWay.reduce((sum, flag) => sum + flag, 0),
    customers,
    deviations: tallies.map((tally) => ({
      kind: tally.kind,
      stage: tally.stage,
      touchpoint: tally.touchpoint,
      customers: customerShare(counted(tally).length, eligible(tally, customers.length), level),
      visits: tally.visits,
      left: tally.left,
      affected: tally.affected,
    })),
    unseen: found.unseen,
    paths: found.paths.length,
    later: 0,
    segments: by === undefined ? null : cut(segmentGrouping(segmentKeys("conformance", log, by), customers.length)),
    channels: byChannel
      ? cut(first, ({ kind, place }) =>
          kind === "missing" || place < 0 ? first : channelGrouping(log, placeOfCode, place),
        )
      : null,
    outcome:
      outcome === undefined
        ? null
        : outcomeEffects(log.customers, tallies.map(withChance), deviationsOf, outcome, level),
  };
}
