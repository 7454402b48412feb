import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { Journey, Persona } from "cxkit";
import { parseRows } from "cxkit/import";
import {
  caseSchema,
  customerSchema,
  feedbackSchema,
  interactionSchema,
  journeySchema,
  personaSchema,
  taxonomySchema,
} from "cxkit/schema";
import { describe, expect, test } from "vitest";

/** The sample is counted here with plain loops, so that nothing of the library vouches for itself. */
const folder = fileURLToPath(new URL("../../sample", import.meta.url));
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
/** What a JSON file of the sample holds; the schemas are put to it below. */
const readJson = <T>(name: string): T => JSON.parse(read(name)) as T;
const readCsv = (name: string): Record<string, string>[] => parse(read(name), { columns: true });

interface Customer {
  readonly id: string;
  readonly attributes: { readonly persona: string; readonly region: string; readonly device: string };
}
interface Planted {
  readonly name: string;
  readonly kind: string;
  readonly stage: string | null;
  readonly touchpoint: string | null;
  readonly planted: {
    readonly share: number;
    readonly felt?: number;
    readonly promised?: number;
    readonly byRegion?: Record<string, number>;
    readonly byChannel?: Record<string, number>;
    readonly byDevice?: Record<string, number>;
  };
  readonly found: { readonly count: number; readonly of: number; readonly felt?: number };
  readonly effect: { readonly kpi: "nps"; readonly planted: number; readonly found: number } | null;
}

const customers = readJson<Customer[]>("customers.json");
const journey = readJson<Journey>("journey.json");
const report = readJson<{ end: string; gaps: Planted[]; underWay: { count: number; of: number } }>("planted.json");
const interactions = readCsv("interactions.csv");
const feedback = readCsv("feedback.csv");
const cases = readCsv("cases.csv");
const end = Date.parse(report.end);

const gap = (name: string): Planted => {
  const found = report.gaps.find((one) => one.name === name);
  if (found === undefined) throw new Error(`nothing planted under the name ${name}`);
  return found;
};

/** The designed touchpoints in order, each with its stage. */
const places = journey.stages.flatMap((stage, level) => stage.touchpoints.map((place) => ({ ...place, stage, level })));
type Place = (typeof places)[number];
const placeOfEvent = new Map(places.flatMap((place) => (place.events ?? [place.id]).map((name) => [name, place])));

interface Visit {
  readonly at: number;
  readonly event: string;
  readonly place: Place | undefined;
  readonly channel: string;
}
/** Each customer's visits, in order of time. */
const paths = new Map<string, Visit[]>();
for (const { customer = "", touchpoint = "", at = "", channel = "" } of interactions) {
  const path = paths.get(customer) ?? [];
  path.push({ at: Date.parse(at), event: touchpoint, place: placeOfEvent.get(touchpoint), channel });
  paths.set(customer, path);
}
for (const path of paths.values()) path.sort((a, b) => a.at - b.at);

/** Whether a customer was at a designed touchpoint, or has an event of that name in the log. */
const was = (customer: string, name: string): boolean =>
  paths.get(customer)?.some(({ event, place }) => event === name || place?.id === name) === true;
/** Whether a customer was at any touchpoint that the design has after this one. */
const wasAfter = (customer: string, id: string): boolean => {
  const index = places.findIndex((place) => place.id === id);
  return places.slice(index + 1).some((place) => was(customer, place.id));
};
const idsWhere = (is: (customer: Customer) => boolean): string[] => customers.filter(is).map(({ id }) => id);
const everyone = idsWhere(() => true);

/** How many of these customers reached the touchpoint or something after it, and how many of them missed it. */
function missing(id: string, among: readonly string[] = everyone): { count: number; of: number } {
  const of = among.filter((customer) => was(customer, id) || wasAfter(customer, id));
  return { count: of.filter((customer) => !was(customer, id)).length, of: of.length };
}
/** How many of these customers chose a plan or came further, and how many of them never got past paying. */
function left(among: readonly string[] = everyone): { count: number; of: number } {
  const of = among.filter((customer) => was(customer, "plan-choice") || wasAfter(customer, "voucher-code"));
  return { count: of.filter((customer) => !wasAfter(customer, "voucher-code")).length, of: of.length };
}

/** Holds when the share is what was planted, give or take three standard errors of a sample of that size. */
function expectShare({ count, of }: { count: number; of: number }, planted: number): void {
  expect(Math.abs(count / of - planted)).toBeLessThan(3 * Math.sqrt((planted * (1 - planted)) / of));
}

const nps = (rows: readonly Record<string, string>[]): number => {
  const promoters = rows.filter(({ score }) => Number(score) >= 9).length;
  const detractors = rows.filter(({ score }) => Number(score) <= 6).length;
  return ((promoters - detractors) / rows.length) * 100;
};
const recommendations = feedback.filter(({ kind }) => kind === "nps");
const stayed = recommendations.filter(({ stage }) => stage === "");

/** Scored answers at a touchpoint, in percent of the scale. */
function satisfaction(id: string): number[] {
  const rows = feedback.filter(({ touchpoint, score }) => touchpoint === id && score !== "");
  return rows.map(({ kind, score }) => ((Number(score) - 1) / (kind === "ces" ? 6 : 4)) * 100);
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A row as a CSV importer makes it: empty cells are absent, numbers are numbers, and dots are levels. */
function record(row: Record<string, string>): Record<string, unknown> {
  const numbers = new Set(["score", "durationSeconds", "reopened", "contacts"]);
  const filled = Object.entries(row).filter(([, cell]) => cell !== "");
  const attributes = filled.filter(([name]) => name.startsWith("attributes."));
  const fields = filled.filter(([name]) => !name.startsWith("attributes."));
  return {
    ...Object.fromEntries(fields.map(([name, cell]) => [name, numbers.has(name) ? Number(cell) : cell])),
    attributes: Object.fromEntries(attributes.map(([name, cell]) => [name.slice("attributes.".length), cell])),
  };
}

describe("the files", () => {
  test("making the sample again gives the same bytes", () => {
    const target = mkdtempSync(join(tmpdir(), "sample-"));
    try {
      execFileSync(process.execPath, [fileURLToPath(new URL("../../scripts/makeSample.mjs", import.meta.url)), target]);
      const names = readdirSync(target);
      expect(names.toSorted()).toEqual(
        readdirSync(folder)
          .filter((name) => name !== "README.md")
          .toSorted(),
      );
      for (const name of names)
        expect(readFileSync(join(target, name)).equals(readFileSync(join(folder, name)))).toBe(true);
    } finally {
      rmSync(target, { recursive: true });
    }
  });

  test("there are about 2,000 customers, 8,000 to 18,000 events, 1,500 answers and 300 cases, under 2.5 MB in all", () => {
    expect(customers).toHaveLength(2000);
    expect(interactions.length).toBeGreaterThan(8000);
    expect(interactions.length).toBeLessThan(18000);
    expect(Math.abs(feedback.length - 1500)).toBeLessThan(150);
    expect(Math.abs(cases.length - 300)).toBeLessThan(50);
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(bytes).toBeLessThan(2_500_000);
  });

  test("every record passes its schema", () => {
    const parsed = [
      parseRows(journeySchema, [journey]),
      parseRows(personaSchema, readJson<unknown[]>("personas.json")),
      parseRows(taxonomySchema, [readJson("taxonomy.json")]),
      parseRows(customerSchema, customers),
      parseRows(interactionSchema, interactions.map(record)),
      parseRows(feedbackSchema, feedback.map(record)),
      parseRows(caseSchema, cases.map(record)),
    ];
    expect(parsed.map(({ rejected }) => rejected.slice(0, 1))).toEqual(parsed.map(() => []));
    expect(parsed.map(({ accepted }) => accepted.length)).toEqual([
      ...[1, 3, 1],
      ...[customers.length, interactions.length, feedback.length, cases.length],
    ]);
  });

  test("ids are given once, and every customer, stage, touchpoint and channel that is named exists", () => {
    for (const rows of [customers, interactions, feedback, cases]) {
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }
    const known = new Set(everyone);
    for (const { customer = "" } of [...interactions, ...cases]) expect(known).toContain(customer);
    for (const { customer = "" } of feedback) if (customer !== "") expect(known).toContain(customer);
    for (const { stage = "", touchpoint = "" } of [...feedback, ...cases]) {
      if (touchpoint !== "") expect(places.find(({ id }) => id === touchpoint)?.stage.id).toBe(stage);
      else if (stage !== "") expect(journey.stages.map(({ id }) => id)).toContain(stage);
    }
    for (const path of paths.values()) {
      for (const { place, channel } of path) if (place !== undefined) expect([place.channel].flat()).toContain(channel);
    }
  });

  test("each customer is of exactly one persona", () => {
    const values = readJson<Persona[]>("personas.json").map(({ rule }) =>
      rule !== undefined && "value" in rule ? rule.value : null,
    );
    expect(new Set(values).size).toBe(3);
    for (const { attributes } of customers) expect(values).toContain(attributes.persona);
  });

  test("the rows are as untidy as exports are: out of order, with ties, one event recorded twice", () => {
    const times = interactions.map(({ at = "" }) => Date.parse(at));
    expect(times.filter((time, i) => time < (times[i - 1] ?? 0)).length).toBeGreaterThan(100);
    expect(times.filter((time) => time > end)).toEqual([]);
    const whole = interactions.map(({ customer, touchpoint, at }) => `${customer} ${touchpoint} ${at}`);
    expect(whole.length - new Set(whole).size).toBe(1);
    const moments = interactions.map(({ customer, at }) => `${customer} ${at}`);
    expect(moments.length - new Set(moments).size).toBeGreaterThan(1);
  });
});

describe("what is planted is in the data", () => {
  test("38 % never get the notice of the delivery day, more in the south and the west", () => {
    const { planted, found } = gap("missingNotice");
    expect(missing("delivery-notice")).toEqual({ count: found.count, of: found.of });
    expectShare(found, planted.share);
    for (const [region, share] of Object.entries(planted.byRegion ?? {})) {
      expectShare(
        missing(
          "delivery-notice",
          idsWhere(({ attributes }) => attributes.region === region),
        ),
        share,
      );
    }
  });

  test("15 % never get the cooking tips, almost all of them users of the app", () => {
    const { planted, found } = gap("missingTips");
    expect(missing("cooking-tips")).toEqual({ count: found.count, of: found.of });
    expectShare(found, planted.share);
    const phones = idsWhere(({ attributes }) => attributes.device === "phone");
    const others = idsWhere(({ attributes }) => attributes.device !== "phone");
    expectShare(missing("cooking-tips", phones), planted.byChannel?.["app"] ?? 0);
    expectShare(missing("cooking-tips", others), planted.byChannel?.["email"] ?? 0);
  });

  test("22 % call to change the address and 12 % print a recipe, neither of which the design knows", () => {
    for (const name of ["addressCall", "recipePrinted"]) {
      const { planted, found, touchpoint } = gap(name);
      expect(placeOfEvent.has(touchpoint ?? "")).toBe(false);
      expect(everyone.filter((id) => was(id, touchpoint ?? ""))).toHaveLength(found.count);
      expect(found.of).toBe(customers.length);
      expectShare(found, planted.share);
    }
  });

  test("30 % leave between choosing a plan and paying, most often on phones and in their first flat", () => {
    const { planted, found } = gap("dropOff");
    expect(left()).toEqual({ count: found.count, of: found.of });
    expectShare(found, planted.share);
    const share = (is: (customer: Customer) => boolean): number => {
      const { count, of } = left(idsWhere(is));
      return count / of;
    };
    const [phone, laptop] = ["phone", "laptop"].map((device) =>
      share(({ attributes }) => attributes.device === device),
    );
    expect(phone).toBeGreaterThan(2 * (laptop ?? 1) - 0.02);
    expect(share(({ attributes }) => attributes.persona === "first-flat")).toBeGreaterThan(planted.share + 0.05);
  });

  test("delivery and chat fall short of their promise by more than 20 points, and all else that is asked about keeps it", () => {
    const short = new Map([gap("lateBox"), gap("chat")].map((one) => [one.touchpoint, one.planted]));
    for (const { id, expected, stage } of places) {
      const scores = satisfaction(id);
      const promised = expected?.satisfaction ?? Number.NaN;
      const planted = short.get(id);
      if (id === "payment" || stage.id === "awareness") expect(scores).toEqual([]);
      else expect(scores.length).toBeGreaterThanOrEqual(25);
      if (planted !== undefined) {
        expect(planted.promised).toBe(promised);
        expect(Math.abs(mean(scores) - (planted.felt ?? 0))).toBeLessThan(2);
        expect(mean(scores)).toBeLessThan(promised - 20);
      } else if (scores.length > 0) expect(mean(scores)).toBeGreaterThan(promised + 5);
    }
  });

  test("nobody is asked about paying, and no answer is about awareness", () => {
    expect(feedback.filter(({ touchpoint }) => touchpoint === "payment")).toEqual([]);
    expect(feedback.filter(({ stage }) => stage === "awareness")).toEqual([]);
  });

  test("customers hit by a gap would recommend less by what was planted, and those who print recipes as much as others", () => {
    const hits: [string, (customer: string) => boolean][] = [
      ["missingNotice", (id) => !was(id, "delivery-notice")],
      ["missingTips", (id) => !was(id, "cooking-tips")],
      ["addressCall", (id) => was(id, "call_address_change")],
      ["recipePrinted", (id) => was(id, "recipe_printed")],
    ];
    for (const [name, isHit] of hits) {
      const affected = stayed.filter(({ customer = "" }) => isHit(customer));
      const others = stayed.filter(({ customer = "" }) => !isHit(customer));
      const difference = nps(affected) - nps(others);
      expect(affected.length).toBeGreaterThan(50);
      expect(difference).toBeCloseTo(gap(name).effect?.found ?? Number.NaN, 0);
      expect(Math.abs(difference - (gap(name).effect?.planted ?? Number.NaN))).toBeLessThan(6);
    }
    const leavers = recommendations.filter(({ stage }) => stage === "purchase");
    const { planted = Number.NaN } = gap("dropOff").effect ?? {};
    expect(Math.abs(nps(leavers) - nps(stayed) - planted)).toBeLessThan(6);
  });
});

describe("what is not planted is not in the data", () => {
  const required = places.filter(({ optional }) => optional !== true);

  test("no other required touchpoint is missed by more than 2 % of those who came further", () => {
    const planted = ["delivery-notice", "cooking-tips"];
    for (const { id, stage } of required) {
      if (stage.flow === "alternatives" || planted.includes(id)) continue;
      const { count, of } = missing(id);
      expect(count / of).toBeLessThan(0.02);
    }
    const heard = journey.stages[0]?.touchpoints.map(({ id }) => id) ?? [];
    expect(everyone.filter((customer) => !heard.some((id) => was(customer, id))).length).toBeLessThan(0.02 * 2000);
    expect(everyone.filter((customer) => heard.filter((id) => was(customer, id)).length > 1)).toEqual([]);
  });

  test("no step but paying loses more than 3 % for good, and about 5 % are still under way", () => {
    const week = 8 * 86_400_000;
    const lost = new Map<string, number>();
    let underWay = 0;
    for (const path of paths.values()) {
      const furthest = required.findLast((place) => path.some((visit) => visit.place?.id === place.id));
      const last = path[path.length - 1]?.at ?? 0;
      if (furthest?.id === "second-box") continue;
      if (last > end - week) underWay += furthest?.id === "plan-choice" ? 0 : 1;
      else lost.set(furthest?.id ?? "", (lost.get(furthest?.id ?? "") ?? 0) + 1);
    }
    for (const { id } of required) {
      const reached = everyone.filter((customer) => was(customer, id) || wasAfter(customer, id)).length;
      if (id !== "plan-choice") expect((lost.get(id) ?? 0) / reached).toBeLessThan(0.03);
    }
    expect(underWay / 2000).toBeGreaterThan(0.04);
    expect(report.underWay.count / report.underWay.of).toBeGreaterThan(0.045);
    expect(report.underWay.count / report.underWay.of).toBeLessThan(0.08);
  });

  test("no other event outside the design has more than 2 % of the customers", () => {
    const planted = [gap("addressCall").touchpoint, gap("recipePrinted").touchpoint];
    const strays = new Map<string, Set<string>>();
    for (const [customer, path] of paths) {
      for (const { event, place } of path) {
        if (place === undefined) strays.set(event, (strays.get(event) ?? new Set()).add(customer));
      }
    }
    for (const [event, who] of strays) if (!planted.includes(event)) expect(who.size).toBeLessThan(0.02 * 2000);
    expect(strays.size).toBe(5);
  });

  test("no more than 2 % go through the design out of order", () => {
    const disordered = [...paths.values()].filter((path) => {
      let furthest = -1;
      return path.some(({ place }) => {
        if (place === undefined) return false;
        const inSequence = (place.stage.flow ?? "sequence") === "sequence";
        const position =
          place.level * 100 + (inSequence ? place.stage.touchpoints.findIndex(({ id }) => id === place.id) : 0);
        const back = position < furthest;
        furthest = Math.max(furthest, position);
        return back;
      });
    });
    expect(disordered.length).toBeLessThan(0.02 * 2000);
  });
});

describe("the comments", () => {
  const comments = feedback.flatMap(({ comment = "" }) => (comment === "" ? [] : [comment]));

  test("about two answers in three have one, nine in ten of them unlike any other", () => {
    expect(comments.length / feedback.length).toBeGreaterThan(0.6);
    expect(comments.length / feedback.length).toBeLessThan(0.75);
    expect(new Set(comments).size / comments.length).toBeGreaterThan(0.9);
    expect(comments.filter((comment) => comment.length < 15).length).toBeGreaterThan(50);
    expect(comments.filter((comment) => comment.length > 120).length).toBeGreaterThan(50);
  });

  test("they have what trips a reader of CSV: quotes, commas, line breaks and emoji", () => {
    for (const mark of ['"', ",", "\n", "😊"]) expect(comments.some((comment) => comment.includes(mark))).toBe(true);
  });

  test("they tell of what happened: only customers who had to call about an address write of one", () => {
    const writers = feedback.filter(
      ({ comment = "", customer }) => customer !== "" && /\badd?ress(es)?\b/i.test(comment),
    );
    expect(writers.length).toBeGreaterThan(30);
    for (const { customer = "" } of writers) expect(was(customer, "call_address_change")).toBe(true);
  });

  test("they tell of what happened: only customers without a notice write that none came", () => {
    const none =
      /never got the message|no notice the day before|notice never arrived|had to guess the delivery day|there was no notice/i;
    const writers = feedback.filter(({ comment = "", customer }) => customer !== "" && none.test(comment));
    expect(writers.length).toBeGreaterThan(10);
    for (const { customer = "" } of writers) expect(was(customer, "delivery-notice")).toBe(false);
  });
});
