import { readdirSync } from "node:fs";
import {
  bankingTaxonomy,
  createTagger,
  describePhrase,
  retailTaxonomy,
  reviewTaxonomy,
  softwareTaxonomy,
  supportTaxonomy,
  type Taxonomy,
  taggedThemes,
  travelTaxonomy,
} from "cxkit";
import { describe, expect, test } from "vitest";
import { taxonomySchema } from "../../../src/schema/index.js";
import { bankingSamples } from "./bankingSamples.js";
import { retailSamples } from "./retailSamples.js";
import { softwareSamples } from "./softwareSamples.js";
import { supportSamples } from "./supportSamples.js";
import { travelSamples } from "./travelSamples.js";

const starters: readonly (readonly [Taxonomy, Readonly<Record<string, string>>])[] = [
  [bankingTaxonomy, bankingSamples],
  [retailTaxonomy, retailSamples],
  [softwareTaxonomy, softwareSamples],
  [supportTaxonomy, supportSamples],
  [travelTaxonomy, travelSamples],
];

test("there is no starter taxonomy that is not tried here", () => {
  const files = readdirSync(new URL("../../../src/theme/taxonomies", import.meta.url));
  expect(files.sort()).toEqual(starters.map(([{ id }]) => `${id}Taxonomy.ts`));
});

describe.each(starters.map(([taxonomy, samples]) => [taxonomy.id, taxonomy, samples] as const))(
  "the starter taxonomy for %s",
  (_id, taxonomy, samples) => {
    const { tag } = createTagger(taxonomy);

    test("has nothing that a review finds fault with", () => {
      expect(reviewTaxonomy(taxonomy)).toEqual([]);
    });
    test("has names that are told apart, and phrases in every theme, each of which reads in plain words", () => {
      const names = taxonomy.themes.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { id, phrases } of taxonomy.themes) {
        expect(phrases.length, id).toBeGreaterThan(1);
        for (const phrase of phrases) expect(describePhrase(phrase)).not.toBe("");
      }
    });
    test("is stored and read as JSON", () => {
      expect(taxonomySchema.parse(JSON.parse(JSON.stringify(taxonomy)))).toEqual(taxonomy);
    });
    test("finds every theme in a comment about it", () => {
      const missed = taxonomy.themes.flatMap(({ id }) => {
        const sample = samples[id];
        if (sample === undefined) return [`${id}: no sample`];
        const found = taggedThemes(tag(sample));
        return found.includes(id) ? [] : [`${id}: ${sample} (${found.join(", ")})`];
      });
      expect(missed).toEqual([]);
    });
    test("finds nothing in comments that say nothing", () => {
      for (const text of ["", "ok", "n/a", "none", "Nothing to add", "🙂", "Bonjour tout le monde", "lorem ipsum"]) {
        expect(tag(text), text).toEqual([]);
      }
    });
  },
);

const innocent: readonly (readonly [Taxonomy, theme: string, text: string])[] = [
  [bankingTaxonomy, "rates", "I have no interest in your newsletter"],
  [bankingTaxonomy, "account", "Nobody can't account for it"],
  [retailTaxonomy, "damaged-product", "Promo code would not work"],
  [retailTaxonomy, "damaged-product", "Breaking news"],
  [retailTaxonomy, "damaged-product", "They rang at the crack of dawn"],
  [travelTaxonomy, "delay", "There were delays in replies"],
  [bankingTaxonomy, "savings", "They asked for the source of my funds"],
  [retailTaxonomy, "reaching-you", "My new phone is lovely"],
  [retailTaxonomy, "late-delivery", "The latest model, and I will buy another later"],
  [retailTaxonomy, "queues", "I waited till Monday"],
  [softwareTaxonomy, "adverts", "They added a calendar"],
  [supportTaxonomy, "friendly", "Kind of slow, and not friendly"],
  [supportTaxonomy, "solved", "Nothing was resolved, and it is not solved now"],
  [travelTaxonomy, "delay", "We spent a lovely day on the beach, and fly again later"],
  [travelTaxonomy, "booking", "I read a good book on the way"],
  [travelTaxonomy, "weather", "The ice cream was a treat"],
  [travelTaxonomy, "help", "A bed to lie on"],
  [travelTaxonomy, "service", "I am a happy customer"],
];

test.each(innocent.map(([taxonomy, theme, text]) => [taxonomy.id, theme, text, taxonomy] as const))(
  "the starter taxonomy for %s does not see %s in: %s",
  (_id, theme, text, taxonomy) => {
    expect(taggedThemes(createTagger(taxonomy).tag(text))).not.toContain(theme);
  },
);

const told: readonly (readonly [Taxonomy, theme: string, text: string])[] = [
  [bankingTaxonomy, "rates", "The interest is far too low"],
  [bankingTaxonomy, "account", "An account for my son"],
  [retailTaxonomy, "damaged-product", "It does not work"],
  [retailTaxonomy, "damaged-product", "The handle breaks, and the glass was cracked"],
  [retailTaxonomy, "fit", "Shoes run small"],
  [supportTaxonomy, "transfers", "Got transferred five times"],
  [travelTaxonomy, "delay", "Flight delayed, and no reply to my email"],
];

test.each(told.map(([taxonomy, theme, text]) => [taxonomy.id, theme, text, taxonomy] as const))(
  "the starter taxonomy for %s sees %s in: %s",
  (_id, theme, text, taxonomy) => {
    expect(taggedThemes(createTagger(taxonomy).tag(text))).toContain(theme);
  },
);
