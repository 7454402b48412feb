/**
 * The outcome nearest to the one observed, on the other side of the mode, that is no more probable; one past the end of the
 * support where there is none. A two-sided exact p-value is the tail from the observed outcome and the tail from there.
 *
 * @param probability The probability of an outcome, rising up to the mode and falling after it.
 * @param observed The outcome that was observed.
 * @param mode The most probable outcome.
 * @param support The first and the last outcome that are possible.
 */
export function oppositeEnd(
  probability: (outcome: number) => number,
  observed: number,
  mode: number,
  support: readonly [number, number],
): number {
  const [first, last] = support;
  const step = observed >= mode ? -1 : 1;
  const start = step < 0 ? Math.min(mode, observed - 1) : Math.max(mode, observed + 1);
  // Outcomes as probable as this one may differ from it in the last digits.
  const limit = probability(observed) * (1 + 1e-7);
  let [near, far] = [0, step < 0 ? start - first + 1 : last - start + 1];
  while (near < far) {
    const middle = Math.floor((near + far) / 2);
    if (probability(start + step * middle) <= limit) far = middle;
    else near = middle + 1;
  }
  // From the mode itself on nothing is more probable, nor is what lies between it and the outcome observed.
  return near === 0 ? observed + step : start + step * near;
}
