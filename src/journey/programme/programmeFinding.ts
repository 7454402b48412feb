/**
 * What a programme lacks.
 *
 * | code | whom it names |
 * |---|---|
 * | `stale-map` | a journey that was checked against evidence too long ago |
 * | `unchecked-map` | a journey of which nobody says when it was checked |
 * | `journey-without-persona` | a journey that names no persona |
 * | `unknown-persona` | a journey that names a persona which is not among those given |
 * | `persona-without-journey` | a persona that no journey names |
 * | `stage-without-signal` | a stage that no event of the log and no answer is about |
 * | `stage-without-owner` | a stage of whose touchpoints none has an owner or a stakeholder |
 * | `stage-without-kpi` | a stage that no KPI is measured of and whose touchpoints promise nothing |
 * | `touchpoint-without-owner` | a touchpoint without owner or stakeholder, in a stage that has one |
 * | `unknown-touchpoint` | a touchpoint that a stakeholder answers for and no journey has |
 * | `feedback-elsewhere` | answers that name a touchpoint or stage which no journey has |
 * | `feedback-nowhere` | answers that name neither touchpoint nor stage |
 * | `event-elsewhere` | events of the log that no touchpoint claims |
 */
export type ProgrammeFindingCode =
  | "stale-map"
  | "unchecked-map"
  | "journey-without-persona"
  | "unknown-persona"
  | "persona-without-journey"
  | "stage-without-signal"
  | "stage-without-owner"
  | "stage-without-kpi"
  | "touchpoint-without-owner"
  | "unknown-touchpoint"
  | "feedback-elsewhere"
  | "feedback-nowhere"
  | "event-elsewhere";

/** Something that a programme lacks. */
export interface ProgrammeFinding {
  readonly code: ProgrammeFindingCode;
  /** The ids of what it is about; null where it is not about one. */
  readonly journey: string | null;
  readonly stage: string | null;
  /** Also the name of a touchpoint that no journey has, as answers, events or stakeholders have it. */
  readonly touchpoint: string | null;
  readonly persona: string | null;
  /** How many answers or events, or how many days since the check; null where nothing is counted. */
  readonly count: number | null;
  /** Out of how many; null where there is no whole. */
  readonly of: number | null;
  /** One sentence in plain words. */
  readonly message: string;
}
