import type { EventLog } from "../log/eventLog.js";
import { endOfEvents, type Observation } from "../log/observation.js";

/** Which touches make up a path. */
export interface PathOptions extends Observation {
  readonly unit: "touchpoint" | "channel";
  /** Per touchpoint of the log, whether coming there is a conversion. */
  readonly isGoal: readonly boolean[];
  /** Milliseconds; infinite for no limit. */
  readonly lookback: number;
  /** Whether a customer's path ends for good with the first conversion. */
  readonly onlyFirst: boolean;
}

/** The touches before conversions, or before nothing, by column; no path is empty. */
export interface AttributionPaths {
  /** Where each path's touches begin; one longer than there are paths. */
  readonly offsets: readonly number[];
  /** Per touch, the number of its touchpoint or channel. */
  readonly touch: readonly number[];
  /** Per touch, how many milliseconds before the path's end it was. */
  readonly age: readonly number[];
  readonly converted: readonly boolean[];
  /** Per path, the number of the customer. */
  readonly customer: readonly number[];
  readonly unattributed: number;
  readonly open: number;
  readonly outsideLookback: number;
  readonly withoutChannel: number;
  readonly later: number;
}

/** Cuts each customer's events into paths: up to a conversion, up to the next, and what is left. */
export function attributionPaths(log: EventLog, options: PathOptions): AttributionPaths {
  const { unit, isGoal, lookback, onlyFirst, end } = options;
  const units = unit === "touchpoint" ? log.touchpoint : log.channel;
  const { at } = log;
  const [offsets, touch, age, customers]: [number[], number[], number[], number[]] = [[0], [], [], []];
  const converted: boolean[] = [];
  const counts = { unattributed: 0, open: 0, outsideLookback: 0, withoutChannel: 0, later: 0 };

  const close = (customer: number, touches: readonly number[], goal: number | null): void => {
    const last = touches.at(-1);
    const until = goal === null ? (last === undefined ? 0 : (at[last] as number)) : (at[goal] as number);
    const kept = touches.filter((event) => until - (at[event] as number) <= lookback);
    counts.outsideLookback += touches.length - kept.length;
    if (kept.length === 0) {
      if (goal !== null) counts.unattributed++;
      return;
    }
    if (goal === null && lookback !== Number.POSITIVE_INFINITY && end - until < lookback) {
      counts.open++;
      return;
    }
    for (const event of kept) {
      touch.push(units[event] as number);
      age.push(until - (at[event] as number));
    }
    offsets.push(touch.length);
    converted.push(goal !== null);
    customers.push(customer);
  };

  for (let customer = 0; customer + 1 < log.offsets.length; customer++) {
    const to = endOfEvents(log, customer, options);
    counts.later += (log.offsets[customer + 1] as number) - to;
    let touches: number[] = [];
    let over = false;
    for (let event = log.offsets[customer] as number; event < to && !over; event++) {
      if (isGoal[log.touchpoint[event] as number]) {
        close(customer, touches, event);
        touches = [];
        over = onlyFirst;
      } else if ((units[event] as number) < 0) counts.withoutChannel++;
      else touches.push(event);
    }
    if (!over) close(customer, touches, null);
  }
  return { offsets, touch, age, converted, customer: customers, ...counts };
}
