import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import type { EventLog } from "../log/eventLog.js";
import { endOfEvents, type Observation } from "../log/observation.js";

/** Whether a customer came to the outcome; null or undefined where it is not known. */
export type DecisionOutcome = (customer: string) => boolean | null | undefined;

/** The part of a customer's journey that lies before the outcome; numbers of events, `to` exclusive. */
export interface DecisionPath {
  readonly from: number;
  readonly to: number;
  readonly outcome: boolean;
}

/** The customers who can be judged, and how many cannot. */
export interface DecisionPaths {
  readonly paths: readonly DecisionPath[];
  readonly open: number;
  readonly early: number;
  readonly unknownOutcome: number;
}

/** The share of those who come to an outcome by whose time others are measured. */
const patience = 0.95;

function readOutcome(read: DecisionOutcome, customer: string): boolean | null {
  const outcome: unknown = read(customer);
  if (isMissing(outcome)) return null;
  if (typeof outcome === "boolean") return outcome;
  throw new CxError("invalid-value", "decisionPoint requires outcome to say true, false or null", outcome);
}

/**
 * Cuts each customer's events off at the outcome.
 *
 * @param outcome Per touchpoint whether it is the outcome, or a function that knows how it ended.
 * @param within Milliseconds within which the outcome has to come; infinite for no limit.
 */
export function decisionPaths(
  log: EventLog,
  outcome: readonly boolean[] | DecisionOutcome,
  within: number,
  observation: Observation,
): DecisionPaths {
  const { at, offsets, touchpoint } = log;
  const paths: DecisionPath[] = [];
  const waits: number[] = [];
  const ages: number[] = [];
  let [open, unknownOutcome] = [0, 0];
  log.customers.forEach((id, customer) => {
    const from = offsets[customer] as number;
    const end = endOfEvents(log, customer, observation);
    if (end === from) return;
    const start = at[from] as number;
    if (within !== Number.POSITIVE_INFINITY && start + within > observation.end) {
      open++;
      return;
    }
    let to = from;
    const inTime = (event: number): boolean => event < end && (at[event] as number) - start <= within;
    if (typeof outcome === "function") {
      const ended = readOutcome(outcome, id);
      if (ended === null) {
        unknownOutcome++;
        return;
      }
      while (inTime(to)) to++;
      paths.push({ from, to, outcome: ended });
      return;
    }
    while (inTime(to) && !outcome[touchpoint[to] as number]) to++;
    const reached = inTime(to);
    paths.push({ from, to, outcome: reached });
    if (reached) waits.push((at[to] as number) - start);
    else ages.push(observation.end - start);
  });
  const usual = waits.length === 0 ? 0 : quantileOfSorted(Float64Array.from(waits).sort(), patience, 1);
  const early = within === Number.POSITIVE_INFINITY ? ages.filter((age) => age < usual).length : 0;
  return { paths, open, early, unknownOutcome };
}
