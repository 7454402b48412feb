import { type Cell, hideCells } from "../../metric/hideSmallGroups.js";

/** A count that stands in a table of themes by groups. */
export interface ThemeCellCount {
  readonly theme: string;
  readonly parent: string | null;
  /** The number of the group. */
  readonly group: number;
  readonly n: number;
  /** Whether it is hidden anyway. */
  readonly hidden: boolean;
}

/**
 * Which cells to hide, so that no count under `minimumN` is told, nor can be worked out from the total of its theme over the groups, or
 * from a whole and its other parts within a group.
 */
export function hideThemeCells(counts: readonly ThemeCellCount[], minimumN: number): boolean[] {
  const cells = counts.map(({ group, n, hidden }): Cell => ({ group, n, hidden }));
  if (minimumN <= 0) return cells.map(({ hidden }) => hidden);
  const families = new Map<string, Cell[]>();
  const join = (family: string, cell: Cell): void => {
    const members = families.get(family);
    if (members === undefined) families.set(family, [cell]);
    else members.push(cell);
  };
  counts.forEach(({ theme, parent, group }, i) => {
    const cell = cells[i] as Cell;
    join(JSON.stringify([theme]), cell);
    if (parent !== null) join(JSON.stringify([parent, group]), cell);
  });
  // What one family hides may uncover another, until nothing more is hidden.
  for (let before = -1, hidden = 0; hidden > before; ) {
    before = hidden;
    for (const family of families.values()) hideCells(family, minimumN);
    hidden = cells.filter((cell) => cell.hidden).length;
  }
  return cells.map(({ hidden }) => hidden);
}
