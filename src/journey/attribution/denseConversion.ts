import { absorbed, leavingCounts, type MarkovChain, type RemovalEffects } from "./markovChain.js";

/**
 * Inverts a matrix in place (Gauss–Jordan). No pivoting: in what is asked for here the diagonal outweighs the rest of its row, or is a
 * block of the inverse of such a matrix, whose leading minors are positive.
 */
function invert(matrix: Float64Array, size: number): void {
  for (let pivot = 0; pivot < size; pivot++) {
    const inverse = 1 / (matrix[pivot * size + pivot] as number);
    matrix[pivot * size + pivot] = 1;
    for (let j = 0; j < size; j++) matrix[pivot * size + j] = (matrix[pivot * size + j] as number) * inverse;
    for (let i = 0; i < size; i++) {
      const factor = matrix[i * size + pivot] as number;
      if (i === pivot || factor === 0) continue;
      matrix[i * size + pivot] = 0;
      for (let j = 0; j < size; j++) {
        matrix[i * size + j] = (matrix[i * size + j] as number) - factor * (matrix[pivot * size + j] as number);
      }
    }
  }
}

/**
 * By the fundamental matrix N = (I − Q)⁻¹, the expected visits: of N's rows and columns at the states of a touch, the row of the
 * beginning times the inverse of the block is where paths come to the touch first.
 */
export function denseConversion(
  { lastTouch, from, to }: MarkovChain,
  counts: Float64Array,
  touches: number,
): RemovalEffects {
  const size = lastTouch.length;
  const leaving = leavingCounts(size, from, counts);
  const visits = new Float64Array(size * size);
  const direct = new Float64Array(size);
  for (let state = 0; state < size; state++) visits[state * size + state] = 1;
  from.forEach((state, edge) => {
    if (counts[edge] === 0) return;
    const probability = (counts[edge] as number) / (leaving[state] as number);
    const target = to[edge] as number;
    if (target === absorbed.converted) direct[state] = probability;
    else if (target >= 0) visits[state * size + target] = (visits[state * size + target] as number) - probability;
  });
  invert(visits, size);
  const converts = direct.map((_, state) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (visits[state * size + j] as number) * (direct[j] as number);
    return sum;
  });

  const statesOf = Array.from({ length: touches }, (): number[] => []);
  for (const [state, touch] of lastTouch.entries()) statesOf[touch]?.push(state);
  const through = Float64Array.from(statesOf, (states) => {
    const block = new Float64Array(states.length ** 2);
    states.forEach((row, i) => {
      states.forEach((column, j) => {
        block[i * states.length + j] = visits[row * size + column] as number;
      });
    });
    invert(block, states.length);
    let sum = 0;
    states.forEach((_, j) => {
      let first = 0;
      states.forEach((state, i) => {
        first += (visits[state] as number) * (block[i * states.length + j] as number);
      });
      sum += first * (converts[states[j] as number] as number);
    });
    return sum;
  });
  return { probability: converts[0] as number, through, precision: 0 };
}
