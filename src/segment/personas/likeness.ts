import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { fieldPath, fieldReader } from "../rules/fieldPath.js";
import { fieldInWords } from "../rules/ruleInWords.js";

/** A field by which customers and personas are compared. */
export interface LikenessFeature {
  /** The path of the field, the same in the customer and in the persona's profile; as in a `Condition`. */
  readonly field: string | readonly string[];
  /** For numbers, the lowest and the highest there are: values as far apart as these have nothing in common. */
  readonly range?: readonly [number, number];
  /** How much it counts, more than 0. @defaultValue 1 */
  readonly weight?: number;
}

/** How like a customer is to a persona in one field. */
export interface FieldLikeness {
  /** The field's path in words. */
  readonly field: string;
  /** 0 (nothing in common) to 1 (the same); null where the customer has no value, or one that cannot be compared with the persona's. */
  readonly likeness: number | null;
  readonly weight: number;
}

/** How like a customer is to a persona. */
export interface Likeness {
  /** The weighted mean over the fields that can be compared, 0–1; null where there is none. */
  readonly likeness: number | null;
  /** The weight of the fields that could be compared, of all that the persona's profile has, 0–1. */
  readonly coverage: number;
  readonly fields: readonly FieldLikeness[];
}

interface ReadyFeature {
  readonly name: string;
  readonly read: (row: unknown) => unknown;
  readonly width: number;
  readonly weight: number;
}

/** Checks features; throws `invalid-option` where one is wrong. */
export function readFeatures(name: string, features: readonly LikenessFeature[]): ReadyFeature[] {
  const wrong = (requirement: string, received: unknown): CxError =>
    new CxError("invalid-option", `${name} requires ${requirement}`, received);
  if (!Array.isArray(features) || features.length === 0) throw wrong("features, each with a field", features);
  return features.map((feature: LikenessFeature) => {
    const { field, range = [0, Number.NaN], weight = 1 } = feature ?? {};
    const path = typeof field === "string" || Array.isArray(field) ? fieldPath(field) : [];
    if (path.length === 0) throw wrong("features with a field each", field);
    const [low, high] = range;
    if (feature.range !== undefined && !(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
      throw wrong("the range of a feature as [lowest, highest]", String(range));
    }
    if (!(Number.isFinite(weight) && weight > 0)) throw wrong("a weight of more than 0", weight);
    return { name: fieldInWords(path), read: fieldReader(path), width: high - low, weight };
  });
}

/** The values of a persona's profile, in the order of the features; a number without a range is refused. */
export function readProfile(name: string, features: readonly ReadyFeature[], profile: unknown): unknown[] {
  return features.map(({ name: field, read, width }) => {
    const value = read(profile);
    if (typeof value === "number" && Number.isNaN(width)) {
      throw new CxError(
        "invalid-option",
        `${name} requires a range for the feature ${field}, which is a number`,
        value,
      );
    }
    return value;
  });
}

/** Two lists: what they have in common, of all that is in either. */
function listLikeness(a: readonly unknown[], b: readonly unknown[]): number | null {
  const all = new Set([...a, ...b]);
  const inBoth = [...new Set(a)].filter((value) => b.includes(value)).length;
  return all.size === 0 ? null : inBoth / all.size;
}

function valueLikeness(seen: unknown, wanted: unknown, width: number): number | null {
  if (isMissing(seen) || isMissing(wanted)) return null;
  if (Array.isArray(seen) && Array.isArray(wanted)) return listLikeness(seen, wanted);
  if (Array.isArray(wanted)) return wanted.includes(seen) ? 1 : 0;
  if (Array.isArray(seen)) return seen.includes(wanted) ? 1 : 0;
  // Nothing is coerced: what is of another type cannot be compared.
  if (typeof seen !== typeof wanted || typeof seen === "object") return null;
  if (typeof seen === "number" && typeof wanted === "number") {
    return Math.max(0, 1 - Math.abs(seen - wanted) / width);
  }
  return seen === wanted ? 1 : 0;
}

/** How like a customer is to a persona, by Gower's coefficient: fields that cannot be compared are left out, and told by the coverage. */
export function likenessTo(features: readonly ReadyFeature[], profile: readonly unknown[], row: unknown): Likeness {
  let [sum, compared, possible] = [0, 0, 0];
  const fields = features.map(({ name: field, read, width, weight }, place): FieldLikeness => {
    const likeness = valueLikeness(read(row), profile[place], width);
    if (!isMissing(profile[place])) possible += weight;
    if (likeness !== null) {
      compared += weight;
      sum += weight * likeness;
    }
    return { field, likeness, weight };
  });
  return {
    likeness: compared === 0 ? null : sum / compared,
    coverage: possible === 0 ? 0 : compared / possible,
    fields,
  };
}
