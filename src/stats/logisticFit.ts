import { cholesky, solveCholesky } from "./cholesky.js";
import { dotProduct } from "./dotProduct.js";

/** Rows for a logistic fit. */
export interface LogisticRows {
  /** Row after row, `width` figures each; the intercept is none of them. */
  readonly figures: Float64Array;
  readonly width: number;
  /** 1 or 0 for each row. */
  readonly outcomes: Uint8Array;
  /** Positive; null where all rows count once. */
  readonly weights: Float64Array | null;
  /** Half of it times the sum of squared coefficients, but for the intercept, is taken off the log-likelihood. */
  readonly penalty: number;
}

/** How a direction in the space of figures splits the rows. */
export type SeparationKind = "complete" | "quasi-complete";

/** A logistic model by maximum likelihood; the intercept comes first. */
export interface LogisticFit {
  readonly coefficients: Float64Array;
  /** Minus the second derivatives of the penalised log-likelihood: the lower triangle, row after row. */
  readonly information: Float64Array;
  /** Without the penalty. */
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
  /** Where no finite coefficients maximise the likelihood: in which direction they grow without end. */
  readonly separation: { readonly kind: SeparationKind; readonly direction: Float64Array } | null;
}

/** What one walk over the rows tells of coefficients. */
interface Slope {
  readonly logLikelihood: number;
  /** With the penalty taken off. */
  readonly objective: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
  /** The log-odds of the row's own outcome, where they are least; the largest log-odds either way. */
  readonly leastMargin: number;
  readonly largest: number;
}

const mostIterations = 100;
// Of twice the log-likelihood, left to gain for a row: with it coefficients are 1e-8 standard errors from the end before the last step.
const enough = 1e-16;
// How far a row may lie on the wrong side of a separating plane, by rounding.
const tolerance = 1e-6;

/** The log-odds that coefficients give to a row. */
export function logOddsOf({ figures, width }: LogisticRows, coefficients: Float64Array, row: number): number {
  let sum = coefficients[0] as number;
  for (let k = 0, at = row * width; k < width; k++)
    sum += (coefficients[k + 1] as number) * (figures[at + k] as number);
  return sum;
}

function slopeAt(rows: LogisticRows, coefficients: Float64Array): Slope {
  const { figures, width, outcomes, weights, penalty } = rows;
  const size = width + 1;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  let [logLikelihood, leastMargin, largest] = [0, Number.POSITIVE_INFINITY, 0];
  for (let row = 0; row < outcomes.length; row++) {
    const weight = weights === null ? 1 : (weights[row] as number);
    // As logOddsOf; a call for each row would cost a third more.
    let logOdds = coefficients[0] as number;
    for (let k = 1, at = row * width - 1; k < size; k++) {
      logOdds += (coefficients[k] as number) * (figures[at + k] as number);
    }
    const margin = outcomes[row] === 1 ? logOdds : -logOdds;
    if (margin < leastMargin) leastMargin = margin;
    const size0 = Math.abs(logOdds);
    if (size0 > largest) largest = size0;
    const small = Math.exp(-size0);
    // The probability of the unlikelier outcome: keeps its digits where the other is nearly 1.
    const unlikely = small / (1 + small);
    logLikelihood -= weight * (Math.log1p(small) + (margin < 0 ? size0 : 0));
    const missed = weight * (margin < 0 ? 1 - unlikely : unlikely);
    const pull = outcomes[row] === 1 ? missed : -missed;
    const spread = (weight * unlikely) / (1 + small);
    gradient[0] = (gradient[0] as number) + pull;
    information[0] = (information[0] as number) + spread;
    for (let j = 1, at = row * width - 1; j < size; j++) {
      const figure = figures[at + j] as number;
      gradient[j] = (gradient[j] as number) + pull * figure;
      const spreadFigure = spread * figure;
      const start = j * size;
      information[start] = (information[start] as number) + spreadFigure;
      for (let k = 1; k <= j; k++) {
        information[start + k] = (information[start + k] as number) + spreadFigure * (figures[at + k] as number);
      }
    }
  }
  let squares = 0;
  for (let j = 1; j < size; j++) {
    const coefficient = coefficients[j] as number;
    squares += coefficient * coefficient;
    gradient[j] = (gradient[j] as number) - penalty * coefficient;
    information[j * size + j] = (information[j * size + j] as number) + penalty;
  }
  const objective = logLikelihood - (penalty / 2) * squares;
  return { logLikelihood, objective, gradient, information, leastMargin, largest };
}

/** Whether a direction has all rows on the side of their outcome, or on the border. */
function separationBy(rows: LogisticRows, direction: Float64Array): SeparationKind | null {
  let [least, largest] = [Number.POSITIVE_INFINITY, 0];
  for (let row = 0; row < rows.outcomes.length; row++) {
    const along = logOddsOf(rows, direction, row);
    least = Math.min(least, rows.outcomes[row] === 1 ? along : -along);
    largest = Math.max(largest, Math.abs(along));
  }
  if (!(least >= -tolerance * largest)) return null;
  return least > tolerance * largest ? "complete" : "quasi-complete";
}

const add = (a: Float64Array, b: Float64Array, times: number): Float64Array =>
  a.map((value, i) => value + times * (b[i] as number));

/** Newton's step, halved until the objective does not fall. */
function walk(rows: LogisticRows, from: Float64Array, here: Slope, step: Float64Array): [Float64Array, Slope] | null {
  const least = here.objective - 1e-9 * (1 + Math.abs(here.objective));
  for (let halved = 1; halved > 1e-9; halved /= 2) {
    const to = add(from, step, halved);
    const there = slopeAt(rows, to);
    if (there.objective >= least) return [to, there];
  }
  return null;
}

/**
 * Fits a logistic model by Newton's method, which for it is iteratively reweighted least squares. Both outcomes must be there.
 * Memory does not grow with the rows, and each round is one walk over them.
 *
 * Where a plane separates the outcomes, the likelihood has no maximum. Complete separation shows as soon as every row is on the
 * side of its outcome; of quasi-complete separation the steps become the direction, and rows prove it.
 * Albert and Anderson (1984), Biometrika 71, 1–10.
 */
export function logisticFit(rows: LogisticRows): LogisticFit {
  const { width, outcomes, weights, penalty } = rows;
  let [all, ones] = [0, 0];
  outcomes.forEach((outcome, row) => {
    const weight = weights === null ? 1 : (weights[row] as number);
    all += weight;
    ones += weight * outcome;
  });
  const size = width + 1;
  let coefficients: Float64Array = new Float64Array(size);
  coefficients[0] = Math.log(ones / (all - ones));
  let here = slopeAt(rows, coefficients);
  let before = Number.POSITIVE_INFINITY;
  const finish = (
    converged: boolean,
    iterations: number,
    separation: LogisticFit["separation"] = null,
  ): LogisticFit => {
    const { information, logLikelihood } = here;
    return { coefficients, information, logLikelihood, converged, iterations, separation };
  };
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    if (penalty === 0 && here.leastMargin > tolerance * here.largest) {
      return finish(false, iteration, { kind: "complete", direction: coefficients });
    }
    const factor = cholesky(here.information, size);
    if (factor === null) return finish(false, iteration);
    const step = solveCholesky(factor, size, here.gradient);
    const decrement = dotProduct(step, here.gradient);
    if (!(decrement >= 0)) return finish(false, iteration);
    if (decrement <= (enough * all) / outcomes.length) {
      coefficients = add(coefficients, step, 1);
      here = slopeAt(rows, coefficients);
      return finish(true, iteration);
    }
    // Near a maximum each round leaves far less than the one before; on the way to none it leaves 1/e of it.
    if (penalty === 0 && iteration > 4 && decrement > before / 10) {
      const kind = separationBy(rows, step);
      if (kind !== null) return finish(false, iteration, { kind, direction: step });
    }
    before = decrement;
    const next = walk(rows, coefficients, here, step);
    if (next === null) return finish(false, iteration);
    [coefficients, here] = next;
  }
  return finish(false, mostIterations);
}
