import type { EventLog } from "../log/eventLog.js";
import type { FunnelPlan } from "./funnelPlan.js";

/** How one attempt goes through a funnel, for one kind of order. Events are numbers into the log; `to` is exclusive. */
export interface FunnelRules {
  /** Whether an attempt can begin with this event. */
  readonly begins: (event: number) => boolean;
  /**
   * Follows the attempt that begins with this event: writes the event with which each step was reached into `places`, and returns
   * how many were. Where steps may come in any order, a step is reached when all before it are done too.
   */
  readonly follow: (start: number, to: number, places: Int32Array) => number;
  /** Where the attempt that goes furthest begins; of those alike the first. −1 where none begins. */
  readonly bestStart: (from: number, to: number, places: Int32Array) => number;
  /** Whether an attempt that has not come to the end could go on with the next event, if it comes in time. */
  readonly mayGoOn: (start: number, to: number, depth: number) => boolean;
  /** The event from which on the next attempt may begin, after one that did not come to the end. */
  readonly resume: (start: number, to: number, depth: number) => number;
}

/** Seconds of a funnel are milliseconds here. */
type RulesMaker = (log: EventLog, plan: FunnelPlan, within: number) => FunnelRules;

/** The first event from `from` on with which an attempt can begin; −1 for none. */
export function firstStart(begins: (event: number) => boolean, from: number, to: number): number {
  for (let event = from; event < to; event++) if (begins(event)) return event;
  return -1;
}

/** The first event after the window of an attempt. */
function afterWindow(at: Float64Array, start: number, to: number, within: number): number {
  let event = start + 1;
  while (event < to && (at[event] as number) - (at[start] as number) <= within) event++;
  return event;
}

const doesOf =
  ({ touchpoint }: EventLog, { size, fulfils }: FunnelPlan) =>
  (event: number, step: number): boolean =>
    fulfils[(touchpoint[event] as number) * size + step] === 1;

/** Steps in the order of the list; whatever comes in between does not matter. */
export const orderedRules: RulesMaker = (log, plan, within) => {
  const { at } = log;
  const { size } = plan;
  const does = doesOf(log, plan);
  const begins = (event: number): boolean => does(event, 0);
  const follow = (start: number, to: number, places: Int32Array): number => {
    const begun = at[start] as number;
    places[0] = start;
    let depth = 1;
    for (let event = start + 1; event < to && depth < size; event++) {
      if ((at[event] as number) - begun > within) break;
      if (does(event, depth)) places[depth++] = event;
    }
    return depth;
  };
  const marks = new Float64Array(size + 1);
  /** How far any attempt goes: keeps, per number of steps done, when the latest attempt began that has done so many. */
  const furthest = (from: number, to: number): number => {
    marks.fill(Number.NEGATIVE_INFINITY);
    let depth = 0;
    for (let event = from; event < to; event++) {
      const time = at[event] as number;
      for (let step = Math.min(depth, size - 1); step >= 0; step--) {
        if (!does(event, step)) continue;
        const begun = step === 0 ? time : (marks[step] as number);
        if (time - begun > within) continue;
        marks[step + 1] = Math.max(marks[step + 1] as number, begun);
        depth = Math.max(depth, step + 1);
      }
    }
    return depth;
  };
  /** The first start that goes so far: walks backwards and keeps, per step, when what begins with it would be through. */
  const firstToReach = (depth: number, from: number, to: number): number => {
    marks.fill(Number.POSITIVE_INFINITY);
    let start = -1;
    for (let event = to - 1; event >= from; event--) {
      const time = at[event] as number;
      for (let step = 0; step < depth; step++) {
        if (does(event, step)) marks[step] = step === depth - 1 ? time : (marks[step + 1] as number);
      }
      if (begins(event) && (marks[0] as number) - time <= within) start = event;
    }
    return start;
  };
  return {
    begins,
    follow,
    bestStart: (from, to, places) => {
      const first = firstStart(begins, from, to);
      if (first < 0 || within === Number.POSITIVE_INFINITY) return first;
      const depth = follow(first, to, places);
      // A later start can only do better where the window has cut the first one off.
      if (depth === size) return first;
      const best = furthest(first, to);
      return best === depth ? first : firstToReach(best, first, to);
    },
    mayGoOn: () => true,
    resume: (start, to) => afterWindow(at, start, to, within),
  };
};

/** Steps that follow each other directly, with no other event of the customer in between. */
export const strictRules: RulesMaker = (log, plan, within) => {
  const { at } = log;
  const { size } = plan;
  const does = doesOf(log, plan);
  const begins = (event: number): boolean => does(event, 0);
  const follow = (start: number, to: number, places: Int32Array): number => {
    places[0] = start;
    let depth = 1;
    for (; depth < size && start + depth < to && does(start + depth, depth); depth++) {
      if ((at[start + depth] as number) - (at[start] as number) > within) break;
      places[depth] = start + depth;
    }
    return depth;
  };
  return {
    begins,
    follow,
    bestStart: (from, to, places) => {
      let [best, depth] = [-1, 0];
      for (let event = from; event < to && depth < size; event++) {
        if (!begins(event)) continue;
        const reached = follow(event, to, places);
        if (reached > depth) [best, depth] = [event, reached];
      }
      return best;
    },
    // Its last step must be the last thing that the customer has done.
    mayGoOn: (start, to, depth) => start + depth === to,
    resume: (start, _, depth) => start + depth,
  };
};

/** Steps in any order, all within the window; step k is reached when the first k of the list are done. */
export const unorderedRules: RulesMaker = (log, { size, fulfils, counts }, within) => {
  const { touchpoint, at } = log;
  const begins = (event: number): boolean => counts[touchpoint[event] as number] === 1;
  /** The one step that an event fulfils: steps have no touchpoint in common. */
  const stepOf = (event: number): number => {
    const row = (touchpoint[event] as number) * size;
    let step = 0;
    while (fulfils[row + step] !== 1) step++;
    return step;
  };
  const next = new Float64Array(size);
  const none = -1;
  return {
    begins,
    follow: (start, to, places) => {
      const begun = at[start] as number;
      places.fill(none);
      for (let event = start; event < to && (at[event] as number) - begun <= within; event++) {
        if (!begins(event)) continue;
        const step = stepOf(event);
        if (places[step] === none) places[step] = event;
      }
      let depth = 0;
      for (let done = none; depth < size && places[depth] !== none; depth++) {
        done = Math.max(done, places[depth] as number);
        places[depth] = done;
      }
      return depth;
    },
    bestStart: (from, to) => {
      next.fill(Number.POSITIVE_INFINITY);
      let [best, deepest] = [-1, 1];
      for (let event = to - 1; event >= from; event--) {
        if (!begins(event)) continue;
        const time = at[event] as number;
        next[stepOf(event)] = time;
        let depth = 0;
        while (depth < size && (next[depth] as number) - time <= within && next[depth] !== Number.POSITIVE_INFINITY)
          depth++;
        if (depth >= deepest) [best, deepest] = [event, depth];
      }
      return best;
    },
    mayGoOn: () => true,
    resume: (start, to, depth) =>
      depth === 0 && within !== Number.POSITIVE_INFINITY ? start + 1 : afterWindow(at, start, to, within),
  };
};
