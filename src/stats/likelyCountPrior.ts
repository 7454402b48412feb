import { type CountPrior, countPrior } from "./countPrior.js";
import { digammaRise, trigammaFall } from "./digammaRise.js";
import { logGammaRise } from "./logGamma.js";

/** Groups by category, and by their totals. */
interface Counts {
  readonly columns: readonly (readonly number[])[];
  readonly totals: readonly number[];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** The logarithm of the likelihood of a Dirichlet–multinomial model with these weights of the categories. */
function logLikelihood({ columns, totals }: Counts, weights: readonly number[]): number {
  const all = total(weights);
  const own = columns.map((counts, i) => total(counts.map((count) => logGammaRise(weights[i] as number, count))));
  return total(own) - total(totals.map((n) => logGammaRise(all, n)));
}

/** Newton's step towards more likelihood on the scale of logarithms, or the fixed-point step where that leads nowhere (Minka). */
function stepFrom({ columns, totals }: Counts, weights: readonly number[]): number[] {
  const all = total(weights);
  const rise = total(totals.map((n) => digammaRise(all, n)));
  const bend = total(totals.map((n) => trigammaFall(all, n)));
  const sides = columns.map((counts, i) => {
    const weight = weights[i] as number;
    const ownRise = total(counts.map((count) => digammaRise(weight, count)));
    const slope = weight * (ownRise - rise);
    const curve = weight * weight * total(counts.map((count) => trigammaFall(weight, count))) - slope;
    return { weight, slope, curve, fixed: Math.log(ownRise / rise) };
  });
  const left = 1 - bend * total(sides.map(({ weight, curve }) => (weight * weight) / curve));
  if (!(left > 0 && sides.every(({ curve }) => curve > 0))) return sides.map(({ fixed }) => fixed);
  const common = (bend * total(sides.map(({ weight, slope, curve }) => (weight * slope) / curve))) / left;
  return sides.map(({ weight, slope, curve }) => (slope + weight * common) / curve);
}

/** The likeliest weights near some. */
function climb(counts: Counts, start: readonly number[]): number[] {
  let weights = [...start];
  let height = logLikelihood(counts, weights);
  for (let round = 0; round < 500; round++) {
    const step = stepFrom(counts, weights);
    const longest = step.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    let scale = Math.min(1, 2 / longest);
    const moved = (): number[] => weights.map((weight, i) => weight * Math.exp(scale * (step[i] as number)));
    let next = moved();
    // So near to the top, rounding hides whether a step leads up.
    if (longest < 1e-6) {
      weights = next;
      // The next step would be about the square of this one.
      if (longest < 1e-10) break;
      continue;
    }
    for (; logLikelihood(counts, next) < height && scale > 1e-9; next = moved()) scale /= 2;
    weights = next;
    height = logLikelihood(counts, weights);
  }
  return weights;
}

/** The likeliest of some concentrations around the given shares. */
function bestStart(counts: Counts, shares: readonly number[]): readonly number[] {
  const starts = Array.from({ length: 16 }, (_, i) => shares.map((share) => share * 10 ** (i / 2 - 1)));
  const heights = starts.map((weights) => logLikelihood(counts, weights));
  return starts[heights.indexOf(Math.max(...heights))] ?? shares;
}

/**
 * The prior of a Dirichlet–multinomial model by maximum likelihood, by Newton's method from a few starts. Null
 * where there is no answer at all.
 *
 * @see Minka (2000), "Estimating a Dirichlet distribution".
 */
export function likelyCountPrior(groups: readonly (readonly number[])[]): CountPrior | null {
  const pooled = countPrior(groups);
  const known = groups.filter((counts) => total(counts) > 0);
  if (pooled === null) return null;
  const alike = { shares: pooled.shares, concentration: null };
  const occurring = pooled.shares.flatMap((share, category) => (share > 0 ? [category] : []));
  const counts: Counts = {
    columns: occurring.map((category) => known.map((group) => group[category] ?? 0)),
    totals: known.map(total),
  };
  if (known.length < 2 || occurring.length < 2 || counts.totals.every((n) => n <= 1)) return alike;
  // Where each group is of one mind, the likelihood rises until nothing is left of the others.
  if (known.every((group) => group.filter((count) => count > 0).length === 1)) {
    const shares = groups[0]?.map((_, i) => known.filter((group) => (group[i] ?? 0) > 0).length / known.length) ?? [];
    return { shares, concentration: 0 };
  }
  const shares = occurring.map((category) => pooled.shares[category] as number);
  // Where groups differ, a small one tells of the shares nearly as much as a large one.
  const each = counts.columns.map((column) => total(column.map((count, i) => count / (counts.totals[i] as number))));
  const tops = [shares, each.map((sum) => sum / known.length)].map((middle) =>
    climb(counts, bestStart(counts, middle)),
  );
  const heights = tops.map((weights) => logLikelihood(counts, weights));
  const highest = Math.max(...heights);
  const weights = tops[heights.indexOf(highest)] ?? shares;
  const concentration = total(weights);
  // The limit of groups that do not differ.
  const flat = total(counts.columns.map((column, i) => total(column) * Math.log(shares[i] as number)));
  const rises = highest > flat + 1e-12 * Math.abs(flat);
  if (!(rises && concentration < 1e9 * Math.max(...counts.totals))) return alike;
  return {
    shares: pooled.shares.map((_, category) => {
      const place = occurring.indexOf(category);
      return place < 0 ? 0 : (weights[place] as number) / concentration;
    }),
    concentration,
  };
}
