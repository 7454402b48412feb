import type { FittedCoefficient } from "./logisticModel.js";

/**
 * By how much log-odds are to be shifted, all alike, so that the probabilities add up to what happened: a logistic model of nothing but
 * an intercept, with the log-odds as offset. Both outcomes must be there.
 */
export function shiftOfLogOdds(
  logOdds: Float64Array,
  outcomes: Uint8Array,
  weights: Float64Array | null,
): FittedCoefficient {
  /** How many more happened than expected, and how fast the expected grow. */
  const at = (shift: number): { lacking: number; rise: number } => {
    let [lacking, rise] = [0, 0];
    for (let row = 0; row < logOdds.length; row++) {
      const chance = 1 / (1 + Math.exp(-(logOdds[row] as number) - shift));
      const weight = weights === null ? 1 : (weights[row] as number);
      lacking += weight * ((outcomes[row] as number) - chance);
      rise += weight * chance * (1 - chance);
    }
    return { lacking, rise };
  };
  // The expected number grows with the shift, so halving never loses the end; Newton's step is taken where it stays between.
  const reach = logOdds.reduce((most, one) => Math.max(most, Math.abs(one)), 0) + 800;
  let [low, high, shift] = [-reach, reach, 0];
  for (let round = 0; round < 200; round++) {
    const { lacking, rise } = at(shift);
    if (lacking > 0) low = shift;
    else high = shift;
    const next = shift + lacking / rise;
    const to = next > low && next < high ? next : (low + high) / 2;
    const done = Math.abs(to - shift) <= 1e-14 * Math.max(1, Math.abs(shift));
    shift = to;
    if (done) break;
  }
  return { value: shift, standardError: 1 / Math.sqrt(at(shift).rise) };
}
