import { checkChoice, checkOptions, checkReader, refuseOption } from "../../error/checkOptions.js";
import type { Journey } from "../../model/journey.js";
import type { Persona } from "../../model/persona.js";
import type { Stakeholder } from "../../model/stakeholder.js";
import { criticalValue } from "../../stats/criticalValue.js";
import type { TimeInput } from "../../time/parseTime.js";
import type { OutcomeReader } from "../conformance/outcomeEffects.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import type { SentimentOf } from "./answersByPlace.js";
import { checkStakeholders } from "./checkStakeholders.js";
import type { KpiMetric } from "./gapEffects.js";
import type { JourneyFeedback } from "./journeyFeedback.js";

/** What {@link journeyGaps} compares; all but the journey may be left out, and what is left out is not judged. */
export interface JourneyGapsInput<Row extends JourneyFeedback> {
  /** The journey as designed; `checkedAt` and `persona` are read where they are given. */
  readonly journey: Pick<Journey, "stages"> & Partial<Pick<Journey, "checkedAt" | "persona">>;
  /** The journey as it happened. */
  readonly log?: EventLog;
  /** What customers said of it. */
  readonly feedback?: Iterable<Row>;
  /** How the comment of an answer sounds, −1 to 1; it stands for the emotion of answers without a score. */
  readonly sentiment?: SentimentOf<Row>;
  /** The support cases; how many are about the place of a gap stands in its evidence, as `cases`. */
  readonly cases?: Iterable<Pick<JourneyFeedback, "stage" | "touchpoint">>;
  /**
   * The KPI that effects are told in, a metric over feedback, such as `npsMetric((row: Feedback) => row.score)` (the compiler
   * cannot know the row here). An NPS, CSAT or CES asks only the answers of its kind.
   * @defaultValue the mean satisfaction of all scored answers, in percent of each scale's maximum
   */
  readonly kpi?: KpiMetric<Row>;
  /**
   * What came of a customer, such as whether they bought again (true or false) or what they spent: effects are told in it instead of a
   * KPI, and need no feedback.
   */
  readonly outcome?: OutcomeReader;
  /** Which way the KPI, or the outcome, is good. @defaultValue "higher-is-better" */
  readonly kpiDirection?: "higher-is-better" | "lower-is-better";
  /** The personas that the journey is to serve. */
  readonly personas?: readonly Pick<Persona, "id" | "name">[];
  /** The personas of a customer, such as `segmentOf(assignments)`. */
  readonly personaOf?: (customer: string) => string | readonly string[] | null;
  /** Who answers for touchpoints, beside the `owner` that a touchpoint names itself. */
  readonly stakeholders?: readonly Pick<Stakeholder, "touchpoints">[];
  /** The confidence level of intervals; 1 − level is also the rate of false discoveries. @defaultValue 0.95 */
  readonly level?: number;
  /**
   * The share of customers, 0–1, that a gap in the paths must surely exceed to be told; one that is only in one place must exceed
   * the share elsewhere by as much. @defaultValue 0.05
   */
  readonly tolerance?: number;
  /** Fewer customers or answers than this are not judged. @defaultValue 10 */
  readonly minimumN?: number;
  /**
   * Until when events would have been seen, and today for the age of the design; events at this time or later are not read. Feedback is
   * taken as it is given, for an answer may come long after what it is about. @defaultValue the last event of the log; a stray later one
   * would mislead
   */
  readonly now?: TimeInput;
  /**
   * After how long without a next step a customer counts as lost.
   * @defaultValue at each step, the time in which 95 % of those who go on have done so; a step where this is more than half of
   * the time that the log covers is not judged
   */
  readonly dropOffAfterSeconds?: number;
  /** The outcomes that mean a failed visit, in upper or lower case. @defaultValue those of `conformance` */
  readonly failedOutcomes?: readonly string[];
  /** For how many days a design is good that was checked against evidence. @defaultValue 365 */
  readonly staleAfterDays?: number;
  /**
   * The IANA zone in which weeks begin, and of `now` and `checkedAt` without an offset.
   * @defaultValue "UTC" for weeks; times without an offset are refused
   */
  readonly timeZone?: string;
}

const optionNames = [
  "journey",
  "log",
  "feedback",
  "sentiment",
  "cases",
  "kpi",
  "outcome",
  "kpiDirection",
  "personas",
  "personaOf",
  "stakeholders",
  "level",
  "tolerance",
  "minimumN",
  "now",
  "dropOffAfterSeconds",
  "failedOutcomes",
  "staleAfterDays",
  "timeZone",
];

/** Refuses options that make no sense, before any row is read. */
export function checkInput<Row extends JourneyFeedback>(input: JourneyGapsInput<Row>): void {
  checkOptions("journeyGaps", input, optionNames);
  checkChoice("kpiDirection", input.kpiDirection ?? "higher-is-better", ["higher-is-better", "lower-is-better"]);
  criticalValue(input.level ?? 0.95);
  const { log, kpi, outcome, failedOutcomes = [], minimumN = 10, tolerance = 0.05 } = input;
  if (log !== undefined) checkLog("journeyGaps", log);
  for (const list of ["feedback", "cases"] as const) {
    if (input[list] !== undefined && typeof input[list]?.[Symbol.iterator] !== "function") {
      refuseOption(`journeyGaps requires ${list} to be a list`, input[list]);
    }
  }
  if (!Array.isArray(input.personas ?? [])) refuseOption("journeyGaps requires personas to be a list", input.personas);
  checkStakeholders("journeyGaps", input.stakeholders);
  if (kpi !== undefined && typeof kpi?.mergeAccumulators !== "function") {
    refuseOption("journeyGaps requires kpi to be a metric, such as npsMetric(…)", kpi);
  }
  if (kpi !== undefined && outcome !== undefined) refuseOption("journeyGaps requires a kpi or an outcome", "both");
  for (const reader of ["sentiment", "outcome", "personaOf"] as const) {
    if (input[reader] !== undefined) checkReader(`journeyGaps: ${reader}`, input[reader]);
  }
  if (!(typeof tolerance === "number" && tolerance > 0 && tolerance < 1)) {
    refuseOption("journeyGaps requires a tolerance between 0 and 1", tolerance);
  }
  if (!(Number.isInteger(minimumN) && minimumN >= 2)) {
    refuseOption("journeyGaps requires minimumN to be a whole number of at least two", minimumN);
  }
  for (const length of ["dropOffAfterSeconds", "staleAfterDays"] as const) {
    const given: unknown = input[length] ?? 0;
    if (!(typeof given === "number" && given >= 0)) {
      refuseOption(`journeyGaps requires ${length} of at least zero`, given);
    }
  }
  if (!(Array.isArray(failedOutcomes) && failedOutcomes.every((name) => typeof name === "string"))) {
    refuseOption("journeyGaps requires failedOutcomes to be a list of names", failedOutcomes);
  }
}
