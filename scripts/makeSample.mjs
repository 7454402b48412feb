/**
 * Writes the embedded sample: the fictional meal-kit company Ladlewick, see sample/README.md. The same bytes on every run
 * and platform: the randomness is seeded and the clock is fixed.
 *
 * Usage: node scripts/makeSample.mjs [folder], by default sample/
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collectAnswers, feedbackRows } from "./sample/answers.mjs";
import { openCases } from "./sample/cases.mjs";
import { createWriter } from "./sample/comments.mjs";
import { toCsv } from "./sample/csv.mjs";
import { customerRecords, makePeople } from "./sample/customers.mjs";
import { happeningsOf, interactionRows } from "./sample/events.mjs";
import { decideFates } from "./sample/fates.mjs";
import { createInterviewer } from "./sample/interviewer.mjs";
import { journey } from "./sample/journey.mjs";
import { personas } from "./sample/personas.mjs";
import { plantedReport } from "./sample/plantedReport.mjs";
import { createRandom } from "./sample/random.mjs";
import { taxonomy } from "./sample/taxonomy.mjs";
import { seconds } from "./sample/time.mjs";

const seed = 2026239;
const customerCount = 2000;
const end = seconds("2026-06-30T23:59:59Z");

const people = makePeople(customerCount, createRandom(seed, "people"));
const fates = decideFates(people, createRandom(seed, "fates"));
const living = createRandom(seed, "events");
const happenings = people.flatMap((person) => {
  const fate = fates.get(person.id);
  return fate === undefined ? [] : happeningsOf(person, fate, end, living);
});
const choseAPlan = new Set(happenings.filter(({ place }) => place === "plan-choice").map(({ customer }) => customer));
const customers = customerRecords(people, choseAPlan);
const writer = createWriter(createRandom(seed, "comments"));
const interviewer = createInterviewer(people, customers, fates, createRandom(seed, "answers"), writer);
const answers = collectAnswers(happenings, end, interviewer);

/** @type {Record<string, string>} */
const files = {
  "personas.json": json(personas),
  "journey.json": json(journey),
  "taxonomy.json": json(taxonomy),
  "planted.json": json(plantedReport(happenings, answers, fates, { seed, end })),
  "customers.json": jsonLines(customers),
  "interactions.csv": toCsv(
    ["id", "customer", "touchpoint", "at", "channel", "outcome", "durationSeconds"],
    interactionRows(happenings, createRandom(seed, "log")),
  ),
  "feedback.csv": toCsv(
    [
      ...["id", "customer", "at", "response", "source", "channel", "stage", "touchpoint", "kind", "score", "comment"],
      ...["language", "followUp", "attributes.persona", "attributes.region", "attributes.plan", "attributes.device"],
    ],
    feedbackRows(answers),
  ),
  "cases.csv": toCsv(
    [
      ...["id", "customer", "openedAt", "firstAnsweredAt", "resolvedAt", "reopened", "contacts", "channel", "topic"],
      ...["stage", "touchpoint", "attributes.persona", "attributes.region"],
    ],
    openCases(happenings, end, interviewer, createRandom(seed, "cases")),
  ),
};

const folder = process.argv[2] ?? fileURLToPath(new URL("../sample", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A JSON list with one record a line. @param {readonly unknown[]} records */
function jsonLines(records) {
  return `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;
}
