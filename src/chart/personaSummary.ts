import type { Persona } from "../model/persona.js";
import { element, type Markup } from "./markup.js";

function facts(title: string, items: readonly string[] | undefined): Markup | null {
  if (items === undefined || items.length === 0) return null;
  return element(
    "dl",
    {},
    element("dt", {}, title),
    items.map((item) => element("dd", {}, item)),
  );
}

/**
 * Who the journey is for: a persona's name, description, goals, needs, frustrations and channels.
 *
 * @param persona The persona.
 * @returns Its summary.
 */
export function personaSummary({
  name,
  description,
  goals,
  needs,
  frustrations,
  channels,
  empathyMap,
}: Persona): Markup {
  const quote = empathyMap?.says?.[0];
  return element(
    "article",
    { class: "persona" },
    element(
      "div",
      {},
      element("h2", {}, element("bdi", {}, name)),
      description === undefined ? null : element("p", {}, description),
      quote === undefined ? null : element("p", { class: "muted" }, `“${quote}”`),
    ),
    facts("Goals", goals),
    facts("Needs", needs),
    facts("Frustrations", frustrations),
    facts(
      "Preferred channels",
      channels?.length === undefined || channels.length === 0 ? undefined : [channels.join(", ")],
    ),
  );
}
