import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { EventLog } from "./eventLog.js";

/** What a customer's whole path must be like; each that is given must hold. */
export interface PathCondition {
  /** Touchpoints that were all visited. */
  readonly visited?: readonly string[];
  /** Touchpoints of which none was visited. */
  readonly notVisited?: readonly string[];
  /** Touchpoints with one of which the path begins. */
  readonly startsAt?: readonly string[];
  /** Touchpoints with one of which the path ends. */
  readonly endsAt?: readonly string[];
  /** Touchpoints of which each follows on the one before, with others in between or none. */
  readonly inOrder?: readonly string[];
  /** @defaultValue 1 */
  readonly minimumEvents?: number;
  /** @defaultValue none */
  readonly maximumEvents?: number;
}

const lists = ["visited", "notVisited", "startsAt", "endsAt", "inOrder"] as const;

/** A test of a customer's path, which are the events of a log from one number up to another. */
export function pathTest(
  requirer: string,
  log: EventLog,
  condition: PathCondition,
): (from: number, to: number) => boolean {
  checkOptions(`${requirer}: having`, condition, [...lists, "minimumEvents", "maximumEvents"]);
  const { minimumEvents: least = 1, maximumEvents: most = Number.POSITIVE_INFINITY } = condition;
  for (const bound of [least, most]) {
    if (!(typeof bound === "number" && bound >= 0)) refuseOption(`${requirer} requires a number of events`, bound);
  }
  const codeOf = new Map(log.touchpoints.map((name, code) => [name, code]));
  // A touchpoint that the log does not know gets a number that no event has.
  const [visited = [], notVisited = [], startsAt, endsAt, inOrder = []] = lists.map((list) => {
    const names = condition[list];
    if (names === undefined) return undefined;
    if (!Array.isArray(names)) refuseOption(`${requirer} requires ${list} as a list of touchpoints`, names);
    return names.map((name) => codeOf.get(name) ?? -1);
  });
  const { touchpoint } = log;
  return (from, to) => {
    if (to - from < least || to - from > most) return false;
    if (startsAt !== undefined && !startsAt.includes(touchpoint[from] ?? -2)) return false;
    if (endsAt !== undefined && !endsAt.includes(touchpoint[to - 1] ?? -2)) return false;
    const path = touchpoint.subarray(from, to);
    if (!visited.every((code) => path.includes(code)) || notVisited.some((code) => path.includes(code))) return false;
    let done = 0;
    for (const code of path) if (code === inOrder[done]) done++;
    return done === inOrder.length;
  };
}
