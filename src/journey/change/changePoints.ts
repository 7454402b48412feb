import { type DriftCounts, groupDifference } from "./driftCounts.js";

/** A window from which on the journey is another. */
export interface ChangePoint {
  /** The number of the window. */
  readonly window: number;
  /** Of what lies between it and its neighbours, before against after, times the number of tests that places there are worth. */
  readonly adjustedPValue: number;
}

/** A place where the journey may have become another. */
interface Place {
  readonly window: number;
  readonly pValue: number;
  readonly strength: number;
}

/** A place is looked at in two ways, unless there is but one place, where both are the same. */
const testsOf = (from: number, to: number): number => (to - from === 2 ? 1 : 2 * (to - from - 1));

/** The clearest of some places: of those whose p-values are all too small to tell apart, the strongest. */
function clearest(places: readonly (Place | null)[]): Place | null {
  let best: Place | null = null;
  for (const place of places) {
    if (place === null || (best !== null && place.pValue > best.pValue)) continue;
    if (best === null || place.pValue < best.pValue || place.strength > best.strength) best = place;
  }
  return best;
}

/**
 * Splits a series of windows where the difference is the clearest, and each part again, until no part has a difference that chance would
 * not bring in a share `alpha` of cases (binary segmentation). A place is judged by all windows before it against all after it, which
 * finds what lasts, and by its two neighbours, which finds what passes.
 */
export function changePoints({ between, size }: DriftCounts, windows: number, alpha: number): ChangePoint[] {
  const placeAt = (from: number, window: number, to: number): Place | null => {
    const found = groupDifference(between(from, window), between(window, to), size);
    return found === null || found.pValue === null ? null : { window, pValue: found.pValue, strength: found.strength };
  };
  const placesBetween = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => from + 1 + index);
  const split = (from: number, to: number): number[] => {
    const places = placesBetween(from, to);
    const wide = places.map((window) => placeAt(from, window, to));
    const near = places.map((window) => placeAt(window - 1, window, window + 1));
    const best = clearest([...wide, ...near]);
    if (best === null || best.pValue * testsOf(from, to) > alpha) return [];
    return [...split(from, best.window), best.window, ...split(best.window, to)];
  };

  // The first splits were made with later changes still in either part: each looks for its place again, between its neighbours, and the
  // weakest is given up while it does not hold there.
  let found = split(0, windows);
  for (;;) {
    const points: ChangePoint[] = [];
    found.forEach((window, index) => {
      const [from, to] = [points.at(-1)?.window ?? 0, found[index + 1] ?? windows];
      const place = clearest(placesBetween(from, to).map((one) => placeAt(from, one, to)));
      points.push({
        window: place?.window ?? window,
        adjustedPValue: Math.min(1, (place?.pValue ?? 1) * testsOf(from, to)),
      });
    });
    const weakest = points.reduce((most, { adjustedPValue }) => Math.max(most, adjustedPValue), 0);
    if (weakest <= alpha) return points;
    const given = points.findIndex(({ adjustedPValue }) => adjustedPValue === weakest);
    found = points.flatMap(({ window }, index) => (index === given ? [] : [window]));
  }
}
