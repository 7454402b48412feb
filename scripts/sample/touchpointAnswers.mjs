import { stageOf } from "./journey.mjs";
import { planted } from "./planted.mjs";
import { scoreAt, scoresFor } from "./scores.mjs";
import { awake, day, hour, minute } from "./time.mjs";
import { topicsOf } from "./topics.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {import("./customers.mjs").Person} Person */
/** @typedef {import("./events.mjs").Happening} Happening */
/** @typedef {import("./interviewer.mjs").Answer} Answer */
/** @typedef {import("./interviewer.mjs").Interviewer} Interviewer */

/**
 * The questions at the touchpoints: how many answers, of what kind, and the mean satisfaction that is felt (in percent of
 * the scale). All but the two planted ones are above what the journey promises. Nobody is asked about awareness or about
 * paying.
 *
 * @type {Readonly<Record<string, { count: number, kind: "csat" | "ces", felt: number }>>}
 */
const questions = {
  "menu-browse": { count: 46, kind: "csat", felt: 82 },
  "recipe-video": { count: 34, kind: "csat", felt: 84 },
  "price-calculator": { count: 36, kind: "csat", felt: 79 },
  "taste-quiz": { count: 34, kind: "csat", felt: 82 },
  "plan-choice": { count: 58, kind: "ces", felt: 80 },
  "voucher-code": { count: 34, kind: "ces", felt: 79 },
  "order-confirmation": { count: 46, kind: "csat", felt: 84 },
  "recipe-pick": { count: 50, kind: "csat", felt: 82 },
  delivery: { count: 110, kind: "csat", felt: planted.lateBox.felt },
  "delivery-notice": { count: 56, kind: "csat", felt: 84 },
  "cooking-tips": { count: 48, kind: "csat", felt: 82 },
  "recipe-rating": { count: 36, kind: "csat", felt: 80 },
  "packaging-return": { count: 34, kind: "ces", felt: 79 },
  "help-centre": { count: 36, kind: "ces", felt: 75 },
  chat: { count: 64, kind: "csat", felt: planted.chat.felt },
  "phone-line": { count: 38, kind: "csat", felt: 81 },
  credit: { count: 36, kind: "csat", felt: 82 },
  "second-box": { count: 60, kind: "csat", felt: 81 },
  "skip-week": { count: 36, kind: "ces", felt: 79 },
  "refer-friend": { count: 34, kind: "csat", felt: 82 },
  "monthly-recap": { count: 34, kind: "csat", felt: 78 },
};
/** So many of those who are asked about the delivery are asked about the notice in the same sitting. */
const askedBoth = 30;
/** What goes wrong at a place, and drags down the answers there. @type {Readonly<Record<string, string>>} */
const troubles = { delivery: "lateBox", chat: "chat" };
/** Answers in the app are a little kinder, those by mail a little less so. @type {Readonly<Record<string, number>>} */
const kindness = { app: 0.08, chat: 0, phone: 0.1, sms: 0.05, web: 0, email: -0.06 };

/**
 * @param {readonly Happening[]} happenings
 * @param {number} end
 * @param {Interviewer} interviewer
 * @returns {Answer[]}
 */
export function touchpointAnswers(happenings, end, interviewer) {
  const { random } = interviewer;
  /** @type {Map<string, Answer>} */
  const boxAnswers = new Map();
  /** @type {Answer[]} */
  const answers = [];
  for (const [place, { count, kind, felt }] of Object.entries(questions)) {
    const visits = happenings.filter((event) => event.place === place && event.time < end - 3 * day);
    const visitors = random.shuffle(new Map(visits.map((event) => [event.customer, event])).values());
    const again = place === "delivery-notice" ? visitors.filter(({ customer }) => boxAnswers.has(customer)) : [];
    const chosen = [...new Set([...again.slice(0, askedBoth), ...visitors])];

    const scores = scoresFor(kind, felt);
    const crowd = byMood(chosen.slice(0, count), place, interviewer);
    for (const [i, { event, person, channel }] of crowd.entries()) {
      const time = awake(event.time + random.around(40 * minute, 9 * hour, 2 * day));
      const box = place === "delivery-notice" ? boxAnswers.get(person.id) : undefined;
      const where = box ?? { time, sitting: `${time} ${person.id}`, channel };
      const answer = interviewer.ask(
        person,
        {
          kind,
          score: scoreAt(scores, (i + 0.5) / crowd.length),
          ...topicsOf(place, person, interviewer.know(person.id).fate),
        },
        {
          time: where.time,
          sitting: where.sitting,
          channel: where.channel,
          stage: stageOf.get(place),
          touchpoint: place,
        },
      );
      if (place === "delivery") boxAnswers.set(person.id, answer);
      answers.push(answer);
    }
    // Now and then the question is shown and skipped.
    const shrugging = chosen[count];
    if (shrugging !== undefined && random.chance(0.5)) {
      const like = answers[answers.length - 1];
      answers.push(interviewer.shrug(like, shrugging.customer, shrugging.time + random.between(hour, 5 * hour)));
    }
  }
  return answers;
}

/**
 * The visitors who answer, the least happy first.
 *
 * @param {readonly Happening[]} visitors
 * @param {string} place
 * @param {Interviewer} interviewer
 */
function byMood(visitors, place, { know, random }) {
  const moods = visitors.map((event) => {
    const { person, fate } = know(event.customer);
    const channel = askedOn(place, person, random);
    const trouble = fate.hits.has(troubles[place] ?? "") ? 2 : 0;
    return { event, person, channel, mood: 0.7 * person.mood + 1.6 * random.next() + kindness[channel] - trouble };
  });
  return moods.sort((a, b) => a.mood - b.mood);
}

/** @param {string} place @param {Person} person @param {Random} random */
function askedOn(place, person, random) {
  if (stageOf.get(place) === "consideration") return person.channel;
  if (place === "chat") return "chat";
  if (place === "phone-line") return random.chance(0.6) ? "sms" : "phone";
  if (place === "order-confirmation" || place === "monthly-recap") return "email";
  return random.chance(person.channel === "app" ? 0.64 : 0.46) ? person.channel : "email";
}
