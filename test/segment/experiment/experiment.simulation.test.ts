/** What an experiment says of many simulated ones whose truth is known. The seeds are fixed, so the counts are always the same. */
import { experiment, sequentialBoundaries } from "cxkit";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../seededRandom.js";

interface Row {
  readonly customer: number;
  readonly arm: string;
  readonly value: number;
  readonly won: boolean;
}
interface Truth {
  readonly difference: number;
  readonly lift: number;
}

/** How often the test found a difference, and how often the intervals held the truth. */
function simulate(
  runs: number,
  truth: Truth,
  rowsOf: () => Row[],
  kind: "proportion" | "mean" | "ratio",
): { found: number; covered: number; liftCovered: number } {
  let [found, covered, liftCovered] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const { comparisons } = experiment(rowsOf(), {
      variant: (row) => row.arm,
      outcome: (row) => (kind === "proportion" ? row.won : row.value),
      kind,
    });
    const { significant, interval, liftInterval } = comparisons[0] ?? {};
    if (significant) found++;
    if (interval && interval.low <= truth.difference && interval.high >= truth.difference) covered++;
    if (!liftInterval || (liftInterval.low <= truth.lift && liftInterval.high >= truth.lift)) liftCovered++;
  }
  return { found: found / runs, covered: covered / runs, liftCovered: liftCovered / runs };
}

const within = (share: number, low: number, high: number): void => {
  expect(share).toBeGreaterThanOrEqual(low);
  expect(share).toBeLessThanOrEqual(high);
};

describe("simulated experiments", () => {
  test("on a share without a difference find one in about 5 %, and cover the truth in 93 to 97 %", () => {
    const random = seededRandom(11);
    const rows = (): Row[] =>
      Array.from({ length: 600 }, (_, customer) => ({
        customer,
        arm: customer % 2 ? "a" : "b",
        value: 0,
        won: random() < 0.2,
      }));
    const result = simulate(2000, { difference: 0, lift: 0 }, rows, "proportion");
    within(result.found, 0.038, 0.062);
    within(result.covered, 0.93, 0.97);
    within(result.liftCovered, 0.93, 0.97);
  });

  test("on a share with a difference cover it, and its lift, in 93 to 97 %", () => {
    const random = seededRandom(12);
    const rows = (): Row[] =>
      Array.from({ length: 500 }, (_, customer) => {
        const arm = customer % 2 ? "a" : "b";
        return { customer, arm, value: 0, won: random() < (arm === "a" ? 0.1 : 0.14) };
      });
    const result = simulate(2000, { difference: 0.04, lift: 0.4 }, rows, "proportion");
    within(result.covered, 0.93, 0.97);
    within(result.liftCovered, 0.93, 0.97);
  });

  test("on skewed spending cover the difference of the means, and the lift, in 93 to 97 %", () => {
    const random = seededRandom(13);
    const exponential = (mean: number): number => -mean * Math.log(1 - random());
    const rows = (): Row[] =>
      Array.from({ length: 400 }, (_, customer) => {
        const arm = customer % 4 ? "a" : "b";
        return { customer, arm, value: exponential(arm === "a" ? 10 : 12), won: false };
      });
    const result = simulate(1000, { difference: 2, lift: 0.2 }, rows, "mean");
    within(result.covered, 0.93, 0.97);
    within(result.liftCovered, 0.93, 0.97);
  });

  test("on a ratio over rows of unlike customers find nothing in about 95 %, where counting rows would not", () => {
    const random = seededRandom(14);
    const rows = (): Row[] =>
      Array.from({ length: 240 }, (_, customer) => {
        // A customer's own rate, and a number of sessions that goes with it.
        const rate = random();
        const sessions = 1 + Math.floor(rate * 12 * random());
        const arm = customer % 2 ? "a" : "b";
        return Array.from({ length: sessions }, () => ({ customer, arm, value: Number(random() < rate), won: false }));
      }).flat();
    const result = simulate(1000, { difference: 0, lift: 0 }, rows, "ratio");
    within(result.found, 0.035, 0.07);
    within(result.covered, 0.93, 0.97);
    within(result.liftCovered, 0.93, 0.97);
    const asIfRows = () => rows().map((row, customer) => ({ ...row, customer, won: row.value === 1 }));
    expect(simulate(400, { difference: 0, lift: 0 }, asIfRows, "proportion").found).toBeGreaterThan(0.1);
  });

  test("that are looked at five times keep to 5 % by the boundaries, and find something in 14 % by peeking", () => {
    const random = seededRandom(15);
    const allowed = sequentialBoundaries({ looks: 5 }).looks.map(({ nominal }) => nominal);
    const runs = 1500;
    let [peeked, bounded] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const rows: Row[] = [];
      const pValues = allowed.map(() => {
        for (let i = 0; i < 120; i++) {
          const customer = rows.length;
          rows.push({ customer, arm: customer % 2 ? "a" : "b", value: 0, won: random() < 0.5 });
        }
        const { comparisons } = experiment(rows, { variant: (row) => row.arm, outcome: (row) => row.won });
        return comparisons[0]?.adjustedPValue ?? 1;
      });
      if (pValues.some((p) => p <= 0.05)) peeked++;
      if (pValues.some((p, look) => p <= (allowed[look] ?? 0))) bounded++;
    }
    within(peeked / runs, 0.115, 0.17);
    within(bounded / runs, 0.035, 0.065);
  });
});
