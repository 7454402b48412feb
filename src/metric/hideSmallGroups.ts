import type { Estimate } from "./estimate.js";
import type { Group, GroupKey } from "./group.js";
import { type Suppressed, suppress } from "./suppressed.js";

/**
 * A result in which estimates of few observations are hidden, wherever they are: in the result of `allOf` under each name, in
 * the periods of a series, in the groups of groups.
 */
export type Hidden<Result> =
  Result extends Pick<Estimate, "n" | "definition">
    ? Result | Suppressed<Result>
    : Result extends Suppressed<unknown>
      ? Result
      : Result extends object
        ? { readonly [Field in keyof Result]: Hidden<Result[Field]> }
        : Result;

/** Where in the results of all groups one estimate is: the names that lead to it. */
type Place = string;
type AnyEstimate = Estimate | Suppressed<Estimate>;

const isEstimate = (value: object): value is AnyEstimate => "definition" in value && "n" in value;

/** What tells one member of a list from another: a group by its key, a period by its ends. */
function nameOf(member: unknown, index: number): string {
  if (Object(member) !== member) return String(index);
  const { key, start, end } = member as { key?: GroupKey; start?: string | null; end?: string | null };
  return JSON.stringify([
    typeof key,
    key ?? null,
    start ?? null,
    end ?? null,
    start === undefined && key === undefined ? index : 0,
  ]);
}

/** The same value with each estimate in it replaced. */
function replaceEstimates(
  value: unknown,
  place: Place,
  replace: (estimate: AnyEstimate, place: Place) => unknown,
): unknown {
  if (Array.isArray(value)) {
    return value.map((member, index) => replaceEstimates(member, `${place}/${nameOf(member, index)}`, replace));
  }
  if (value === null || typeof value !== "object") return value;
  if (isEstimate(value)) return replace(value, place);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      replaceEstimates(inner, `${place}/${JSON.stringify(name)}`, replace),
    ]),
  );
}

/** One estimate of one group, among those of the other groups at the same place. */
interface Cell {
  readonly group: number;
  readonly n: number;
  hidden: boolean;
}

/**
 * Hides what rests on few observations, and as many of the next-smallest groups as it takes: where the total is known, a single
 * hidden group is the total less the others, and so is the sum of several that are too few even together.
 */
function hideCells(cells: readonly Cell[], minimumN: number): void {
  for (const cell of cells) cell.hidden ||= cell.n < minimumN;
  const bySize = cells.filter(({ n }) => n > 0).sort((a, b) => a.n - b.n || a.group - b.group);
  let hidden = bySize.filter((cell) => cell.hidden);
  const total = (): number => hidden.reduce((sum, { n }) => sum + n, 0);
  while (hidden.length > 0 && (hidden.length === 1 || total() < minimumN)) {
    const next = bySize.find((cell) => !cell.hidden);
    if (next === undefined) return;
    next.hidden = true;
    hidden = bySize.filter((cell) => cell.hidden);
  }
}

/** The groups with every estimate hidden that tells, or lets work out, what fewer than `minimumN` observations say. */
export function hideSmallGroups<Result>(groups: readonly Group<Result>[], minimumN: number): Group<Hidden<Result>>[] {
  const cellsAt = new Map<Place, Map<number, Cell>>();
  groups.forEach(({ result }, group) => {
    replaceEstimates(result, "", (estimate, place) => {
      const cells = cellsAt.get(place) ?? new Map<number, Cell>();
      // Of what is hidden already nobody knows how many it were; two such are taken for enough.
      cells.set(group, { group, n: estimate.n ?? minimumN / 2, hidden: estimate.n === null });
      cellsAt.set(place, cells);
      return estimate;
    });
  });
  for (const cells of cellsAt.values()) hideCells([...cells.values()], minimumN);
  return groups.map(({ key, result }, group) => {
    const shown = replaceEstimates(result, "", (estimate, place) =>
      estimate.n !== null && cellsAt.get(place)?.get(group)?.hidden ? suppress(estimate) : estimate,
    );
    // Of the same shape but for the estimates that are hidden now.
    return { key, result: shown as Hidden<Result> };
  });
}
