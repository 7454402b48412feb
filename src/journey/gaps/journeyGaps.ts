import { checkChoice, checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { averageMetric } from "../../kpi/average.js";
import type { Journey } from "../../model/journey.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { type JourneyDesign, journeyDesign } from "../design/journeyDesign.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { coverageGaps } from "./coverageGaps.js";
import { type Answer, experienceGaps } from "./experienceGaps.js";
import { frameGap, type GapFacts } from "./frameGap.js";
import type { Gap } from "./gap.js";
import { type EffectOf, gapEffects, type KpiMetric } from "./gapEffects.js";
import { type JourneyFeedback, satisfactionOf } from "./journeyFeedback.js";
import { type GapCandidate, pathGaps } from "./pathGaps.js";
import { walkLog } from "./walkLog.js";

/** What {@link journeyGaps} compares; all but the journey may be left out, and what is left out is not judged. */
export interface JourneyGapsInput<Row extends JourneyFeedback> {
  /** The journey as designed. */
  readonly journey: Pick<Journey, "stages">;
  /** The journey as it happened. */
  readonly log?: EventLog;
  /** What customers said of it. */
  readonly feedback?: Iterable<Row>;
  /** The support cases; how many are about the place of a gap stands in its evidence, as `cases`. */
  readonly cases?: Iterable<Pick<JourneyFeedback, "stage" | "touchpoint">>;
  /**
   * The KPI that effects are told in, a metric over feedback, such as `npsMetric((row: Feedback) => row.score)` (the compiler
   * cannot know the row here). An NPS, CSAT or CES asks only the answers of its kind.
   * @defaultValue the mean satisfaction of all scored answers, in percent of each scale's maximum
   */
  readonly kpi?: KpiMetric<Row>;
  /** @defaultValue "higher-is-better" */
  readonly kpiDirection?: "higher-is-better" | "lower-is-better";
  /** The confidence level of intervals; 1 − level is also the rate of false discoveries. @defaultValue 0.95 */
  readonly level?: number;
  /** The share of customers, 0–1, that a gap in the paths must surely exceed to be told. @defaultValue 0.05 */
  readonly tolerance?: number;
  /** Fewer customers or answers than this are not judged. @defaultValue 10 */
  readonly minimumN?: number;
  /** Until when events would have been seen. @defaultValue the last event of the log; a stray later one would mislead */
  readonly now?: TimeInput;
  /**
   * After how long without a next step a customer counts as lost.
   * @defaultValue at each step, the time in which 95 % of those who go on have done so; a step where this is more than half of
   * the time that the log covers is not judged
   */
  readonly dropOffAfterSeconds?: number;
}

const optionNames = [
  "journey",
  "log",
  "feedback",
  "cases",
  "kpi",
  "kpiDirection",
  "level",
  "tolerance",
  "minimumN",
  "dropOffAfterSeconds",
  "now",
];

function checkInput<Row extends JourneyFeedback>(input: JourneyGapsInput<Row>): void {
  checkOptions("journeyGaps", input, optionNames);
  checkChoice("kpiDirection", input.kpiDirection ?? "higher-is-better", ["higher-is-better", "lower-is-better"]);
  criticalValue(input.level ?? 0.95);
  const { tolerance = 0.05, minimumN = 10, dropOffAfterSeconds = 0, log, feedback, kpi } = input;
  if (log !== undefined) checkLog("journeyGaps", log);
  if (feedback !== undefined && typeof feedback?.[Symbol.iterator] !== "function") {
    throw new CxError("invalid-option", "journeyGaps requires feedback to be a list of answers", feedback);
  }
  if (kpi !== undefined && typeof kpi?.mergeAccumulators !== "function") {
    throw new CxError("invalid-option", "journeyGaps requires kpi to be a metric, such as npsMetric(…)", kpi);
  }
  if (!(tolerance > 0 && tolerance < 1)) {
    throw new CxError("invalid-option", "journeyGaps requires a tolerance between 0 and 1", tolerance);
  }
  if (!(Number.isInteger(minimumN) && minimumN >= 2)) {
    throw new CxError("invalid-option", "journeyGaps requires minimumN to be a whole number of at least two", minimumN);
  }
  if (!(dropOffAfterSeconds >= 0)) {
    throw new CxError(
      "invalid-option",
      "journeyGaps requires dropOffAfterSeconds of at least zero",
      dropOffAfterSeconds,
    );
  }
}

/**
 * The gaps between the journey as designed, the journey as it happened and what customers said of it, worst first.
 *
 * | kind | reported when |
 * |---|---|
 * | `missing-touchpoint` | customers who came further in the design went without a required touchpoint |
 * | `unplanned-touchpoint` | customers met an event that no touchpoint of the design claims |
 * | `drop-off` | customers went no further although required touchpoints remain; who may still be under way is left out |
 * | `experience` | the mean satisfaction of a touchpoint's answers is under what it promises (`expected.satisfaction`) |
 * | `unmeasured` | a touchpoint has too few answers to tell, or the log has no event of a required one |
 * | `uncovered-stage` | a stage has no touchpoint, too few answers in all of it, or (without feedback) no event in the log |
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
 * **Severity**, 0–1, is the geometric mean of reach (affected customers out of all in the log; one half where no log tells) and
 * harm. Harm starts from the kind: drop-off 0.6, missing 0.4, unplanned 0.2, uncovered stage 0.1, unmeasured 0.05, experience
 * the shortfall as a share of the promise. A KPI that is significantly worse among the affected takes it towards 1, and one
 * that is better towards 0, by Cohen's d out of 0.8 (a "large" effect). Effects are judged by their adjusted p-values.
 *
 * **Evidence** has, by kind: `examples`, five of the affected customers; `next`, where the design goes on; `respondents`,
 * `promised`, `mean`, `low` and `high` of an experience; `answers`, `visitors` and `elsewhere` (answers about places that the
 * design does not know) of what is not measured; and `cases`, where cases were given.
 *
 * @param input The design, what to hold against it, and how sure to be.
 * @returns The gaps, most severe first. Effects are associations: who skips a step may differ in other ways too.
 * @throws A {@link CxError} `invalid-definition` when the journey contradicts itself, `invalid-option` when an option is wrong,
 * `invalid-value` when a score is off its scale (with the row).
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
 * @see The kinds of deviation follow Halvorsrud, Kvale and Følstad (2016), Journal of Service Theory and Practice 26(6).
 */
export function journeyGaps<Row extends JourneyFeedback>(input: JourneyGapsInput<Row>): Gap[] {
  checkInput(input);
  const { journey, log, kpiDirection, level = 0.95, tolerance = 0.05, minimumN = 10, dropOffAfterSeconds } = input;
  const options = { level, tolerance, minimumN };
  const design = journeyDesign(journey);
  const feedback = input.feedback === undefined ? null : Array.from(input.feedback);
  const end = input.now === undefined ? undefined : timeReader(undefined, "journeyGaps: now")(input.now);
  const walk = log === undefined ? null : walkLog(log, design, { dropOffAfterSeconds, end });

  const kpi: KpiMetric<Row> = input.kpi ?? averageMetric(satisfactionOf, { name: "satisfaction", level });
  const effectOf: EffectOf = feedback === null ? () => null : gapEffects(feedback, kpi, level);
  const answers = feedback === null ? null : answersByPlace(feedback, design);

  const candidates: GapCandidate[] = walk === null ? [] : pathGaps(walk, design, effectOf, options);
  if (answers !== null) {
    candidates.push(...experienceGaps(answers.places, design, walk, effectOf, options));
  }
  const adjusted = benjaminiHochberg(candidates.map(({ pValue }) => pValue));
  const facts = candidates.flatMap((candidate, index) =>
    (adjusted[index] ?? 1) <= 1 - level ? [candidate.facts()] : [],
  );
  const counts = answers === null ? null : { ...answers, places: answers.places.map(({ length }) => length) };
  facts.push(...coverageGaps(journey.stages, design, walk, counts, options));

  const casesAt = input.cases === undefined ? null : countCases(input.cases);

  const harm = { level, lowerIsBetter: kpiDirection === "lower-is-better" };
  return withAdjustedEffects(facts)
    .map((fact) => {
      const evidence = casesAt === null ? fact.evidence : { ...fact.evidence, cases: casesAt(fact) };
      return frameGap({ ...fact, evidence }, harm);
    })
    .sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1));
}

/** The same facts, with the p-values of their effects adjusted for how many they are. */
function withAdjustedEffects(facts: readonly GapFacts[]): GapFacts[] {
  const adjusted = benjaminiHochberg(facts.map(({ effect }) => effect?.pValue ?? null));
  return facts.map((fact, index) => {
    if (fact.effect === null) return fact;
    return { ...fact, effect: { ...fact.effect, adjustedPValue: adjusted[index] ?? null } };
  });
}

/** The scored answers about each touchpoint, how many are about a stage as a whole, and how many about neither. */
function answersByPlace(
  feedback: readonly JourneyFeedback[],
  { places, placeOfEvent }: JourneyDesign,
): { places: readonly Answer[][]; stages: Map<string, number>; elsewhere: number } {
  const answers = places.map((): Answer[] => []);
  const placeOf = new Map(places.map(({ touchpoint }, place) => [touchpoint.id, place]));
  const stages = new Map(places.map(({ stage }) => [stage.id, 0]));
  let elsewhere = 0;
  eachRow(feedback, (row) => {
    const satisfaction = satisfactionOf(row);
    if (satisfaction === null) return;
    const { customer = null, stage, touchpoint } = row;
    const named = typeof touchpoint === "string" && touchpoint !== "";
    const place = named ? (placeOf.get(touchpoint) ?? placeOfEvent.get(touchpoint)) : undefined;
    const about = typeof stage === "string" ? stages.get(stage) : undefined;
    if (place !== undefined) answers[place]?.push({ customer, satisfaction });
    else if (typeof stage === "string" && about !== undefined) stages.set(stage, about + 1);
    else if (named || (typeof stage === "string" && stage !== "")) elsewhere++;
  });
  return { places: answers, stages, elsewhere };
}

/** How many cases are about the touchpoint of a gap, or about its stage where it has none. */
function countCases(
  cases: Iterable<Pick<JourneyFeedback, "stage" | "touchpoint">>,
): (place: Pick<Gap, "stage" | "touchpoint">) => number {
  const touchpoints = new Map<unknown, number>();
  const stages = new Map<unknown, number>();
  for (const { stage, touchpoint } of cases) {
    touchpoints.set(touchpoint, (touchpoints.get(touchpoint) ?? 0) + 1);
    stages.set(stage, (stages.get(stage) ?? 0) + 1);
  }
  return ({ stage, touchpoint }) => (touchpoint === null ? stages.get(stage) : touchpoints.get(touchpoint)) ?? 0;
}
