/** Writes a column in another order. A plain loop: typed arrays' own `from` takes several times as long. */
export function reordered<To extends Int32Array | Float64Array>(
  column: ArrayLike<number>,
  order: Int32Array,
  into: To,
): To {
  for (let place = 0; place < order.length; place++) into[place] = column[order[place] ?? 0] ?? 0;
  return into;
}

/** Sorts one customer's events, which stand in the order of the rows; those at the same time keep it. */
function sortByTime(order: Int32Array, times: Float64Array, from: number, to: number): void {
  let moves = 0;
  for (let place = from + 1; place < to; place++) {
    const [row, time] = [order[place] ?? 0, times[place] ?? 0];
    let free = place;
    // Rows are mostly in order already, and most customers have few: nothing is quicker than moving these along.
    for (; free > from && (times[free - 1] ?? 0) > time; free--) {
      order[free] = order[free - 1] ?? 0;
      times[free] = times[free - 1] ?? 0;
      moves++;
    }
    order[free] = row;
    times[free] = time;
    if (moves > 8 * (to - from) && to - from > 64) {
      sortLong(order, times, from, to);
      return;
    }
  }
}

/** The same for a customer of many events that are far out of order. */
function sortLong(order: Int32Array, times: Float64Array, from: number, to: number): void {
  const events = Array.from(order.subarray(from, to), (row, index) => ({ row, time: times[from + index] ?? 0 }));
  events.sort((a, b) => a.time - b.time || a.row - b.row);
  events.forEach(({ row, time }, index) => {
    order[from + index] = row;
    times[from + index] = time;
  });
}

/** The order by customer, then time, then row, by a counting sort and one of each customer's few. */
export function sortEvents(
  customer: ArrayLike<number>,
  at: ArrayLike<number>,
  customers: number,
): { order: Int32Array; offsets: Int32Array; times: Float64Array } {
  const offsets = new Int32Array(customers + 1);
  for (let row = 0; row < customer.length; row++) {
    const code = customer[row] ?? 0;
    offsets[code + 1] = (offsets[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < customers; code++) offsets[code + 1] = (offsets[code + 1] ?? 0) + (offsets[code] ?? 0);
  const next = offsets.slice();
  const order = new Int32Array(customer.length);
  for (let row = 0; row < customer.length; row++) {
    const code = customer[row] ?? 0;
    const place = next[code] ?? 0;
    order[place] = row;
    next[code] = place + 1;
  }
  const times = reordered(at, order, new Float64Array(order.length));
  for (let code = 0; code < customers; code++) sortByTime(order, times, offsets[code] ?? 0, offsets[code + 1] ?? 0);
  return { order, offsets, times };
}
