import { checkOptions } from "../error/checkOptions.js";
import type { CxError } from "../error/cxError.js";
import { chiSquareCdf } from "./chiSquareCdf.js";
import { criticalValue } from "./criticalValue.js";
import type { Interval } from "./interval.js";
import type { Sample } from "./knownNumbers.js";
import { logisticModel } from "./logisticModel.js";
import { checkBins, type OutcomeBin, outcomeBins } from "./outcomeBins.js";
import { type BinaryOutcomes, type ScoreTable, scoreTable } from "./scoreTable.js";
import { shiftOfLogOdds } from "./shiftOfLogOdds.js";
import { type LogisticEstimate, waldEstimate } from "./waldEstimate.js";
import { wilsonLimits } from "./wilson.js";

/** Options of {@link calibration}. */
export interface CalibrationOptions {
  /** Into how many bins of about equal size rows go. Equal probabilities fall together. @defaultValue 10 */
  readonly bins?: number;
  /** Whether the probabilities were fitted on these very rows, which costs Hosmer and Lemeshow's test two degrees of freedom. @defaultValue false */
  readonly fitted?: boolean;
  /** @defaultValue 0.95 */
  readonly level?: number;
}

/** Rows of about the same predicted probability: what was expected of them, and what happened. */
export interface CalibrationBin {
  /** The lowest probability in it. */
  readonly from: number;
  /** The highest. */
  readonly to: number;
  readonly n: number;
  /** The sum of their probabilities: how many are expected to have outcome 1. */
  readonly expected: number;
  /** How many have. */
  readonly observed: number;
  /** expected ÷ n. */
  readonly meanProbability: number;
  /** observed ÷ n. */
  readonly rate: number;
  /** Wilson's, of the rate. */
  readonly interval: Interval;
}

/** Whether probabilities are what they say. */
export interface CalibrationResult {
  readonly n: number;
  /** The sum of the probabilities: how many rows are expected to have outcome 1. */
  readonly expected: number;
  /** How many have. */
  readonly observed: number;
  /**
   * How the log-odds of what happened rise with the predicted ones. 1 is right; less says that predictions are too extreme, as from a
   * model that learnt too much by heart; more, too timid. Null unless both outcomes are there and probabilities differ; a value that is
   * exactly 0 or 1 has no log-odds, and leaves none.
   */
  readonly slope: LogisticEstimate;
  /** By how much the log-odds of what happened are higher than the predicted ones, on the whole (with slope 1). 0 is right. */
  readonly intercept: LogisticEstimate;
  /** By rising probability; up to `bins` of them. */
  readonly bins: readonly CalibrationBin[];
  /** Of what was expected against what happened in the bins; null for too few, and where a bin had no uncertainty at all. */
  readonly hosmerLemeshow: {
    readonly statistic: number | null;
    readonly degreesOfFreedom: number | null;
    readonly pValue: number | null;
  };
  /** Rows that lack a probability or an outcome. */
  readonly missing: number;
}

const none = { value: null, standardError: null };

/** The two figures by which log-odds were to be shifted and stretched. */
function recalibration(table: ScoreTable, level: number): Pick<CalibrationResult, "slope" | "intercept"> {
  const { scores, ones, zeros, oneCount, zeroCount } = table;
  const certain = scores[0] === 0 || scores.at(-1) === 1;
  if (certain || oneCount === 0 || zeroCount === 0)
    return { slope: waldEstimate(none, level), intercept: waldEstimate(none, level) };
  // Each distinct probability twice at most: once for each outcome that came with it.
  const size = ones.reduce((sum, count, i) => sum + Number(count > 0) + Number((zeros[i] as number) > 0), 0);
  const [logOdds, weights, outcomes] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  let place = 0;
  for (let i = 0; i < scores.length; i++) {
    const probability = scores[i] as number;
    for (const outcome of [1, 0]) {
      const count = (outcome === 1 ? ones : zeros)[i] as number;
      if (count === 0) continue;
      logOdds[place] = Math.log(probability / (1 - probability));
      weights[place] = count;
      outcomes[place++] = outcome;
    }
  }
  const model = logisticModel({ columns: [logOdds], outcomes, weights, penalty: 0, sandwich: false });
  return {
    slope: waldEstimate(model.coefficients[0] ?? none, level),
    intercept: waldEstimate(shiftOfLogOdds(logOdds, outcomes, weights), level),
  };
}

/** Hosmer and Lemeshow's test. */
function hosmerLemeshow(bins: readonly OutcomeBin[], fitted: boolean): CalibrationResult["hosmerLemeshow"] {
  const degreesOfFreedom = bins.length - (fitted ? 2 : 0);
  const statistic = bins.reduce(
    (sum, { n, ones, sum: expected }) => sum + (ones - expected) ** 2 / (expected * (1 - expected / n)),
    0,
  );
  if (!(degreesOfFreedom > 0 && Number.isFinite(statistic)))
    return { statistic: null, degreesOfFreedom: null, pValue: null };
  return { statistic, degreesOfFreedom, pValue: chiSquareCdf(statistic, degreesOfFreedom, "upper") };
}

/** {@link calibration} of probabilities that are counted already. */
export function calibrationOf(
  table: ScoreTable,
  { bins: wanted, fitted, level }: Required<CalibrationOptions>,
): CalibrationResult {
  const bins = outcomeBins(table, wanted);
  const z = criticalValue(level);
  return {
    n: table.n,
    expected: bins.reduce((sum, bin) => sum + bin.sum, 0),
    observed: table.oneCount,
    ...recalibration(table, level),
    bins: bins.map(({ from, to, n, ones, sum }) => ({
      from,
      to,
      n,
      expected: sum,
      observed: ones,
      meanProbability: sum / n,
      rate: ones / n,
      interval: { ...wilsonLimits(ones / n, n, z), level },
    })),
    hosmerLemeshow: hosmerLemeshow(bins, fitted),
    missing: table.missing,
  };
}

/**
 * Whether predicted probabilities are what they say: of those told 20 %, does one in five? Expected against observed by bins of rising
 * probability, and how log-odds were to be shifted (`intercept`) and stretched (`slope`) to be right.
 *
 * On the rows that a model was fitted on by maximum likelihood, slope and intercept are 1 and 0 whatever the model is worth: judge on
 * other rows.
 *
 * @param probabilities Of outcome 1, from 0 to 1; null, undefined and NaN stand for none.
 * @param outcomes True or 1, false or 0, one for each probability.
 * @param options The number of bins, whether the probabilities were fitted on these rows, and the level.
 * @returns Slope and intercept with Wald's intervals, the bins with Wilson's, and Hosmer and Lemeshow's test.
 * @throws A {@link CxError} `invalid-value` when a probability is not within 0–1 or an outcome is neither (with the index),
 * `invalid-option` when the lists are not equally long or an option is wrong.
 *
 * @example
 * ```ts
 * import { calibration } from "cxkit";
 *
 * const risks = [0.1, 0.1, 0.1, 0.1, 0.3, 0.3, 0.3, 0.3, 0.8, 0.8, 0.8, 0.8];
 * const left = [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1];
 * const { expected, observed, slope, bins } = calibration(risks, left);
 * [expected, observed]; // => [4.8…, 5]
 * slope.value; // => 0.665…
 * bins[2]; // => { from: 0.8, to: 0.8, n: 4, expected: 3.2, observed: 3, rate: 0.75, … }
 * ```
 *
 * @see Cox (1958), Biometrika 45, 562–565; Steyerberg and others (2010), Epidemiology 21, 128–138; Hosmer and Lemeshow (1980),
 * Communications in Statistics A 9, 1043–1069.
 */
export function calibration(
  probabilities: Sample,
  outcomes: BinaryOutcomes,
  options: CalibrationOptions = {},
): CalibrationResult {
  checkOptions("calibration", options, ["bins", "fitted", "level"]);
  const { bins = 10, fitted = false, level = 0.95 } = options;
  checkBins("calibration", bins);
  criticalValue(level);
  return calibrationOf(scoreTable("calibration", probabilities, outcomes, "probability"), { bins, fitted, level });
}
