/** The gap search as a whole, in seeded worlds: it is quiet where nothing is planted, and finds what is. */
import { eventLog, type Journey, journeyGaps } from "cxkit";
import { expect, test } from "vitest";
import { seededRandom } from "../../seededRandom.js";

const day = 86_400_000;
const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
const touchpoints = ids.map((id) => ({ id, name: id, expected: { satisfaction: 74 } }));
const journey: Pick<Journey, "stages"> = {
  stages: [
    { id: "one", name: "One", touchpoints: touchpoints.slice(0, 3) },
    { id: "two", name: "Two", flow: "any-order", touchpoints: touchpoints.slice(3, 5) },
    { id: "three", name: "Three", touchpoints: touchpoints.slice(5) },
  ],
};

interface World {
  readonly seed: number;
  readonly customers: number;
  /** The chance to leave a step out, and to be lost before one. */
  readonly skip?: number;
  readonly lose?: number;
  /** Mean days between two steps, exponentially distributed. */
  readonly wait: number;
}

/** Customers come all the time and some answer with a mean of the promise; the log is a window of 160 days on them. */
function gapsOf({ seed, customers, skip = 0.02, lose = 0.015, wait }: World) {
  const random = seededRandom(seed);
  const events: { customer: string; touchpoint: string; at: number }[] = [];
  const feedback: { kind: "csat"; customer: string; touchpoint: string; score: number }[] = [];
  for (let number = 0; number < customers; number++) {
    const customer = `c${number}`;
    let at = (random() * 220 - 60) * day;
    for (const touchpoint of ids) {
      if (random() < skip) continue;
      if (touchpoint !== "a" && random() < lose) break;
      events.push({ customer, touchpoint, at });
      at -= Math.log(1 - random()) * wait * day;
      const score = Math.round(4 + (random() + random() + random() - 1.5) * 1.6);
      if (random() < 0.15) feedback.push({ kind: "csat", customer, touchpoint, score: Math.min(5, score) });
    }
  }
  const log = eventLog(
    events.filter(({ at }) => at >= 0 && at < 160 * day),
    { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at },
  );
  return journeyGaps({ journey, log, feedback });
}

const runs = Array.from({ length: 25 }, (_, run) => run);

test.each([
  { customers: 300, wait: 3 },
  { customers: 1500, wait: 3 },
  { customers: 1500, wait: 10 },
])("is quiet where nothing is planted: $customers customers, $wait days a step", (world) => {
  const noisy = runs.filter((run) => gapsOf({ ...world, seed: 1000 + 7 * run }).length > 0);
  // At a false-discovery rate of 5 % one run in twenty may speak; shares of 2 % stay well under the tolerance of 5 %.
  expect(noisy.length).toBeLessThanOrEqual(2);
});

test("finds a loss of 12 % at every step, and steps that 12 % leave out", () => {
  for (const run of runs.slice(0, 8)) {
    const places = (gaps: ReturnType<typeof gapsOf>, kind: string) => gaps.filter((gap) => gap.kind === kind).length;
    // Six ranks have one after them; who leaves out the last step has gone no further.
    expect(places(gapsOf({ customers: 1500, wait: 3, lose: 0.12, seed: run }), "drop-off")).toBe(6);
    expect(places(gapsOf({ customers: 1500, wait: 3, skip: 0.12, seed: run }), "missing-touchpoint")).toBe(7);
  }
});
