import type { RuleMoment } from "../rules/compileRule.js";
import { type Likeness, likenessTo } from "./likeness.js";
import type { PersonaMatch } from "./personaMatch.js";
import type { PersonaSettings } from "./personaSettings.js";

/** A match without its reasons. */
export type PersonaDecision = Omit<PersonaMatch, "reasons">;

/** Equal but for rounding. */
const rounding = 1e-9;

/** Which persona a customer is of, by rule, by likeness, or by one after the other. */
export function decidePersona(settings: PersonaSettings, row: unknown, moment: RuleMoment): PersonaDecision {
  const { personas, by } = settings;
  const rules = personas.map(({ test }) => (test === null ? null : test(row, moment)));
  const held = personas.filter((_, place) => rules[place] === true).map(({ id }) => id);
  const [only] = held;
  const isDecided = held.length === 1 || by === "rule";
  const likenesses = personas.map(({ id, profile }) =>
    isDecided || (held.length > 1 && !held.includes(id)) ? null : likenessTo(settings.features, profile, row),
  );
  const candidates = personas.map(({ id }, place) => ({
    persona: id,
    rule: rules[place] ?? null,
    likeness: likenesses[place] ?? null,
  }));
  if (only !== undefined && held.length === 1) {
    return { persona: only, outcome: "rule", confidence: 1, tied: [], candidates };
  }
  if (isDecided) {
    return { persona: null, outcome: held.length > 1 ? "tie" : "none", confidence: null, tied: held, candidates };
  }
  return { ...likest(candidates, settings, held), candidates };
}

type Found = { readonly persona: string; readonly likeness: Likeness & { readonly likeness: number } };

function likest(
  candidates: PersonaDecision["candidates"],
  { minimum, margin }: PersonaSettings,
  held: readonly string[],
): Omit<PersonaDecision, "candidates"> {
  const found = candidates
    .filter((candidate): candidate is typeof candidate & Found => (candidate.likeness?.likeness ?? null) !== null)
    .sort((a, b) => b.likeness.likeness - a.likeness.likeness);
  const [first, second] = found;
  // Rules that hold are not undone by a want of likeness.
  if (first === undefined || first.likeness.likeness < minimum) {
    return { persona: null, outcome: held.length > 1 ? "tie" : "none", confidence: null, tied: held };
  }
  const top = first.likeness.likeness;
  const tied = found
    .filter(({ likeness }) => likeness.likeness >= top - margin - rounding)
    .map(({ persona }) => persona);
  if (tied.length > 1) return { persona: null, outcome: "tie", confidence: null, tied };
  const [near, far] = [1 - top, 1 - (second?.likeness.likeness ?? 0)];
  const confidence = first.likeness.coverage * ((far - near) / far);
  return { persona: first.persona, outcome: "likeness", confidence, tied: [] };
}
