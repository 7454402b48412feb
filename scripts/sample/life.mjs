import { atHourOf, awake, day, hour, minute } from "./time.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {import("./customers.mjs").Person} Person */
/** @typedef {import("./fates.mjs").Fate} Fate */
/**
 * Notes an event and gives its time back.
 *
 * @callback Log
 * @param {string | null} place The designed touchpoint; null for an event outside the design.
 * @param {number} time
 * @param {{ touchpoint?: string, channel?: string, outcome?: string }} [more] Where it differs from the usual.
 * @returns {number}
 */

/**
 * One customer's way from hearing of the company to the weeks after the second box, or to where they leave.
 *
 * @param {Person} person
 * @param {Fate} fate
 * @param {Random} random
 * @param {Log} log
 */
export function live(person, fate, random, log) {
  const { leavesAfter } = fate;
  hearOf(person, fate, random, log);
  if (leavesAfter === "awareness") return;
  const found = findOut(person, fate, random, log);
  if (leavesAfter === "menu-browse") return;
  const ordered = order(found, fate, random, log);
  if (ordered === null) return;
  const pause = random.chance(0.55)
    ? random.around(3 * minute, 20 * minute, 2 * hour)
    : random.around(6 * hour, day, 3 * day);
  const picked = log("recipe-pick", awake(ordered + pause));
  if (leavesAfter === "recipe-pick") return;
  const delivered = receiveBox(ordered, picked, person, fate, random, log);
  const settled = afterTheBox(delivered, person, fate, random, log);
  if (leavesAfter === "first-box") return;
  becomeRegular(delivered, settled, fate, random, log);
}

/** @param {Person} person @param {Fate} fate @param {Random} random @param {Log} log */
function hearOf(person, fate, random, log) {
  const { start } = person;
  const young = person.persona === "first-flat";
  const place = random.weighted([
    ["social-post", young ? 5 : 3],
    ["search-visit", young ? 2 : 4],
    ["friend-invite", 3],
  ]);
  const more = {
    "friend-invite": { channel: random.chance(young ? 0.8 : 0.4) ? "sms" : "email" },
    "search-visit": { channel: "web" },
    "social-post": { channel: "social", touchpoint: random.chance(0.75) ? "social_ad_click" : "social_post_click" },
  }[place];
  if (!fate.skips.has("awareness")) log(place, start, more);
  for (const touchpoint of fate.strays) {
    const channel = touchpoint === "newsletter_unsubscribed" ? "email" : "web";
    log(null, awake(start + random.between(hour, 6 * day)), { touchpoint, channel });
  }
}

/** @param {Person} person @param {Fate} fate @param {Random} random @param {Log} log */
function findOut(person, fate, random, log) {
  const pause = random.chance(0.7) ? random.around(minute, 9 * minute, hour) : random.around(2 * hour, day, 3 * day);
  let now = awake(person.start + pause);
  const asides = ["recipe-video", "price-calculator", "taste-quiz"].filter((place) => fate.uses.has(place));
  for (const place of random.shuffle(["menu-browse", ...asides])) {
    now = log(place, now + random.around(10, 4 * minute, 12 * minute));
    if (place === "menu-browse" && random.chance(0.1)) {
      now = log(place, awake(now + random.around(5 * minute, 3 * hour, day)));
    }
  }
  return now;
}

/**
 * @param {number} found
 * @param {Fate} fate
 * @param {Random} random
 * @param {Log} log
 * @returns {number | null} When the order was confirmed; null where the customer left before that or right after.
 */
function order(found, fate, random, log) {
  const pause = random.chance(0.6)
    ? random.around(2 * minute, 12 * minute, hour)
    : random.around(3 * hour, day, 3 * day);
  let now = log("plan-choice", awake(found + pause));
  if (fate.uses.has("voucher-code")) now = log("voucher-code", now + random.around(20, 70, 200));
  if (fate.leavesAfter === "plan-choice") return null;
  now += random.around(minute, 4 * minute, 20 * minute);
  if (random.chance(0.012)) now = log("payment", now, { outcome: "failed" }) + random.around(20, 80, 300);
  now = log("payment", now);
  if (fate.leavesAfter === "payment") return null;
  // A few confirmations carry the very second of the payment.
  now = log("order-confirmation", now + (random.chance(0.005) ? 0 : random.around(5, 40, 240)), { channel: "email" });
  return fate.leavesAfter === "order-confirmation" ? null : now;
}

/**
 * @param {number} ordered
 * @param {number} picked
 * @param {Person} person
 * @param {Fate} fate
 * @param {Random} random
 * @param {Log} log
 * @returns {number} When the box came.
 */
function receiveBox(ordered, picked, person, { hits }, random, log) {
  const slot = { morning: 8, afternoon: 13, evening: 17 }[person.preferences.delivery];
  const late = hits.has("lateBox") ? hour : 0;
  const delivered = atHourOf(picked + random.around(3, 4, 6) * day, slot) + random.between(0, 3 * hour + late);
  const channel = person.channel === "app" ? "app" : "email";
  if (hits.has("addressCall")) {
    const before = random.chance(0.7);
    const wish = before
      ? random.between(ordered + hour, delivered - 20 * hour)
      : delivered + random.between(day, 4 * day);
    const outcome = random.chance(0.97) ? "success" : "abandoned";
    log(null, inOfficeHours(wish, random), { touchpoint: "call_address_change", channel: "phone", outcome });
  }
  if (!hits.has("missingNotice")) {
    const noon = atHourOf(delivered - day, 12) + random.between(0, 3 * hour);
    log("delivery-notice", Math.max(picked + hour, noon), { channel: random.chance(0.15) ? "sms" : channel });
  }
  log("delivery", delivered, { channel: "courier", outcome: random.chance(0.008) ? "failed" : "success" });
  if (!hits.has("missingTips")) {
    const touchpoint = channel === "app" ? "cooking_tips_push" : "cooking_tips_mail";
    log("cooking-tips", delivered + random.around(20 * minute, 100 * minute, 4 * hour), { touchpoint, channel });
  }
  if (hits.has("recipePrinted")) {
    const printed = awake(delivered + random.between(4 * hour, 3 * day));
    log(null, printed, { touchpoint: "recipe_printed", channel: "web" });
  }
  return delivered;
}

/**
 * Ratings, packaging and calls for help, in the days between the first box and the second.
 *
 * @param {number} delivered
 * @param {Person} person
 * @param {Fate} fate
 * @param {Random} random
 * @param {Log} log
 * @returns {number} When the last of it happened.
 */
function afterTheBox(delivered, person, { uses }, random, log) {
  let now = delivered + 5 * hour;
  for (let left = uses.has("recipe-rating") ? random.between(1, 3) : 0; left > 0; left--) {
    now = log("recipe-rating", awake(now + random.around(hour, 12 * hour, day)));
  }
  if (uses.has("packaging-return")) {
    now = log("packaging-return", awake(now + random.around(6 * hour, day, 2 * day)));
  }
  if (uses.has("help-centre")) now = log("help-centre", awake(now + random.around(hour, 9 * hour, day)));
  for (const [place, channel] of [
    ["chat", "chat"],
    ["phone-line", "phone"],
  ]) {
    const wish = now + random.around(10 * minute, 3 * hour, 16 * hour);
    if (uses.has(place)) now = log(place, inOfficeHours(wish, random), { channel });
  }
  if (uses.has("credit")) {
    const channel = person.channel === "app" && random.chance(0.7) ? "app" : "email";
    now = log("credit", now + random.around(10 * minute, 3 * hour, 10 * hour), { channel });
  }
  return now;
}

/**
 * @param {number} delivered
 * @param {number} settled
 * @param {Fate} fate
 * @param {Random} random
 * @param {Log} log
 */
function becomeRegular(delivered, settled, { uses }, random, log) {
  const aWeekLater = delivered + 7 * day + random.around(-2 * hour, 0, 2 * hour);
  const outcome = random.chance(0.006) ? "failed" : "success";
  let now = log("second-box", Math.max(settled + hour, aWeekLater), { channel: "courier", outcome });
  const habits = ["skip-week", "refer-friend", "monthly-recap"].filter((place) => uses.has(place));
  for (const place of random.shuffle(habits)) {
    const more = place === "monthly-recap" ? { channel: "email" } : {};
    now = log(place, awake(now + random.around(day, 6 * day, 20 * day)), more);
  }
}

/**
 * The time itself or the next at which somebody answers: 8 to 20 o'clock.
 *
 * @param {number} time
 * @param {Random} random
 */
function inOfficeHours(time, random) {
  const clock = time % day;
  if (clock < 8 * hour) return atHourOf(time, 8) + random.between(0, 3 * hour);
  if (clock >= 20 * hour) return atHourOf(time + day, 8) + random.between(0, 3 * hour);
  return time;
}
