import { mishaps, npsBase, planted } from "./planted.mjs";
import { awake, day } from "./time.mjs";
import { badOverall, goodOverall, toneOf, topicsOf } from "./topics.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {import("./events.mjs").Happening} Happening */
/** @typedef {import("./interviewer.mjs").Answer} Answer */
/** @typedef {import("./interviewer.mjs").Interviewer} Interviewer */

const relationshipCount = 470;
const exitCount = 54;
const reviewCount = 48;
/** What the customers of the relationship survey come to on average; leavers are set against it. */
const usualNps = 12;
/** What goes wrong costs points of the NPS. @type {Readonly<Record<string, number>>} */
const costs = {
  missingNotice: planted.missingNotice.nps,
  missingTips: planted.missingTips.nps,
  addressCall: planted.addressCall.nps,
  lateBox: planted.lateBox.nps,
  chat: planted.chat.nps,
  missingItem: mishaps.missingItem.nps,
  notFresh: mishaps.notFresh.nps,
  tooMuchPackaging: mishaps.tooMuchPackaging.nps,
};

/** The NPS of customers with these experiences. @param {ReadonlySet<string>} hits */
function expectedNps(hits) {
  return Object.entries(costs).reduce((points, [hit, cost]) => (hits.has(hit) ? points + cost : points), npsBase);
}

/**
 * @param {number} points The NPS of customers like this one.
 * @param {number} kindness From 0 to 1: where this customer stands among them.
 * @param {Random} random
 * @returns {number}
 */
function npsScore(points, kindness, random) {
  const promoters = (points / 100 + 0.72) / 2;
  const detractors = promoters - points / 100;
  if (kindness < detractors) return random.pick([0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6]);
  if (kindness < 1 - promoters) return random.pick([7, 7, 7, 8, 8, 8, 8]);
  return random.pick([9, 9, 10, 10, 10]);
}

/**
 * Some days after the second box: would you recommend us?
 *
 * @param {readonly Happening[]} happenings
 * @param {number} end
 * @param {Interviewer} interviewer
 * @returns {Answer[]}
 */
export function relationshipAnswers(happenings, end, interviewer) {
  const { know, random } = interviewer;
  const boxes = happenings.filter((event) => event.place === "second-box" && event.time < end - 17 * day);
  /** @type {Map<number, Happening[]>} Those of whom the same is expected. */
  const alike = new Map();
  for (const event of random.shuffle(boxes).slice(0, relationshipCount)) {
    const points = expectedNps(know(event.customer).fate.hits);
    alike.set(points, [...(alike.get(points) ?? []), event]);
  }
  /** @type {Answer[]} */
  const answers = [];
  for (const [points, events] of alike) {
    // As many promoters and detractors as expected; the customers' moods decide who.
    const crowd = events.map((event) => ({ event, mood: know(event.customer).person.mood + 2 * random.next() }));
    crowd.sort((a, b) => a.mood - b.mood);
    const offset = random.next();
    for (const [i, { event }] of crowd.entries()) {
      const { person, fate } = know(event.customer);
      const time = awake(event.time + random.around(2 * day, 5 * day, 15 * day));
      const channel = random.chance(0.7) ? "email" : person.channel;
      const where = { time, sitting: `${time} ${person.id}`, channel };
      const topics = { good: goodOverall(person, fate), bad: badOverall(person, fate) };
      const score = npsScore(points, (i + offset) / crowd.length, random);
      answers.push(interviewer.ask(person, { kind: "nps", score, ...topics }, where));
      // Some also answer "What is the one thing that you would change?"
      if (random.chance(0.1)) {
        answers.push(interviewer.listen(person, { tone: "-", ...topics }, { ...where, source: "survey" }));
      }
    }
  }
  return answers;
}

/**
 * Some days after leaving without paying. The question is about the order as a whole, not about paying.
 *
 * @param {readonly Happening[]} happenings
 * @param {number} end
 * @param {Interviewer} interviewer
 * @returns {Answer[]}
 */
export function exitAnswers(happenings, end, { know, ask, random }) {
  const left = happenings.filter((event) => {
    const leaves = event.place === "plan-choice" && know(event.customer).fate.leavesAfter === "plan-choice";
    return leaves && event.time < end - 9 * day;
  });
  const chosen = random.shuffle(left).slice(0, exitCount);
  const kindness = random.spread(chosen.length);
  return chosen.map((event, i) => {
    const { person, fate } = know(event.customer);
    const time = awake(event.time + random.around(day, 2 * day, 6 * day));
    const score = npsScore(usualNps + planted.dropOff.nps, kindness[i], random);
    // Those who are not delighted say why they left.
    /** @type {import("./comments.mjs").Tone} */
    const voice = toneOf("nps", score) === "+" ? "+" : "-";
    const said = { score, voice, ...topicsOf("exit", person, fate), writes: 0.8 };
    return ask(
      person,
      { kind: "nps", ...said },
      { time, sitting: `${time} ${person.id}`, channel: "email", stage: "purchase" },
    );
  });
}

/**
 * What people write of their own accord, many without saying who they are.
 *
 * @param {readonly Happening[]} happenings
 * @param {number} end
 * @param {Interviewer} interviewer
 * @returns {Answer[]}
 */
export function reviews(happenings, end, { know, listen, random }) {
  const boxes = happenings.filter((event) => event.place === "second-box" && event.time < end - 22 * day);
  return random
    .shuffle(boxes)
    .slice(0, reviewCount)
    .map((event) => {
      const { person, fate } = know(event.customer);
      const time = awake(event.time + random.around(day, 4 * day, 20 * day));
      const tone = toneOf("nps", npsScore(expectedNps(fate.hits), random.next(), random));
      const social = random.chance(0.6);
      const where = {
        time,
        sitting: `${time} ${person.id}`,
        source: social ? "social" : "review",
        channel: social ? "social" : "web",
      };
      const answer = listen(person, { tone, good: goodOverall(person, fate), bad: badOverall(person, fate) }, where);
      if (social && random.chance(0.3)) answer.comment = `@ladlewick ${answer.comment}`;
      const { customer, attributes, ...anonymous } = answer;
      return random.chance(0.45) ? answer : anonymous;
    });
}
