/** Values in the order of time, NaN where one is missing. */
export type Series = Float64Array;

/** How a trend is taken out of a series. */
export type TrendRemoval = "difference" | "detrend";

function differences(series: Series): Series {
  return series.map((value, i) => value - (series[i - 1] ?? Number.NaN));
}

/** What is left of a series beside its straight line; where all is the same, nothing but zeros. */
function residuals(series: Series): Series {
  const known = Array.from(series, (value, time) => ({ time, value })).filter(({ value }) => !Number.isNaN(value));
  const mean = (read: (one: (typeof known)[0]) => number): number =>
    known.reduce((sum, one) => sum + read(one), 0) / known.length;
  const [time, value] = [mean((one) => one.time), mean((one) => one.value)];
  const squares = mean((one) => (one.time - time) ** 2);
  const slope = squares === 0 ? 0 : mean((one) => (one.time - time) * (one.value - value)) / squares;
  return series.map((own, i) => own - value - slope * (i - time));
}

/** A series without its trend; NaN where that cannot be told, and nothing but zeros where only rounding is left. */
export function steadySeries(series: Series, removal: TrendRemoval): Series {
  const steady = removal === "difference" ? differences(series) : residuals(series);
  const span = (values: Series, read: (value: number) => number): number =>
    values.reduce(
      (most, value) => (Number.isNaN(value) ? most : Math.max(most, read(value))),
      Number.NEGATIVE_INFINITY,
    );
  const width = span(steady, (value) => value) + span(steady, (value) => -value);
  return width > 1e-12 * span(series, Math.abs) ? steady : steady.map((value) => value * 0);
}

/**
 * How much each value goes with the one before, corrected for the bias that few values bring; 0 where nothing can be told.
 *
 * @see Marriott and Pope (1954), "Bias in the estimation of autocorrelations", Biometrika 41, 390–402.
 */
export function autocorrelation(series: Series): number {
  const known = series.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  let [products, pairs, squares] = [0, 0, 0];
  series.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    squares += (value - mean) ** 2;
    const before = (series[i - 1] ?? Number.NaN) - mean;
    if (Number.isNaN(before)) return;
    products += (value - mean) * before;
    pairs++;
  });
  if (!(squares > 0) || pairs < 3) return 0;
  const plain = products / pairs / (squares / known.length);
  return Math.max(-0.98, Math.min(0.98, plain + (1 + 3 * plain) / known.length));
}
