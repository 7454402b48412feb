/**
 * A tail of a gamma or beta distribution with shape a below 1 near its pole, as exp(logLead)·(1 + a·Σ term/(a + n)). The upper tail
 * is not the lower one taken from 1, so that it keeps its digits for a near 0, where nearly everything lies below.
 *
 * @param ratio The quotient of the nth term and the one before, the zeroth being 1.
 *
 * @see Gautschi (1979), ACM TOMS 5, 466–481.
 */
export function smallShapeTail(logLead: number, a: number, ratio: (n: number) => number, upper: boolean): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= ratio(n);
    sum += term / (a + n);
  }
  const rest = a * Math.exp(logLead) * sum;
  return upper ? -Math.expm1(logLead) - rest : Math.exp(logLead) + rest;
}
