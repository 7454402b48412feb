import { correlationMatrix, type RowBlock } from "../stats/correlationMatrix.js";
import { sharesOf } from "../stats/driverShare.js";
import type { Interval } from "../stats/interval.js";
import { quantileOfSorted } from "../stats/quantile.js";
import { repairCorrelations } from "../stats/repairCorrelations.js";
import { seededRandom } from "../stats/seededRandom.js";
import { fitDrivers } from "./fitDrivers.js";

/** The percentile intervals of what a bootstrap found; each null where the resamples do not tell. */
export interface DriverIntervals {
  readonly relativeWeight: (driver: number) => Interval | null;
  /** Of the share by which drivers are ranked: Shapley's, or the relative weight where there are too many drivers for it. */
  readonly leading: (driver: number) => Interval | null;
  readonly rank: (driver: number) => Interval | null;
}

// Shares that differ by less than this are the same, but for rounding.
const negligibleShare = 1e-9;

/**
 * Draws rows again, with replacement and as many as there are, and analyses them each time.
 *
 * @param blocks The rows, each of which stands for as many as its count says.
 * @param counts The counts.
 * @param drivers How many drivers there are.
 */
export function driverResamples(
  blocks: readonly RowBlock[],
  counts: readonly number[],
  drivers: number,
  { replicates, seed, level }: { readonly replicates: number; readonly seed: number; readonly level: number },
): DriverIntervals {
  const random = seededRandom(seed);
  const places = new Uint32Array(counts.reduce((rows, count) => rows + count, 0));
  let end = 0;
  counts.forEach((count, place) => {
    places.fill(place, end, end + count);
    end += count;
  });
  const each = Array.from({ length: drivers }, (_, driver) => driver);
  const series = (): number[][] => each.map(() => []);
  const [weights, leading, ranks] = [series(), series(), series()];
  const drawn = new Uint32Array(counts.length);
  for (let replicate = 0; replicate < replicates; replicate++) {
    drawn.fill(0);
    for (let draw = 0; draw < places.length; draw++) {
      (drawn[places[Math.floor(random() * places.length)] as number] as number)++;
    }
    const { matrix } = correlationMatrix(blocks, drawn, drivers + 1);
    // What does not vary among the drawn rows explains nothing there.
    const known = matrix.map((correlation) => (Number.isNaN(correlation) ? 0 : correlation));
    const fit = fitDrivers(repairCorrelations(known, drivers + 1), drivers);
    const [weightsNow, now] = [fit.relativeWeights, fit.leading].map((values) =>
      sharesOf(values).filter((share) => share !== null),
    );
    weightsNow?.forEach((share, driver) => {
      weights[driver]?.push(share);
    });
    now?.forEach((share, driver) => {
      leading[driver]?.push(share);
      ranks[driver]?.push(1 + now.filter((other) => other > share + negligibleShare).length);
    });
  }
  const usable = weights[0]?.length ?? 0;
  // Few resamples do not reach into the tails, and a share that many of them lack is not theirs to tell.
  const tells = usable * (1 - level) >= 2 && usable >= 0.95 * replicates;
  const intervalOf = (values: Iterable<number>): Interval | null => {
    if (!tells) return null;
    const sorted = Float64Array.from(values).sort();
    return { low: quantileOfSorted(sorted, (1 - level) / 2), high: quantileOfSorted(sorted, (1 + level) / 2), level };
  };
  return {
    relativeWeight: (driver) => intervalOf(weights[driver] ?? []),
    leading: (driver) => intervalOf(leading[driver] ?? []),
    rank: (driver) => {
      const interval = intervalOf(ranks[driver] ?? []);
      return interval && { ...interval, low: Math.floor(interval.low), high: Math.ceil(interval.high) };
    },
  };
}

/** Whether two shares may be the same: their intervals overlap. */
export const overlap = (a: Interval, b: Interval): boolean =>
  a.low <= b.high + negligibleShare && b.low <= a.high + negligibleShare;
