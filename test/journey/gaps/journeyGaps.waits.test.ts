/** Waits that nobody promised: late starters have not been seen long enough to show a long one. */
import { eventLog, journeyGapReport } from "cxkit";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../seededRandom.js";
import { touchpoint } from "./walkedJourney.js";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const journey = { stages: [{ id: "s", name: "S", touchpoints: [touchpoint("order"), touchpoint("box")] }] };

/** Customers who start all the time, and wait; what comes after the last day is not seen. */
function windowOn(seed: number, customers: number, days: number, waitOf: (random: () => number, at: number) => number) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: customers }, (_, index) => {
    const at = (random() * 2 - 1) * days;
    return [
      { customer: `c${index}`, touchpoint: "order", at },
      { customer: `c${index}`, touchpoint: "box", at: at + waitOf(random, at) },
    ];
  })
    .flat()
    .filter(({ at }) => at >= 0 && at < days)
    .map((row) => ({ ...row, at: start + Math.floor(row.at * day) }));
  return eventLog(rows, { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at });
}
const delays = (log: ReturnType<typeof windowOn>) =>
  journeyGapReport({ journey, log }).gaps.filter(({ kind }) => kind === "delay");

describe("journeyGaps and waits without a promise", () => {
  test.each([
    ["between 5 and 10 days", (random: () => number) => 5 + 5 * random()],
    ["mostly short and sometimes 10 days", (random: () => number) => (random() < 0.95 ? random() : 9 + random())],
    ["with a long tail", (random: () => number) => -2 * Math.log(1 - random())],
  ])("tells no time at which they were longer where they always are %s", (_, waitOf) => {
    for (const seed of [1, 2]) {
      for (const days of [14, 25]) expect(delays(windowOn(seed, 20_000, days, waitOf)), `${days} days`).toEqual([]);
    }
  });

  test("still tells the days at which they were longer", () => {
    const log = windowOn(1, 20_000, 25, (random, at) => (at >= 4 && at < 6 ? 3 : 0) + 5 + 5 * random());
    expect(delays(log)).toMatchObject([{ where: [{ from: "2026-01-05T00:00:00Z", to: "2026-01-07T00:00:00Z" }] }]);
  });
});
