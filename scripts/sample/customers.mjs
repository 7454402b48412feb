import { day, hour, seconds } from "./time.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/**
 * A customer as written to the sample, and what the generator knows besides.
 *
 * @typedef {object} Person
 * @property {string} id
 * @property {"busy-parent" | "curious-cook" | "first-flat"} persona
 * @property {"north" | "east" | "south" | "west"} region
 * @property {"phone" | "tablet" | "laptop"} device
 * @property {"solo" | "duo" | "family"} plan The plan that they choose if they come to choosing.
 * @property {"app" | "web"} channel Where they meet the company.
 * @property {boolean} research Whether they agreed to be asked.
 * @property {number} start When they first hear of the company, in seconds.
 * @property {number} mood A customer's own leaning, about −1 to 1.
 * @property {{ channels: string[], language: string, contactsPerMonth: number, delivery: "morning" | "afternoon" | "evening" }} preferences
 * @property {{ marketing: boolean }} consent
 */
/** @typedef {{ id: string, preferences: object, consent: object, attributes: Record<string, string | null> }} CustomerRecord */

const firstDay = seconds("2026-01-02T00:00:00Z");
const juneStart = seconds("2026-06-11T00:00:00Z");

/** @type {readonly (readonly [Person["persona"], number])[]} */
const personaShares = [
  ["busy-parent", 0.4],
  ["curious-cook", 0.3],
  ["first-flat", 0.3],
];
/** @type {readonly (readonly [Person["region"], number])[]} */
const regionShares = [
  ["north", 0.3],
  ["east", 0.25],
  ["south", 0.25],
  ["west", 0.2],
];
/** @type {Record<Person["persona"], readonly (readonly [Person["device"], number])[]>} */
const deviceShares = {
  "busy-parent": [
    ["phone", 0.52],
    ["laptop", 0.34],
    ["tablet", 0.14],
  ],
  "curious-cook": [
    ["phone", 0.4],
    ["laptop", 0.44],
    ["tablet", 0.16],
  ],
  "first-flat": [
    ["phone", 0.76],
    ["laptop", 0.2],
    ["tablet", 0.04],
  ],
};
/** @type {Record<Person["persona"], readonly (readonly [Person["plan"], number])[]>} */
const planShares = {
  "busy-parent": [
    ["family", 0.82],
    ["duo", 0.18],
  ],
  "curious-cook": [
    ["duo", 0.74],
    ["family", 0.14],
    ["solo", 0.12],
  ],
  "first-flat": [
    ["solo", 0.56],
    ["duo", 0.42],
    ["family", 0.02],
  ],
};
const hours = { "busy-parent": [6, 21], "curious-cook": [9, 22], "first-flat": [10, 24] };

/**
 * Most customers start from January to late May, so that their first weeks are over when the data end; a few start in
 * June and are still under way.
 *
 * @param {number} count
 * @param {Random} random
 * @returns {Person[]}
 */
export function makePeople(count, random) {
  return Array.from({ length: count }, (_, i) => {
    const persona = random.weighted(personaShares);
    const device = random.weighted(deviceShares[persona]);
    const recent = random.chance(0.13);
    const startDay = recent ? random.between(0, 19) : random.between(0, random.chance(0.35) ? 50 : 142);
    const [wakes, sleeps] = hours[persona];
    const start = (recent ? juneStart : firstDay) + startDay * day + random.between(wakes * hour, sleeps * hour - 1);
    const channel = device === "phone" ? "app" : "web";
    return {
      id: `c${String(i + 1).padStart(4, "0")}`,
      persona,
      region: random.weighted(regionShares),
      device,
      plan: random.weighted(planShares[persona]),
      channel,
      research: random.chance(0.88),
      start,
      mood: random.next() + random.next() - 1,
      preferences: {
        channels: preferredChannels(channel, random),
        language: "en",
        contactsPerMonth: random.weighted([
          [2, 2],
          [4, 5],
          [8, 2],
          [12, 1],
        ]),
        delivery: random.weighted([
          ["evening", persona === "busy-parent" ? 5 : 3],
          ["afternoon", 2],
          ["morning", 1],
        ]),
      },
      consent: { marketing: random.chance(0.61) },
    };
  });
}

/** @param {Person["channel"]} channel @param {Random} random */
function preferredChannels(channel, random) {
  const second = random.weighted([
    ["email", 6],
    ["sms", 2],
    ["phone", 1],
  ]);
  return random.chance(0.8) ? [channel, second] : [second, channel];
}

/**
 * The records of `customers.json`.
 *
 * @param {readonly Person[]} people
 * @param {ReadonlySet<string>} choseAPlan
 * @returns {CustomerRecord[]}
 */
export function customerRecords(people, choseAPlan) {
  return people.map((person) => ({
    id: person.id,
    preferences: person.preferences,
    consent: { ...person.consent, research: person.research },
    attributes: {
      persona: person.persona,
      region: person.region,
      plan: choseAPlan.has(person.id) ? person.plan : null,
      device: person.device,
    },
  }));
}
