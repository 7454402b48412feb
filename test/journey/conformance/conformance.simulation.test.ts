/** A window on a stream of customers whose faults are known: what conformance says of them, and what counting alone would say. */
import { conformance, eventLog, seededRandom } from "cxkit";
import { expect, test } from "vitest";

const day = 86_400_000;
const end = 60 * day;
const steps = ["a", "b", "c", "d"];
const journey = { stages: [{ id: "s", name: "S", touchpoints: steps.map((id) => ({ id, name: id })) }] };

/**
 * Customers who begin at any time of eighty days, of which the log sees the last sixty; two days from step to step on average. One
 * in ten goes without c; 15 in 100 leave before d.
 */
function stream(seed: number) {
  const random = seededRandom(seed);
  const events = Array.from({ length: 3000 }, (_, number) => {
    let at = (random() * 80 - 20) * day;
    const [skips, leaves] = [random() < 0.1, random() < 0.15];
    return steps
      .filter((step) => !(step === "c" && skips) && !(step === "d" && leaves))
      .map((step) => {
        const event = { customer: `c${number}`, step, at };
        at -= Math.log(1 - random()) * 2 * day;
        return event;
      });
  });
  return eventLog(
    events.flat().filter(({ at }) => at >= 0 && at <= end),
    { customer: (row) => row.customer, touchpoint: (row) => row.step, at: (row) => row.at },
  );
}

test.each([1, 2, 3])(
  "steps that may still come, or came before the log, are not held against anybody (seed %i)",
  (seed) => {
    const log = stream(seed);
    const shareMissing = (found: ReturnType<typeof conformance>, step: string): number =>
      found.deviations.find(({ kind, touchpoint }) => kind === "missing" && touchpoint === step)?.customers.share ?? 0;
    const found = conformance(log, journey, { now: end });
    const counted = conformance(log, journey, { dropOffAfterSeconds: 0 });
    for (const [step, planted] of [
      ["a", 0],
      ["b", 0],
      ["c", 0.1],
      ["d", 0.15],
    ] as const) {
      expect(Math.abs(shareMissing(found, step) - planted)).toBeLessThan(0.02);
      // As if every path were whole: seven in a hundred too many at each step.
      expect(shareMissing(counted, step) - planted).toBeGreaterThan(0.05);
    }
  },
);
