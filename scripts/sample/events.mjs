import { logNames } from "./journey.mjs";
import { live } from "./life.mjs";
import { day, hour, iso } from "./time.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {import("./customers.mjs").Person} Person */
/** @typedef {import("./fates.mjs").Fate} Fate */
/**
 * @typedef {object} Happening
 * @property {string} customer
 * @property {string | null} place The designed touchpoint; null for an event outside the design.
 * @property {string} touchpoint The log's name.
 * @property {number} time
 * @property {string} [channel]
 * @property {string} [outcome]
 * @property {number} [durationSeconds]
 */

/**
 * The usual length of a visit in seconds, by log name.
 *
 * @type {Readonly<Record<string, number>>}
 */
const lengths = {
  menu_view: 180,
  "recipe-video": 95,
  price_calc: 60,
  quiz_done: 110,
  plan_selected: 150,
  checkout_paid: 130,
  recipes_picked: 240,
  help_article_view: 90,
  chat_started: 540,
  call_inbound: 330,
  call_address_change: 260,
};

/**
 * The events of one customer, up to the end of the data.
 *
 * @param {Person} person
 * @param {Fate} fate
 * @param {number} end
 * @param {Random} random
 * @returns {Happening[]}
 */
export function happeningsOf(person, fate, end, random) {
  /** @type {Happening[]} */
  const events = [];
  live(person, fate, random, (place, time, more = {}) => {
    if (place !== null && fate.skips.has(place)) return time;
    const touchpoint = more.touchpoint ?? logNames.get(place ?? "")?.[0] ?? "";
    const usual = lengths[touchpoint];
    const length = usual === undefined ? {} : { durationSeconds: random.around(usual >> 2, usual, usual * 3) };
    const base = { customer: person.id, place, channel: person.channel, outcome: "success" };
    events.push({ ...base, ...length, ...more, touchpoint, time });
    return time;
  });
  events.sort((a, b) => a.time - b.time);
  if (fate.disorder) swapNeighbours(events, random);
  return events.filter((event) => event.time <= end);
}

/**
 * Two systems whose clocks disagree.
 *
 * @param {readonly Happening[]} events
 * @param {Random} random
 */
function swapNeighbours(events, random) {
  const designed = events.filter((event) => event.place !== null);
  if (designed.length < 4) return;
  const i = random.between(1, designed.length - 2);
  const [first, second] = [designed[i], designed[i + 1]];
  [first.time, second.time] = [second.time, first.time];
}

/**
 * The rows of `interactions.csv`, in the order in which the systems delivered them: some come hours or days behind.
 *
 * @param {readonly Happening[]} happenings
 * @param {Random} random
 */
export function interactionRows(happenings, random) {
  const arrived = happenings.map((event) => {
    const behind = random.chance(0.06) ? random.between(hour, 3 * day) : random.between(0, 30);
    return { event, at: event.time + behind };
  });
  arrived.sort((a, b) => a.at - b.at || (a.event.customer < b.event.customer ? -1 : 1));
  const rows = arrived.map(({ event }) => event);
  // One event was delivered twice.
  const twice = rows.findIndex((event, i) => i > 4000 && event.place === "menu-browse");
  rows.splice(twice + 40, 0, rows[twice]);
  return rows.map(({ customer, touchpoint, time, channel, outcome, durationSeconds }, i) => {
    const id = `e${String(i + 1).padStart(5, "0")}`;
    return { id, customer, touchpoint, at: iso(time), channel, outcome, durationSeconds };
  });
}
