import { eachRow } from "../../error/eachRow.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import type { Segmentation } from "../segmentation.js";
import { segmentOf } from "../segmentOf.js";
import type { FeedbackCoverage } from "./personaCoverageResult.js";

/** The fields of a `Feedback` that say whose it is. */
export interface PersonaAnswer {
  readonly customer?: CustomerId | null;
}

/** How many answers each persona's customers gave, and where all answers go. */
export function answersByPersona(
  feedback: Iterable<PersonaAnswer>,
  segmentation: Segmentation<readonly string[]>,
): { readonly of: ReadonlyMap<string, number>; readonly counts: FeedbackCoverage } {
  const personasOf = segmentOf(segmentation);
  const of = new Map<string, number>();
  const counts = { rows: 0, attributed: 0, unmatched: 0, unknown: 0, anonymous: 0 };
  eachRow(feedback, ({ customer }) => {
    const id = readCustomer("personaCoverage: feedback", customer);
    const personas = personasOf(id);
    counts.rows++;
    if (id === null) counts.anonymous++;
    else if (personas === null) counts.unknown++;
    else if (personas.length === 0) counts.unmatched++;
    else counts.attributed++;
    for (const persona of personas ?? []) of.set(persona, (of.get(persona) ?? 0) + 1);
  });
  return { of, counts };
}
