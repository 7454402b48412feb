import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { Estimate } from "../../metric/estimate.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { criticalValue } from "../../stats/criticalValue.js";
import { holm } from "../../stats/holm.js";
import { armEstimates, outcomeDefinition } from "./armEstimates.js";
import { compareWithControl } from "./compareWithControl.js";
import type { ExperimentArm, ExperimentResult, ExperimentWarning } from "./experimentResult.js";
import { type ExperimentSchedule, readSchedule } from "./experimentSchedule.js";
import { type ExperimentReaders, type ExperimentTally, type OutcomeKind, tallyExperiment } from "./experimentTally.js";
import { sampleRatio } from "./sampleRatio.js";
import { readVariantShares, type VariantShare } from "./variantShare.js";

/** Options of {@link experiment}. */
export interface ExperimentOptions<Row> extends ExperimentReaders<Row>, ExperimentSchedule {
  /**
   * `proportion`: the share of customers with a true outcome in any row; `mean`: the mean over customers of the sum of their outcomes;
   * `ratio`: all outcomes over all of `per`, customers being the sample (delta method).
   * @defaultValue ratio where `per` is given, or else proportion for true and false, and mean for numbers
   */
  readonly kind?: OutcomeKind;
  /** What is measured; kept in the definition. @defaultValue "outcome" */
  readonly name?: string;
  /** The variants with the shares that were planned. @defaultValue those in the rows, by name, all alike */
  readonly variants?: readonly VariantShare[];
  /** The variant that the others are compared with. @defaultValue the one called "control", or else the first */
  readonly control?: string;
  /** The confidence level of every interval; 1 − level is what p-values are held against. @defaultValue 0.95 */
  readonly level?: number;
  /** The smallest difference that would matter, in the outcome's unit, not 0: how likely it was to be found. */
  readonly relevantDifference?: number;
  /** What becomes of a row whose value is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

const names = [
  ...["variant", "outcome", "customer", "per", "kind", "name", "variants", "control", "level", "looks", "look"],
  ...["plannedN", "relevantDifference", "invalid"],
];

function checkExperiment<Row>(options: ExperimentOptions<Row>): void {
  checkOptions("experiment", options, names);
  const { variant, outcome, customer, per, kind, relevantDifference, invalid = "throw" } = options;
  for (const [name, reader] of Object.entries({ variant, outcome })) checkReader(`experiment: ${name}`, reader);
  for (const [name, reader] of Object.entries({ customer, per })) {
    if (reader !== undefined) checkReader(`experiment: ${name}`, reader);
  }
  if (kind !== undefined)
    checkChoice("kind of experiment", kind, per === undefined ? ["proportion", "mean", "ratio"] : ["ratio"]);
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  if (relevantDifference !== undefined && !(Number.isFinite(relevantDifference) && relevantDifference !== 0)) {
    throw new CxError("invalid-option", "experiment requires a relevantDifference other than 0", relevantDifference);
  }
}

/** The planned variants, none with a share of 0, which nobody could have been given. */
function readPlan(variants: readonly VariantShare[] | undefined): Required<VariantShare>[] | null {
  if (variants === undefined) return null;
  const plan = readVariantShares("experiment", variants);
  const empty = plan.find(({ share }) => !(share > 0));
  if (empty) throw new CxError("invalid-option", "experiment requires shares above 0", empty.share);
  return plan;
}

function readControl(wanted: string | undefined, variants: readonly string[]): string | null {
  if (wanted === undefined) return variants.includes("control") ? "control" : (variants[0] ?? null);
  if (variants.length > 0) checkChoice("control of experiment", wanted, variants);
  return wanted;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** The arms with their sizes and outcomes; of the plan, or else by name. */
function armsOf(
  tally: ExperimentTally,
  plan: readonly Required<VariantShare>[] | null,
  estimates: readonly Estimate[],
) {
  const [customers, rows] = [tally.variants.map(() => 0), tally.variants.map(() => 0)];
  for (const [customer, arm] of tally.arms.entries()) {
    if (arm < 0) continue;
    customers[arm] = (customers[arm] ?? 0) + 1;
    rows[arm] = (rows[arm] ?? 0) + (tally.rows[customer] ?? 0);
  }
  const n = total(customers);
  const arms = estimates.map((result, arm): ExperimentArm => {
    const share = plan?.[arm]?.share ?? 1 / estimates.length;
    const variant = tally.variants[arm] ?? "";
    return { variant, share, customers: customers[arm] ?? 0, expected: n * share, rows: rows[arm] ?? 0, result };
  });
  return plan === null ? arms.sort((a, b) => (a.variant < b.variant ? -1 : 1)) : arms;
}

/** Every arm but the control, compared with it. */
function compareArms(arms: readonly ExperimentArm[], control: string | null, level: number, relevant?: number) {
  const reference = arms.find(({ variant }) => variant === control);
  if (reference === undefined) return [];
  const others = arms.filter((arm) => arm !== reference);
  const compared = others.map((arm) => compareWithControl(arm.variant, arm.result, reference.result, level, relevant));
  const adjusted = holm(compared.map(({ pValue }) => pValue));
  return compared.map((each, index) => ({ ...each, adjustedPValue: adjusted[index] ?? null }));
}

function contaminationWarning(contaminated: number, all: number): ExperimentWarning[] {
  const words = `${contaminated} of ${all} customers had more than one variant and are left out`;
  return contaminated > 0 ? [{ code: "contamination", words }] : [];
}

/**
 * The analysis of an A/B test, or of one with more variants: whether its groups are as they were planned, what each came to, and how
 * the variants differ from the control.
 *
 * Customers are the sample, so each counts once, however many rows it has; one who had two variants is in none. Shares are compared by
 * Newcombe's interval and the z test (Fisher's where few are expected), means by Welch's, ratios by the delta method; p-values of several
 * variants are adjusted by Holm. The lift's interval is made of both arms' limits (Donner and Zou; Fieller's where these are symmetric).
 *
 * Before all that stands the check of the sample ratio: where the groups are not as large as was planned (chi-square, p < 0.001),
 * something sorted customers, and the result is not `trustworthy`. And results that are looked at again and again until they please find
 * differences that are not there: tell the `looks` or the `plannedN`, and p-values are held against the boundary of the present look.
 *
 * @param rows One row for each customer, or for each event of a customer.
 * @param options Where the variant and the outcome are, what was planned, and how often results are looked at.
 * @returns The arms, the comparisons with the control, and what to know before either is believed. Every row is in an arm, in
 * `contaminated`, `missing` or `invalid`. Cost grows with the rows.
 * @throws A {@link CxError} `invalid-value` when a row is null, or its variant, customer or outcome is none that can be (with the row),
 * `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { experiment } from "cxkit";
 *
 * const visitors = (arm: string, bought: number, all: number) =>
 *   Array.from({ length: all }, (_, i) => ({ customer: `${arm}${i}`, arm, bought: i < bought }));
 * const rows = [...visitors("control", 480, 5000), ...visitors("short form", 560, 5000)];
 * const result = experiment(rows, { variant: (row) => row.arm, outcome: (row) => row.bought, plannedN: 10_000 });
 * result.trustworthy; // => true
 * result.comparisons[0]; // => { difference: 0.016, pValue: 0.008…, significant: true, lift: 0.166…, … }
 * result.comparisons[0]?.interval; // => { low: 0.004…, high: 0.027…, level: 0.95 }
 * result.comparisons[0]?.minimumDetectable.increase; // => 0.017…
 * ```
 *
 * @see Kohavi, Tang and Xu (2020), "Trustworthy Online Controlled Experiments", ch. 17–19 and 21; Deng, Knoblich and Lu (2018), KDD, 233–242
 * (the delta method); Donner and Zou (2012), Statistical Methods in Medical Research 21, 347–359.
 */
export function experiment<Row>(rows: Iterable<Row>, options: ExperimentOptions<Row>): ExperimentResult {
  checkExperiment(options);
  const { level = 0.95, name = "outcome", kind, invalid = "throw", relevantDifference } = options;
  criticalValue(level);
  const plan = readPlan(options.variants);
  if (plan !== null)
    readControl(
      options.control,
      plan.map(({ id }) => id),
    );
  const judgeLooks = readSchedule(options, level);

  const tally = tallyExperiment(rows, options, plan?.map(({ id }) => id) ?? null, kind, invalid);
  const definition = outcomeDefinition(name, tally.kind);
  const arms = armsOf(tally, plan, armEstimates(tally, definition, level));
  const control = readControl(
    options.control,
    arms.map(({ variant }) => variant),
  );
  const n = total(arms.map(({ customers }) => customers));
  const contaminated = {
    customers: tally.arms.length - n,
    rows: total(tally.rows) - total(arms.map((arm) => arm.rows)),
  };
  const ratio = sampleRatio(arms);
  const { sequential, threshold, warnings } = judgeLooks(n);
  return {
    arms,
    control,
    comparisons: compareArms(arms, control, level, relevantDifference).map((each) => ({
      ...each,
      significant: each.adjustedPValue === null ? null : each.adjustedPValue <= threshold,
    })),
    sampleRatio: ratio.sampleRatio,
    trustworthy: !ratio.sampleRatio.mismatch,
    warnings: [...ratio.warnings, ...contaminationWarning(contaminated.customers, tally.arms.length), ...warnings],
    threshold,
    sequential,
    n,
    contaminated,
    missing: tally.missing,
    invalid: tally.invalid,
    definition,
  };
}
