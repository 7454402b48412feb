import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { isMissing } from "../../error/isMissing.js";
import type { JourneyDesign } from "../design/journeyDesign.js";
import { type JourneyFeedback, satisfactionOf } from "./journeyFeedback.js";
import type { Answer } from "./promiseGaps.js";

/** Says how a comment sounds, from −1 (bad) to 1 (good); null where it says nothing. */
export type SentimentOf<Row> = (row: Row) => number | null | undefined;

/** The answers about a journey, by the places that they are about. */
export interface PlacedAnswers {
  /** Per place, the satisfaction that answers show, in percent of the maximum. */
  readonly satisfaction: readonly Answer[][];
  /** Per place, the emotion, −2 to 2. */
  readonly emotion: readonly Answer[][];
  /** By the id of a stage: answers about it as a whole. */
  readonly stages: ReadonlyMap<string, number>;
  /** Answers that name a touchpoint or a stage which the design does not know. */
  readonly elsewhere: number;
  /** Answers that name neither. */
  readonly nowhere: number;
  /** All answers with a score or a sentiment. */
  readonly answers: number;
}

/**
 * The emotion that an answer shows, −2 to 2: by the place of its score on the scale (the worst answer is −2, the middle 0, the best 2),
 * and where it has no score, by the sentiment of its comment.
 */
export function emotionReader<Row extends JourneyFeedback>(
  requirer: string,
  sentiment: SentimentOf<Row> | undefined,
): (row: Row) => number | null {
  return (row) => {
    const satisfaction = satisfactionOf(row);
    if (satisfaction !== null) return satisfaction / 25 - 2;
    const heard = sentiment?.(row);
    if (isMissing(heard)) return null;
    if (typeof heard !== "number" || Math.abs(heard) > 1) {
      throw new CxError("invalid-value", `${requirer} requires a sentiment from −1 to 1`, heard);
    }
    return 2 * heard;
  };
}

/** Puts answers where they belong: to the touchpoint whose id or event they name, or else to their stage. */
export function answersByPlace<Row extends JourneyFeedback>(
  requirer: string,
  feedback: Iterable<Row>,
  { places, placeOfEvent }: JourneyDesign,
  sentiment?: SentimentOf<Row>,
): PlacedAnswers {
  const answers = places.map((): Answer[] => []);
  const emotions = places.map((): Answer[] => []);
  const placeOf = new Map(places.map(({ touchpoint }, place) => [touchpoint.id, place]));
  const stages = new Map(places.map(({ stage }) => [stage.id, 0]));
  const emotionOf = emotionReader(requirer, sentiment);
  const counts = { elsewhere: 0, nowhere: 0, answers: 0 };
  eachRow(feedback, (row) => {
    const emotion = emotionOf(row);
    if (emotion === null) return;
    counts.answers++;
    const satisfaction = satisfactionOf(row);
    const { customer = null, stage, touchpoint } = row;
    const named = typeof touchpoint === "string" && touchpoint !== "";
    const place = named ? (placeOf.get(touchpoint) ?? placeOfEvent.get(touchpoint)) : undefined;
    const about = typeof stage === "string" ? stages.get(stage) : undefined;
    if (place !== undefined) {
      if (satisfaction !== null) answers[place]?.push({ customer, value: satisfaction });
      emotions[place]?.push({ customer, value: emotion });
    } else if (typeof stage === "string" && about !== undefined) stages.set(stage, about + 1);
    else if (named || (typeof stage === "string" && stage !== "")) counts.elsewhere++;
    else counts.nowhere++;
  });
  return { satisfaction: answers, emotion: emotions, stages, ...counts };
}
