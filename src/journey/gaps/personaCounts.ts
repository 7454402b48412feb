import type { EventLog } from "../log/eventLog.js";
import type { PersonaCounts } from "./designGaps.js";
import type { JourneyFeedback } from "./journeyFeedback.js";

/** How many customers of each persona are in the log, and how many of them answered. */
export function personaCounts(
  log: EventLog | undefined,
  feedback: readonly Pick<JourneyFeedback, "customer">[] | null,
  personaOf: ((customer: string) => string | readonly string[] | null) | undefined,
): PersonaCounts {
  if (personaOf === undefined) return { customers: null, respondents: null };
  const countOf = (customers: Iterable<string>): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const customer of customers) {
      for (const persona of [personaOf(customer) ?? []].flat()) counts.set(persona, (counts.get(persona) ?? 0) + 1);
    }
    return counts;
  };
  return {
    customers: log === undefined ? null : countOf(log.customers),
    respondents: feedback && countOf(new Set(feedback.flatMap(({ customer }) => customer ?? []))),
  };
}
