import { checkOptions } from "../../error/checkOptions.js";
import type { RuleMoment } from "../rules/compileRule.js";
import { reasonsOf } from "../rules/explainCustomer.js";
import { explainRule } from "../rules/explainRule.js";
import { type CustomerContext, contextOptions, readContext } from "../rules/segmentContext.js";
import { decidePersona, type PersonaDecision } from "./decidePersona.js";
import type { PersonaMatch } from "./personaMatch.js";
import {
  type MatchablePersona,
  type PersonaOptions,
  type PersonaSettings,
  personaOptions,
  personaSettings,
} from "./personaSettings.js";

/** Options of {@link matchPersona}: how customers are matched, and what rules look at beside the customer. */
export interface MatchPersonaOptions<Row, P> extends PersonaOptions<P>, CustomerContext<Row> {}

/** Finds the persona of a customer. Throws `invalid-option` when a rule needs `now` or `events` and the context lacks it. */
export type PersonaMatcher = <Row extends object>(customer: Row, context?: CustomerContext<Row>) => PersonaMatch;

/**
 * {@link matchPersona} for many customers: personas and options are checked once.
 *
 * @param personas The personas.
 * @param options How customers are matched.
 * @returns A function of a customer and of what rules look at beside them.
 * @throws A CxError `invalid-definition` for a persona without an id of its own or with a wrong rule, `invalid-option` for a wrong
 * option.
 *
 * @example
 * ```ts
 * import { createPersonaMatcher } from "cxkit";
 *
 * const match = createPersonaMatcher([
 *   { id: "parent", name: "Busy parent", rule: { field: "attributes.children", op: "gte", value: 1 } },
 *   { id: "cook", name: "Curious cook", rule: { field: "attributes.recipes", op: "gte", value: 20 } },
 * ]);
 * match({ attributes: { children: 2, recipes: 3 } }).persona; // => "parent"
 * match({ attributes: { children: 2, recipes: 30 } }); // => { persona: null, outcome: "tie", tied: ["parent", "cook"], … }
 * match({ attributes: {} }).outcome; // => "none"
 * ```
 */
export function createPersonaMatcher<P extends MatchablePersona>(
  personas: Iterable<P>,
  options: PersonaOptions<P> = {},
): PersonaMatcher {
  checkOptions("createPersonaMatcher", options, personaOptions);
  const settings = personaSettings("createPersonaMatcher", personas, options);
  return (customer, context = {}) => {
    checkOptions("matchPersona", context, contextOptions);
    return matchWith(settings, customer, context);
  };
}

function matchWith<Row>(settings: PersonaSettings, customer: Row, context: CustomerContext<Row>): PersonaMatch {
  const moment = readContext("matchPersona", context, settings).momentOf(customer);
  const decision = decidePersona(settings, customer, moment);
  return { ...decision, reasons: reasonsFor(decision, settings, customer, moment) };
}

/**
 * The persona that a customer is of, by its rule or by likeness, with what speaks for it.
 *
 * **By rule**: the persona whose rule holds. **By likeness**: the persona whose profile is most like the customer, by Gower's coefficient: in
 * each field from 0 (nothing in common) to 1 (the same): numbers by their distance in the range, texts and booleans by being equal, lists
 * by what they have in common (Jaccard); the mean over the fields that both have.
 *
 * **Confidence** of a likeness is how much nearer the persona is than the next one, (b − a) / b with the distances a and b, times the share
 * of the profile that could be compared: 0 in the middle between two, 1 for a customer who is just as the profile says. It is no probability.
 *
 * @param customer The customer.
 * @param personas The personas.
 * @param options How they are matched, and what rules look at beside the customer.
 * @returns The persona's id, how it was found, the confidence and the reasons; null where no persona fits, or several equally well.
 * @throws A CxError `invalid-definition` for a persona without an id of its own or with a wrong rule, `invalid-option` for a wrong
 * option, or where a rule needs `now` or `events`.
 *
 * @example
 * ```ts
 * import { matchPersona } from "cxkit";
 *
 * const personas = [
 *   { id: "parent", name: "Busy parent", attributes: { age: 40, plan: "family" }, channels: ["app", "phone"] },
 *   { id: "student", name: "First flat", attributes: { age: 21, plan: "solo" }, channels: ["app", "social"] },
 * ];
 * const features = [
 *   { field: "attributes.age", range: [18, 80], weight: 2 },
 *   { field: "attributes.plan" },
 *   { field: "preferences.channels" },
 * ] as const;
 * const customer = { attributes: { age: 35, plan: "family" }, preferences: { channels: ["app"] } };
 * matchPersona(customer, personas, { features }); // => { persona: "parent", outcome: "likeness", confidence: 0.66…, … }
 * ```
 *
 * @see Gower (1971), "A General Coefficient of Similarity and Some of Its Properties", Biometrics 27, 857–871; the confidence: the simplified
 * silhouette of Hruschka, Campello and de Castro (2006), Information Sciences 176, 1898–1927, after Rousseeuw (1987).
 */
export function matchPersona<Row extends object, P extends MatchablePersona>(
  customer: Row,
  personas: Iterable<P>,
  options: MatchPersonaOptions<Row, P> = {},
): PersonaMatch {
  checkOptions("matchPersona", options, [...personaOptions, ...contextOptions]);
  return matchWith(personaSettings("matchPersona", personas, options), customer, options);
}

const inPercent = (share: number): string => `${Math.round(100 * share)} %`;

/** How like the customer is to each persona, the likest first. */
function likenessInWords({ candidates }: PersonaDecision, nameOf: (id: string) => string): string[] {
  return candidates
    .flatMap(({ persona, likeness }) => (likeness === null ? [] : [{ ...likeness, persona }]))
    .sort((a, b) => (b.likeness ?? -1) - (a.likeness ?? -1))
    .map(({ persona, likeness, fields }) => {
      if (likeness === null) return `Nothing can be compared with ${nameOf(persona)}.`;
      const compared = fields.filter((field) => field.likeness !== null);
      const each = compared.map((field) => `${field.field} ${inPercent(field.likeness ?? 0)}`);
      return `${inPercent(likeness)} like ${nameOf(persona)}: ${each.join(", ")}.`;
    });
}

function reasonsFor(
  decision: PersonaDecision,
  { personas, by, minimum }: PersonaSettings,
  row: unknown,
  moment: RuleMoment,
): string[] {
  const { outcome, tied, candidates } = decision;
  const nameOf = (id: string): string => `“${personas.find((each) => each.id === id)?.name}”`;
  const held = personas.flatMap(({ id, node }, place) =>
    node !== null && candidates[place]?.rule === true
      ? [`The rule of ${nameOf(id)} holds: ${reasonsOf(explainRule(node, row, moment)).join("; ")}.`]
      : [],
  );
  const likest = likenessInWords(decision, nameOf);
  const first = {
    rule: [],
    likeness: [],
    tie: [`${tied.map(nameOf).join(" and ")} fit equally well.`],
    none: [
      ...(by === "likeness" ? [] : ["No rule of a persona holds."]),
      ...(by === "rule" ? [] : [`Not ${inPercent(minimum)} like any persona.`]),
    ],
  }[outcome];
  return [...first, ...held, ...likest];
}
