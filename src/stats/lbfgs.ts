/** Where a function is least, as far as the search got. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** Whether the gradient came under the tolerance. */
  readonly converged: boolean;
}

/** When {@link lbfgs} stops. */
export interface LbfgsOptions {
  /** The largest absolute partial derivative that counts as none. @defaultValue 1e-6 */
  readonly tolerance?: number;
  /** @defaultValue 500 */
  readonly maximumIterations?: number;
}

// How many past steps the curvature is told by, and the constants of the line search: Nocedal and Wright's usual ones.
const memory = 10;
const sufficientDecrease = 1e-4;
const curvature = 0.9;
const mostTrials = 40;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Adds a multiple of one vector to another. */
function addScaled(into: Float64Array, factor: number, from: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + factor * (from[i] as number);
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (let i = 0; i < vector.length; i++) most = Math.max(most, Math.abs(vector[i] as number));
  return most;
}

/** One past step: how far it went, how the gradient changed, and one over their product. */
interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly scale: number;
}

/** The two-loop recursion: the direction that the past steps and the gradient suggest. */
function directionOf(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.slice();
  const factors: number[] = [];
  for (const { moved, turned, scale } of steps.toReversed()) {
    const factor = scale * dot(moved, direction);
    factors.push(factor);
    addScaled(direction, -factor, turned);
  }
  const latest = steps.at(-1);
  const length =
    latest === undefined
      ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
      : 1 / (latest.scale * dot(latest.turned, latest.turned));
  for (let i = 0; i < direction.length; i++) direction[i] = -length * (direction[i] as number);
  for (const { moved, turned, scale } of steps) {
    const factor = (factors.pop() ?? 0) + scale * dot(turned, direction);
    addScaled(direction, -factor, moved);
  }
  return direction;
}

/** A point on the line of search, with all that is known there. */
interface Trial {
  readonly at: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

/**
 * Finds where a smooth function of many variables is least, by the limited-memory method of Broyden, Fletcher, Goldfarb and
 * Shanno. Memory is a dozen vectors of the variables.
 *
 * @param evaluate Gives the function's value at a point and writes its gradient there.
 * @param start Where to begin; it is left as it is.
 * @see Nocedal and Wright (2006), "Numerical Optimization", algorithms 7.4 and 7.5; the line search brackets by the weak Wolfe
 * conditions (Lewis and Overton 2013).
 */
export function lbfgs(
  evaluate: (at: Float64Array, gradient: Float64Array) => number,
  start: Float64Array,
  { tolerance = 1e-6, maximumIterations = 500 }: LbfgsOptions = {},
): Minimum {
  const trialAt = (at: Float64Array): Trial => {
    const gradient = new Float64Array(at.length);
    return { at, value: evaluate(at, gradient), gradient };
  };

  /** The first point on a line that is low enough and flat enough; null where rounding leaves none. */
  function search(from: Trial, direction: Float64Array): Trial | null {
    const slope = dot(from.gradient, direction);
    let low = 0;
    let high = Number.POSITIVE_INFINITY;
    let length = 1;
    for (let trials = 0; trials < mostTrials; trials++) {
      const at = from.at.slice();
      addScaled(at, length, direction);
      const trial = trialAt(at);
      // Written so that a value that is no number counts as too high.
      if (!(trial.value <= from.value + sufficientDecrease * length * slope)) high = length;
      else if (dot(trial.gradient, direction) < curvature * slope) low = length;
      else return trial;
      length = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
    }
    return null;
  }

  let current = trialAt(start.slice());
  const steps: Step[] = [];
  let iterations = 0;
  while (largest(current.gradient) > tolerance && iterations < maximumIterations) {
    const next = search(current, directionOf(current.gradient, steps));
    if (next === null) {
      // The remembered curvature may mislead; without it there is one more try, straight downhill.
      if (steps.length === 0) break;
      steps.length = 0;
      continue;
    }
    const moved = next.at.slice();
    addScaled(moved, -1, current.at);
    const turned = next.gradient.slice();
    addScaled(turned, -1, current.gradient);
    const product = dot(moved, turned);
    if (product > 0) steps.push({ moved, turned, scale: 1 / product });
    if (steps.length > memory) steps.shift();
    current = next;
    iterations++;
  }
  const { at, value, gradient } = current;
  return { at, value, iterations, converged: largest(gradient) <= tolerance };
}
