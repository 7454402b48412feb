/** @typedef {import("./customers.mjs").Person} Person */
/** @typedef {import("./fates.mjs").Fate} Fate */
/** @typedef {import("./comments.mjs").Topics} Topics */
/** @typedef {import("./comments.mjs").Tone} Tone */

/** @param {"nps" | "csat" | "ces"} kind @param {number} score @returns {Tone} */
export function toneOf(kind, score) {
  const [bad, good] = { nps: [6, 9], csat: [2, 4], ces: [3, 6] }[kind];
  return score <= bad ? "-" : score >= good ? "+" : "~";
}

/**
 * The topics, good and bad, of a touchpoint whose answers are mostly about itself.
 *
 * @type {Readonly<Record<string, readonly [string, string]>>}
 */
const ownTopics = {
  "menu-browse": ["menu+", "menu-"],
  "recipe-video": ["video+", "video-"],
  "price-calculator": ["calculator+", "calculator-"],
  "taste-quiz": ["quiz+", "quiz-"],
  "plan-choice": ["plan+", "plan-"],
  "voucher-code": ["voucher+", "voucher-"],
  "order-confirmation": ["confirmation+", "confirmation-"],
  "recipe-pick": ["pick+", "pick-"],
  "delivery-notice": ["notice+", "notice~"],
  "cooking-tips": ["tips+", "tips~"],
  "recipe-rating": ["rate+", "rate-"],
  "packaging-return": ["return+", "return-"],
  "help-centre": ["help+", "help-"],
  chat: ["chat+", "chat-"],
  "phone-line": ["phone+", "phone-"],
  credit: ["credit+", "credit-"],
  "second-box": ["second+", "second-"],
  "skip-week": ["skip+", "skip-"],
  "refer-friend": ["refer+", "refer-"],
  "monthly-recap": ["recap+", "recap-"],
};

/**
 * What a customer can praise and complain about at a touchpoint, given what happened to them there.
 *
 * @param {string} place
 * @param {Person} person
 * @param {Fate} fate
 * @returns {{ good: Topics, bad: Topics }}
 */
export function topicsOf(place, person, { hits }) {
  const medium = person.channel === "app" ? "app" : "web";
  if (place === "delivery") {
    const late = hits.has("lateBox");
    const bad = pairs({
      "late-": late ? 6 : 0,
      "courier-": late ? 0.4 : 3,
      "notice-": hits.has("missingNotice") ? 2.5 : 0,
      "missing-": hits.has("missingItem") ? 2 : 0,
      "fresh-": hits.has("notFresh") ? 2 : 0,
      "packaging-": hits.has("tooMuchPackaging") ? 1 : 0.15,
    });
    const good = pairs({
      "ontime+": late ? 0 : 5,
      "fresh+": hits.has("notFresh") ? 0 : 2,
      "recipes+": 1,
      "packaging+": 0.3,
    });
    return { good, bad };
  }
  if (place === "exit") {
    const bad = pairs({
      "payment-phone-": person.device === "phone" ? 5 : 0,
      "payment-": 2,
      "leave-": 2,
      "plan-": 0.5,
    });
    return { good: pairs({ "menu+": 3, "plan+": 1, "video+": 0.5, "quiz+": 0.5 }), bad };
  }
  const [good, bad] = ownTopics[place];
  if (place === "second-box") {
    const more = { "recipes-": 1, "portions-": 0.5, "price-": 1, "packaging-": hits.has("tooMuchPackaging") ? 1 : 0.1 };
    return { good: pairs({ [good]: 3, "recipes+": 2, "fresh+": 1 }), bad: pairs({ [bad]: 3, ...more }) };
  }
  if (["chat", "phone-line", "credit"].includes(place)) {
    // People say what they called about. Those whom the chat bot led in circles do not call it quick.
    const chat = hits.has("chat") ? ["bot+", "chat-"] : ["chat+", "chat~"];
    const [praise, blame] = place === "chat" ? chat : [good, bad];
    const about = { "missing-": hits.has("missingItem") ? 3 : 0, "fresh-": hits.has("notFresh") ? 3 : 0 };
    return { good: pairs({ [praise]: 5 }), bad: pairs({ [blame]: 6, "late-": hits.has("lateBox") ? 1 : 0, ...about }) };
  }
  const later = ["recipe-rating", "packaging-return", "skip-week", "refer-friend", "monthly-recap"].includes(place);
  const digital = ["menu-browse", "plan-choice", "recipe-pick", "skip-week"].includes(place);
  return {
    good: pairs({ [good]: 5, [`${medium}+`]: digital ? 0.6 : 0, "recipes+": later ? 1 : 0, "time+": later ? 0.4 : 0 }),
    bad: pairs({ [bad]: 5, [`${medium}-`]: digital ? 0.8 : 0 }),
  };
}

/** @param {Person} person @param {Fate} fate @returns {Topics} */
export function goodOverall(person, { hits, uses }) {
  const { persona, channel } = person;
  return pairs({
    "recipes+": 3.2,
    "fresh+": hits.has("notFresh") ? 0 : 1.5,
    "time+": persona === "busy-parent" ? 2 : 0.7,
    "price+": persona === "first-flat" ? 0.7 : 0.4,
    "ontime+": hits.has("lateBox") ? 0 : 1.1,
    "notice+": hits.has("missingNotice") ? 0 : 0.5,
    "tips+": hits.has("missingTips") ? 0 : persona === "first-flat" ? 1.3 : 0.5,
    "packaging+": hits.has("tooMuchPackaging") ? 0 : 0.3,
    [`${channel}+`]: 0.4,
    "phone+": uses.has("phone-line") ? 1.5 : 0,
    "chat+": uses.has("chat") && !hits.has("chat") ? 1.5 : 0,
    "credit+": uses.has("credit") ? 1 : 0,
  });
}

/** @param {Person} person @param {Fate} fate @returns {Topics} */
export function badOverall(person, { hits }) {
  const { persona, channel } = person;
  return pairs({
    "late-": hits.has("lateBox") ? 3 : 0,
    "notice-": hits.has("missingNotice") ? 3 : 0,
    "address-": hits.has("addressCall") ? 3.6 : 0,
    "tips-": hits.has("missingTips") ? 1.2 : 0,
    "missing-": hits.has("missingItem") ? 3.5 : 0,
    "fresh-": hits.has("notFresh") ? 2.5 : 0,
    "chat-": hits.has("chat") ? 2.5 : 0,
    "packaging-": hits.has("tooMuchPackaging") ? 1.6 : 0.1,
    "price-": 0.5,
    "price-student-": persona === "first-flat" ? 0.7 : 0,
    "recipes-": persona === "curious-cook" ? 0.7 : 0.45,
    "portions-": 0.25,
    [`${channel}-`]: 0.2,
  });
}

/** @param {Record<string, number>} weights @returns {Topics} */
function pairs(weights) {
  return Object.entries(weights).filter(([, weight]) => weight > 0);
}
