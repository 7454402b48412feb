import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { segmentCustomers } from "../rules/ruleSegmentation.js";
import { contextOptions, readManyContext, type SegmentContext } from "../rules/segmentContext.js";
import { answersByPersona, type PersonaAnswer } from "./answersByPersona.js";
import { decidePersona } from "./decidePersona.js";
import { journeysByPersona, type PersonaJourney } from "./journeysByPersona.js";
import type { PersonaCoverageResult, PersonaUse } from "./personaCoverageResult.js";
import { type MatchablePersona, type PersonaOptions, personaOptions, personaSettings } from "./personaSettings.js";

/** What {@link personaCoverage} looks at. */
export interface PersonaCoverageInput<Row, P> {
  readonly personas: readonly P[];
  readonly customers: Iterable<Row>;
  /** The journeys, each with the persona or personas whose it is. */
  readonly journeys?: Iterable<PersonaJourney>;
  /** Feedback answers, each with its customer. */
  readonly feedback?: Iterable<PersonaAnswer>;
}

/** Options of {@link personaCoverage}: how customers are matched, and what rules look at beside them. */
export interface PersonaCoverageOptions<Row, P> extends PersonaOptions<P>, SegmentContext<Row> {
  /** What becomes of rows whose id is none or was there before. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/**
 * Whether personas stand for the customers there are: who is of none or of several, and which persona has no customers, no journey or no
 * feedback.
 *
 * @param input The personas, the customers and, where there are some, journeys and feedback.
 * @param options How customers are matched with personas, as in `matchPersona`, and what rules look at beside the customers. Who fits
 * several equally well is of all of them.
 * @returns Everything counted, and the customers with their personas, as a result that `segmentOf` takes. Takes time linear in the rows.
 * @throws A {@link CxError} `invalid-definition` for a persona without an id of its own or with a wrong rule, `invalid-value` for a
 * customer who comes twice or whose id is none (with the row), `invalid-option` for a wrong option.
 *
 * @example
 * ```ts
 * import { personaCoverage } from "cxkit";
 *
 * const personas = [
 *   { id: "parent", rule: { field: "children", op: "gte", value: 1 } },
 *   { id: "cook", rule: { field: "recipes", op: "gte", value: 20 } },
 *   { id: "guest", rule: { field: "guest", op: "eq", value: true } },
 * ] as const;
 * const result = personaCoverage({
 *   personas,
 *   customers: [
 *     { id: "c1", children: 2, recipes: 40 },
 *     { id: "c2", children: 1 },
 *     { id: "c3", recipes: 5 },
 *   ],
 *   journeys: [{ id: "first-box", persona: ["parent", "student"] }],
 *   feedback: [{ customer: "c2" }, { customer: "c3" }, { customer: null }],
 * });
 * result; // => { n: 3, one: 1, several: 1, none: 1, unmatched: ["c3"], ambiguous: ["c1"], withoutCustomers: ["guest"], … }
 * result.withoutJourney; // => ["cook", "guest"]
 * result.unknownPersonas; // => [{ journey: "first-box", persona: "student" }]
 * result.feedback; // => { rows: 3, attributed: 1, unmatched: 1, unknown: 0, anonymous: 1 }
 * ```
 */
export function personaCoverage<Row extends object, P extends MatchablePersona>(
  input: PersonaCoverageInput<Row, P>,
  options: PersonaCoverageOptions<Row, P> = {},
): PersonaCoverageResult {
  checkOptions("personaCoverage", input, ["personas", "customers", "journeys", "feedback"]);
  checkOptions("personaCoverage", options, [...personaOptions, ...contextOptions, "invalid"]);
  if (!Array.isArray(input.personas)) {
    throw new CxError("invalid-option", "personaCoverage requires personas, a list", input.personas);
  }
  const settings = personaSettings("personaCoverage", input.personas, options);
  const ids = settings.personas.map(({ id }) => id);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const {
    segments,
    unassigned: none,
    customers,
    ...counts
  } = segmentCustomers<Row, readonly string[]>("personaCoverage", input.customers, {
    names: ids,
    context: readManyContext<Row>("personaCoverage", options, settings),
    invalid: options.invalid,
    segmentOf: (row, moment, count) => {
      const { persona, tied } = decidePersona(settings, row, moment);
      const found = persona === null ? tied : [persona];
      for (const id of found) count(placeOf.get(id) ?? 0);
      return found;
    },
  });
  const journeys = input.journeys === undefined ? null : journeysByPersona(input.journeys, ids);
  const answers = input.feedback === undefined ? null : answersByPersona(input.feedback, { customers });
  const personas = input.personas.map(
    ({ id, rule }, place): PersonaUse => ({
      persona: id,
      hasRule: rule !== undefined,
      customers: segments[place]?.customers ?? 0,
      share: segments[place]?.share ?? null,
      journeys: journeys === null ? null : (journeys.of.get(id) ?? []),
      feedback: answers === null ? null : (answers.of.get(id) ?? 0),
    }),
  );
  const without = (lacks: (use: PersonaUse) => boolean): string[] =>
    personas.filter(lacks).map(({ persona }) => persona);
  const havingPersonas = (fits: (count: number) => boolean): CustomerId[] =>
    customers.filter(({ segment }) => fits(segment.length)).map(({ customer: id }) => id);
  return {
    customers,
    ...counts,
    one: counts.n - none - counts.several,
    none,
    unmatched: havingPersonas((count) => count === 0),
    ambiguous: havingPersonas((count) => count > 1),
    personas,
    withoutCustomers: without((use) => use.customers === 0),
    withoutJourney: journeys === null ? null : without((use) => use.journeys?.length === 0),
    withoutFeedback: answers === null ? null : without((use) => use.feedback === 0),
    journeysWithoutPersona: journeys?.withoutPersona ?? null,
    unknownPersonas: journeys?.unknown ?? null,
    feedback: answers?.counts ?? null,
  };
}
