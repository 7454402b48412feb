import { quantileOfSorted } from "../../stats/quantile.js";

/** Waits for one place, as they are found. */
export interface WaitTimes {
  /** The place that each began at. */
  readonly fromPlaces: readonly number[];
  /** When each began, epoch milliseconds. */
  readonly begins: readonly number[];
  /** How long each was, milliseconds. */
  readonly lengths: readonly number[];
}

/** What is usual of the waits that begin at one place. */
export interface UsualWait {
  /** This long is still usual, milliseconds. */
  readonly limit: number;
  /** Waits that began later have not been seen long enough: of these only the short ones are known. */
  readonly until: number;
}

/** This share of waits is usual; those beyond are slow. */
const usual = 0.95;
/** Who could be seen for so long that this share of waits had ended has been seen long enough. */
const nearlyAll = 0.99;
/** Of fewer waits nobody can tell what is usual. */
const fewestWaits = 20;

/** What is usual, by the place that waits began at; places of too few waits that were seen long enough are left out. */
export function usualWaits({ fromPlaces, begins, lengths }: WaitTimes, end: number): ReadonlyMap<number, UsualWait> {
  const byPlace = new Map<number, number[]>();
  fromPlaces.forEach((place, index) => {
    const some = byPlace.get(place);
    if (some === undefined) byPlace.set(place, [index]);
    else some.push(index);
  });
  const settled = (waits: readonly number[]): UsualWait | null => {
    // Late beginners make waits look short, so fewer and fewer of them are looked at until nothing changes.
    for (let [seen, until] = [waits, end]; seen.length >= fewestWaits; ) {
      const sorted = Float64Array.from(seen, (index) => lengths[index] ?? 0).sort();
      const earlier = end - quantileOfSorted(sorted, nearlyAll);
      if (earlier >= until) return { limit: quantileOfSorted(sorted, usual), until };
      until = earlier;
      seen = seen.filter((index) => (begins[index] ?? 0) <= earlier);
    }
    return null;
  };
  const found = new Map<number, UsualWait>();
  for (const [place, waits] of byPlace) {
    const wait = settled(waits);
    if (wait !== null) found.set(place, wait);
  }
  return found;
}
