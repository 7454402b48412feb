import { checkOptions, checkReader, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { averageMetric } from "../../kpi/average.js";
import type { Estimate } from "../../metric/estimate.js";
import { measure } from "../../metric/measure.js";
import type { Journey } from "../../model/journey.js";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.js";
import { criticalValue } from "../../stats/criticalValue.js";
import type { Interval } from "../../stats/interval.js";
import { studentTCdf } from "../../stats/studentTCdf.js";
import type { OutcomeReader } from "../conformance/outcomeEffects.js";
import { affectedCustomers } from "../gaps/exposure.js";
import type { AffectedCustomers } from "../gaps/gap.js";
import type { JourneyFeedback } from "../gaps/journeyFeedback.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { type MomentAnswers, momentAnswers } from "./momentAnswers.js";
import { momentFigures } from "./momentFigures.js";
import { momentReplicates } from "./momentReplicates.js";

/** Options of {@link momentsOfTruth}. */
export interface MomentsOfTruthOptions {
  /** What came of a customer: whether they stayed or bought (true or false), or how much (a number); null where it is not known. */
  readonly outcome: OutcomeReader;
  /** The design, where touchpoints have other names in the log than in the answers. */
  readonly journey?: Pick<Journey, "stages">;
  /** The level of the intervals. @defaultValue 0.95 */
  readonly level?: number;
  /** Touchpoints of fewer respondents with a known outcome are not ranked. @defaultValue 30 */
  readonly minimumN?: number;
  /** How many samples of customers are drawn. @defaultValue 1000 */
  readonly replicates?: number;
  /** @defaultValue 1 */
  readonly seed?: number;
}

/** What a touchpoint makes of the outcome. */
export interface MomentOfTruth {
  /** The id in the design, or the name in the answers. */
  readonly touchpoint: string;
  /** The id of the stage; null without a design. */
  readonly stage: string | null;
  /** The customers of the log who came there, out of all. */
  readonly reach: AffectedCustomers;
  /** How satisfied the respondents were, 0–100, each customer once. */
  readonly performance: Estimate;
  /** Respondents of whom the outcome is known. */
  readonly n: number;
  /**
   * How much the outcome differs between customers whose satisfaction differs by one standard deviation (a share, of flags); null where
   * too few answered, or all were of one mind.
   */
  readonly effect: number | null;
  /** Of the effect, by percentiles of the samples. */
  readonly effectInterval: Interval | null;
  /** Two-sided, for no effect (Student's t of the correlation). */
  readonly pValue: number | null;
  /** For all touchpoints (Benjamini and Hochberg). */
  readonly adjustedPValue: number | null;
  /** Reach × |effect| × (1 − the mean satisfaction of these respondents ÷ 100), in the unit of the outcome; null where the effect is. */
  readonly importance: number | null;
  /** By percentiles of the samples; as an importance cannot be under 0, the interval does not tell whether there is any: the p-value does. */
  readonly interval: Interval | null;
  /** 1 for the greatest importance; null where that is not known. */
  readonly rank: number | null;
  /** The ranks that the samples give at the level, best and worst. */
  readonly rankInterval: { readonly low: number; readonly high: number; readonly level: number } | null;
}

const optionNames = ["outcome", "journey", "level", "minimumN", "replicates", "seed"];

/**
 * The touchpoints that make or break the outcome: where many come, where it matters how satisfied they are, and where there is
 * room to be better.
 *
 * The importance is a product of our own: reach × the difference in the outcome for a standard deviation of satisfaction × what
 * satisfaction lacks to the maximum. It is what goes together, and no proof that a better touchpoint would better the outcome.
 *
 * @param log The events: who came where.
 * @param feedback The answers with their touchpoint and customer; several of one customer about one touchpoint are averaged.
 * @param options The outcome, and the design, level, samples and seed.
 * @returns The touchpoints that answers are about, most important first, those of too few respondents last. A customer in the samples is
 * drawn with all answers; reach is counted and not drawn. Time: answers × replicates.
 * @throws A {@link CxError} `invalid-value` when a score is off its scale (with the row) or an outcome is neither a flag nor a number,
 * `invalid-definition` when the journey contradicts itself, `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { eventLog, momentsOfTruth } from "cxkit";
 *
 * const who = Array.from({ length: 100 }, (_, i) => `c${i}`);
 * const log = eventLog(who.flatMap((id) => ["search", "pay"].map((touchpoint, at) => ({ id, touchpoint, at }))), {
 *   customer: (row) => row.id, touchpoint: (row) => row.touchpoint, at: (row) => row.at,
 * });
 * const feedback = who.flatMap((customer, i) => [
 *   { kind: "csat" as const, customer, touchpoint: "search", score: 1 + (i % 3) },
 *   { kind: "csat" as const, customer, touchpoint: "pay", score: i < 50 ? 2 : 5 },
 * ]);
 * // Whoever was content with paying came back.
 * const [first] = momentsOfTruth(log, feedback, { outcome: (id) => Number(id.slice(1)) >= 50 });
 * first; // => { touchpoint: "pay", rank: 1, n: 100, … }
 * ```
 */
export function momentsOfTruth(
  log: EventLog,
  feedback: Iterable<JourneyFeedback>,
  options: MomentsOfTruthOptions,
): MomentOfTruth[] {
  checkLog("momentsOfTruth", log);
  checkOptions("momentsOfTruth", options, optionNames);
  const { outcome, journey, level = 0.95, minimumN = 30, replicates = 1000, seed = 1 } = options;
  checkReader("momentsOfTruth: outcome", outcome);
  criticalValue(level);
  if (!(Number.isInteger(minimumN) && minimumN >= 3)) {
    refuseOption("momentsOfTruth requires minimumN to be a whole number of at least three", minimumN);
  }
  if (!(Number.isInteger(replicates) && replicates >= 2)) {
    refuseOption("momentsOfTruth requires a whole number of at least two replicates", replicates);
  }
  if (typeof feedback?.[Symbol.iterator] !== "function") {
    refuseOption("momentsOfTruth requires feedback to be a list of answers", feedback);
  }
  const answers = momentAnswers(log, feedback, outcome, journey);
  const plain = answers.touchpoints.map((one) => figuresOf(one, log.customers.length, minimumN, level));
  const ranked = plain.map(({ importance }) => importance !== null);
  const samples = momentReplicates(answers, ranked, Math.max(1, log.customers.length), { replicates, seed, level });
  const adjusted = benjaminiHochberg(plain.map(({ pValue }) => pValue));
  const byImportance = plain
    .flatMap(({ importance }, index) => (importance === null ? [] : [{ importance, index }]))
    .sort((a, b) => b.importance - a.importance || a.index - b.index);
  const rankOf = new Map(byImportance.map(({ index }, place) => [index, place + 1]));
  return plain
    .map(
      (one, index): MomentOfTruth => ({
        ...one,
        adjustedPValue: adjusted[index] ?? null,
        rank: rankOf.get(index) ?? null,
        ...(samples[index] ?? { effectInterval: null, interval: null, rankInterval: null }),
      }),
    )
    .sort(
      (a, b) =>
        (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
        (a.touchpoint < b.touchpoint ? -1 : 1),
    );
}

type Plain = Omit<MomentOfTruth, "adjustedPValue" | "rank" | "effectInterval" | "interval" | "rankInterval">;

/** All that a touchpoint says without samples. */
function figuresOf(
  { touchpoint, stage, visitors, satisfaction, outcomes, all }: MomentAnswers["touchpoints"][0],
  everyone: number,
  minimumN: number,
  level: number,
): Plain {
  const n = satisfaction.length;
  const reach = affectedCustomers({ affected: new Array<string>(visitors), of: everyone }, level);
  const performance = measure(
    all,
    averageMetric((value: number) => value, { name: "satisfaction", level }),
  );
  const known = n < minimumN ? null : momentFigures(satisfaction, outcomes, null);
  const unknown = { touchpoint, stage, reach, performance, n, effect: null, pValue: null, importance: null };
  if (known === null) return unknown;
  const { effect, correlation, mean } = known;
  const t = Math.abs(correlation) * Math.sqrt((n - 2) / Math.max(1 - correlation ** 2, Number.EPSILON));
  return {
    ...unknown,
    effect,
    pValue: Math.min(1, 2 * studentTCdf(t, n - 2, "upper")),
    importance: (reach.share ?? 0) * Math.abs(effect) * (1 - mean / 100),
  };
}
