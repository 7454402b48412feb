import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import type { Persona } from "../../model/persona.js";
import type { Stakeholder } from "../../model/stakeholder.js";
import type { Touchpoint } from "../../model/touchpoint.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { dayMs } from "../../time/zone.js";
import { checkStakeholders } from "../gaps/checkStakeholders.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { type ProgrammeFeedback, placeFeedback } from "./placeFeedback.js";
import type { ProgrammeFinding, ProgrammeFindingCode } from "./programmeFinding.js";

/** A KPI that is measured somewhere in a journey. */
export interface MeasuredPlace {
  /** The id of the stage, or of the touchpoint. */
  readonly stage?: string | null;
  readonly touchpoint?: string | null;
}

/** What {@link reviewProgramme} looks at; what is left out is not asked for. */
export interface ProgrammeInput {
  readonly journeys: readonly Journey[];
  readonly personas?: readonly Pick<Persona, "id" | "name">[];
  readonly feedback?: Iterable<ProgrammeFeedback>;
  readonly log?: EventLog;
  readonly stakeholders?: readonly Pick<Stakeholder, "id" | "name" | "touchpoints">[];
  /** Where KPIs are measured, beside what touchpoints promise (`expected`). */
  readonly kpis?: readonly MeasuredPlace[];
  /** Today. */
  readonly now: TimeInput;
  /** For how many days a map is good that was checked against evidence. @defaultValue 365 */
  readonly staleAfterDays?: number;
}

/** How healthy a programme is. */
export interface ProgrammeReview {
  /** By journey in their order, and what belongs to none at the end. */
  readonly findings: readonly ProgrammeFinding[];
  readonly journeys: number;
  readonly stages: number;
  readonly touchpoints: number;
  /**
   * Answers by where they fit; they add up to `rows`. One that names a touchpoint which no journey has counts for its stage. Null where
   * no feedback was given.
   */
  readonly feedback: {
    readonly rows: number;
    readonly touchpoint: number;
    readonly stage: number;
    readonly elsewhere: number;
    readonly nowhere: number;
  } | null;
  /** Events that a touchpoint claims, out of all. Null where no log was given. */
  readonly events: { readonly rows: number; readonly placed: number } | null;
}

const optionNames = ["journeys", "personas", "feedback", "log", "stakeholders", "kpis", "now", "staleAfterDays"];

type Place = Partial<Pick<ProgrammeFinding, "journey" | "stage" | "touchpoint" | "persona" | "count" | "of">>;

function checkInput({ staleAfterDays = 365, ...input }: ProgrammeInput): void {
  if (!(typeof staleAfterDays === "number" && staleAfterDays >= 0))
    refuseOption("reviewProgramme requires staleAfterDays of at least zero", staleAfterDays);
  for (const list of ["journeys", "personas", "kpis"] as const) {
    if (!Array.isArray(input[list] ?? [])) refuseOption(`reviewProgramme requires ${list} to be a list`, input[list]);
  }
  checkStakeholders("reviewProgramme", input.stakeholders);
  if (input.journeys === undefined) refuseOption("reviewProgramme requires journeys", input.journeys);
  if (input.feedback !== undefined && typeof input.feedback?.[Symbol.iterator] !== "function") {
    refuseOption("reviewProgramme requires feedback to be a list of answers", input.feedback);
  }
  if (input.log !== undefined) checkLog("reviewProgramme", input.log);
  const ids = input.journeys.map(({ id }) => id);
  const again = ids.find((id, index) => ids.indexOf(id) !== index);
  if (again !== undefined) refuseOption("reviewProgramme requires the ids of journeys to be unique", again);
  for (const journey of input.journeys) checkJourney(journey);
}

/**
 * The health of a journey programme: maps that are out of date, stages that nobody hears of, answers for or measures, personas without a
 * journey, and answers that fit no touchpoint.
 *
 * A stage has a signal where an event of the log or an answer is about it or one of its touchpoints; a KPI where one of `kpis` is, or
 * where one of its touchpoints promises something (`expected`); an owner where a touchpoint has one or a stakeholder answers for it. What
 * was not given is not asked for: without log and feedback no stage is called without signal.
 *
 * @param input The journeys and all that belongs to them.
 * @returns Findings, and how much there is of everything.
 * @throws A {@link CxError} `invalid-definition` when a journey contradicts itself, `invalid-time` when `now` or the time of a check is
 * none, `invalid-option` when an option is wrong or two journeys have the same id.
 *
 * @example
 * ```ts
 * import { reviewProgramme } from "cxkit";
 *
 * const journeys = [{
 *   id: "buy", name: "Buying", state: "as-is" as const, checkedAt: "2024-03-01T00:00:00Z", persona: "vera",
 *   stages: [{ id: "shop", name: "Shop", touchpoints: [{ id: "pay", name: "Pay", owner: "sales", expected: { success: 0.95 } }] }],
 * }];
 * const { findings } = reviewProgramme({
 *   journeys,
 *   personas: [{ id: "vera", name: "Vera" }, { id: "omar", name: "Omar" }],
 *   feedback: [{ touchpoint: "pay" }, { touchpoint: "payment" }],
 *   now: "2026-06-01T00:00:00Z",
 * });
 * findings.map(({ code, journey, touchpoint, persona }) => [code, journey ?? touchpoint ?? persona]);
 * // => [["stale-map", "buy"], ["persona-without-journey", "omar"], ["feedback-elsewhere", "payment"]]
 * ```
 */
export function reviewProgramme(input: ProgrammeInput): ProgrammeReview {
  checkOptions("reviewProgramme", input, optionNames);
  checkInput(input);
  const { journeys, personas, log, stakeholders, kpis = [], staleAfterDays = 365 } = input;
  const readTime = timeReader(undefined, "reviewProgramme");
  const now = readTime(input.now);
  const placed = input.feedback === undefined ? null : placeFeedback(journeys, input.feedback);
  const claimed = new Set(
    journeys.flatMap(({ stages }) => stages.flatMap((stage) => stage.touchpoints.flatMap(eventsOf))),
  );
  const events = log === undefined ? null : countEvents(log);
  const owned = new Set(stakeholders?.flatMap(({ touchpoints = [] }) => touchpoints));
  const hasOwner = ({ id, owner }: Touchpoint): boolean => (owner ?? "").trim() !== "" || owned.has(id);
  const measured = {
    stages: new Set(kpis.map(({ stage }) => stage)),
    touchpoints: new Set(kpis.map((kpi) => kpi.touchpoint)),
  };

  const findings: ProgrammeFinding[] = [];
  const none = { journey: null, stage: null, touchpoint: null, persona: null, count: null, of: null };
  const add = (code: ProgrammeFindingCode, place: Place, message: string): void => {
    findings.push({ code, ...none, ...place, message });
  };

  for (const { id: journey, name, checkedAt, persona, stages } of journeys) {
    if (checkedAt === undefined)
      add("unchecked-map", { journey }, `Nobody says when “${name}” was checked against evidence.`);
    else {
      const days = Math.floor((now - readTime(checkedAt)) / dayMs);
      if (days > staleAfterDays)
        add(
          "stale-map",
          { journey, count: days, of: staleAfterDays },
          `“${name}” was last checked against evidence ${days} days ago.`,
        );
    }
    const named = [persona ?? []].flat();
    if (personas !== undefined && named.length === 0)
      add("journey-without-persona", { journey }, `“${name}” names no persona.`);
    for (const one of named) {
      if (personas?.some(({ id }) => id === one) === false)
        add(
          "unknown-persona",
          { journey, persona: one },
          `“${name}” names the persona “${one}”, which is not among those given.`,
        );
    }
    for (const { id: stage, name: title, touchpoints } of stages) {
      const heard =
        (placed?.stages.get(`${journey}\n${stage}`) ?? 0) +
        touchpoints.flatMap(eventsOf).reduce((sum, event) => sum + (events?.get(event) ?? 0), 0);
      if ((events !== null || placed !== null) && heard === 0)
        add("stage-without-signal", { journey, stage }, `No event and no answer is about “${title}”.`);
      const orphans = touchpoints.filter((touchpoint) => !hasOwner(touchpoint));
      if (orphans.length === touchpoints.length)
        add("stage-without-owner", { journey, stage }, `Nobody answers for “${title}”.`);
      else {
        for (const { id: touchpoint, name: label } of orphans)
          add("touchpoint-without-owner", { journey, stage, touchpoint }, `Nobody answers for “${label}”.`);
      }
      const isMeasured =
        measured.stages.has(stage) ||
        touchpoints.some(({ id, expected = {} }) => measured.touchpoints.has(id) || Object.keys(expected).length > 0);
      if (!isMeasured) add("stage-without-kpi", { journey, stage }, `No KPI tells how “${title}” is.`);
    }
  }

  for (const { id: persona, name } of personas ?? []) {
    if (!journeys.some((journey) => [journey.persona ?? []].flat().includes(persona))) {
      add("persona-without-journey", { persona }, `No journey is drawn for “${name}”.`);
    }
  }
  const ids = new Set(
    journeys.flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id))),
  );
  for (const { name, touchpoints = [] } of stakeholders ?? []) {
    for (const touchpoint of touchpoints) {
      if (!ids.has(touchpoint))
        add("unknown-touchpoint", { touchpoint }, `“${name}” answers for “${touchpoint}”, which no journey has.`);
    }
  }
  for (const { touchpoint, stage, count } of placed?.elsewhere ?? []) {
    const name = touchpoint ?? stage;
    add(
      "feedback-elsewhere",
      { touchpoint, stage, count, of: placed?.counts.rows ?? null },
      `${count} answers are about “${name}”, which no journey has.`,
    );
  }
  if (placed !== null && placed.counts.nowhere > 0) {
    const { nowhere: count, rows: of } = placed.counts;
    add("feedback-nowhere", { count, of }, `${count} of ${of} answers name neither touchpoint nor stage.`);
  }
  let fitting = 0;
  for (const [touchpoint, count] of [...(events ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    if (claimed.has(touchpoint)) fitting += count;
    else
      add(
        "event-elsewhere",
        { touchpoint, count, of: log?.at.length ?? null },
        `${count} events “${touchpoint}” belong to no touchpoint.`,
      );
  }
  return {
    findings,
    journeys: journeys.length,
    stages: journeys.reduce((sum, { stages }) => sum + stages.length, 0),
    touchpoints: journeys.reduce(
      (sum, { stages }) => sum + stages.reduce((all, { touchpoints }) => all + touchpoints.length, 0),
      0,
    ),
    feedback: placed?.counts ?? null,
    events: log === undefined ? null : { rows: log.at.length, placed: fitting },
  };
}

const eventsOf = ({ id, events = [id] }: Touchpoint): readonly string[] => events;

/** How many events of each name a log has. */
function countEvents({ touchpoint, touchpoints }: EventLog): ReadonlyMap<string, number> {
  const counts = new Int32Array(touchpoints.length);
  for (const code of touchpoint) counts[code] = (counts[code] ?? 0) + 1;
  return new Map(touchpoints.map((name, code) => [name, counts[code] ?? 0]));
}
