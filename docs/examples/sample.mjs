// Reads the embedded sample: a fictional meal-kit company, its designed journey and half a year of records.
import { readFileSync } from "node:fs";
import { parseRows } from "cxkit/import";
import {
  caseSchema,
  feedbackSchema,
  interactionSchema,
  journeySchema,
  personaSchema,
  taxonomySchema,
} from "cxkit/schema";
import { readCsv } from "./csv.mjs";

const folder = new URL("../../sample/", import.meta.url);
const readJson = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const numbers = new Set(["score", "durationSeconds", "contacts", "reopened"]);

/** A CSV row as a record: numbers are numbers, and the columns "attributes.region" … become one object. */
function recordOf(row) {
  const record = {};
  for (const [column, cell] of Object.entries(row)) {
    if (column.startsWith("attributes.")) {
      record.attributes = { ...record.attributes, [column.slice("attributes.".length)]: cell };
    } else record[column] = numbers.has(column) ? Number(cell) : cell;
  }
  return record;
}

/** All rows that fit the schema; says how many do not. */
function load(name, schema) {
  const { accepted, rejected } = parseRows(schema, readCsv(new URL(name, folder)).map(recordOf));
  for (const { index, issues } of rejected)
    console.error(`${name}, row ${index}: ${issues[0]?.path} ${issues[0]?.message}`);
  return accepted;
}

export function readSample() {
  return {
    journey: journeySchema.parse(readJson("journey.json")),
    personas: readJson("personas.json").map((persona) => personaSchema.parse(persona)),
    taxonomy: taxonomySchema.parse(readJson("taxonomy.json")),
    interactions: load("interactions.csv", interactionSchema),
    feedback: load("feedback.csv", feedbackSchema),
    cases: load("cases.csv", caseSchema),
  };
}
