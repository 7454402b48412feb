import { checkReader } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import { emotionReader } from "../gaps/answersByPlace.js";
import type { JourneyFeedback } from "../gaps/journeyFeedback.js";
import { checkCurveOptions, type EmotionCurve, type EmotionCurveOptions, emotionCurve } from "./emotionCurve.js";

/** The emotional journey of one persona or segment. */
export interface EmotionCurveGroup {
  /** The persona or segment. */
  readonly key: string;
  /** How many answers about a touchpoint of the journey it rests on, with a score or sentiment; of a customer, one for each touchpoint. */
  readonly n: number;
  readonly curve: EmotionCurve;
}

/** The curves of several groups, and the answers that are in none. */
export interface EmotionCurvesBy {
  /** By key. */
  readonly groups: readonly EmotionCurveGroup[];
  /** Answers without a group. */
  readonly ungrouped: number;
}

/**
 * The emotional journeys of personas or segments, side by side: `emotionCurve` for each.
 *
 * @param journey The journey.
 * @param feedback The answers.
 * @param groupOf The persona or segment of an answer, or several of them, such as `(row) => personaOf(row.customer)`; null for none.
 * @param options As for `emotionCurve`.
 * @returns A curve per group, by key; every curve has all touchpoints, so that they can be laid over each other. `compare` takes two
 * points of them.
 * @throws A {@link CxError} as `emotionCurve` does.
 *
 * @example
 * ```ts
 * import { emotionCurvesBy } from "cxkit";
 *
 * const journey = { stages: [{ id: "shop", name: "Shop", touchpoints: [{ id: "pay", name: "Pay" }] }] };
 * const answers = [
 *   { kind: "csat" as const, touchpoint: "pay", score: 5, plan: "family" },
 *   { kind: "csat" as const, touchpoint: "pay", score: 2, plan: "single" },
 * ];
 * emotionCurvesBy(journey, answers, (row) => row.plan).groups.map(({ key, curve }) => [key, curve.points[0]?.felt.value]);
 * // => [["family", 2], ["single", -1]]
 * ```
 */
export function emotionCurvesBy<Row extends JourneyFeedback>(
  journey: Pick<Journey, "stages">,
  feedback: Iterable<Row>,
  groupOf: (row: Row) => string | readonly string[] | null | undefined,
  options: EmotionCurveOptions<Row> = {},
): EmotionCurvesBy {
  checkJourney(journey);
  checkReader("emotionCurvesBy", groupOf);
  checkCurveOptions("emotionCurvesBy", options);
  const groups = new Map<string, Row[]>();
  let ungrouped = 0;
  const check = emotionReader("emotionCurvesBy", options.sentiment);
  eachRow(feedback, (row) => {
    // So that what is off its scale is told with its row among all.
    check(row);
    const keys = new Set([groupOf(row) ?? []].flat());
    if (keys.size === 0) ungrouped++;
    for (const key of keys) {
      const rows = groups.get(key);
      if (rows === undefined) groups.set(key, [row]);
      else rows.push(row);
    }
  });
  return {
    groups: Array.from(groups, ([key, rows]): EmotionCurveGroup => {
      const curve = emotionCurve(journey, rows, options);
      return { key, n: curve.points.reduce((sum, { felt }) => sum + felt.n, 0), curve };
    }).sort((a, b) => (a.key < b.key ? -1 : 1)),
    ungrouped,
  };
}
