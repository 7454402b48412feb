import type { Touchpoint } from "../../model/touchpoint.js";

/**
 * Whether every customer should come to a touchpoint. What they do not see (backstage, support) is their way only in a log that
 * follows it: few systems write it down under the customer's id.
 *
 * @param events The names of the events that a log has.
 */
export function isRequired(touchpoint: Touchpoint, events: ReadonlySet<string>): boolean {
  const { id, optional, layer = "frontstage", events: names = [id] } = touchpoint;
  return optional !== true && (layer === "frontstage" || names.some((name) => events.has(name)));
}
