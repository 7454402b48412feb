import {
  compare,
  compareGroups,
  enpsMetric,
  groupBy,
  holm,
  measure,
  nps,
  npsMetric,
  perPeriod,
  rateMetric,
} from "cxkit";
import { describe, expect, test } from "vitest";

const rows = [
  ["web", 30, 10],
  ["app", 18, 22],
  ["shop", 25, 15],
].flatMap(([channel, yes, no]) => [
  ...new Array(yes as number).fill({ channel, solved: true }),
  ...new Array(no as number).fill({ channel, solved: false }),
]) as { channel: string; solved: boolean }[];
const groups = measure(
  rows,
  groupBy(
    (row) => row.channel,
    rateMetric((row) => row.solved),
  ),
);

describe("compareGroups", () => {
  test("compares every group with every other as compare does, and adjusts by Holm", () => {
    const found = compareGroups(groups);
    expect(found.map(({ first, second }) => [first, second])).toEqual([
      ["app", "shop"],
      ["app", "web"],
      ["shop", "web"],
    ]);
    const [app, shop, web] = groups.map(({ result }) => result);
    const alone = [
      [app, shop],
      [app, web],
      [shop, web],
    ].map(([a, b]) => compare(a as never, b as never));
    expect(found.map(({ pValue, interval, difference }) => ({ pValue, interval, difference }))).toEqual(
      alone.map(({ pValue, interval, difference }) => ({ pValue, interval, difference })),
    );
    expect(found.map((one) => one.adjustedPValue)).toEqual(holm(alone.map(({ pValue }) => pValue)));
  });

  test("compares with one group where it is told to", () => {
    const found = compareGroups(groups, { against: "shop", adjust: "none" });
    expect(
      found.map(({ first, second, pValue, adjustedPValue }) => [first, second, pValue === adjustedPValue]),
    ).toEqual([
      ["app", "shop", true],
      ["web", "shop", true],
    ]);
    expect(() => compareGroups(groups, { against: "phone" })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => compareGroups(groups, { adjust: "tukey" as never })).toThrowError(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });

  test("has no difference for groups that are hidden or empty, and does not count them", () => {
    const answers = [
      ["a", 12],
      ["b", 12],
      ["c", 3],
    ].flatMap(([team, n], at) =>
      Array.from({ length: n as number }, (_, index) => ({ team, score: (index * (at + 3)) % 11 })),
    );
    const teams = measure(
      answers,
      groupBy(
        (row) => row.team as string,
        enpsMetric((row) => row.score),
      ),
    );
    const found = compareGroups(teams);
    expect(found.map(({ difference }) => difference === null)).toEqual([false, true, true]);
    expect(found[0]?.adjustedPValue).toBe(found[0]?.pValue);
    expect(compareGroups([])).toEqual([]);
    expect(compareGroups([{ key: "a", result: nps([9]) }])).toEqual([]);
  });

  test("compares the periods of a series, which are known by their start", () => {
    const answers = [
      ["2026-01-10", 10, 30],
      ["2026-02-10", 20, 20],
      ["2026-03-10", 30, 10],
      ["2026-05-10", 5, 5],
      [null, 5, 0],
    ].flatMap(([at, promoters, detractors]) => [
      ...new Array(promoters as number).fill({ at, score: 10 }),
      ...new Array(detractors as number).fill({ at, score: 0 }),
    ]) as { at: string | null; score: number }[];
    const months = measure(
      answers,
      perPeriod(
        { at: (row) => row.at, every: "month", to: "2026-05-01" },
        npsMetric((row) => row.score),
      ),
    );
    // The rows of May and those without a time are in no month; April had none.
    expect(months.map(({ start, end }) => start !== null && end !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    const [january, february, march, april] = months.map(({ start }) => start);
    const found = compareGroups(months, { against: march as string });
    expect(found.map(({ first, second, difference }) => [first, second, difference])).toEqual([
      [january, march, -100],
      [february, march, -50],
      [april, march, null],
    ]);
    expect(compareGroups(months).length).toBe(6);
  });

  test("refuses what holds no results", () => {
    for (const wrong of [null, 5, nps([9]), { a: nps([9]) }]) {
      expect(() => compareGroups(wrong as never)).toThrowError(/requires groups as groupBy gives them, or periods/);
    }
    const nested = [
      { key: "a", result: [] },
      { key: "b", result: [] },
    ];
    expect(() => compareGroups(nested as never)).toThrowError(/requires two results of a KPI/);
  });

  test("finds no news among twenty groups that are all the same, nineteen times in twenty", () => {
    let news = 0;
    for (let seed = 0; seed < 60; seed++) {
      const same = Array.from({ length: 20 * 40 }, (_, index) => ({
        group: index % 20,
        // Spread by a multiplicative generator of its own for each round.
        score: Math.floor((((Math.imul(index + 1, 2654435761) ^ Math.imul(seed + 1, 40503)) >>> 0) / 2 ** 32) * 11),
      }));
      const found = compareGroups(
        measure(
          same,
          groupBy(
            (row) => row.group,
            npsMetric((row) => row.score),
          ),
        ),
      );
      if (found.some(({ adjustedPValue }) => (adjustedPValue ?? 1) < 0.05)) news++;
    }
    expect(news).toBeLessThanOrEqual(7);
  });
});
