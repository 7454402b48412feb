/** The directly-follows graph of a million events, against the idiom of sorting each customer's events. */
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

for (const n of [250_000, 500_000, 1_000_000]) {
  const rows = eventsOf(n);
  const log = eventLog(rows, columns);
  describe(`${n} events`, () => {
    bench("sort each customer's events", () => void sortEach(rows), { iterations: 3 });
    bench("eventLog and discover", () => void discover(eventLog(rows, columns)), { iterations: 3 });
    bench("journeyGaps of the log", () => void journeyGaps({ journey, log }), { iterations: 3 });
  });
}
