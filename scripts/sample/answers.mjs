import { exitAnswers, relationshipAnswers, reviews } from "./overallAnswers.mjs";
import { iso } from "./time.mjs";
import { touchpointAnswers } from "./touchpointAnswers.mjs";

/** @typedef {import("./events.mjs").Happening} Happening */
/** @typedef {import("./interviewer.mjs").Answer} Answer */
/** @typedef {import("./interviewer.mjs").Interviewer} Interviewer */

/**
 * All answers in order of time. Surveys go to those only who agreed to be asked.
 *
 * @param {readonly Happening[]} happenings
 * @param {number} end
 * @param {Interviewer} interviewer
 * @returns {Answer[]}
 */
export function collectAnswers(happenings, end, interviewer) {
  const asked = happenings.filter(({ customer }) => interviewer.know(customer).person.research);
  const answers = [
    ...touchpointAnswers(asked, end, interviewer),
    ...relationshipAnswers(asked, end, interviewer),
    ...exitAnswers(asked, end, interviewer),
    ...reviews(happenings, end, interviewer),
  ];
  return answers.sort((a, b) => a.time - b.time || (a.sitting < b.sitting ? -1 : a.sitting > b.sitting ? 1 : 0));
}

/** The rows of `feedback.csv`. @param {readonly Answer[]} answers */
export function feedbackRows(answers) {
  /** @type {Map<string, string>} */
  const responses = new Map();
  return answers.map(({ time, sitting, ...answer }, i) => {
    const response = responses.get(sitting) ?? `q${String(responses.size + 1).padStart(4, "0")}`;
    responses.set(sitting, response);
    const language = answer.comment === undefined ? undefined : "en";
    return { id: `f${String(i + 1).padStart(4, "0")}`, at: iso(time), response, language, ...answer };
  });
}
