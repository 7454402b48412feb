import { CxError } from "../../error/cxError.js";
import { eachRow } from "../../error/eachRow.js";
import { isMissing } from "../../error/isMissing.js";
import type { Journey } from "../../model/journey.js";
import type { JourneyDesign } from "../design/journeyDesign.js";
import { customerOf, type JourneyFeedback, satisfactionOf } from "./journeyFeedback.js";
import type { Answer } from "./promiseGaps.js";

/** Says how a comment sounds, from −1 (bad) to 1 (good); null where it says nothing. */
export type SentimentOf<Row> = (row: Row) => number | null | undefined;

/** The answers about a journey, by the places that they are about. */
export interface PlacedAnswers {
  /** Per place, the satisfaction that answers show, in percent of the maximum. */
  readonly satisfaction: readonly Answer[][];
  /** Per place, the emotion, −2 to 2. */
  readonly emotion: readonly Answer[][];
  /** By the id of a stage: the emotion of answers about it as a whole, or about a touchpoint that it does not have. */
  readonly stages: ReadonlyMap<string, readonly Answer[]>;
  /** How many answers each customer gave, anonymous ones aside. */
  readonly byCustomer: ReadonlyMap<string, number>;
  /** Answers that name a touchpoint or a stage, and none that the design knows. */
  readonly elsewhere: number;
  /** Answers that name neither. */
  readonly nowhere: number;
  /** All answers with a score or a sentiment. */
  readonly answers: number;
  /** Answers with neither, which count for nothing else. */
  readonly unscored: number;
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

/**
 * Puts answers where they belong: to the touchpoint whose id or event they name, or else to their stage.
 *
 * @throws A CxError `invalid-value` with the row, for one that is no answer, is off its scale, or has a customer that is no string.
 */
export function answersByPlace<Row extends JourneyFeedback>(
  requirer: string,
  feedback: Iterable<Row>,
  journey: Pick<Journey, "stages">,
  { places, placeOfEvent }: JourneyDesign,
  sentiment?: SentimentOf<Row>,
): PlacedAnswers {
  const answers = places.map((): Answer[] => []);
  const emotions = places.map((): Answer[] => []);
  const placeOf = new Map(places.map(({ touchpoint }, place) => [touchpoint.id, place]));
  const stages = new Map(journey.stages.map(({ id }) => [id, [] as Answer[]]));
  const byCustomer = new Map<string, number>();
  const emotionOf = emotionReader(requirer, sentiment);
  const counts = { elsewhere: 0, nowhere: 0, answers: 0, unscored: 0 };
  eachRow(feedback, (row) => {
    const emotion = emotionOf(row);
    const { stage, touchpoint } = row;
    const customer = customerOf(row);
    if (emotion === null) {
      counts.unscored++;
      return;
    }
    counts.answers++;
    if (customer !== null) byCustomer.set(customer, (byCustomer.get(customer) ?? 0) + 1);
    const satisfaction = satisfactionOf(row);
    const named = typeof touchpoint === "string" && touchpoint !== "";
    const place = named ? (placeOf.get(touchpoint) ?? placeOfEvent.get(touchpoint)) : undefined;
    const about = typeof stage === "string" ? stages.get(stage) : undefined;
    if (place !== undefined) {
      if (satisfaction !== null) answers[place]?.push({ customer, value: satisfaction });
      emotions[place]?.push({ customer, value: emotion });
    } else if (about !== undefined) about.push({ customer, value: emotion });
    else if (named || (typeof stage === "string" && stage !== "")) counts.elsewhere++;
    else counts.nowhere++;
  });
  return { satisfaction: answers, emotion: emotions, stages, byCustomer, ...counts };
}
