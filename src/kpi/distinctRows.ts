/** Rows of columns, each of which stands for as many as its count says. */
export interface CountedRows {
  /** NaN where a figure is missing. */
  readonly columns: readonly Float64Array[];
  readonly counts: readonly number[];
}

/**
 * Rows that are alike as one with their count, in an order that depends on the figures alone: rows that hold the same columns
 * follow one another.
 */
export function distinctRows(columns: readonly Float64Array[]): CountedRows {
  const incomplete = columns.filter((column) => column.some(Number.isNaN));
  const compare = (a: number, b: number): number => {
    for (const column of incomplete) {
      const difference = Number(Number.isNaN(column[b])) - Number(Number.isNaN(column[a]));
      if (difference !== 0) return difference;
    }
    for (const column of columns) {
      const difference = (column[a] as number) - (column[b] as number);
      // NaN less NaN is none either.
      if (difference) return difference;
    }
    return 0;
  };
  const order = Uint32Array.from(columns[0] ?? [], (_, row) => row).sort(compare);
  const firsts: number[] = [];
  const counts: number[] = [];
  for (const [place, row] of order.entries()) {
    const before = order[place - 1];
    if (before !== undefined && compare(before, row) === 0) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else {
      firsts.push(row);
      counts.push(1);
    }
  }
  return { columns: columns.map((column) => Float64Array.from(firsts, (row) => column[row] as number)), counts };
}
