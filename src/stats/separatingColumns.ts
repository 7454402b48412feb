import type { SeparationKind } from "./logisticFit.js";

/** How one column of figures alone splits two outcomes; null where it does not, or does not vary. */
function separationOf(figures: Float64Array, outcomes: Uint8Array): SeparationKind | null {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  const most = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  for (let row = 0; row < figures.length; row++) {
    const outcome = outcomes[row] === 1 ? 1 : 0;
    const figure = figures[row] as number;
    if (figure < least[outcome]) least[outcome] = figure;
    if (figure > most[outcome]) most[outcome] = figure;
  }
  if (most[0] < least[1] || most[1] < least[0]) return "complete";
  const varies = Math.min(...least) < Math.max(...most);
  return varies && (most[0] <= least[1] || most[1] <= least[0]) ? "quasi-complete" : null;
}

/** The columns that split the two outcomes each on its own, and how. */
export function separatingColumns(
  columns: readonly Float64Array[],
  outcomes: Uint8Array,
): { readonly kind: SeparationKind; readonly columns: readonly number[] } | null {
  const kinds = columns.map((figures) => separationOf(figures, outcomes));
  const found = kinds.flatMap((kind, column) => (kind === null ? [] : [column]));
  if (found.length === 0) return null;
  return { kind: kinds.includes("complete") ? "complete" : "quasi-complete", columns: found };
}
