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

const isEstimate = (value: object): value is AnyEstimate =>
  "n" in value && typeof (value as Partial<AnyEstimate>).definition?.kpi === "string";

/** Whether members of a list are groups, which add up to what holds them. */
const isGroup = (member: unknown): member is Group<unknown> =>
  Object(member) === member && Object.hasOwn(member as object, "key") && Object.hasOwn(member as object, "result");

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

/** The same value with each estimate in it replaced, and those within an estimate that is still shown. */
function replaceEstimates(
  value: unknown,
  place: Place,
  replace: (estimate: AnyEstimate, place: Place) => AnyEstimate,
): unknown {
  if (Array.isArray(value)) {
    return value.map((member, index) => replaceEstimates(member, `${place}/${nameOf(member, index)}`, replace));
  }
  if (value === null || typeof value !== "object") return value;
  const shown = isEstimate(value) ? replace(value, place) : value;
  if ("suppressed" in shown) return shown;
  return Object.fromEntries(
    Object.entries(shown).map(([name, inner]) => [
      name,
      replaceEstimates(inner, `${place}/${JSON.stringify(name)}`, replace),
    ]),
  );
}

/** The same value with the groups in it hidden from each other, as far as they are sisters. */
function hideSisters(value: unknown, minimumN: number): unknown {
  if (value === null || typeof value !== "object" || isEstimate(value)) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hideSisters(inner, minimumN)]));
  }
  if (value.length > 0 && value.every(isGroup)) return hideSmallGroups(value, minimumN);
  return value.map((member) => hideSisters(member, minimumN));
}

/** One estimate of one group, among those of the other groups at the same place. */
export interface Cell {
  readonly group: number;
  /** Null where it is hidden already: how many it were is not known any more. */
  readonly n: number | null;
  hidden: boolean;
}

/**
 * Hides what rests on few observations, and as many of the next-smallest groups as it takes: where the total is known, a single
 * hidden group is the total less the others, and so is the sum of several that are too few even together. A group of none is hidden
 * like any of few, but no other with it: that it is none tells of nobody.
 */
export function hideCells(cells: readonly Cell[], minimumN: number): void {
  for (const cell of cells) cell.hidden ||= cell.n !== null && cell.n < minimumN;
  const shown = cells
    .filter(({ hidden, n }) => !hidden && n !== 0)
    .sort((a, b) => (a.n ?? 0) - (b.n ?? 0) || a.group - b.group);
  const hidden = cells.filter((cell) => cell.hidden && cell.n !== 0);
  const cover = (): number => hidden.reduce((sum, { n }) => sum + (n ?? 0), 0);
  while (hidden.length > 0 && (hidden.length === 1 || cover() < minimumN)) {
    const next = shown.shift();
    if (next === undefined) return;
    next.hidden = true;
    hidden.push(next);
  }
}

/** The groups with every estimate hidden that tells, or lets work out, what fewer than `minimumN` observations say. */
export function hideSmallGroups<Result>(groups: readonly Group<Result>[], minimumN: number): Group<Hidden<Result>>[] {
  const results = groups.map(({ result }) => hideSisters(result, minimumN));
  const cellsAt = new Map<Place, Map<number, Cell>>();
  results.forEach((result, group) => {
    replaceEstimates(result, "", (estimate, place) => {
      const cells = cellsAt.get(place) ?? new Map<number, Cell>();
      cells.set(group, { group, n: estimate.n, hidden: estimate.n === null });
      cellsAt.set(place, cells);
      return estimate;
    });
  });
  for (const cells of cellsAt.values()) hideCells([...cells.values()], minimumN);
  return groups.map(({ key }, group) => {
    const shown = replaceEstimates(results[group], "", (estimate, place) =>
      estimate.n !== null && cellsAt.get(place)?.get(group)?.hidden ? suppress(estimate) : estimate,
    );
    // Of the same shape but for the estimates that are hidden now.
    return { key, result: shown as Hidden<Result> };
  });
}
