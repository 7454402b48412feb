/**
 * Conformance of 200,000 events of 25,000 customers, against the edit distance of each customer's path to the designed one, which is
 * all that a loop written for a purely sequential design would tell; and one path of 100,000 events, where stages come in any order.
 */
import { alignPath, conformance, eventLog } from "cxkit";
import { bench, describe } from "vitest";

const ids = ["search", "cart", "voucher", "pay", "confirm", "pack", "deliver", "rate"];
const journey = { stages: [{ id: "all", name: "All", touchpoints: ids.map((id) => ({ id, name: id })) }] };
const customers = 25_000;
const rows = Array.from({ length: customers * ids.length }, (_, index) => {
  const customer = Math.floor(index / ids.length);
  // Most do as they should; some leave out, swap or add a step.
  const odd = (customer * 7919) % 13 < 3 ? (index * 31) % 5 : 0;
  return {
    customer: `c${customer}`,
    touchpoint: odd === 1 ? "help" : (ids[(index + (odd === 2 ? 1 : 0)) % ids.length] ?? ""),
    at: index * 1000,
  };
});
const log = eventLog(rows, {
  customer: (row) => row.customer,
  touchpoint: (row) => row.touchpoint,
  at: (row) => row.at,
});

/** Insertions and deletions that make one path of the other, for every customer anew. */
function editDistances(): number {
  const designed = ids.map((id) => log.touchpoints.indexOf(id));
  let sum = 0;
  for (let customer = 0; customer < customers; customer++) {
    const path = log.touchpoint.subarray(log.offsets[customer], log.offsets[customer + 1]);
    let before = Int32Array.from({ length: designed.length + 1 }, (_, step) => step);
    path.forEach((code, event) => {
      const after = new Int32Array(designed.length + 1);
      after[0] = event + 1;
      for (let step = 1; step <= designed.length; step++) {
        const same = designed[step - 1] === code ? (before[step - 1] ?? 0) : Number.POSITIVE_INFINITY;
        after[step] = Math.min((before[step] ?? 0) + 1, (after[step - 1] ?? 0) + 1, same);
      }
      before = after;
    });
    sum += before[designed.length] ?? 0;
  }
  return sum;
}

describe("200,000 events of 25,000 customers", () => {
  bench("conformance", () => void conformance(log, journey), { iterations: 5, time: 0 });
  bench("an edit distance for each customer, in a loop of one's own", () => void editDistances(), {
    iterations: 5,
    time: 0,
  });
});

describe("one path of 100,000 events, forty touchpoints in any order", () => {
  const many = Array.from({ length: 40 }, (_, number) => ({ id: `t${number}`, name: `T${number}` }));
  const stages = ["first", "second"].map((id, half) => ({
    id,
    name: id,
    flow: "any-order" as const,
    touchpoints: many.slice(20 * half, 20 * half + 20),
  }));
  const path = Array.from({ length: 100_000 }, (_, index) => `t${(index * 7919) % 43}`);
  bench("alignPath", () => void alignPath(path, { stages }), { iterations: 5, time: 0 });
});
