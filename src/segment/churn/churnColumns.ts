import { CxError } from "../../error/cxError.js";
import type { FeatureCategory } from "../features/feature.js";
import type { FeatureColumn } from "../features/featureColumns.js";
import type { ChurnCoefficient, ChurnFeature, ChurnLevel } from "./churnRiskModel.js";
import type { ChurnRows } from "./churnRows.js";
import type { ChurnSettings } from "./churnSettings.js";

/** A column of the fit: what it stands for, and its figures. */
export interface ChurnColumn extends Pick<ChurnCoefficient, "term" | "feature" | "part" | "level"> {
  readonly figures: Float64Array;
}

// Each level is a coefficient; identifiers taken for categories would be as many as rows.
const mostLevels = 200;

/** Puts the mean of the figures that are known in place of those that are not; says which these are, or null for none. */
function fillGaps(figures: Float64Array): Float64Array | null {
  const isMissing = new Float64Array(figures.length);
  let [mean, n] = [0, 0];
  for (let place = 0; place < figures.length; place++) {
    const figure = figures[place] as number;
    if (Number.isNaN(figure)) isMissing[place] = 1;
    else mean += (figure - mean) / ++n;
  }
  if (n === figures.length) return null;
  for (let place = 0; place < figures.length; place++) if (isMissing[place] === 1) figures[place] = mean;
  return isMissing;
}

/** The values of some rows, or what is made of them. */
function taken(values: Float64Array, places: Uint32Array, make: (value: number) => number): Float64Array {
  const figures = new Float64Array(places.length);
  for (let place = 0; place < places.length; place++) figures[place] = make(values[places[place] as number] as number);
  return figures;
}

/** How often each level of a category occurs in the rows of the model; those that do not are none. */
function levelsOf({ categories, values }: FeatureColumn, { outcomes }: ChurnRows, places: Uint32Array): ChurnLevel[] {
  const counts = categories.map((level) => ({ level, n: 0, churned: 0 }));
  for (const row of places) {
    const count = counts[values[row] as number];
    if (count === undefined) continue;
    count.n++;
    count.churned += outcomes[row] as number;
  }
  return counts.filter(({ n }) => n > 0);
}

/** The level that others are compared with: the one wanted, where the rows have it. */
function referenceOf(
  name: string,
  feature: string,
  levels: readonly ChurnLevel[],
  { references }: ChurnSettings,
): FeatureCategory | null {
  if (levels.length > mostLevels) {
    const requirement = `${name} requires a category of at most ${mostLevels} levels as ${feature} (group them)`;
    throw new CxError("invalid-value", requirement, levels.length);
  }
  const wanted = Object.hasOwn(references, feature) ? references[feature] : undefined;
  return (levels.find(({ level }) => level === wanted) ?? levels[0])?.level ?? null;
}

/** The columns of a category: one for each level but the reference. */
function levelColumns(
  { name: feature, values, categories }: FeatureColumn,
  levels: readonly ChurnLevel[],
  reference: FeatureCategory | null,
  places: Uint32Array,
): ChurnColumn[] {
  const others = levels.filter(({ level }) => level !== reference);
  return others.map(({ level }) => {
    const code = categories.indexOf(level);
    const figures = taken(values, places, (value) => (Number.isNaN(value) ? value : Number(value === code)));
    fillGaps(figures);
    return { term: `${feature}: ${level}`, feature, part: "level", level, figures };
  });
}

/** The columns of one feature: its values, or its levels but for the reference, and whether it is missing. */
function columnsOf(
  column: FeatureColumn,
  levels: readonly ChurnLevel[],
  reference: FeatureCategory | null,
  places: Uint32Array,
): ChurnColumn[] {
  const { name: feature, kind, values } = column;
  const figures = taken(values, places, (value) => value);
  const isMissing = fillGaps(figures);
  const columns: ChurnColumn[] =
    kind === "category"
      ? levelColumns(column, levels, reference, places)
      : [{ term: feature, feature, part: "value", level: null, figures }];
  if (isMissing === null) return columns;
  return [...columns, { term: `${feature}: missing`, feature, part: "missing", level: null, figures: isMissing }];
}

/** The columns that a model of some rows is fitted on, and what it is to know of each feature. */
export function churnColumns(
  name: string,
  data: ChurnRows,
  places: Uint32Array,
  known: Uint8Array,
  settings: ChurnSettings,
): { readonly columns: readonly ChurnColumn[]; readonly features: readonly ChurnFeature[] } {
  const columns: ChurnColumn[] = [];
  const features = data.columns.map((column): ChurnFeature => {
    const { name: feature, kind, values } = column;
    const levels = kind === "category" ? levelsOf(column, data, places) : [];
    const reference = kind === "category" ? referenceOf(name, feature, levels, settings) : null;
    columns.push(...columnsOf(column, levels, reference, places));
    let missing = 0;
    for (let row = 0; row < data.rows; row++) if (known[row] === 1 && Number.isNaN(values[row])) missing++;
    return { feature, kind: values.every(Number.isNaN) ? null : kind, missing, reference, levels };
  });
  return { columns, features };
}
