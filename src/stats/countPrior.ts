import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { largestNumber } from "./sampleMoments.js";

/** The counts of each group; null where one is missing. Refuses what is no count of at least 0. */
export function countsOf(groups: readonly (readonly (number | null | undefined)[])[]): (readonly number[] | null)[] {
  return groups.map((counts, row) => {
    const known = counts.filter((count) => !isMissing(count));
    for (const count of known) {
      if (typeof count === "number" && count >= 0 && count <= largestNumber) continue;
      throw new CxError("invalid-value", "shrink requires counts from 0 to 1e140", count, row);
    }
    return known.length < counts.length ? null : known;
  });
}

/** What all groups together say of each. */
export interface CountPrior {
  /** The share of each category in all groups together. */
  readonly shares: readonly number[];
  /** What the other groups are worth in answers; null for no end of it: the groups do not differ by more than chance. */
  readonly concentration: number | null;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/**
 * The prior of a Dirichlet–multinomial model by the method of moments: how much more than chance the shares of the groups
 * differ, from the mean squares between and within groups. Null where there is no answer at all.
 */
export function countPrior(groups: readonly (readonly number[])[]): CountPrior | null {
  const known = groups.map((counts) => ({ counts, n: total(counts) })).filter(({ n }) => n > 0);
  const all = total(known.map(({ n }) => n));
  const first = known[0];
  if (first === undefined) return null;
  const shares = first.counts.map((_, category) => total(known.map(({ counts }) => counts[category] ?? 0)) / all);
  const k = known.length;
  if (k < 2 || all <= k) return { shares, concentration: null };
  const squares = (n: number, counts: readonly number[], of: (own: number, whole: number) => number): number =>
    n * total(counts.map((count, category) => of(count / n, shares[category] ?? 0)));
  const between = total(known.map(({ n, counts }) => squares(n, counts, (own, whole) => (own - whole) ** 2))) / (k - 1);
  const within = total(known.map(({ n, counts }) => squares(n, counts, (own) => own * (1 - own)))) / (all - k);
  const size = (all - total(known.map(({ n }) => n * n)) / all) / (k - 1);
  // The intraclass correlation is (between − within) / (between + (size − 1) · within).
  const excess = between - within;
  return { shares, concentration: excess > 1e-12 * between ? Math.max(0, (size * within) / excess) : null };
}
