/** How satisfaction and outcome go together. */
export interface MomentFigures {
  /** The slope of the outcome on satisfaction, for one standard deviation of it. */
  readonly effect: number;
  readonly correlation: number;
  /** The mean satisfaction. */
  readonly mean: number;
}

/** The figures of respondents, each counted `weights` times (once, where that is null); null where all are of one mind. */
export function momentFigures(
  satisfaction: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number> | null,
): MomentFigures | null {
  let [n, meanX, meanY, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < satisfaction.length; index++) {
    const weight = weights === null ? 1 : (weights[index] ?? 0);
    if (weight === 0) continue;
    const [x, y] = [satisfaction[index] ?? 0, outcomes[index] ?? 0];
    n += weight;
    const [dx, dy] = [x - meanX, y - meanY];
    meanX += (weight * dx) / n;
    meanY += (weight * dy) / n;
    xx += weight * dx * (x - meanX);
    yy += weight * dy * (y - meanY);
    xy += weight * dx * (y - meanY);
  }
  if (n < 2 || !(xx > 0)) return null;
  const effect = xy / Math.sqrt(xx * (n - 1));
  return { effect, correlation: yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : 0, mean: meanX };
}
