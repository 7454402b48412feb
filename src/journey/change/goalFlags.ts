import { refuseOption } from "../../error/checkOptions.js";
import type { EventLog } from "../log/eventLog.js";

/** The goals of a log. */
export interface Goals {
  /** Per touchpoint of the log, whether it is a goal. */
  readonly flags: readonly boolean[];
  /** Goals that the log does not know: misspelt, or never met. */
  readonly unknown: readonly string[];
}

/** Reads the touchpoint that is the goal, or several. Throws `invalid-option` for what is no name. */
export function goalFlags(requirer: string, log: EventLog, goal: string | readonly string[]): Goals {
  const goals = typeof goal === "string" ? [goal] : goal;
  if (!Array.isArray(goals) || goals.length === 0 || !goals.every((name) => typeof name === "string" && name !== "")) {
    refuseOption(`${requirer} requires a touchpoint, or a list of touchpoints`, goal);
  }
  const wanted = new Set<string>(goals);
  return {
    flags: log.touchpoints.map((name) => wanted.has(name)),
    unknown: Array.from(wanted).filter((name) => !log.touchpoints.includes(name)),
  };
}
