/** The directly-follows graph of a million events, against a bare loop and the idiom of sorting each customer's events. */
import { discover, eventLog, journeyGaps } from "cxkit";
import { bench, describe } from "vitest";

const names = ["search", "cart", "pay", "confirm", "deliver", "rate"];
const eventsOf = (n: number) =>
  Array.from({ length: n }, (_, index) => ({
    customer: `c${(index * 7919) % (n / 10)}`,
    touchpoint: names[(index * 31) % 6] ?? "",
    at: (index * 104_729) % 1_000_003,
  }));
const columns = {
  customer: (row: { customer: string }) => row.customer,
  touchpoint: (row: { touchpoint: string }) => row.touchpoint,
  at: (row: { at: number }) => row.at,
};
const journey = { stages: [{ id: "all", name: "All", touchpoints: names.map((id) => ({ id, name: id })) }] };

function sortEach(rows: ReturnType<typeof eventsOf>): Map<string, number> {
  const byCustomer = new Map<string, typeof rows>();
  for (const row of rows) {
    const list = byCustomer.get(row.customer);
    if (list === undefined) byCustomer.set(row.customer, [row]);
    else list.push(row);
  }
  const follows = new Map<string, number>();
  for (const list of byCustomer.values()) {
    list.sort((a, b) => a.at - b.at);
    list.forEach((row, index) => {
      const next = list[index + 1];
      if (next === undefined) return;
      const key = `${row.touchpoint} → ${next.touchpoint}`;
      follows.set(key, (follows.get(key) ?? 0) + 1);
    });
  }
  return follows;
}

/** No more than the counts, in typed arrays, by a counting sort: what a loop written for just this costs. */
function bareLoop(rows: ReturnType<typeof eventsOf>): Int32Array {
  const [customers, places] = [new Map<string, number>(), new Map<string, number>()];
  const codeOf = (codes: Map<string, number>, name: string): number => {
    const code = codes.get(name) ?? codes.size;
    if (code === codes.size) codes.set(name, code);
    return code;
  };
  const who = Int32Array.from(rows, (row) => codeOf(customers, row.customer));
  const where = Int32Array.from(rows, (row) => codeOf(places, row.touchpoint));
  const offsets = new Int32Array(customers.size + 1);
  for (const code of who) offsets[code + 1] = (offsets[code + 1] ?? 0) + 1;
  for (let code = 0; code < customers.size; code++) offsets[code + 1] = (offsets[code + 1] ?? 0) + (offsets[code] ?? 0);
  const next = offsets.slice();
  const [path, times] = [new Int32Array(rows.length), new Float64Array(rows.length)];
  rows.forEach((row, index) => {
    const customer = who[index] ?? 0;
    let place = next[customer] ?? 0;
    next[customer] = place + 1;
    for (; place > (offsets[customer] ?? 0) && (times[place - 1] ?? 0) > row.at; place--) {
      times[place] = times[place - 1] ?? 0;
      path[place] = path[place - 1] ?? 0;
    }
    times[place] = row.at;
    path[place] = where[index] ?? 0;
  });
  const follows = new Int32Array(places.size ** 2);
  for (let customer = 0; customer < customers.size; customer++) {
    for (let event = (offsets[customer] ?? 0) + 1; event < (offsets[customer + 1] ?? 0); event++) {
      const pair = (path[event - 1] ?? 0) * places.size + (path[event] ?? 0);
      follows[pair] = (follows[pair] ?? 0) + 1;
    }
  }
  return follows;
}

for (const n of [250_000, 500_000, 1_000_000]) {
  const rows = eventsOf(n);
  const log = eventLog(rows, columns);
  describe(`${n} events`, () => {
    bench("bare loop", () => void bareLoop(rows), { iterations: 3 });
    bench("sort each customer's events", () => void sortEach(rows), { iterations: 3 });
    bench("eventLog and discover", () => void discover(eventLog(rows, columns)), { iterations: 3 });
    bench("journeyGaps of the log", () => void journeyGaps({ journey, log }), { iterations: 3 });
  });
}
