import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { averageMetric } from "../../kpi/average.js";
import type { Estimate } from "../../metric/estimate.js";
import { measure } from "../../metric/measure.js";
import type { Journey } from "../../model/journey.js";
import { journeyDesign } from "../design/journeyDesign.js";
import { answersByPlace, type SentimentOf } from "../gaps/answersByPlace.js";
import type { JourneyFeedback } from "../gaps/journeyFeedback.js";
import { type Answer, respondentsOf } from "../gaps/promiseGaps.js";

/** How a touchpoint is meant to feel, and how it felt. */
export interface EmotionPoint {
  /** The id of the stage. */
  readonly stage: string;
  /** The id of the touchpoint. */
  readonly touchpoint: string;
  /** The emotion that the design sets, −2 to 2; null where it sets none. */
  readonly designed: number | null;
  /** The mean emotion of those who answered about the touchpoint, −2 to 2; `n` are the respondents. */
  readonly felt: Estimate;
}

/** How a stage felt. */
export interface EmotionStage {
  readonly stage: string;
  /** The mean emotion of those who answered about its touchpoints, or about itself. */
  readonly felt: Estimate;
}

/** The emotion along a journey. */
export interface EmotionCurve {
  /** One per touchpoint, in the order of the design. */
  readonly points: readonly EmotionPoint[];
  /** One per stage, in the order of the design. */
  readonly stages: readonly EmotionStage[];
  /**
   * What is remembered: the mean of the peak and the last point, of those that have answers. Null where none has.
   */
  readonly peakEnd: number | null;
  /** The touchpoint of the peak; null where none has answers. */
  readonly peak: string | null;
  /** The last touchpoint that has answers. */
  readonly end: string | null;
  /** The sum of what points with answers are under neutral (0): the area of pain. */
  readonly pain: number;
  /** Answers that name a touchpoint or a stage, and none of this journey. */
  readonly elsewhere: number;
  /** Answers that name neither. */
  readonly nowhere: number;
  /** Answers with neither score nor sentiment. */
  readonly unscored: number;
}

/** Options of {@link emotionCurve}. */
export interface EmotionCurveOptions<Row = JourneyFeedback> {
  /** The confidence level of the intervals. @defaultValue 0.95 */
  readonly level?: number;
  /** How the comment of an answer sounds, −1 to 1: the emotion (twice that) of answers without a score. */
  readonly sentiment?: SentimentOf<Row>;
  /** Which point is the peak: in a service the lowest counts; else the one farthest from neutral. @defaultValue "lowest" */
  readonly peak?: "lowest" | "most-intense";
}

/**
 * The emotional journey: touchpoint by touchpoint, how it is designed to feel and how customers say it felt.
 *
 * An answer counts for the touchpoint whose id or event it names, or else for its stage. Its score becomes an emotion by its place
 * on its scale: the worst answer is −2, the middle 0, the best 2. An answer without a score has the emotion of its comment, where
 * `sentiment` is given. Several answers of one customer are alike: of each point and each stage a customer counts once, with their mean;
 * an answer without a customer is a respondent of its own.
 *
 * @param journey The journey.
 * @param feedback The answers; those without a score or sentiment, or about other places, are counted and no more.
 * @param options The confidence level, the sentiment of comments, and which point is the peak.
 * @returns A point per touchpoint and per stage, the peak–end score, and the area under neutral.
 * @throws A {@link CxError} `invalid-value` when a score or sentiment is off its scale or a customer is no string, with the row; `invalid-definition` when the
 * journey contradicts itself, `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { emotionCurve } from "cxkit";
 *
 * const journey = {
 *   id: "buy", name: "Buying", state: "as-is" as const,
 *   stages: [{ id: "shop", name: "Shop", touchpoints: [{ id: "search", name: "Search", emotion: 1 }, { id: "pay", name: "Pay" }] }],
 * };
 * const curve = emotionCurve(journey, [
 *   { kind: "csat", touchpoint: "search", score: 4 },
 *   { kind: "csat", touchpoint: "pay", score: 1 },
 *   { kind: "csat", touchpoint: "pay", score: 2 },
 * ]);
 * curve.points.map(({ touchpoint, designed, felt }) => [touchpoint, designed, felt.value]);
 * // => [["search", 1, 1], ["pay", null, -1.5]]
 * curve.peakEnd; // => -1.5
 * ```
 *
 * @see Peak–end rule: Kahneman, Fredrickson, Schreiber and Redelmeier (1993), Psychological Science 4, 401–405.
 */
export function emotionCurve<Row extends JourneyFeedback>(
  journey: Pick<Journey, "stages">,
  feedback: Iterable<Row>,
  options: EmotionCurveOptions<Row> = {},
): EmotionCurve {
  checkCurveOptions("emotionCurve", options);
  const design = journeyDesign(journey);
  const { emotion, stages, elsewhere, nowhere, unscored } = answersByPlace(
    "emotionCurve",
    feedback,
    journey,
    design,
    options.sentiment,
  );
  const mean = averageMetric(({ value }: Answer) => value, {
    ...(options.level !== undefined && { level: options.level }),
    name: "emotion",
  });
  const feltIn = (answers: readonly Answer[]): Estimate => measure(respondentsOf(answers), mean);
  const points = design.places.map(
    ({ stage, touchpoint }, place): EmotionPoint => ({
      stage: stage.id,
      touchpoint: touchpoint.id,
      designed: touchpoint.emotion ?? null,
      felt: feltIn(emotion[place] ?? []),
    }),
  );
  return {
    points,
    stages: journey.stages.map(({ id }): EmotionStage => {
      const about = design.places.flatMap(({ stage }, place) => (stage.id === id ? (emotion[place] ?? []) : []));
      return { stage: id, felt: feltIn([...about, ...(stages.get(id) ?? [])]) };
    }),
    ...peakAndEnd(points, options.peak ?? "lowest"),
    elsewhere,
    nowhere,
    unscored,
  };
}

/** Refuses wrong options of a curve. */
export function checkCurveOptions<Row>(requirer: string, options: EmotionCurveOptions<Row>): void {
  checkOptions(requirer, options, ["level", "sentiment", "peak"]);
  checkChoice("peak", options.peak ?? "lowest", ["lowest", "most-intense"]);
  if (options.sentiment !== undefined) checkReader(`${requirer}: sentiment`, options.sentiment);
}

function peakAndEnd(
  points: readonly EmotionPoint[],
  peak: "lowest" | "most-intense",
): Pick<EmotionCurve, "peakEnd" | "peak" | "end" | "pain"> {
  const felt = points.flatMap(({ touchpoint, felt: { value } }) => (value === null ? [] : [{ touchpoint, value }]));
  const intensity = ({ value }: { readonly value: number }): number => (peak === "lowest" ? -value : Math.abs(value));
  const highest = felt.reduce<(typeof felt)[0] | null>(
    (best, point) => (best === null || intensity(point) > intensity(best) ? point : best),
    null,
  );
  const end = felt.at(-1) ?? null;
  return {
    peakEnd: highest === null || end === null ? null : (highest.value + end.value) / 2,
    peak: highest?.touchpoint ?? null,
    end: end?.touchpoint ?? null,
    pain: felt.reduce((sum, { value }) => sum + Math.max(0, -value), 0),
  };
}
