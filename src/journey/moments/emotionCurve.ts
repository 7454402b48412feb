import { checkOptions } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { averageMetric } from "../../kpi/average.js";
import type { Estimate } from "../../metric/estimate.js";
import { type GroupKeyInput, groupBy } from "../../metric/groupBy.js";
import { measure } from "../../metric/measure.js";
import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import { type JourneyFeedback, satisfactionOf } from "../gaps/journeyFeedback.js";

/** How a touchpoint is meant to feel, and how it felt. */
export interface EmotionPoint {
  /** The id of the stage. */
  readonly stage: string;
  /** The id of the touchpoint. */
  readonly touchpoint: string;
  /** The emotion that the design sets, −2 to 2; null where it sets none. */
  readonly designed: number | null;
  /** The mean emotion of the answers about the touchpoint, −2 to 2. */
  readonly felt: Estimate;
}

/** The emotion along a journey. */
export interface EmotionCurve {
  /** One per touchpoint, in the order of the design. */
  readonly points: readonly EmotionPoint[];
  /**
   * What is remembered: the mean of the lowest point, which in a service is the peak that counts, and the last point; of those
   * that have answers. Null where none has.
   */
  readonly peakEnd: number | null;
}

/** Options of {@link emotionCurve}. */
export interface EmotionCurveOptions {
  /** The confidence level of the intervals. @defaultValue 0.95 */
  readonly level?: number;
}

/**
 * The emotional journey: touchpoint by touchpoint, how it is designed to feel and how customers say it felt.
 *
 * An answer counts for the touchpoint that it names. Its score becomes an emotion by its place on its scale: the worst answer
 * is −2, the middle 0, the best 2.
 *
 * @param journey The journey.
 * @param feedback The answers; those without a score or with another touchpoint count nowhere.
 * @param options The confidence level.
 * @returns A point per touchpoint, and the peak–end score.
 * @throws A {@link CxError} `invalid-value` when a score is off its scale, with the row; `invalid-definition` when the journey
 * contradicts itself.
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
export function emotionCurve(
  journey: Pick<Journey, "stages">,
  feedback: Iterable<JourneyFeedback>,
  options: EmotionCurveOptions = {},
): EmotionCurve {
  checkJourney(journey);
  checkOptions("emotionCurve", options, ["level"]);
  const emotion = averageMetric<JourneyFeedback>(
    (row) => {
      const satisfaction = satisfactionOf(row);
      return satisfaction === null ? null : satisfaction / 25 - 2;
    },
    { ...options, name: "emotion" },
  );
  const felt = new Map<GroupKeyInput, Estimate>();
  for (const { key, result } of measure(
    feedback,
    groupBy((row) => row.touchpoint, emotion),
  ))
    felt.set(key, result);
  const unanswered = emotion.extractOutput(emotion.createAccumulator());
  const points = journey.stages.flatMap(({ id: stage, touchpoints }) =>
    touchpoints.map(({ id: touchpoint, emotion: designed = null }) => ({
      stage,
      touchpoint,
      designed,
      felt: felt.get(touchpoint) ?? unanswered,
    })),
  );
  return { points, peakEnd: peakEnd(points.map((point) => point.felt.value).filter((value) => value !== null)) };
}

function peakEnd(values: readonly number[]): number | null {
  const end = values.at(-1);
  return end === undefined ? null : (Math.min(...values) + end) / 2;
}
