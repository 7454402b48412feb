import { checkOptions } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { lengthQuantiles } from "../../kpi/lengthQuantiles.js";
import type { Journey } from "../../model/journey.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { wilsonLimits } from "../../stats/wilson.js";
import type { TimeInput } from "../../time/parseTime.js";
import { journeyDesign } from "../design/journeyDesign.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { endOfEvents, observationOf } from "../log/observation.js";
import type { StageMove, StageStay, StageTimelineResult } from "./stageTimelineResult.js";

/** Options of {@link stageTimeline}. */
export interface StageTimelineOptions {
  /** The confidence level of the intervals, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** The moment at which the log ends; events at it or later are counted in `later`. @defaultValue the time of the last event */
  readonly now?: TimeInput;
  /** The IANA zone of `now` without an offset. @defaultValue none: such a time is refused */
  readonly timeZone?: string;
}

/** What is seen of a stage. */
class StageSeen {
  customers = 0;
  skipped = 0;
  backMoves = 0;
  backCustomers = 0;
  readonly enteredAt: number[] = [];
  readonly toEnter: number[] = [];
  readonly ended: number[] = [];
  readonly open: number[] = [];
}

/** What is seen of a move. */
class MoveSeen {
  customers = 0;
  readonly seconds: number[] = [];
  #customer = -1;

  add(customer: number, seconds: number): void {
    if (customer !== this.#customer) this.customers++;
    this.#customer = customer;
    this.seconds.push(seconds);
  }
}

const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();
const quantileOf = (values: Float64Array, p: number): number | null =>
  values.length === 0 ? null : quantileOfSorted(values, p);

/** Walks every customer through the stages. */
function walkStages(log: EventLog, stageOf: Int32Array, stages: number, observation: { end: number; given: boolean }) {
  const seen = Array.from({ length: stages }, () => new StageSeen());
  const moves = new Map<number, MoveSeen>();
  const [lastEntered, lastBack] = [new Int32Array(stages).fill(-1), new Int32Array(stages).fill(-1)];
  let [customers, outside, unplannedEvents, later] = [0, 0, 0, 0];
  const at = (stage: number): StageSeen => seen[stage] as StageSeen;
  for (let customer = 0; customer + 1 < log.offsets.length; customer++) {
    const to = endOfEvents(log, customer, observation);
    later += (log.offsets[customer + 1] as number) - to;
    let [stage, since, begun, furthest] = [-1, 0, 0, -1];
    for (let event = log.offsets[customer] as number; event < to; event++) {
      const next = stageOf[log.touchpoint[event] as number] as number;
      const time = log.at[event] as number;
      if (next < 0) unplannedEvents++;
      if (next < 0 || next === stage) continue;
      if (stage < 0) begun = time;
      else {
        const seconds = (time - since) / 1000;
        at(stage).ended.push(seconds);
        const key = stage * stages + next;
        let move = moves.get(key);
        if (move === undefined) {
          move = new MoveSeen();
          moves.set(key, move);
        }
        move.add(customer, seconds);
        if (next < stage) {
          at(stage).backMoves++;
          if (lastBack[stage] !== customer) at(stage).backCustomers++;
          lastBack[stage] = customer;
        }
      }
      if (lastEntered[next] !== customer) {
        lastEntered[next] = customer;
        at(next).customers++;
        at(next).enteredAt.push(time);
        at(next).toEnter.push((time - begun) / 1000);
      }
      furthest = Math.max(furthest, next);
      [stage, since] = [next, time];
    }
    if (stage < 0) {
      outside++;
      continue;
    }
    customers++;
    at(stage).open.push((observation.end - since) / 1000);
    for (let passed = 0; passed < furthest; passed++) if (lastEntered[passed] !== customer) at(passed).skipped++;
  }
  return { seen, moves, customers, outside, unplannedEvents, later };
}

/**
 * How customers move through the stages of a journey: who is ever in a stage, when they enter it, how long they stay, who is still there,
 * who goes past it, and who goes back.
 *
 * A stay begins with a customer's first event in a stage and ends with the first in another one. A customer's last stay has not ended: it
 * counts for as long as it was seen, so that a log that is cut off does not make stays look short. For the last stage that is all
 * that can be known of most.
 *
 * @param log An event log.
 * @param journey The stages with their touchpoints, which say by `events` (or by their ids) what the log calls them.
 * @param options The level, and when the log ends.
 * @returns A row for each stage and each move that occurs; lengths of time in seconds.
 * @throws A {@link CxError} `invalid-option` when it is no event log or an option is wrong, `invalid-definition` when the journey contradicts
 * itself, `invalid-time` when `now` is no time.
 *
 * @example
 * ```ts
 * import { eventLog, stageTimeline } from "cxkit";
 *
 * const stage = (id: string, ...touchpoints: string[]) => ({ id, name: id, touchpoints: touchpoints.map((name) => ({ id: name, name })) });
 * const journey = { stages: [stage("find", "search", "compare"), stage("buy", "cart", "pay"), stage("use", "login")] };
 * const rows = [
 *   ["ann", "search", 0], ["ann", "compare", 60], ["ann", "cart", 100], ["ann", "login", 400],
 *   ["bob", "search", 0], ["bob", "cart", 200], ["bob", "search", 260],
 * ] as const;
 * const log = eventLog(rows, { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] * 1000 });
 *
 * const { stages, moves } = stageTimeline(log, journey, { now: 500_000 });
 * stages.map(({ stage, customers, still, backMoves }) => [stage, customers, still, backMoves]);
 * // => [["find", 2, 1, 0], ["buy", 2, 0, 1], ["use", 1, 1, 0]]
 * moves[0]; // => { from: "find", to: "buy", direction: "forward", count: 2, customers: 2, medianSeconds: 150 }
 * ```
 *
 * @see Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457–481; Wilson (1927), JASA 22, 209–212.
 */
export function stageTimeline(
  log: EventLog,
  journey: Pick<Journey, "stages">,
  options: StageTimelineOptions = {},
): StageTimelineResult {
  checkLog("stageTimeline", log);
  checkOptions("stageTimeline", options, ["level", "now", "timeZone"]);
  const { level = 0.95 } = options;
  const z = criticalValue(level);
  const { places, placeOfEvent } = journeyDesign(journey);
  const { stages } = journey;
  const stageOf = Int32Array.from(log.touchpoints, (name) => {
    const place = places[placeOfEvent.get(name) ?? -1];
    return place === undefined ? -1 : stages.indexOf(place.stage);
  });
  const { seen, moves, customers, ...counts } = walkStages(
    log,
    stageOf,
    stages.length,
    observationOf("stageTimeline", log, options.now, options.timeZone),
  );
  const idOf = (stage: number): string => stages[stage]?.id ?? "";
  const iso = (time: number | undefined): string | null => (time === undefined ? null : new Date(time).toISOString());
  return {
    stages: seen.map((stage, index): StageStay => {
      const entered = sorted(stage.enteredAt);
      const toEnter = sorted(stage.toEnter);
      const stayOf = lengthQuantiles({ ended: sorted(stage.ended), open: sorted(stage.open) }, level);
      const share = customers === 0 ? null : stage.customers / customers;
      return {
        stage: idOf(index),
        customers: stage.customers,
        share,
        interval: share === null ? null : { ...wilsonLimits(share, customers, z), level },
        firstEnteredAt: iso(entered[0]),
        lastEnteredAt: iso(entered.at(-1)),
        medianSecondsToEnter: quantileOf(toEnter, 0.5),
        p90SecondsToEnter: quantileOf(toEnter, 0.9),
        stays: stage.ended.length + stage.open.length,
        still: stage.open.length,
        medianStay: stayOf(0.5),
        p90Stay: stayOf(0.9),
        skipped: stage.skipped,
        backMoves: stage.backMoves,
        backCustomers: stage.backCustomers,
      };
    }),
    moves: Array.from(moves, ([key, move]): StageMove => {
      const [from, to] = [Math.floor(key / stages.length), key % stages.length];
      return {
        from: idOf(from),
        to: idOf(to),
        direction: to < from ? "back" : to === from + 1 ? "forward" : "skip",
        count: move.seconds.length,
        customers: move.customers,
        medianSeconds: quantileOfSorted(sorted(move.seconds), 0.5),
      };
    }).sort((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
    customers,
    ...counts,
  };
}
