import { day, hour, iso, minute } from "./time.mjs";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {import("./customers.mjs").Person} Person */
/** @typedef {import("./fates.mjs").Fate} Fate */
/** @typedef {import("./events.mjs").Happening} Happening */
/**
 * A case by its lengths, in seconds.
 *
 * @typedef {object} Draft
 * @property {number} opened
 * @property {number} wait Until somebody answers.
 * @property {number} work From then until it is solved.
 * @property {number} contacts
 * @property {number} reopened
 * @property {string} channel
 * @property {string} topic
 * @property {string} [stage]
 * @property {string} [touchpoint]
 */

/** Customer care notes a case for each chat and call, and for one call in seven about an address. */
const addressCallsNoted = 0.14;
/** Of those who leave without paying, this share write a mail. The mailbox is not in the event log. */
const paymentMails = 0.06;

/**
 * The rows of `cases.csv`, in order of opening.
 *
 * @param {readonly Happening[]} happenings
 * @param {number} end
 * @param {{ know: (customer: string) => { person: Person, fate: Fate } }} interviewer
 * @param {Random} random
 */
export function openCases(happenings, end, { know }, random) {
  const cases = happenings.flatMap((event) => {
    const { person, fate } = know(event.customer);
    const draft = caseAbout(event, fate, random);
    return draft === null || draft.opened > end ? [] : [{ person, draft }];
  });
  cases.sort((a, b) => a.draft.opened - b.draft.opened || (a.person.id < b.person.id ? -1 : 1));
  return cases.map(({ person, draft: { opened, wait, work, ...draft } }, i) => {
    // A few mails are never answered, and a few cases never closed.
    const answered = draft.channel === "email" && random.chance(0.1) ? Number.POSITIVE_INFINITY : opened + wait;
    const resolved = random.chance(0.015) ? Number.POSITIVE_INFINITY : answered + work;
    return {
      id: `k${String(i + 1).padStart(3, "0")}`,
      customer: person.id,
      openedAt: iso(opened),
      firstAnsweredAt: answered <= end ? iso(answered) : undefined,
      resolvedAt: resolved <= end ? iso(resolved) : undefined,
      ...draft,
      attributes: { persona: person.persona, region: person.region },
    };
  });
}

/**
 * @param {Happening} event
 * @param {Fate} fate
 * @param {Random} random
 * @returns {Draft | null} Null where the event leads to no case.
 */
function caseAbout({ place, touchpoint, time }, fate, random) {
  if (place === "chat") return { ...chatCase(fate, random), opened: time, stage: "help", touchpoint: "chat" };
  if (place === "phone-line") {
    return {
      opened: time,
      wait: random.around(10, 70, 175),
      work: random.around(4 * minute, 30 * minute, 26 * hour),
      contacts: random.chance(0.2) ? 2 : 1,
      reopened: random.chance(0.05) ? 1 : 0,
      channel: "phone",
      topic: topicOf(fate, random),
      stage: "help",
      touchpoint: "phone-line",
    };
  }
  if (touchpoint === "call_address_change" && random.chance(addressCallsNoted)) {
    const contacts = random.pick([1, 1, 1, 1, 1, 1, 2, 2, 2, 3]);
    return {
      opened: time,
      wait: random.around(20, 110, 400),
      work: random.around(3 * minute, 8 * minute, 2 * hour),
      contacts,
      reopened: contacts > 1 && random.chance(0.3) ? 1 : 0,
      channel: "phone",
      topic: "address-change",
    };
  }
  if (place === "plan-choice" && fate.leavesAfter === "plan-choice" && random.chance(paymentMails)) {
    return {
      opened: time + random.around(5 * minute, 2 * hour, day),
      wait: random.around(hour, 7 * hour, 30 * hour),
      work: random.around(5 * hour, day, 4 * day),
      contacts: random.between(1, 2),
      reopened: 0,
      channel: "email",
      topic: "payment",
      stage: "purchase",
    };
  }
  return null;
}

/** A chat that goes wrong is answered in time too: by the bot. @param {Fate} fate @param {Random} random */
function chatCase(fate, random) {
  const stuck = fate.hits.has("chat");
  return {
    wait: stuck ? random.around(15, 60, 115) : random.around(8, 35, 100),
    work: stuck ? random.around(4 * hour, 26 * hour, 5 * day) : random.around(6 * minute, 25 * minute, 8 * hour),
    contacts: stuck ? random.pick([1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4]) : random.pick([1, 1, 1, 1, 1, 1, 1, 1, 2]),
    reopened: stuck && random.chance(0.35) ? random.between(1, 2) : 0,
    channel: "chat",
    topic: topicOf(fate, random),
  };
}

/** What it is about: what went wrong with the box, if anything did. @param {Fate} fate @param {Random} random */
function topicOf({ hits }, random) {
  const wrong = [
    ...(hits.has("missingItem") ? Array(3).fill("missing-ingredient") : []),
    ...(hits.has("notFresh") ? Array(3).fill("freshness") : []),
    ...(hits.has("lateBox") ? ["late-delivery"] : []),
  ];
  return random.pick(wrong.length > 0 ? wrong : ["change-plan", "skip-week", "recipe-question", "invoice", "account"]);
}
