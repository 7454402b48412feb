import { eachRow } from "../../error/eachRow.js";
import type { Journey } from "../../model/journey.js";
import type { OutcomeReader } from "../conformance/outcomeEffects.js";
import { journeyDesign } from "../design/journeyDesign.js";
import { customerOf, type JourneyFeedback, satisfactionOf } from "../gaps/journeyFeedback.js";
import { outcomeReader } from "../gaps/outcomeEffects.js";
import { countVisits } from "../log/countVisits.js";
import type { EventLog } from "../log/eventLog.js";

/** The answers about one touchpoint, by customer. */
export interface TouchpointAnswers {
  readonly touchpoint: string;
  readonly stage: string | null;
  /** How many customers of the log came. */
  readonly visitors: number;
  /** The mean satisfaction of every respondent, anonymous ones too. */
  readonly all: readonly number[];
  /** Of the respondents whose outcome is known: satisfaction, outcome, and the number of the customer. */
  readonly satisfaction: readonly number[];
  readonly outcomes: readonly number[];
  readonly customers: readonly number[];
}

/** The answers about all touchpoints. */
export interface MomentAnswers {
  readonly touchpoints: readonly TouchpointAnswers[];
  /** How many customers gave an answer and have an outcome. */
  readonly respondents: number;
}

/** Gathers answers by touchpoint and customer, with the outcomes of the customers. */
export function momentAnswers(
  log: EventLog,
  feedback: Iterable<JourneyFeedback>,
  outcome: OutcomeReader,
  journey: Pick<Journey, "stages"> | undefined,
): MomentAnswers {
  const design = journey === undefined ? null : journeyDesign(journey);
  const places = new Map(
    design?.places.map(({ touchpoint, stage }) => [touchpoint.id, { touchpoint: touchpoint.id, stage: stage.id }]),
  );
  const placeOf = (name: string): { touchpoint: string; stage: string | null } | null => {
    if (design === null) return { touchpoint: name, stage: null };
    const id = places.has(name) ? name : design.places[design.placeOfEvent.get(name) ?? -1]?.touchpoint.id;
    return places.get(id ?? "") ?? null;
  };
  const found = new Map<
    string,
    { stage: string | null; sums: Map<string, { sum: number; n: number }>; anonymous: number[] }
  >();
  eachRow(feedback, (row) => {
    const satisfaction = satisfactionOf(row);
    const { touchpoint } = row;
    const customer = customerOf(row);
    const place = typeof touchpoint === "string" && touchpoint !== "" ? placeOf(touchpoint) : null;
    if (satisfaction === null || place === null) return;
    const here = found.get(place.touchpoint) ?? {
      stage: place.stage,
      sums: new Map<string, { sum: number; n: number }>(),
      anonymous: [] as number[],
    };
    found.set(place.touchpoint, here);
    if (customer === null) {
      here.anonymous.push(satisfaction);
      return;
    }
    const { sum, n } = here.sums.get(customer) ?? { sum: 0, n: 0 };
    here.sums.set(customer, { sum: sum + satisfaction, n: n + 1 });
  });

  const read = outcomeReader("momentsOfTruth", outcome);
  const visitors = countVisitors(log, placeOf);
  const numbers = new Map<string, number>();
  const touchpoints = Array.from(found, ([touchpoint, { stage, sums, anonymous }]): TouchpointAnswers => {
    const all = Array.from(sums, ([customer, { sum, n }]) => ({ customer, value: sum / n, outcome: read(customer) }));
    const known = all.filter((one) => one.outcome !== null);
    return {
      touchpoint,
      stage,
      visitors: visitors.get(touchpoint) ?? 0,
      all: [...all.map(({ value }) => value), ...anonymous],
      satisfaction: known.map(({ value }) => value),
      outcomes: known.map((one) => Number(one.outcome)),
      customers: known.map(({ customer }) => {
        const number = numbers.get(customer) ?? numbers.size;
        numbers.set(customer, number);
        return number;
      }),
    };
  });
  return { touchpoints, respondents: numbers.size };
}

/** How many customers came to each touchpoint. */
function countVisitors(
  log: EventLog,
  placeOf: (name: string) => { touchpoint: string } | null,
): ReadonlyMap<string, number> {
  const names = log.touchpoints.map((name) => placeOf(name)?.touchpoint ?? null);
  const places = [...new Set(names.filter((name) => name !== null))];
  const numbers = new Map(places.map((name, number) => [name, number] as const));
  const placesOf = names.map((name) => (name === null ? -1 : (numbers.get(name) ?? -1)));
  const { customers } = countVisits(log, placesOf, places.length);
  return new Map(places.map((name, number) => [name, customers[number] ?? 0]));
}
