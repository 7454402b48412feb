import { checkChoice, checkOptions } from "../error/checkOptions.js";
import { CxError } from "../error/cxError.js";
import { type Alternative, checkAlternative } from "./alternative.js";
import { cohensH } from "./cohensH.js";
import { criticalValue } from "./criticalValue.js";
import { noncentralTCdf } from "./noncentralTCdf.js";
import { normalCdf } from "./normalCdf.js";
import { normalQuantile } from "./normalQuantile.js";
import { studentTQuantile } from "./studentTQuantile.js";

/** Two shares. */
export interface ProportionDesign {
  readonly kind: "proportion";
  /** The share in the first group, 0–1. */
  readonly baseline: number;
  /**
   * How the test's variance is taken before there are data: `pooled` from the mean of both shares (Fleiss; R's
   * power.prop.test), `baseline` from the first share (as calculators for A/B tests do), `arcsine` by Cohen's h (pwr.2p.test).
   * @defaultValue "pooled"
   */
  readonly method?: "pooled" | "baseline" | "arcsine";
}

/** Two means of values that vary alike in both groups. */
export interface MeanDesign {
  readonly kind: "mean";
  /** How much single values vary, in their unit. */
  readonly standardDeviation: number;
}

/** Two Net Promoter Scores. */
export interface NpsDesign {
  readonly kind: "nps";
  /**
   * The variance of one answer scored −1, 0 or 1: promoters + detractors − (promoters − detractors)², as shares. One for both
   * groups or one for each. The most there can be is 1; ½ is usual. @defaultValue 1
   */
  readonly variance?: number | readonly [number, number];
}

/** What is to be compared. */
export type DifferenceDesign = ProportionDesign | MeanDesign | NpsDesign;

/** How the difference will be tested. */
export interface DifferenceTest {
  /** The confidence level of the test: 1 − the chance to find a difference where there is none. @defaultValue 0.95 */
  readonly level?: number;
  /** `greater`: only that the second group is greater. @defaultValue "two-sided" */
  readonly alternative?: Alternative;
  /**
   * How many customers each group is drawn from (of two numbers the smaller), where the sample may be a good part of them. Only where
   * the question is how these very customers differ, such as two regions today; not for an experiment, which tells of customers to
   * come. By default no end of them.
   */
  readonly population?: number;
}

/** All that a figure rests on, the defaults filled in. */
export type DifferenceAssumptions = Required<Omit<DifferenceTest, "population">> & {
  /** Null for no end of customers. */
  readonly population: number | null;
  readonly kind: DifferenceDesign["kind"];
  readonly method: "pooled" | "baseline" | "arcsine" | "noncentral-t" | "adjusted-wald";
};

/** A design whose power can be computed. Differences are signed, those of NPS in points. */
export interface Plan {
  readonly assumptions: DifferenceAssumptions;
  /** The smallest group for which the formula holds. */
  readonly leastN: number;
  /** The largest fall and the largest rise there can be. */
  readonly range: readonly [number, number];
  /** What differences are measured by: the standard deviation of values, or 1. */
  readonly unit: number;
  /** The quantile of the normal distribution from which on a difference is found, and what is left above it. */
  readonly quantile: number;
  readonly outside: number;
  /** The chance to find a difference with n in each group. */
  readonly power: (n: number, difference: number) => number;
  /** The same of groups that are drawn from no end of customers. */
  readonly unlimitedPower: (n: number, difference: number) => number;
}

/** How many of no end of customers tell as much as n of a population: its standard error is the smaller one. */
function unlimitedSize(n: number, population: number | null): number {
  if (population === null) return n;
  return n < population ? (n * (population - 1)) / (population - n) : Number.MAX_SAFE_INTEGER;
}

/** {@link unlimitedSize} turned round. */
export function limitedSize(n: number, population: number | null): number {
  return population === null ? n : n / (1 + (n - 1) / population);
}

/** The power, `direction` being the side on which a difference is looked for: 1 or −1. */
type PowerOf = (n: number, difference: number, direction: number) => number;

const bernoulli = (share: number): number => share * (1 - share);

/** The variances of the difference of two shares times n: as the test takes it, and as it is. */
export function proportionVariances(
  baseline: number,
  other: number,
  method: "pooled" | "baseline",
): { tested: number; true: number } {
  const tested = 2 * bernoulli(method === "pooled" ? (baseline + other) / 2 : baseline);
  return { tested, true: bernoulli(baseline) + bernoulli(other) };
}

function proportionPower({ baseline, method = "pooled" }: ProportionDesign, quantile: number): PowerOf {
  return (n, difference, direction) => {
    const other = Math.min(1, Math.max(0, baseline + difference));
    if (method === "arcsine") {
      return normalCdf(quantile - direction * cohensH(other, baseline) * Math.sqrt(n / 2), "upper");
    }
    const variances = proportionVariances(baseline, other, method);
    const distance = Math.sqrt(n) * direction * difference - quantile * Math.sqrt(variances.tested);
    return variances.true === 0 ? Number(distance > 0) : normalCdf(distance / Math.sqrt(variances.true));
  };
}

function meanPower({ standardDeviation }: MeanDesign, outside: number): PowerOf {
  return (n, difference, direction) => {
    const df = 2 * (n - 1);
    const distance = direction * (difference / standardDeviation) * Math.sqrt(n / 2);
    return noncentralTCdf(studentTQuantile(outside, df, "upper"), df, distance, "upper");
  };
}

/** The variances of both groups together. */
export function npsVariances({ variance = 1 }: NpsDesign): number {
  return typeof variance === "number" ? 2 * variance : variance[0] + variance[1];
}

function npsPower(design: NpsDesign, quantile: number): PowerOf {
  return (n, difference, direction) => {
    // The three pseudo-answers of the adjusted Wald interval.
    const spread = 100 * Math.sqrt(npsVariances(design) / (n + 3));
    return normalCdf(quantile - (direction * difference) / spread, "upper");
  };
}

function checkDesign(name: string, design: DifferenceDesign): void {
  checkChoice(`kind of ${name}`, design.kind, ["proportion", "mean", "nps"]);
  const refuse = (required: string, received: unknown): never => {
    throw new CxError("invalid-option", `${name} requires ${required}`, received);
  };
  if (design.kind === "proportion") {
    if (!(design.baseline >= 0 && design.baseline <= 1)) refuse("a baseline share from 0 to 1", design.baseline);
    checkChoice("method", design.method ?? "pooled", ["pooled", "baseline", "arcsine"]);
  } else if (design.kind === "mean") {
    const { standardDeviation } = design;
    if (!(standardDeviation >= 1e-140 && standardDeviation <= 1e140))
      refuse("a standard deviation from 1e-140 to 1e140", standardDeviation);
  } else {
    const { variance = 1 } = design;
    const both = typeof variance === "number" ? [variance] : variance;
    if (!both.every((one) => one > 0 && one <= 1)) refuse("a variance above 0, up to 1", String(variance));
  }
}

const optionsOf = { proportion: ["baseline", "method"], mean: ["standardDeviation"], nps: ["variance"] };

/** Reads a design; `own` are the options that the function has beside. */
export function planDifference(name: string, design: DifferenceDesign & DifferenceTest, own: readonly string[]): Plan {
  const specific = optionsOf[Object(design).kind as keyof typeof optionsOf] ?? [];
  checkOptions(name, design, ["kind", "level", "alternative", "population", ...own, ...specific]);
  checkDesign(name, design);
  const { kind, level = 0.95, alternative = "two-sided", population = null } = design;
  checkAlternative(alternative);
  criticalValue(level);
  const outside = alternative === "two-sided" ? (1 - level) / 2 : 1 - level;
  const quantile = normalQuantile(outside, "upper");
  const settled = { level, alternative, kind, population };
  const plan = (
    method: DifferenceAssumptions["method"],
    leastN: number,
    largest: readonly [number, number],
    of: PowerOf,
  ): Plan => {
    if (population !== null && !(population >= leastN && Number.isFinite(population))) {
      throw new CxError("invalid-option", `${name} requires a population of at least ${leastN}`, population);
    }
    const unlimitedPower = (n: number, difference: number): number =>
      of(n, difference, { "two-sided": difference < 0 ? -1 : 1, greater: 1, less: -1 }[alternative]);
    return {
      assumptions: { ...settled, method },
      leastN,
      range: largest,
      unit: design.kind === "mean" ? design.standardDeviation : 1,
      quantile,
      outside,
      power: (n, difference) => unlimitedPower(unlimitedSize(n, population), difference),
      unlimitedPower,
    };
  };
  if (design.kind === "proportion") {
    const range = [-design.baseline, 1 - design.baseline] as const;
    return plan(design.method ?? "pooled", 1, range, proportionPower(design, quantile));
  }
  if (design.kind === "mean") {
    const range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
    return plan("noncentral-t", 2, range, meanPower(design, outside));
  }
  return plan("adjusted-wald", 1, [-200, 200], npsPower(design, quantile));
}

/** Refuses a difference that there cannot be. */
export function checkDifference(name: string, difference: number, { range: [least, most] }: Plan): void {
  // A share and a difference that should add up to 0 or 1 may do so but for rounding.
  if (!(Number.isFinite(difference) && difference >= least - 1e-12 && difference <= most + 1e-12)) {
    throw new CxError("invalid-option", `${name} requires a difference from ${least} to ${most}`, difference);
  }
}

/** Refuses what is no size of a group. */
export function checkGroupSize(name: string, n: number, { leastN, assumptions: { population } }: Plan): void {
  if (!(n >= leastN && Number.isFinite(n))) {
    throw new CxError("invalid-option", `${name} requires an n of at least ${leastN} in each group`, n);
  }
  if (population !== null && n > population) {
    throw new CxError("invalid-option", `${name} requires an n of at most the population, ${population}`, n);
  }
}

/** Refuses a power that no sample or every sample has. */
export function checkPower(name: string, power: number, { outside }: Plan): void {
  if (!(power > outside && power < 1)) {
    throw new CxError("invalid-option", `${name} requires a power above ${outside} and below 1`, power);
  }
}
