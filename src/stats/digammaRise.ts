/**
 * ψ(x + rise) − ψ(x), the slope of the logarithm of Γ(x + rise) / Γ(x) over x: right relative to itself, where digammas of large
 * numbers would cancel.
 *
 * @see Abramowitz and Stegun 6.3.18 and the recurrence 6.3.6.
 */
export function digammaRise(x: number, rise: number): number {
  let sum = 0;
  let z = x;
  for (; z < 12; z++) sum += rise / z / (z + rise);
  const series = (v: number): number => {
    const w = 1 / (v * v);
    return -w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w / 132))));
  };
  return sum + Math.log1p(rise / z) + rise / z / (z + rise) / 2 + series(z + rise) - series(z);
}

/**
 * ψ′(x) − ψ′(x + rise): the slope of {@link digammaRise} over x, without its sign.
 *
 * @see Abramowitz and Stegun 6.4.12 and the recurrence 6.4.6.
 */
export function trigammaFall(x: number, rise: number): number {
  let sum = 0;
  let z = x;
  for (; z < 12; z++) sum += (rise / z / (z + rise)) * (1 / z + 1 / (z + rise));
  const series = (v: number): number => {
    const w = 1 / (v * v);
    return (w / v) * (1 / 6 - w * (1 / 30 - w * (1 / 42 - w * (1 / 30 - (5 * w) / 66))));
  };
  const leading = (rise / z / (z + rise)) * (1 + (1 / z + 1 / (z + rise)) / 2);
  return sum + leading + series(z) - series(z + rise);
}
