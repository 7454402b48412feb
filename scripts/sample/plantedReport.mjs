import { mishaps, noise, npsBase, planted } from "./planted.mjs";
import { iso } from "./time.mjs";

/** @typedef {import("./fates.mjs").Fate} Fate */
/** @typedef {import("./events.mjs").Happening} Happening */
/** @typedef {import("./interviewer.mjs").Answer} Answer */

/** The places after the delivery and after the cooking tips: who came to one of them should have had what is before. */
const afterTips = [
  ...["recipe-rating", "packaging-return", "help-centre", "chat", "phone-line", "credit"],
  ...["second-box", "skip-week", "refer-friend", "monthly-recap"],
];
const afterNotice = ["delivery", "cooking-tips", ...afterTips];
const paid = ["payment", "order-confirmation", "recipe-pick", ...afterNotice];

/**
 * What was planted and what came of it, as plain data for `planted.json`. `planted` is what the generator was told,
 * `found` is counted in what it made.
 *
 * @param {readonly Happening[]} happenings
 * @param {readonly Answer[]} answers
 * @param {ReadonlyMap<string, Fate>} fates
 * @param {{ seed: number, end: number }} world
 */
export function plantedReport(happenings, answers, fates, { seed, end }) {
  /** @type {Map<string, Set<string>>} The places that each customer came to, and the events outside the design. */
  const visited = new Map();
  for (const { customer, place, touchpoint } of happenings) {
    visited.set(customer, (visited.get(customer) ?? new Set()).add(place ?? touchpoint));
  }
  const customers = [...visited.keys()];
  /** @param {string} customer @param {readonly string[]} names */
  const came = (customer, names) => names.some((name) => visited.get(customer)?.has(name));
  /** @param {readonly string[]} of @param {(customer: string) => boolean} affected */
  const share = (of, affected) => ({ count: of.filter(affected).length, of: of.length });
  /** @param {string} name @param {readonly string[]} places */
  const hit = (name, places) => {
    return share(
      customers.filter((one) => came(one, places)),
      (one) => fates.get(one)?.hits.has(name) === true,
    );
  };
  /** @param {string} place @param {readonly string[]} later */
  const missing = (place, later) => {
    return share(
      customers.filter((one) => came(one, [place, ...later])),
      (one) => !came(one, [place]),
    );
  };
  /** @param {string} place */
  const felt = (place) => {
    const scores = answers.flatMap(({ touchpoint, score }) =>
      touchpoint === place && score !== undefined ? [score] : [],
    );
    return { felt: rounded(scores.reduce((sum, score) => sum + (score - 1) * 25, 0) / scores.length) };
  };

  const recommended = answers.filter(({ kind }) => kind === "nps");
  const stayed = recommended.filter(({ stage }) => stage === undefined);
  /** Answers of those whom it hit against the others'. @param {string} name */
  const effect = (name) => {
    const isHit = (/** @type {Answer} */ { customer }) => fates.get(customer ?? "")?.hits.has(name) === true;
    return rounded(nps(stayed.filter(isHit)) - nps(stayed.filter((answer) => !isHit(answer))));
  };

  /** @type {Readonly<Record<string, object>>} */
  const found = {
    missingNotice: missing("delivery-notice", afterNotice),
    missingTips: missing("cooking-tips", afterTips),
    addressCall: share(customers, (one) => came(one, ["call_address_change"])),
    recipePrinted: share(customers, (one) => came(one, ["recipe_printed"])),
    dropOff: share(
      customers.filter((one) => came(one, ["plan-choice", ...paid])),
      (one) => !came(one, paid),
    ),
    lateBox: { ...hit("lateBox", ["delivery"]), ...felt("delivery") },
    chat: { ...hit("chat", ["chat"]), ...felt("chat") },
    unmeasured: {
      ...share(
        customers.filter((one) => came(one, ["payment"])),
        () => true,
      ),
      answers: answers.filter(({ touchpoint }) => touchpoint === "payment").length,
    },
    uncovered: {
      ...share(customers, () => true),
      answers: answers.filter(({ stage }) => stage === "awareness").length,
    },
  };
  const leaving = rounded(nps(recommended.filter(({ stage }) => stage !== undefined)) - nps(stayed));
  return {
    company: "Ladlewick",
    seed,
    end: iso(end),
    npsWithoutGaps: npsBase,
    gaps: Object.entries(planted).map(([name, { kind, stage, touchpoint, customers, story, nps, ...figures }]) => ({
      name,
      kind,
      stage,
      touchpoint,
      planted: figures,
      found: found[name],
      effect: nps === null ? null : { kpi: "nps", planted: nps, found: name === "dropOff" ? leaving : effect(name) },
      customers,
      story,
    })),
    mishaps: Object.fromEntries(
      Object.entries(mishaps).map(([name, { share: part, nps: cost }]) => {
        return [name, { share: part, effect: { kpi: "nps", planted: cost, found: effect(name) } }];
      }),
    ),
    noise,
    underWay: share(customers, (one) => fates.get(one)?.leavesAfter === null && !came(one, ["second-box"])),
  };
}

/** @param {number} value */
const rounded = (value) => Math.round(value * 10) / 10;

/** @param {readonly Answer[]} answers */
function nps(answers) {
  const count = (/** @type {(score: number) => boolean} */ is) => answers.filter(({ score = 7 }) => is(score)).length;
  return ((count((score) => score >= 9) - count((score) => score <= 6)) / answers.length) * 100;
}
