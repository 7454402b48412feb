import type { ChurnRiskModel, ChurnWarning } from "./churnRiskModel.js";

const fewEvents = 10;

const reasons = {
  "no-rows": "No row has a known outcome and all that the model needs.",
  "one-outcome": "All customers churned, or none did: there is nothing to learn.",
  separation: "There is no maximum likelihood: set regularisation (1, say), or leave out what separates.",
  "not-converged": "No maximum of the likelihood was found: set regularisation (1, say).",
} as const;

/** What is to be thought of features that split the outcomes. */
function onSeparation({ separation, regularisation }: Pick<ChurnRiskModel, "separation" | "regularisation">): string {
  const how = separation?.kind === "complete" ? "completely" : "all but for a border";
  const effect =
    regularisation > 0
      ? `it is only the regularisation of ${regularisation} that keeps coefficients finite`
      : "no finite coefficients fit best";
  return `These split customers who churned from those who stayed ${how}: ${effect}. Leave out what is only known once a customer has left.`;
}

/** What whoever uses the model should know. */
export function churnWarnings(model: Omit<ChurnRiskModel, "warnings">): ChurnWarning[] {
  const { reason, separation, eventsPerVariable, coefficients, classWeights, customers, n } = model;
  const warnings: ChurnWarning[] = [];
  const warn = (code: ChurnWarning["code"], words: string, terms: readonly string[] = []): void => {
    warnings.push({ code, terms, words });
  };
  if (reason !== null) warn("no-model", reasons[reason]);
  if (separation !== null) warn("separation", onSeparation(model), separation.terms);
  if (eventsPerVariable !== null && eventsPerVariable < fewEvents) {
    const events = eventsPerVariable.toPrecision(3);
    warn(
      "few-events",
      `The rarer outcome has ${events} rows for each coefficient; under ${fewEvents}, coefficients are shaky and risks too extreme.`,
    );
  }
  const leftOut = coefficients.filter((coefficient) => coefficient.leftOut !== null).map(({ term }) => term);
  if (leftOut.length > 0) {
    warn(
      "left-out",
      "These do not vary, or others determine them: they have no coefficient, and others stand for them.",
      leftOut,
    );
  }
  if (classWeights !== null && reason === null) {
    warn(
      "recalibrated",
      "Customers had class weights: the intercept was set so that risks add up to those who churned.",
    );
  }
  if (customers !== null && customers < n) {
    const words = `The ${n} rows are of ${customers} customers: rows of one customer are alike, so standard errors are too small.`;
    warn("repeated-customers", words);
  }
  return warnings;
}
