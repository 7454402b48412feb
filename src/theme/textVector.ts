import { CxError } from "../error/cxError.js";
import type { TermReader } from "./createTermReader.js";
import type { TextFeature } from "./textModel.js";

/** Figures of a text beside its words: a name and a finite number each; a name that is absent counts as 0. */
export type TextFeatures = (text: string) => { readonly [name: string]: number };

/** A text as the places and values that are not 0. */
export interface TextVector {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

/** How often each term occurs in a text. */
export function countTerms(text: string, readTerms: TermReader): Map<string, number> {
  const counts = new Map<string, number>();
  readTerms(text, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
  return counts;
}

/** What the user's function says of a text, checked. */
export function readFeatures(text: string, features: TextFeatures | undefined): [name: string, value: number][] {
  const found = Object.entries(features?.(text) ?? {});
  for (const [name, value] of found) {
    if (!Number.isFinite(value)) {
      throw new CxError(
        "invalid-value",
        `the feature ${JSON.stringify(name)} of a text must be a finite number`,
        value,
      );
    }
  }
  return found;
}

/**
 * The terms that are known, weighted by their rarity and scaled to length 1, and behind them the features.
 *
 * @param place Where a term stands, or -1 for an unknown one.
 * @see Salton and Buckley (1988), "Term-weighting approaches in automatic text retrieval"; with the smoothing of scikit-learn.
 */
export function textVector(
  counts: ReadonlyMap<string, number>,
  place: (term: string) => number,
  rarity: (place: number) => number,
  extra: readonly (readonly [place: number, value: number])[],
): TextVector {
  const places: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [term, count] of counts) {
    const at = place(term);
    if (at === -1) continue;
    const value = count * rarity(at);
    places.push(at);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / length;
  for (const [at, value] of extra) {
    if (value === 0) continue;
    places.push(at);
    values.push(value);
  }
  return { places, values };
}

/** The features that a model knows, each at its place behind the terms. */
export function placedFeatures(
  found: readonly (readonly [name: string, value: number])[],
  features: ReadonlyMap<string, { readonly place: number; readonly feature: TextFeature }>,
): [place: number, value: number][] {
  return found.flatMap(([name, value]) => {
    const known = features.get(name);
    return known === undefined ? [] : [[known.place, value / known.feature.largest] as [number, number]];
  });
}
