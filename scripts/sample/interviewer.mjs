import { toneOf } from "./topics.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {import("./customers.mjs").Person} Person */
/** @typedef {import("./customers.mjs").CustomerRecord} CustomerRecord */
/** @typedef {import("./fates.mjs").Fate} Fate */
/** @typedef {import("./events.mjs").Happening} Happening */
/** @typedef {import("./comments.mjs").Topics} Topics */
/** @typedef {import("./comments.mjs").Tone} Tone */
/** @typedef {import("./comments.mjs").Writer} Writer */
/** @typedef {"nps" | "csat" | "ces"} ScoreKind */
/** @typedef {ReturnType<typeof createInterviewer>} Interviewer */
/**
 * An answer without its id, the sitting named in words.
 *
 * @typedef {object} Answer
 * @property {string} [customer]
 * @property {number} time
 * @property {string} sitting
 * @property {string} source
 * @property {string} channel
 * @property {string} [stage]
 * @property {string} [touchpoint]
 * @property {ScoreKind | "open"} kind
 * @property {number} [score]
 * @property {string} [comment]
 * @property {string} followUp
 * @property {object} [attributes]
 */

/** The unhappy write more often. */
const writes = { "+": 0.58, "~": 0.66, "-": 0.84 };

/**
 * Puts questions to customers and notes what they answer.
 *
 * @param {readonly Person[]} people
 * @param {readonly CustomerRecord[]} records
 * @param {ReadonlyMap<string, Fate>} fates
 * @param {Random} random
 * @param {Writer} write
 */
export function createInterviewer(people, records, fates, random, write) {
  const personOf = new Map(people.map((person) => [person.id, person]));
  const attributesOf = new Map(records.map(({ id, attributes }) => [id, attributes]));

  /** @param {string} customer @returns {{ person: Person, fate: Fate }} */
  const know = (customer) => {
    const [person, fate] = [personOf.get(customer), fates.get(customer)];
    if (person === undefined || fate === undefined) throw new Error(`no customer ${customer}`);
    return { person, fate };
  };

  /**
   * An answer with a score, and a comment from those who write one.
   *
   * @param {Person} person
   * @param {{ kind: ScoreKind, score: number, good: Topics, bad: Topics, voice?: Tone, writes?: number }} said The voice
   * is that of the score where it is not given; where it is, the comment is more than a word or two.
   * @param {Pick<Answer, "time" | "sitting" | "channel" | "stage" | "touchpoint">} where
   * @returns {Answer}
   */
  const ask = (person, { kind, score, good, bad, ...said }, where) => {
    const tone = toneOf(kind, score);
    const comment = random.chance(said.writes ?? writes[tone])
      ? write(person, said.voice ?? tone, good, bad, said.voice === undefined)
      : undefined;
    return { ...identity(person), ...where, source: "survey", kind, score, comment, followUp: followUp(tone, random) };
  };

  /**
   * An answer in words only.
   *
   * @param {Person} person
   * @param {{ tone: Tone, good: Topics, bad: Topics }} said
   * @param {Pick<Answer, "time" | "sitting" | "channel" | "source">} where
   * @returns {Answer}
   */
  const listen = (person, { tone, good, bad }, where) => {
    return {
      ...identity(person),
      ...where,
      kind: "open",
      comment: write(person, tone, good, bad, false),
      followUp: "none",
    };
  };

  /** A question that was shown and not answered: @param {Answer} answer @param {string} customer @param {number} time */
  const shrug = ({ score, comment, ...where }, customer, time) => {
    const { person } = know(customer);
    return { ...where, ...identity(person), time, sitting: `${time} ${customer}`, followUp: "none" };
  };

  /** @param {Person} person */
  const identity = ({ id }) => ({ customer: id, attributes: attributesOf.get(id) });

  return { know, ask, listen, shrug, random };
}

/** How far the closed loop has come. @param {Tone} tone @param {Random} random */
function followUp(tone, random) {
  if (tone !== "-") return "none";
  return random.weighted([
    ["none", 30],
    ["open", 12],
    ["acknowledged", 11],
    ["contacted", 20],
    ["resolved", 18],
    ["recovered", 9],
  ]);
}
