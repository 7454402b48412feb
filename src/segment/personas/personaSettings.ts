import { checkChoice, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { Persona } from "../../model/persona.js";
import { timeReader } from "../../time/parseTime.js";
import { needsOf } from "../rules/compiledRule.js";
import { compileRule, type RuleTest } from "../rules/compileRule.js";
import { readCondition } from "../rules/readCondition.js";
import type { RuleNode } from "../rules/ruleNode.js";
import type { ContextNeeds } from "../rules/segmentContext.js";
import { zoneReaders } from "../rules/timeTest.js";
import { type LikenessFeature, readFeatures, readProfile } from "./likeness.js";

/** The fields of a `Persona` that say who is of it. */
export type MatchablePersona = Pick<Persona, "id"> & Partial<Omit<Persona, "id">>;

/** How customers are matched with personas. */
export interface PersonaOptions<P> {
  /**
   * `rule`: by the personas' rules; `likeness`: by features, whatever the rules say; `both`: by rule, and by likeness where no rule holds
   * (among all personas) or several do (among those). @defaultValue "both" where features are given, "rule" otherwise
   */
  readonly by?: "rule" | "likeness" | "both";
  /** The fields by which likeness is told; required for it. */
  readonly features?: readonly LikenessFeature[];
  /**
   * The persona as if it were a customer, whose fields the features name; a list there stands for several values that fit equally.
   * @defaultValue the persona itself, its `channels` also as `preferences.channels`
   */
  readonly profile?: (persona: P) => object;
  /** How like a customer must be to be of a persona, 0–1. @defaultValue 0.5 */
  readonly minimum?: number;
  /** Personas that are less like than the likest by at most this much, 0–1, tie with it. @defaultValue 0 */
  readonly margin?: number;
  /** The zone of times in the data that have no offset, and of dates alone. */
  readonly timeZone?: string;
}

/** A persona made ready. */
export interface ReadyPersona {
  readonly id: string;
  readonly name: string;
  readonly node: RuleNode | null;
  readonly test: RuleTest | null;
  /** The values of its profile, in the order of the features. */
  readonly profile: readonly unknown[];
}

/** Options made ready. */
export interface PersonaSettings extends ContextNeeds {
  readonly personas: readonly ReadyPersona[];
  readonly features: ReturnType<typeof readFeatures>;
  readonly by: "rule" | "likeness" | "both";
  readonly minimum: number;
  readonly margin: number;
}

/** The names of the options. */
export const personaOptions: readonly string[] = ["by", "features", "profile", "minimum", "margin", "timeZone"];

const asCustomer = (persona: MatchablePersona): object => ({ ...persona, preferences: { channels: persona.channels } });

/** Checks personas and options, and makes them ready. */
export function personaSettings<P extends MatchablePersona>(
  name: string,
  personas: Iterable<P>,
  options: PersonaOptions<P>,
): PersonaSettings {
  const { features, by = features === undefined ? "rule" : "both", profile = asCustomer, timeZone } = options;
  const { minimum = 0.5, margin = 0 } = options;
  checkReader(`${name}: profile`, profile);
  checkChoice("by", by, ["rule", "likeness", "both"]);
  for (const share of [minimum, margin]) {
    if (!(share >= 0 && share <= 1)) {
      throw new CxError("invalid-option", `${name} requires minimum and margin from 0 to 1`, share);
    }
  }
  const readTime = timeReader(timeZone, `${name}: now`);
  const ready = by === "rule" && features === undefined ? [] : readFeatures(name, features ?? []);
  const zones = zoneReaders();
  const ids = new Set<string>();
  const all = Array.from(personas, (persona, index): ReadyPersona => {
    const { id, name: called = id, rule } = persona ?? {};
    if (typeof id !== "string" || id.trim() === "" || ids.has(id)) {
      throw new CxError("invalid-definition", `${name}: persona ${index} requires an id of its own`, id);
    }
    ids.add(id);
    const asked = rule !== undefined && by !== "likeness";
    const node = asked
      ? readCondition(rule, { owner: `the rule of persona ${JSON.stringify(id)}`, timeZone, zones })
      : null;
    return {
      id,
      name: called,
      node,
      test: node === null ? null : compileRule(node),
      profile: ready.length === 0 ? [] : readProfile(name, ready, profile(persona)),
    };
  });
  const needs = needsOf(all.flatMap(({ node }) => (node === null ? [] : [{ node }])));
  return { personas: all, features: ready, by, minimum, margin, readTime, needs };
}
