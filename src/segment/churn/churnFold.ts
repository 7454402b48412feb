import { formatTime } from "../../time/formatTime.js";
import { churnContributions, churnLogOdds, probabilityOf } from "./churnContributions.js";
import type { ChurnBaseline, ChurnFold, ChurnSample } from "./churnEvaluation.js";
import { churnFit, isWhole } from "./churnFit.js";
import { churnPerformance } from "./churnPerformance.js";
import type { ChurnPerformance } from "./churnRiskModel.js";
import type { ChurnRows } from "./churnRows.js";
import type { ChurnSettings } from "./churnSettings.js";
import type { ChurnTimes } from "./churnTimes.js";

/** Rows with their times, how to fit them, and how to say times. */
export interface TimedChurnRows {
  readonly data: ChurnRows;
  readonly times: ChurnTimes;
  readonly settings: ChurnSettings;
  readonly timeZone: string | undefined;
}

/** Test rows as they were scored, each beside the churn rate of the rows that its model learnt from. */
export interface ScoredTest {
  readonly risks: Float64Array;
  readonly outcomes: Float64Array;
  readonly rates: Float64Array;
}

/** Null for no values, and where one is not known. */
function mean(values: Float64Array): number | null {
  const found = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Number.isNaN(found) ? null : found;
}

/** What the training rows' churn rate alone would have done. */
export function churnBaseline({ outcomes, rates }: ScoredTest, performance: ChurnPerformance | null): ChurnBaseline {
  const brier = mean(outcomes.map((outcome, row) => (outcome - (rates[row] as number)) ** 2));
  const reached = performance?.brier.value ?? null;
  return {
    risk: mean(rates),
    brier,
    skill: reached === null || brier === null || brier === 0 ? null : 1 - reached / brier,
  };
}

/** Rows that are in a sample: those that were learnt from, or tested on. */
function sampleOf(places: Uint32Array, { data, times, timeZone }: TimedChurnRows): ChurnSample {
  const n = places.length;
  const churned = places.reduce((sum, row) => sum + (data.outcomes[row] as number), 0);
  const at = places.reduce(
    ([first, last], row) =>
      [Math.min(first, times.at[row] as number), Math.max(last, times.at[row] as number)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as readonly [number, number],
  );
  const [from, to] = n === 0 ? [null, null] : at.map((time) => formatTime(time, timeZone));
  return { n, churned, churnRate: n === 0 ? null : churned / n, from: from ?? null, to: to ?? null };
}

const lacksAnOutcome = ({ n, churned }: ChurnSample): boolean => churned === 0 || churned === n;

function customersInBoth({ customers }: ChurnRows, train: Uint32Array, test: Uint32Array): number | null {
  const idOf = (row: number): unknown => customers[row] ?? null;
  const [met, later] = [new Set(Array.from(train, idOf)), new Set(Array.from(test, idOf))];
  if (met.has(null) || later.has(null)) return null;
  return [...later].filter((customer) => met.has(customer)).length;
}

/** Fits on what was known at a split, and scores what came from then on until the next. */
export function churnFold(
  name: string,
  rows: TimedChurnRows,
  split: number,
  until: number,
): { readonly fold: ChurnFold; readonly scored: ScoredTest } {
  const { data, times, settings, timeZone } = rows;
  const every = Uint32Array.from({ length: data.rows }, (_, row) => row);
  const isKnown = (row: number): boolean => data.isInvalid[row] === 0 && !Number.isNaN(data.outcomes[row]);
  const before = every.filter((row) => isKnown(row) && (times.at[row] as number) < split);
  const learnt = before.filter((row) => (times.knownAt[row] as number) <= split);
  const later = every.filter(
    (row) => isKnown(row) && (times.at[row] as number) >= split && (times.at[row] as number) < until,
  );

  const among = new Uint8Array(data.rows);
  for (const row of learnt) among[row] = 1;
  const model = churnFit(name, data, among, settings);
  const contributions = churnContributions(model, data.columns);
  const logOdds = churnLogOdds(model.averageLogOdds, contributions, later);
  const isScored = (_: number, place: number): boolean => !Number.isNaN(logOdds[place]);
  const tested = model.reason === null ? later.filter(isScored) : later;
  const scored = {
    risks: logOdds.filter(isScored).map(probabilityOf),
    outcomes: Float64Array.from(tested, (row) => data.outcomes[row] as number),
    rates: new Float64Array(tested.length).fill(model.churnRate ?? Number.NaN),
  };
  const trained = learnt.filter((row) => settings.missing === "impute" || isWhole(data, row));
  const [train, test] = [sampleOf(trained, rows), sampleOf(tested, rows)];
  const reason = lacksAnOutcome(train)
    ? "train-lacks-an-outcome"
    : lacksAnOutcome(test)
      ? "test-lacks-an-outcome"
      : model.reason === null
        ? null
        : "no-model";
  const performance =
    reason === null ? churnPerformance(scored.risks, scored.outcomes, { fitted: false, level: settings.level }) : null;
  const fold: ChurnFold = {
    splitAt: formatTime(split, timeZone),
    until: until === Number.POSITIVE_INFINITY ? null : formatTime(until, timeZone),
    train,
    test,
    notYetKnown: before.length - learnt.length,
    unscored: later.length - tested.length,
    customersInBoth: customersInBoth(data, trained, tested),
    reason,
    model,
    performance,
    baseline: churnBaseline(scored, performance),
  };
  return { fold, scored };
}
