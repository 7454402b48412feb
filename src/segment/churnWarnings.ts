import type { ChurnRiskModel, ChurnWarning } from "./churnRiskModel.js";

const fewEvents = 10;

const reasons = {
  "no-rows": "No row has a known outcome and all that the model needs.",
  "one-outcome": "All customers churned, or none did: there is nothing to learn.",
  separation: "There is no maximum likelihood: set regularisation (1, say), or leave out what separates.",
  "not-converged": "No maximum of the likelihood was found: set regularisation (1, say).",
} as const;

/** What whoever uses the model should know. */
export function churnWarnings(model: Omit<ChurnRiskModel, "warnings">): ChurnWarning[] {
  const { reason, separation, eventsPerVariable, coefficients, classWeights, customers, n, regularisation } = model;
  const leftOut = coefficients.filter((coefficient) => coefficient.leftOut !== null).map(({ term }) => term);
  const found: [ChurnWarning["code"], boolean, readonly string[], string][] = [
    ["no-model", reason !== null, [], reason === null ? "" : reasons[reason]],
    [
      "separation",
      separation !== null,
      separation?.terms ?? [],
      `Who churned and who stayed are split ${separation?.kind === "complete" ? "completely" : "but for a border"}: is that known only ` +
        `afterwards? ${regularisation > 0 ? `Coefficients are finite only for the regularisation of ${regularisation}.` : "No finite coefficients fit best."}`,
    ],
    [
      "few-events",
      eventsPerVariable !== null && eventsPerVariable < fewEvents,
      [],
      `The rarer outcome has ${eventsPerVariable?.toPrecision(3)} rows for each coefficient; under ${fewEvents}, coefficients are shaky and risks too extreme.`,
    ],
    [
      "left-out",
      leftOut.length > 0,
      leftOut,
      "These do not vary, or others determine them: they have no coefficient, and others may stand for them.",
    ],
    [
      "recalibrated",
      classWeights !== null && reason === null,
      [],
      "Customers had class weights: the intercept was set so that probabilities add up to those who churned.",
    ],
    [
      "repeated-customers",
      customers !== null && customers < n,
      [],
      `The ${n} rows are of ${customers} customers: rows of one customer are alike, so standard errors are too small.`,
    ],
  ];
  return found.flatMap(([code, applies, terms, words]) => (applies ? [{ code, terms, words }] : []));
}
