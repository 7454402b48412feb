import { eventLog, type Journey, momentsOfTruth } from "cxkit";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../seededRandom.js";

/** So many customers who all pass four touchpoints; how satisfied they are with `pay` decides whether they come back. */
function world(seed: number, customers = 600) {
  const random = seededRandom(seed);
  const events: { customer: string; touchpoint: string; at: number }[] = [];
  const feedback: { kind: "csat"; customer: string; touchpoint: string; score: number }[] = [];
  const back = new Map<string, boolean>();
  for (let number = 0; number < customers; number++) {
    const customer = `c${number}`;
    const score = (): number => 1 + Math.floor(random() * 5);
    const scores = { search: score(), pay: score(), help: score() };
    for (const [at, touchpoint] of ["search", "pay", ...(number % 5 === 0 ? ["help"] : [])].entries()) {
      events.push({ customer, touchpoint, at });
    }
    for (const touchpoint of ["search", "pay"] as const)
      feedback.push({ kind: "csat", customer, touchpoint, score: scores[touchpoint] });
    if (number % 5 === 0) feedback.push({ kind: "csat", customer, touchpoint: "help", score: scores.help });
    // A slope of 0.1 a point; a standard deviation of a score is √2 points.
    back.set(customer, random() < 0.3 + 0.1 * (scores.pay - 1));
  }
  const log = eventLog(events, {
    customer: (row) => row.customer,
    touchpoint: (row) => row.touchpoint,
    at: (row) => row.at,
  });
  return { log, feedback, outcome: (id: string) => back.get(id) ?? null };
}

describe("momentsOfTruth", () => {
  test("ranks first the touchpoint that decides, with its effect where it was planted", () => {
    let covered = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { log, feedback, outcome } = world(seed);
      const moments = momentsOfTruth(log, feedback, { outcome, replicates: 200 });
      expect(moments.map(({ rank }) => rank)).toEqual([1, 2, 3]);
      expect(moments[0]).toMatchObject({ touchpoint: "pay", stage: null, n: 600, rankInterval: { low: 1, high: 1 } });
      expect(moments[0]?.adjustedPValue).toBeLessThan(0.001);
      const { low, high } = moments[0]?.effectInterval ?? { low: 1, high: 0 };
      if (low <= 0.1 * Math.SQRT2 && high >= 0.1 * Math.SQRT2) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(16);
  });

  test("is the product of reach, effect and what satisfaction lacks", () => {
    const { log, feedback, outcome } = world(3);
    for (const { reach, effect, performance, importance, touchpoint } of momentsOfTruth(log, feedback, {
      outcome,
      replicates: 10,
    })) {
      expect(reach).toMatchObject(
        touchpoint === "help" ? { count: 120, of: 600, share: 0.2 } : { count: 600, share: 1 },
      );
      expect(importance).toBeCloseTo(
        (reach.share ?? 0) * Math.abs(effect ?? 0) * (1 - (performance.value ?? 0) / 100),
        12,
      );
    }
  });

  test("tells an effect and its p-value as a regression on the standardised score does", () => {
    // Python: x = [0, 25, 50, 75, 100, 100], y = [1, 2, 2, 4, 5, 6]; scipy.stats.linregress gives slope 0.0460000, p 0.0029889;
    // times the standard deviation 40.8248 it is 1.877942.
    const scores = [1, 2, 3, 4, 5, 5];
    const outcomes = [1, 2, 2, 4, 5, 6];
    const log = eventLog(
      scores.map((_, at) => ({ at })),
      { customer: ({ at }) => `c${at}`, touchpoint: () => "a", at: ({ at }) => at },
    );
    const feedback = scores.map((score, index) => ({
      kind: "csat" as const,
      customer: `c${index}`,
      touchpoint: "a",
      score,
    }));
    const [moment] = momentsOfTruth(log, feedback, {
      outcome: (id) => outcomes[Number(id.slice(1))] ?? null,
      minimumN: 3,
    });
    expect(moment?.effect).toBeCloseTo(1.87794214, 6);
    expect(moment?.pValue).toBeCloseTo(0.0029889, 6);
  });

  test("counts answers of one customer once, and leaves those of unknown outcome out of the effect", () => {
    const { log, feedback, outcome } = world(5);
    const twice = momentsOfTruth(log, [...feedback, ...feedback], { outcome, replicates: 10 });
    expect(twice).toEqual(momentsOfTruth(log, feedback, { outcome, replicates: 10 }));
    const half = momentsOfTruth(log, feedback, {
      outcome: (id) => (Number(id.slice(1)) < 300 ? outcome(id) : null),
      replicates: 10,
    });
    expect(half.find(({ touchpoint }) => touchpoint === "pay")).toMatchObject({ n: 300, performance: { n: 600 } });
  });

  test("gives the same figures for the same seed, whatever the order of the answers, and others for another", () => {
    const { log, feedback, outcome } = world(6, 200);
    const of = (rows: typeof feedback, seed: number) => momentsOfTruth(log, rows, { outcome, seed, replicates: 50 });
    expect(of(feedback, 1)).toEqual(of(feedback, 1));
    expect(of(feedback, 2)[0]?.interval).not.toEqual(of(feedback, 1)[0]?.interval);
    const plain = (moments: ReturnType<typeof of>) =>
      moments.map(({ touchpoint, rank, n }) => ({ touchpoint, rank, n }));
    expect(plain(of(feedback.toReversed(), 1))).toEqual(plain(of(feedback, 1)));
  });

  test("does not rank what too few answered, or what all think alike of", () => {
    const { log, feedback, outcome } = world(7, 100);
    const alike = feedback.map((row) => (row.touchpoint === "search" ? { ...row, score: 4 } : row));
    const moments = momentsOfTruth(log, alike, { outcome, replicates: 10 });
    expect(moments.map(({ touchpoint, rank }) => [touchpoint, rank])).toEqual([
      ["pay", 1],
      ["help", null],
      ["search", null],
    ]);
    expect(moments[1]).toMatchObject({
      n: 20,
      effect: null,
      importance: null,
      interval: null,
      rankInterval: null,
      pValue: null,
    });
    expect(JSON.parse(JSON.stringify(moments))).toEqual(moments);
    expect(momentsOfTruth(log, [], { outcome })).toEqual([]);
  });

  test("knows the names that the design has for events, and leaves out what it does not know", () => {
    const { log, feedback, outcome } = world(8, 200);
    const journey: Pick<Journey, "stages"> = {
      stages: [{ id: "buy", name: "Buy", touchpoints: [{ id: "paying", name: "Paying", events: ["pay"] }] }],
    };
    const [moment, ...others] = momentsOfTruth(log, feedback, { outcome, journey, replicates: 10 });
    expect(others).toEqual([]);
    expect(moment).toMatchObject({ touchpoint: "paying", stage: "buy", reach: { count: 200 } });
  });

  test("refuses wrong options and outcomes", () => {
    const { log, feedback, outcome } = world(9, 20);
    for (const wrong of [
      {},
      { outcome, level: 95 },
      { outcome, minimumN: 2 },
      { outcome, replicates: 0 },
      { outcome, what: 1 },
    ]) {
      expect(() => momentsOfTruth(log, feedback, wrong as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
    expect(() => momentsOfTruth(log, feedback, { outcome: () => "yes" as never })).toThrowError(
      expect.objectContaining({ code: "invalid-value" }),
    );
  });
});
