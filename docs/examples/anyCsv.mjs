// Reviews any event CSV and any feedback CSV. Say which columns hold what; nothing is guessed:
//
//   node docs/examples/anyCsv.mjs \
//     --events shop.csv --customer client_id --touchpoint event --at timestamp --time-zone Europe/Berlin \
//     --path catalog,cart,payment_done --map map.html
//
//   node docs/examples/anyCsv.mjs \
//     --feedback answers.csv --kind nps --score nps --answered-at survey_date --date-format dmy --group market
//
//   node docs/examples/anyCsv.mjs \
//     --feedback comments.csv --share sentiment=negative --comment text --group airline --taxonomy themes.json
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  allOf,
  cesMetric,
  csatMetric,
  discover,
  eventLog,
  groupBy,
  journeyGaps,
  journeyMap,
  measure,
  npsMetric,
  perPeriod,
  rateMetric,
  themeReport,
} from "cxkit";
import { journeySchema, taxonomySchema } from "cxkit/schema";
import { readCsv } from "./csv.mjs";
import { estimateText, table } from "./printReview.mjs";

const text = { type: "string" };
const { values: given } = parseArgs({
  options: {
    events: text,
    customer: text,
    touchpoint: text,
    at: text,
    channel: text,
    "time-zone": text,
    journey: text,
    path: text,
    map: text,
    feedback: text,
    kind: text,
    score: text,
    share: text,
    "answered-at": text,
    "date-format": text,
    comment: text,
    group: text,
    taxonomy: text,
  },
});

/** "31-12-2025" as an ISO date, where the format says so. */
function isoDate(cell) {
  if (cell === undefined || given["date-format"] === undefined) return cell;
  const [first, second, year] = cell.split(/[-/.]/);
  const [day, month] = given["date-format"] === "dmy" ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The rows of a file that has all of these columns. */
function readColumns(file, ...options) {
  const rows = readCsv(file);
  const known = new Set(rows.flatMap((row) => Object.keys(row)));
  for (const option of options) {
    if (given[option] !== undefined && !known.has(given[option])) {
      throw new Error(`--${option} ${given[option]}: ${file} has no such column; it has ${[...known].join(", ")}`);
    }
  }
  return rows;
}

function reviewEvents() {
  const rows = readColumns(given.events, "customer", "touchpoint", "at", "channel");
  const log = eventLog(rows, {
    customer: (row) => row[given.customer],
    touchpoint: (row) => row[given.touchpoint],
    at: (row) => row[given.at],
    channel: (row) => row[given.channel],
    ...(given["time-zone"] === undefined ? {} : { timeZone: given["time-zone"] }),
    invalid: "exclude",
  });
  const found = discover(log);
  console.log(
    `${rows.length} rows: ${found.events} events of ${found.customers} customers, ${log.missing} without customer, touchpoint or time, ${log.invalid} invalid; ${log.ties} at the time of another, ${log.duplicates} duplicates\n`,
  );
  const top = (list) => list.slice(0, 10);
  console.log(
    table(
      ["from", "to", "times", "customers", "median seconds"],
      top(found.transitions).map(({ from, to, count, customers, medianSeconds }) => [
        from,
        to,
        count,
        customers,
        medianSeconds.toFixed(1),
      ]),
    ),
  );
  console.log(`\n${found.transitions.length} transitions; ${found.variants.length} different paths, the most common:`);
  for (const { path, customers } of top(found.variants)) console.log(`  ${customers} × ${path.join(" → ")}`);

  const journey = designedJourney();
  if (journey === null) return;
  const gaps = journeyGaps({ journey, log });
  console.log(`\n${gaps.length} gaps between “${journey.name}” and what happened:`);
  for (const { severity, kind, explanation } of gaps) console.log(`  ${severity.toFixed(2)} ${kind}: ${explanation}`);
  if (given.map !== undefined) writeFileSync(given.map, journeyMap(journey, { gaps }));
}

/** The design from a file, or the steps of --path in order. */
function designedJourney() {
  if (given.journey !== undefined) return journeySchema.parse(JSON.parse(readFileSync(given.journey, "utf8")));
  if (given.path === undefined) return null;
  const touchpoints = given.path.split(",").map((id) => ({ id, name: id, repeatable: true }));
  return {
    id: "path",
    name: given.path.split(",").join(" → "),
    state: "to-be",
    stages: [{ id: "all", name: "All", touchpoints }],
  };
}

/** The KPI: a score of a kind, or the share of rows whose column has a value. */
function chosenKpi() {
  if (given.share !== undefined) {
    const [column, wanted] = given.share.split("=");
    return rateMetric((row) => (row[column] === undefined ? null : row[column] === wanted), { name: given.share });
  }
  const score = (row) => (row[given.score] === undefined ? null : Number(row[given.score]));
  const kinds = { nps: npsMetric, csat: csatMetric, ces: cesMetric };
  if (kinds[given.kind] === undefined)
    throw new Error("--feedback needs --kind nps, csat or ces with --score, or --share column=value");
  return kinds[given.kind](score, { invalid: "exclude" });
}

function reviewFeedback() {
  const rows = readColumns(given.feedback, "score", "comment", "group", "answered-at");
  const kpi = chosenKpi();
  const cuts = { all: kpi };
  if (given.group !== undefined) cuts.groups = groupBy((row) => row[given.group], kpi);
  if (given["answered-at"] !== undefined) {
    cuts.months = perPeriod(
      { at: (row) => isoDate(row[given["answered-at"]]), every: "month", timeZone: given["time-zone"] ?? "UTC" },
      kpi,
    );
  }
  const { all, groups = [], months = [] } = measure(rows, allOf(cuts));
  console.log(`${rows.length} rows: ${all.n} answers, ${all.missing} without one, ${all.invalid} invalid\n`);
  console.log(
    table(
      ["", all.definition.kpi],
      [
        ["all", estimateText(all)],
        ...groups.map(({ key, result }) => [key ?? "(none)", estimateText(result)]),
        ...months.map(({ start, result }) => [start?.slice(0, 7) ?? "(no time)", estimateText(result)]),
      ],
    ),
  );
  if (given.taxonomy === undefined) return;
  const taxonomy = taxonomySchema.parse(JSON.parse(readFileSync(given.taxonomy, "utf8")));
  const report = themeReport(rows, { taxonomy, text: (row) => row[given.comment], metric: kpi });
  console.log(`\n${report.comments} comments, ${report.untagged} about no theme\n`);
  console.log(
    table(
      ["theme", "comments", `${all.definition.kpi} with`, "without"],
      report.themes.map((theme) => [theme.name, theme.comments, estimateText(theme.with), estimateText(theme.without)]),
    ),
  );
}

try {
  if (given.events === undefined && given.feedback === undefined)
    throw new Error("say --events file or --feedback file");
  if (given.events !== undefined) reviewEvents();
  if (given.feedback !== undefined) reviewFeedback();
} catch (error) {
  const hint = error.code === "invalid-time" ? "; see --time-zone and --date-format dmy or mdy" : "";
  console.error(`${error.message}${hint}`);
  process.exitCode = 1;
}
