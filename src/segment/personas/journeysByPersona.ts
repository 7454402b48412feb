/** The fields of a `Journey` that say whose it is. */
export interface PersonaJourney {
  readonly id: string;
  readonly persona?: string | readonly string[];
}

/** What there is of each persona, and what is of none. */
interface JourneysByPersona {
  readonly of: ReadonlyMap<string, readonly string[]>;
  readonly withoutPersona: readonly string[];
  readonly unknown: readonly { readonly journey: string; readonly persona: string }[];
}

/** The journeys of each persona that there is. */
export function journeysByPersona(journeys: Iterable<PersonaJourney>, personas: readonly string[]): JourneysByPersona {
  const of = new Map(personas.map((id) => [id, [] as string[]]));
  const withoutPersona: string[] = [];
  const unknown: { journey: string; persona: string }[] = [];
  for (const { id, persona = [] } of journeys) {
    const named = new Set(typeof persona === "string" ? [persona] : persona);
    if (named.size === 0) withoutPersona.push(id);
    for (const each of named) {
      const list = of.get(each);
      if (list === undefined) unknown.push({ journey: id, persona: each });
      else list.push(id);
    }
  }
  return { of, withoutPersona, unknown };
}
