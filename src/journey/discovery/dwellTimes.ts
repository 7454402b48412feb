import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { type LengthQuantile, lengthQuantiles } from "../../kpi/lengthQuantiles.js";
import { criticalValue } from "../../stats/criticalValue.js";
import type { TimeInput } from "../../time/parseTime.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { endOfEvents, observationOf } from "../log/observation.js";
import { byText } from "./byText.js";

/** Options of {@link dwellTimes}. */
export interface DwellTimesOptions {
  /** The moment at which the log ends; events at it or later are left out. @defaultValue the time of the last event in the log */
  readonly now?: TimeInput;
  /** Touchpoints at which a journey is over: a customer who is last seen there waits for nothing. @defaultValue none */
  readonly goals?: readonly string[];
  /** The confidence level, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** The IANA zone of `now` without an offset. @defaultValue none: such a time is refused */
  readonly timeZone?: string;
}

/** How long customers stay at a touchpoint until their next event. */
export interface DwellTime {
  readonly touchpoint: string;
  /** The visits that something follows. */
  readonly followed: number;
  /** The last visits of customers of whom the log has no more: all that is known is that they took longer than was seen. */
  readonly open: number;
  /** The last visits at a goal, which are in no figure. */
  readonly finished: number;
  /** The time within which half go on, open visits allowed for; `seconds` is null where fewer than half ever did. */
  readonly median: LengthQuantile;
  /** The time within which nine of ten go on. */
  readonly percentile90: LengthQuantile;
}

/**
 * How long customers stay at each touchpoint until they go on, with those who have not gone on yet allowed for.
 *
 * A mean or median of those who went on alone tells how quick the quick are. Here a last visit counts as going on to wait from then
 * until `now`, and the median is that of the product-limit (Kaplan–Meier) curve; where most never come back, it is null, and that is
 * the answer. Intervals take visits for independent, and are too narrow where a few customers make most of them.
 *
 * @param log An event log.
 * @param options Until when the log would have seen events, where journeys are over, and the level.
 * @returns The touchpoints, those with the most visits first; times in seconds.
 * @throws A {@link CxError} `invalid-option` when it is no event log or an option is wrong; `invalid-time` when `now` is no time.
 *
 * @example
 * ```ts
 * import { dwellTimes, eventLog } from "cxkit";
 *
 * const log = eventLog(
 *   [["ann", "cart", 0], ["ann", "pay", 60_000], ["bob", "cart", 0], ["cyd", "cart", 0], ["cyd", "pay", 20_000]] as const,
 *   { customer: (row) => row[0], touchpoint: (row) => row[1], at: (row) => row[2] },
 * );
 * const [cart] = dwellTimes(log, { goals: ["pay"], now: 3_600_000 });
 * cart; // => { touchpoint: "cart", followed: 2, open: 1, finished: 0, … }
 * cart?.median.seconds; // => 60
 * ```
 *
 * @see Kaplan and Meier (1958), JASA 53, 457–481; the interval by the log–log band: Brookmeyer and Crowley (1982), Biometrics 38, 29–41.
 */
export function dwellTimes(log: EventLog, options: DwellTimesOptions = {}): DwellTime[] {
  checkLog("dwellTimes", log);
  checkOptions("dwellTimes", options, ["now", "goals", "level", "timeZone"]);
  const { goals = [], level = 0.95 } = options;
  criticalValue(level);
  if (!Array.isArray(goals)) refuseOption("dwellTimes requires goals as a list of touchpoints", goals);
  const observation = observationOf("dwellTimes", log, options.now, options.timeZone);

  const isGoal = log.touchpoints.map((name) => goals.includes(name));
  const stays = log.touchpoints.map(() => ({ ended: [] as number[], open: [] as number[], finished: 0 }));
  log.customers.forEach((_, customer) => {
    const last = endOfEvents(log, customer, observation) - 1;
    for (let event = log.offsets[customer] ?? 0; event <= last; event++) {
      const code = log.touchpoint[event] ?? 0;
      const stay = stays[code];
      const at = log.at[event] ?? 0;
      if (event < last) stay?.ended.push(((log.at[event + 1] ?? 0) - at) / 1000);
      else if (isGoal[code] !== true) stay?.open.push((observation.end - at) / 1000);
      else if (stay !== undefined) stay.finished++;
    }
  });
  return stays
    .map(({ ended, open, finished }, code) => {
      const lengths = { ended: Float64Array.from(ended).sort(), open: Float64Array.from(open).sort() };
      const at = lengthQuantiles(lengths, level);
      return {
        touchpoint: log.touchpoints[code] ?? "",
        followed: ended.length,
        open: open.length,
        finished,
        median: at(0.5),
        percentile90: at(0.9),
      };
    })
    .filter((one) => visitsOf(one) > 0)
    .sort((a, b) => visitsOf(b) - visitsOf(a) || byText(a.touchpoint, b.touchpoint));
}

const visitsOf = ({ followed, open, finished }: DwellTime): number => followed + open + finished;
