import { mishaps, noise, planted } from "./planted.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {import("./customers.mjs").Person} Person */
/**
 * What happens to a customer: how far they come, what goes wrong for them, and which optional places they use.
 *
 * @typedef {object} Fate
 * @property {string | null} leavesAfter The last place before the customer is lost.
 * @property {Set<string>} hits What goes wrong, by the names used in `planted`, and small mishaps of the box.
 * @property {Set<string>} skips Required places that the log misses.
 * @property {Set<string>} uses Optional places.
 * @property {string[]} strays Events that the design does not know.
 * @property {boolean} disorder
 */

/** How many customers use each optional place, out of those who come that far. */
const optionalShares = {
  considering: { "recipe-video": 0.085, "price-calculator": 0.09, "taste-quiz": 0.08 },
  paying: { "voucher-code": 0.11 },
  delivered: { "recipe-rating": 0.13, "packaging-return": 0.1 },
  staying: { "skip-week": 0.11, "refer-friend": 0.1, "monthly-recap": 0.11 },
};
const steps = /** @type {const} */ ([
  "awareness",
  "menu-browse",
  "plan-choice",
  "payment",
  "order-confirmation",
  "recipe-pick",
  "first-box",
]);

/**
 * Shares are met to the nearest customer, so that what was planted is in the data and not only in the plan.
 *
 * @param {readonly Person[]} people
 * @param {Random} random
 * @returns {Map<string, Fate>}
 */
export function decideFates(people, random) {
  /** @type {Map<string, Fate>} */
  const fates = new Map();
  for (const { id } of people) {
    const disorder = random.chance(noise.disorder);
    fates.set(id, { leavesAfter: null, hits: new Set(), skips: new Set(), uses: new Set(), strays: [], disorder });
  }
  /** @param {Person} person @returns {Fate} */
  const fate = (person) => /** @type {Fate} every person was given one above */ (fates.get(person.id));
  /** @param {readonly Person[]} group @param {number} share @param {(fate: Fate) => void} happen */
  const strike = (group, share, happen) => {
    for (const person of random.quota(group, share)) happen(fate(person));
  };
  /** @param {readonly Person[]} group @param {Record<string, number>} shares */
  const use = (group, shares) => {
    for (const [place, share] of Object.entries(shares)) strike(group, share, (one) => one.uses.add(place));
  };

  /** @type {Record<string, Person[]>} Those who came to each step. */
  const reached = {};
  let left = [...people];
  for (const step of steps) {
    reached[step] = left;
    if (step === "plan-choice") leaveAtPayment(left, strike);
    else strike(left, noise.loss[step], (one) => (one.leavesAfter = step));
    left = left.filter((person) => fate(person).leavesAfter === null);
  }
  for (const [place, share] of Object.entries(noise.skip)) {
    strike(people, share, (one) => one.skips.add(place));
  }
  use(reached["menu-browse"], optionalShares.considering);
  use(reached.payment, optionalShares.paying);
  strike(
    reached["plan-choice"].filter((person) => fate(person).leavesAfter === "plan-choice"),
    0.05,
    (one) => one.uses.add("voucher-code"),
  );

  const delivered = reached["first-box"];
  use(delivered, optionalShares.delivered);
  use(left, optionalShares.staying);
  for (const [region, share] of Object.entries(planted.missingNotice.byRegion)) {
    strike(
      delivered.filter((person) => person.region === region),
      share,
      (one) => one.hits.add("missingNotice"),
    );
  }
  const { app, email } = planted.missingTips.byChannel;
  strike(
    delivered.filter((person) => person.channel === "app"),
    app,
    (one) => one.hits.add("missingTips"),
  );
  strike(
    delivered.filter((person) => person.channel === "web"),
    email,
    (one) => one.hits.add("missingTips"),
  );
  strike(delivered, planted.lateBox.share, (one) => one.hits.add("lateBox"));
  for (const [name, { share }] of Object.entries(mishaps)) strike(delivered, share, (one) => one.hits.add(name));
  // The two events outside the design are planted as shares of all customers, among those who paid and got a box.
  const ofAll = people.length / delivered.length;
  strike(delivered, planted.addressCall.share * ofAll, (one) => one.hits.add("addressCall"));
  strike(delivered, planted.recipePrinted.share * ofAll, (one) => one.hits.add("recipePrinted"));
  for (const [name, share] of Object.entries(noise.unplanned)) strike(people, share, (one) => one.strays.push(name));

  askForHelp(delivered, fate, random);
  const chatting = delivered.filter((person) => fate(person).uses.has("chat"));
  strike(chatting, planted.chat.share, (one) => one.hits.add("chat"));
  return fates;
}

/**
 * @param {readonly Person[]} people
 * @param {(group: readonly Person[], share: number, happen: (fate: Fate) => void) => void} strike
 */
function leaveAtPayment(people, strike) {
  const { byDevice, firstFlat } = planted.dropOff;
  for (const [device, share] of Object.entries(byDevice)) {
    for (const isFirstFlat of [true, false]) {
      const group = people.filter(
        (person) => person.device === device && (person.persona === "first-flat") === isFirstFlat,
      );
      strike(group, share + (isFirstFlat ? firstFlat : 0), (one) => (one.leavesAfter = "plan-choice"));
    }
  }
}

/**
 * Those whose box had something wrong ask more often than the others.
 *
 * @param {readonly Person[]} people
 * @param {(person: Person) => Fate} fate
 * @param {Random} random
 */
function askForHelp(people, fate, random) {
  for (const person of people) {
    const { hits, uses } = fate(person);
    const faulty = hits.has("missingItem") || hits.has("notFresh");
    const share = faulty ? 0.68 : hits.has("lateBox") ? 0.15 : 0.06;
    if (random.chance(share)) {
      if (random.chance(0.3)) uses.add("help-centre");
      uses.add(random.chance(0.57) ? "chat" : "phone-line");
      if (random.chance(faulty ? 0.62 : 0.22)) uses.add("credit");
    } else if (random.chance(0.05)) uses.add("help-centre");
  }
}
