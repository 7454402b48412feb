import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { timeReader } from "../../time/parseTime.js";
import { attributeReaders } from "./attributeReaders.js";
import { collectRows } from "./collectRows.js";
import type { EventLog, EventLogOptions } from "./eventLog.js";
import { rowEvents } from "./rowEvents.js";
import { sortedLog } from "./sortedLog.js";

const columns = ["customer", "touchpoint", "at", "channel", "outcome"] as const;

/** A log of rows, for the function that an error shall name. */
export function readLog<Row>(requirer: string, rows: Iterable<Row>, options: EventLogOptions<Row>): EventLog {
  checkOptions(requirer, options, [...columns, "attributes", "timeZone", "invalid"]);
  const { at, invalid: policy = "throw" } = options;
  for (const column of columns) {
    const isOptional = column === "channel" || column === "outcome";
    if (!isOptional || options[column] !== undefined) checkReader(`${requirer}: ${column}`, options[column]);
  }
  checkChoice("invalid", policy, ["throw", "exclude"]);
  const attributes = attributeReaders(requirer, options.attributes);
  const readTime = timeReader(options.timeZone, requirer);
  const timeOf = (row: Row): number | null => {
    const time = at(row);
    return time === null || time === undefined || time === "" || Number.isNaN(time) ? null : readTime(time);
  };
  const { customer, touchpoint, channel, outcome } = options;
  const { add, events } = rowEvents(requirer, { customer, touchpoint, at: timeOf, channel, outcome, attributes });
  const counts = collectRows(rows, policy, add);
  return { ...sortedLog(events()), ...counts };
}
