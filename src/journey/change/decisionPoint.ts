import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { checkMinimumN } from "../../metric/suppressed.js";
import { criticalValue } from "../../stats/criticalValue.js";
import type { TimeInput } from "../../time/parseTime.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { observationOf } from "../log/observation.js";
import { type DecisionOutcome, type DecisionPath, decisionPaths } from "./decisionPaths.js";
import type { DecisionResult } from "./decisionResult.js";
import { decisions } from "./decisions.js";
import { goalFlags } from "./goalFlags.js";
import { type OutcomeCount, outcomeChance, outcomeChances } from "./outcomeChances.js";

/** Options of {@link decisionPoint}. */
export interface DecisionOptions {
  /** The touchpoint that is the outcome, or several; or a function that says of a customer how it ended. */
  readonly outcome: string | readonly string[] | DecisionOutcome;
  /** From which chance on the outcome, or missing it, is nearly settled; above 0.5 and below 1. @defaultValue 0.9 */
  readonly threshold?: number;
  /**
   * Seconds from the first event within which the outcome has to come; who has not been seen for so long is `open` and left out.
   * @defaultValue none: who has not come by the end of the log has missed it
   */
  readonly within?: number;
  /** How many of the first events are looked at by their place in the journey. @defaultValue 5 */
  readonly positions?: number;
  /** Touchpoints of fewer customers settle nothing. @defaultValue 20 */
  readonly minimumN?: number;
  /** 1 less the chance of calling anything settled that is not; also of the intervals. @defaultValue 0.95 */
  readonly level?: number;
  /** The moment at which the log ends; events at it or later are not read. @defaultValue the time of the last event */
  readonly now?: TimeInput;
  /** The IANA zone of `now` without an offset. @defaultValue none: such a time is refused */
  readonly timeZone?: string;
}

const names = ["outcome", "threshold", "within", "positions", "minimumN", "level", "now", "timeZone"];

function checkNumbers({ threshold = 0.9, within = 1, positions = 5 }: DecisionOptions): void {
  if (!(typeof threshold === "number" && threshold > 0.5 && threshold < 1)) {
    refuseOption("decisionPoint requires a threshold above 0.5 and below 1", threshold);
  }
  if (!(Number.isFinite(within) && within > 0)) {
    refuseOption("decisionPoint requires within to be a number of seconds above 0", within);
  }
  if (!(Number.isSafeInteger(positions) && positions >= 0)) {
    refuseOption("decisionPoint requires a whole number of at least 0 positions", positions);
  }
}

/** Counts each path once at every touchpoint it meets, and at its first places. */
function countPaths(log: EventLog, paths: readonly DecisionPath[], positions: number) {
  const { touchpoint, touchpoints } = log;
  const nothing = (): OutcomeCount => ({ customers: 0, outcomes: 0 });
  const start = nothing();
  const met = touchpoints.map(nothing);
  const places: Map<number, OutcomeCount>[] = [];
  const lastPath = new Int32Array(touchpoints.length).fill(-1);
  const add = (count: OutcomeCount, outcome: boolean): void => {
    count.customers++;
    if (outcome) count.outcomes++;
  };
  paths.forEach(({ from, to, outcome }, path) => {
    add(start, outcome);
    for (let event = from; event < to; event++) {
      const code = touchpoint[event] as number;
      if (lastPath[code] !== path) {
        lastPath[code] = path;
        add(met[code] as OutcomeCount, outcome);
      }
      const place = event - from;
      if (place >= positions) continue;
      places[place] ??= new Map();
      const counts = places[place];
      const count = counts.get(code) ?? nothing();
      counts.set(code, count);
      add(count, outcome);
    }
  });
  return { start, met, places };
}

/**
 * Where the outcome of a journey is decided: how likely customers come to it once they have met a touchpoint, and the touchpoints after
 * which it is nearly settled that they will, or that they will not.
 *
 * What comes before the outcome counts, each customer once at a touchpoint. A touchpoint settles the outcome when its chance is above the
 * threshold (or below 1 − threshold), by an exact binomial test that allows for all touchpoints looked at: where all of n customers of ten touchpoints come to
 * the outcome, 0.9 takes 51 of them. Each customer is
 * decided at the first such touchpoint of their journey. That the outcome follows does not mean that the touchpoint brings it about: it
 * says up to where it is worth acting.
 *
 * @param log An event log.
 * @param options The outcome, when it counts as settled, how long a customer has, and when the log ends. With a function as the outcome
 * the whole journey is read, so it must be of something that is known only after it.
 * @returns The chance from the start, at each touchpoint and at each of the first places, 0–1 with Wilson's interval; and the decisions with
 * when they fall, in seconds and events from the first. Cost grows with events.
 * @throws A {@link CxError} `invalid-option` when it is no event log or an option is wrong, `invalid-value` when the outcome of a customer is
 * neither true nor false, `invalid-time` when `now` is no time.
 *
 * @example
 * ```ts
 * import { decisionPoint, eventLog } from "cxkit";
 *
 * // Of a hundred who search half go on to the cart and half to help; then 49 of 50 pay, and 2 of 50.
 * const rows = Array.from({ length: 100 }, (_, index) => {
 *   const pays = index % 2 === 0 ? index !== 0 : index < 4;
 *   return ["search", index % 2 === 0 ? "cart" : "help", ...(pays ? ["pay"] : [])].map((what, at) => ({ who: `c${index}`, what, at }));
 * }).flat();
 * const log = eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.what, at: (row) => row.at });
 *
 * const { start, decisions } = decisionPoint(log, { outcome: "pay", threshold: 0.8 });
 * start.share; // => 0.51
 * decisions.map(({ touchpoint, settled, customers }) => [touchpoint, settled, customers]);
 * // => [["cart", "reached", 50], ["help", "missed", 50]]
 * ```
 *
 * @see Kobialka, Tapia Tarifa, Bergersen and Johnsen (2024), "User journey games: automating user-centric analysis", Software and Systems
 * Modeling, on decision boundaries; Clopper and Pearson (1934), Biometrika 26, 404–413; Holm (1979), Scandinavian Journal of Statistics
 * 6, 65–70.
 */
export function decisionPoint(log: EventLog, options: DecisionOptions): DecisionResult {
  checkLog("decisionPoint", log);
  checkOptions("decisionPoint", options, names);
  const { outcome, threshold = 0.9, positions = 5, minimumN = 20, level = 0.95 } = options;
  checkNumbers(options);
  checkMinimumN("decisionPoint", minimumN);
  const z = criticalValue(level);
  const goals = typeof outcome === "function" ? null : goalFlags("decisionPoint: outcome", log, outcome);
  const within = (options.within ?? Number.POSITIVE_INFINITY) * 1000;
  const observation = observationOf("decisionPoint", log, options.now, options.timeZone);
  const read = typeof outcome === "function" ? outcome : (goals?.flags ?? []);
  const { paths, open, early, unknownOutcome } = decisionPaths(log, read, within, observation);

  const counts = countPaths(log, paths, positions);
  const placed = counts.places.flatMap((places, place) =>
    Array.from(places, ([code, count]) => ({ position: place + 1, touchpoint: log.touchpoints[code] ?? "", count })),
  );
  placed.sort(
    (a, b) =>
      a.position - b.position || b.count.customers - a.count.customers || (a.touchpoint < b.touchpoint ? -1 : 1),
  );
  const rule = { threshold, minimumN, level, z };
  const start = outcomeChance(counts.start, rule);
  const met = outcomeChances(counts.met, rule);
  const chances = outcomeChances(
    placed.map(({ count }) => count),
    rule,
  );
  return {
    start,
    touchpoints: met
      .flatMap((chance, code) =>
        chance.customers === 0 ? [] : [{ touchpoint: log.touchpoints[code] ?? "", ...chance }],
      )
      .sort((a, b) => b.customers - a.customers || (a.touchpoint < b.touchpoint ? -1 : 1)),
    positions: placed.flatMap(({ position, touchpoint }, index) => {
      const chance = chances[index];
      return chance === undefined ? [] : [{ position, touchpoint, ...chance }];
    }),
    ...decisions(log, paths, met, start.settled),
    open,
    early,
    unknownOutcome,
    unknown: goals?.unknown ?? [],
  };
}
