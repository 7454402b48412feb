/** A funnel of four steps over a million events, against a bare loop over the same columns and the idiom of sorting each customer's events. */
import { eventLog, funnel } from "cxkit";
import { bench, describe } from "vitest";

const names = ["search", "cart", "pay", "confirm", "deliver", "rate"];
const steps = names.slice(0, 4);
const eventsOf = (n: number) =>
  Array.from({ length: n }, (_, index) => ({
    customer: `c${(index * 7919) % (n / 10)}`,
    touchpoint: names[((index * 2_654_435_761) >>> 16) % 6] ?? "",
    at: (index * 104_729) % 1_000_003,
  }));
type Rows = ReturnType<typeof eventsOf>;
const columns = {
  customer: (row: Rows[0]) => row.customer,
  touchpoint: (row: Rows[0]) => row.touchpoint,
  at: (row: Rows[0]) => row.at,
};

/** Codes, a counting sort by customer, a sort of each customer's few, one pass. */
function bareLoop(rows: Rows): number[] {
  const codes = new Map<string, number>();
  const customer = Int32Array.from(rows, (row) => {
    const code = codes.get(row.customer) ?? codes.size;
    codes.set(row.customer, code);
    return code;
  });
  const offsets = new Int32Array(codes.size + 1);
  for (const code of customer) offsets[code + 1] = (offsets[code + 1] ?? 0) + 1;
  for (let code = 0; code < codes.size; code++) offsets[code + 1] = (offsets[code + 1] ?? 0) + (offsets[code] ?? 0);
  const next = offsets.slice();
  const order = new Int32Array(rows.length);
  customer.forEach((code, row) => {
    order[next[code] ?? 0] = row;
    next[code] = (next[code] ?? 0) + 1;
  });
  const reached = [0, 0, 0, 0];
  for (let code = 0; code < codes.size; code++) {
    const mine = order.subarray(offsets[code], offsets[code + 1]);
    for (let place = 1; place < mine.length; place++) {
      const row = mine[place] ?? 0;
      let free = place;
      for (; free > 0 && (rows[mine[free - 1] ?? 0]?.at ?? 0) > (rows[row]?.at ?? 0); free--)
        mine[free] = mine[free - 1] ?? 0;
      mine[free] = row;
    }
    let step = 0;
    for (const row of mine) {
      if (rows[row]?.touchpoint !== steps[step]) continue;
      reached[step] = (reached[step] ?? 0) + 1;
      step++;
    }
  }
  return reached;
}

/** What most would write. */
function sortEach(rows: Rows): number[] {
  const byCustomer = new Map<string, Rows>();
  for (const row of rows) {
    const list = byCustomer.get(row.customer);
    if (list === undefined) byCustomer.set(row.customer, [row]);
    else list.push(row);
  }
  const reached = [0, 0, 0, 0];
  for (const list of byCustomer.values()) {
    let step = 0;
    for (const { touchpoint } of list.sort((a, b) => a.at - b.at)) {
      if (touchpoint === steps[step]) reached[step] = (reached[step++] ?? 0) + 1;
    }
  }
  return reached;
}

for (const n of [250_000, 500_000, 1_000_000]) {
  const rows = eventsOf(n);
  const log = eventLog(rows, columns);
  describe(`${n} events`, () => {
    bench("bare loop", () => void bareLoop(rows), { iterations: 3 });
    bench("sort each customer's events", () => void sortEach(rows), { iterations: 3 });
    bench("funnel of a log at hand", () => void funnel(log, steps), { iterations: 3 });
    bench("eventLog and funnel", () => void funnel(eventLog(rows, columns), steps), { iterations: 3 });
    bench("funnel with a window", () => void funnel(log, steps, { within: 100 }), { iterations: 3 });
  });
}
