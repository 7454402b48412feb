/** How sure the shares of missing steps are on a stream of customers that the end of the log cuts off. */
import { conformance, eventLog, seededRandom } from "cxkit";
import { expect, test } from "vitest";

const day = 86_400_000;
const journey = {
  stages: [{ id: "s", name: "S", touchpoints: ["order", "box", "rate"].map((id) => ({ id, name: id })) }],
};

/** Orders at any time of so many days; a fifth never get the box, the rest after 5–10 days; all who get it, but a tenth, rate it. */
function stream(seed: number, customers: number, days: number) {
  const random = seededRandom(seed);
  const events = Array.from({ length: customers }, (_, number) => {
    const ordered = random() * days * day;
    const boxed = ordered + (5 + 5 * random()) * day;
    const rated = boxed + random() * day;
    const [never, silent] = [random() < 0.2, random() < 0.1];
    return [
      { id: `c${number}`, on: "order", at: ordered },
      ...(never ? [] : [{ id: `c${number}`, on: "box", at: boxed }]),
      ...(never || silent ? [] : [{ id: `c${number}`, on: "rate", at: rated }]),
    ];
  });
  return eventLog(
    events.flat().filter(({ at }) => at < days * day),
    { customer: (row) => row.id, touchpoint: (row) => row.on, at: (row) => row.at },
  );
}

test("the intervals of what is missing cover the truth, though the log ends while many still wait", () => {
  const truths = [
    ["box", 0.2],
    ["rate", 0.28],
  ] as const;
  const covered = { box: 0, rate: 0 };
  const runs = 60;
  for (let seed = 1; seed <= runs; seed++) {
    const { deviations } = conformance(stream(seed, 1500, 25), journey, { now: 25 * day });
    for (const [step, truth] of truths) {
      const found = deviations.find(({ kind, touchpoint }) => kind === "missing" && touchpoint === step);
      const { low = 1, high = 0 } = found?.customers.interval ?? {};
      if (low <= truth && truth <= high) covered[step]++;
    }
  }
  // 57 expected; 51 or fewer would be seen in one of a hundred such tests.
  expect(covered.box).toBeGreaterThan(51);
  expect(covered.rate).toBeGreaterThan(51);
});
