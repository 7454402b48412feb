import { refuseOption } from "../../error/checkOptions.js";
import type { AttributeColumn, EventLog } from "./eventLog.js";

/** The column of a log that events can be cut by: an attribute, or the channel or the outcome. Refuses what is none of them. */
export function logColumn(requirer: string, log: EventLog, name: string): AttributeColumn {
  if (name === "channel") return { values: log.channels, codes: log.channel };
  if (name === "outcome") return { values: log.outcomes, codes: log.outcome };
  const column = Object.hasOwn(log.attributes, name) ? log.attributes[name] : undefined;
  if (column === undefined) {
    const names = ["channel", "outcome", ...Object.keys(log.attributes)].join(", ");
    refuseOption(`${requirer} requires an attribute of the log (${names})`, name);
  }
  return column;
}
