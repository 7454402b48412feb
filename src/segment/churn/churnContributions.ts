import type { FeatureCategory } from "../features/feature.js";
import type { FeatureColumn } from "../features/featureColumns.js";
import type { ChurnCoefficient, ChurnRiskModel } from "./churnRiskModel.js";

/** Whether a customer has a value of a feature that the model knows. */
export type Known = "known" | "missing" | "unknown";

/** What one feature adds to the log-odds of rows, against the average customer. */
export interface FeatureContributions {
  readonly feature: string;
  /** NaN where it is not known and the model has no way to go on. */
  readonly contributionAt: (row: number) => number;
  readonly stateAt: (row: number) => Known;
  /** As the row has it: null where it is missing. */
  readonly givenAt: (row: number) => FeatureCategory | null;
}

/** What contributions need of a model. */
type ContributingModel = Pick<ChurnRiskModel, "coefficients" | "features" | "missing">;

/** A coefficient where there is one, and the mean of its column. */
type Term = Pick<ChurnCoefficient, "value" | "mean"> | undefined;

/** What a column adds over its mean. */
const over = (term: Term, figure: number): number => (term?.value ?? 0) * (figure - (term?.mean ?? 0));

function contributionsOf(
  { name: feature, kind, values, categories }: FeatureColumn,
  { coefficients, features, missing }: ContributingModel,
): FeatureContributions {
  const terms = coefficients.filter((coefficient) => coefficient.feature === feature);
  const isMissing = terms.find(({ part }) => part === "missing");
  const levels = terms.filter(({ part }) => part === "level");
  const known = features.find((one) => one.feature === feature);
  const knownLevels = new Set(known?.levels.map(({ level }) => level));
  const isUnknown = categories.map((category) => !knownLevels.has(category));
  const ifMissing = missing === "impute" ? over(isMissing, 1) : Number.NaN;
  // What the model has never met is taken for the average customer's, if anything.
  const ifUnknown = missing === "impute" ? 0 : Number.NaN;
  const ifKnown = over(isMissing, 0);
  const ofCategory = categories.map((category, place) =>
    isUnknown[place]
      ? ifUnknown
      : levels.reduce((sum, term) => sum + over(term, Number(term.level === category)), ifKnown),
  );
  const value = terms.find(({ part }) => part === "value");
  const [slope, mean] = [value?.value ?? 0, value?.mean ?? 0];
  const otherwise = known?.kind === null ? ifUnknown : ifKnown;
  return {
    feature,
    contributionAt: (row) => {
      const figure = values[row] as number;
      if (Number.isNaN(figure)) return ifMissing;
      return kind === "category" ? (ofCategory[figure] as number) : slope * (figure - mean) + otherwise;
    },
    stateAt: (row) => {
      const figure = values[row] as number;
      if (Number.isNaN(figure)) return "missing";
      return known?.kind === null || (kind === "category" && isUnknown[figure]) ? "unknown" : "known";
    },
    givenAt: (row) => {
      const figure = values[row] as number;
      if (Number.isNaN(figure)) return null;
      if (kind === "category") return categories[figure] as FeatureCategory;
      return kind === "boolean" ? figure === 1 : figure;
    },
  };
}

/** What each feature of a model adds to the log-odds of rows. */
export function churnContributions(
  model: ContributingModel,
  columns: readonly FeatureColumn[],
): FeatureContributions[] {
  return columns.map((column) => contributionsOf(column, model));
}

/** The log-odds of churning of some rows; NaN where they cannot be told. */
export function churnLogOdds(
  averageLogOdds: number | null,
  contributions: readonly FeatureContributions[],
  places: Uint32Array,
): Float64Array {
  const logOdds = new Float64Array(places.length).fill(averageLogOdds ?? Number.NaN);
  for (const { contributionAt } of contributions) {
    for (let place = 0; place < places.length; place++) {
      logOdds[place] = (logOdds[place] as number) + contributionAt(places[place] as number);
    }
  }
  return logOdds;
}

/** The probability of log-odds. */
export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
