import { absorbed, leavingCounts, type MarkovChain, type RemovalEffects } from "./markovChain.js";

/** How near a probability must be to its true value. */
const tolerance = 1e-11;
/** So many rounds at most, for chains that hardly ever end. */
const mostRounds = 20_000;

/**
 * Without the zeros, and one touch after the other: rounds of putting each state's neighbours into its equation (Gauss–Seidel), until no
 * state changes by much. What is then left is at most that change for each step of a path to come, of which the paths have as many
 * as the chain: as many as they have touches on average.
 */
export function sparseConversion(
  { lastTouch, from, to }: MarkovChain,
  counts: Float64Array,
  touches: number,
): RemovalEffects {
  const size = lastTouch.length;
  const leaving = leavingCounts(size, from, counts);
  const offsets = new Int32Array(size + 1);
  const direct = new Float64Array(size);
  from.forEach((state, edge) => {
    if ((to[edge] as number) >= 0) offsets[state + 1] = (offsets[state + 1] as number) + 1;
  });
  for (let state = 0; state < size; state++)
    offsets[state + 1] = (offsets[state + 1] as number) + (offsets[state] as number);
  const place = offsets.slice();
  const [target, weight] = [new Int32Array(offsets[size] as number), new Float64Array(offsets[size] as number)];
  from.forEach((state, edge) => {
    const probability = counts[edge] === 0 ? 0 : (counts[edge] as number) / (leaving[state] as number);
    const next = to[edge] as number;
    if (next === absorbed.converted) direct[state] = probability;
    if (next < 0) return;
    const index = place[state] as number;
    place[state] = index + 1;
    target[index] = next;
    weight[index] = probability;
  });

  const last = Int32Array.from(lastTouch);
  const steps = weight.length === 0 ? 0 : stepsOf(to, counts, leaving[0] as number);
  /** One round; says by how much a state has changed at the most. */
  const round = (values: Float64Array, without: number): number => {
    let most = 0;
    // States are numbered as paths come to them: from the last one back, most neighbours are already new.
    for (let state = size - 1; state >= 0; state--) {
      if (last[state] === without) continue;
      let [sum, stay] = [direct[state] as number, 0];
      for (let index = offsets[state] as number; index < (offsets[state + 1] as number); index++) {
        const next = target[index] as number;
        if (next === state) stay += weight[index] as number;
        else sum += (weight[index] as number) * (values[next] as number);
      }
      const value = stay < 1 ? sum / (1 - stay) : 0;
      most = Math.max(most, Math.abs(value - (values[state] as number)));
      values[state] = value;
    }
    return most;
  };
  let precision = 0;
  /** The probability of a conversion where paths end at one touch; changes the values that it starts from. */
  const solve = (without: number, values: Float64Array): number => {
    for (let state = 0; state < size; state++) if (last[state] === without) values[state] = 0;
    let gap = Number.POSITIVE_INFINITY;
    for (let rounds = 0; rounds < mostRounds && gap > tolerance; rounds++) gap = round(values, without) * (steps + 1);
    precision = Math.max(precision, gap);
    return values[0] as number;
  };
  const whole = new Float64Array(size);
  // −2 is the last touch of no state: nothing is left out.
  const probability = solve(-2, whole);
  // What converts without a touch is at most what converts at all, and mostly not much less.
  const through = Float64Array.from({ length: touches }, (_, touch) =>
    Math.max(0, probability - solve(touch, whole.slice())),
  );
  return { probability, through, precision };
}

/** How many touches a path has on average. */
function stepsOf(to: readonly number[], counts: Float64Array, paths: number): number {
  let touches = 0;
  to.forEach((target, edge) => {
    if (target >= 0) touches += counts[edge] as number;
  });
  return paths === 0 ? 0 : touches / paths;
}
