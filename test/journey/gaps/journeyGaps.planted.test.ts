/** Faults that are planted in one place and time: they come first, with the right place and time; and nothing else does. */
import { type EventLog, eventLog, expectedPaths, type Journey, journeyGapReport, journeyGaps } from "cxkit";
import { describe, expect, test } from "vitest";
import { type Fault, plantedLog, type Spot, shop, weekStart } from "./plantedFault.js";

const touchpointOf: Record<Fault, string> = {
  "failed-touchpoint": "pay",
  "missing-touchpoint": "confirm",
  delay: "confirm",
  "drop-off": "pay",
  rework: "pay",
  "out-of-order": "confirm",
  "unplanned-touchpoint": "call",
};
const spots: Spot[] = [
  { column: "device", value: "phone", weeks: [5, 6] },
  { column: "method", value: "wallet" },
  { column: "region", value: "north", weeks: [9, 9] },
];
const cases = (Object.keys(touchpointOf) as Fault[]).flatMap((kind) => spots.map((spot) => ({ kind, spot })));

describe("a planted fault", () => {
  test.each(cases)("$kind of $spot is among the first three gaps, where and when it was planted", ({ kind, spot }) => {
    for (const seed of [11, 12]) {
      const log = plantedLog({ seed, customers: 2000, weeks: 12, fault: { kind, spot, share: 0.5 } });
      const gap = journeyGaps({ journey: shop, log })
        .slice(0, 3)
        .find((one) => one.kind === kind && one.touchpoint === touchpointOf[kind]);
      const [where] = gap?.where ?? [];
      expect(where, `seed ${seed}`).toMatchObject({ attribute: spot.column, value: spot.value });
      expect(where?.from ?? null).toBe(spot.weeks === undefined ? null : weekStart(spot.weeks[0]));
      expect(where?.to ?? null).toBe(spot.weeks === undefined ? null : weekStart(spot.weeks[1] + 1));
      // Half of those there, and hardly anybody elsewhere, give or take four standard errors.
      const { count = 0, of = 1 } = where?.inside ?? {};
      expect(Math.abs(count / of - 0.5)).toBeLessThan(2 / Math.sqrt(of));
      expect(where?.outside.share).toBeLessThan(0.04);
      expect(where?.adjustedPValue).toBeLessThan(1e-6);
    }
  });

  test("of two weeks only is a gap of its own, with a name that stays", () => {
    const spot = spots[0] as Spot;
    const gapsOf = (seed: number) =>
      journeyGaps({
        journey: shop,
        log: plantedLog({ seed, customers: 2000, weeks: 12, fault: { kind: "failed-touchpoint", spot, share: 0.5 } }),
      });
    for (const [gap, ...more] of [gapsOf(21), gapsOf(22)]) {
      expect(more).toEqual([]);
      expect(gap?.id).toBe("failed-touchpoint/buy/pay/device=phone");
      expect(gap?.customers).toEqual(gap?.where?.[0]?.inside);
      expect(gap?.explanation).toMatch(
        /^Where device is “phone”, from 2026-02-09 to 2026-02-22, \d+ of \d+ customers \(\d\d %\) had a visit to “pay” that failed; elsewhere \d %\.$/,
      );
    }
  });

  test("two of them at one touchpoint are two places", () => {
    const kind = "failed-touchpoint";
    const [one, two] = [
      plantedLog({ seed: 31, customers: 1500, weeks: 12, fault: { kind, spot: spots[0] as Spot, share: 0.6 } }),
      plantedLog({ seed: 32, customers: 1500, weeks: 12, fault: { kind, spot: spots[1] as Spot, share: 0.6 } }),
    ];
    const places = journeyGaps({ journey: shop, log: joined(one, two) }).flatMap(({ where = [] }) =>
      where.map(({ attribute, value }) => `${attribute}=${value}`),
    );
    expect(places.sort()).toEqual(["device=phone", "method=wallet"]);
  });

  test("of one device and one payment method together is told as that", () => {
    const spot: Spot = { column: "device", value: "phone", also: { column: "method", value: "wallet" }, weeks: [5, 7] };
    for (const seed of [41, 42, 43]) {
      const log = plantedLog({
        seed,
        customers: 3000,
        weeks: 12,
        fault: { kind: "failed-touchpoint", spot, share: 0.7 },
      });
      const [gap, ...more] = journeyGaps({ journey: shop, log });
      expect(more).toEqual([]);
      expect(gap?.id).toBe("failed-touchpoint/buy/pay/device=phone,method=wallet");
      expect(gap?.where).toMatchObject([
        {
          attribute: "device",
          value: "phone",
          also: [{ attribute: "method", value: "wallet" }],
          from: weekStart(5),
          to: weekStart(8),
        },
      ]);
      expect(gap?.explanation).toMatch(
        /^Where device is “phone” and method is “wallet”, from 2026-02-09 to 2026-03-01, /,
      );
      expect(gap?.customers.share).toBeGreaterThan(0.5);
    }
  });

  test("of one device is not put down to a payment method that is much used on it", () => {
    for (const seed of [51, 52, 53, 54, 55]) {
      const spot: Spot = { column: "device", value: "phone", weeks: [5, 7] };
      const log = plantedLog({
        seed,
        customers: 3000,
        weeks: 12,
        fault: { kind: "failed-touchpoint", spot, share: 0.5 },
      });
      expect(journeyGaps({ journey: shop, log })[0]?.where).toMatchObject([{ attribute: "device", also: [] }]);
    }
  });

  test("of twice the customers has the same place and share, and narrower intervals", () => {
    const fault = { kind: "failed-touchpoint", spot: spots[0] as Spot, share: 0.5 } as const;
    const log = plantedLog({ seed: 61, customers: 1500, weeks: 12, fault });
    const [once, twice] = [log, joined(log, log)].map((one) =>
      journeyGaps({ journey: shop, log: one }).find(({ id }) => id === "failed-touchpoint/buy/pay/device=phone"),
    );
    const width = (of: typeof once): number => (of?.customers.interval?.high ?? 0) - (of?.customers.interval?.low ?? 1);
    expect(twice?.customers.share).toBeCloseTo(once?.customers.share ?? -1, 12);
    expect(width(twice)).toBeLessThan(width(once));
    const [a, b] = [once?.where?.[0], twice?.where?.[0]];
    expect([b?.from, b?.to, b?.difference]).toEqual([a?.from, a?.to, a?.difference]);
  });

  test("goes with what its customers say, and comes to cases about its touchpoint", () => {
    const fault = { kind: "failed-touchpoint", spot: spots[0] as Spot, share: 0.5 } as const;
    const log = plantedLog({ seed: 62, customers: 1500, weeks: 12, fault });
    const [plain] = journeyGaps({ journey: shop, log });
    const failed = new Set<string>(
      log.customers.filter((_, customer) => {
        const outcomes = log.outcome.subarray(log.offsets[customer], log.offsets[customer + 1]);
        return outcomes.some((code) => log.outcomes[code] === "failed");
      }),
    );
    const feedback = log.customers.map((customer, index) => ({
      kind: "csat" as const,
      customer,
      stage: "buy",
      score: (failed.has(customer) ? 1 : 4) + (index % 2),
    }));
    const gap = journeyGaps({ journey: shop, log, feedback, cases: [{ touchpoint: "pay" }] }).find(
      ({ id }) => id === plain?.id,
    );
    expect(gap?.effect).toMatchObject({ affected: { n: plain?.customers.count } });
    expect(gap?.effect?.difference).toBeCloseTo(-75, -1);
    expect(gap?.harm).toBe(1);
    expect(gap?.evidence["cases"]).toBe(1);
  });

  test("of everybody is no matter of place", () => {
    const log = plantedLog({ seed: 3, customers: 2000, weeks: 12, trouble: 0.2 });
    const gaps = journeyGaps({ journey: shop, log });
    expect(gaps.length).toBeGreaterThan(5);
    expect(gaps.filter(({ where }) => where !== undefined)).toEqual([]);
  });
});

/** Both logs in one, whose customers are others. */
function joined(one: EventLog, two: EventLog): EventLog {
  const attributes = Object.fromEntries(
    Object.entries(one.attributes).map(([name, { values, codes }]) => {
      const other = two.attributes[name] ?? { values: [], codes: new Int32Array() };
      const all = [...new Set([...values, ...other.values])];
      const coded = (column: typeof other): number[] =>
        Array.from(column.codes, (code) => (code < 0 ? -1 : all.indexOf(column.values[code] ?? "")));
      return [name, { values: all, codes: Int32Array.from([...coded({ values, codes }), ...coded(other)]) }];
    }),
  );
  const touchpoints = [...new Set([...one.touchpoints, ...two.touchpoints])];
  const outcomes = [...new Set([...one.outcomes, ...two.outcomes])];
  const both = (
    names: "touchpoints" | "outcomes",
    codes: "touchpoint" | "outcome",
    all: readonly string[],
  ): Int32Array =>
    Int32Array.from(
      [one, two].flatMap((log) =>
        Array.from(log[codes], (code) => (code < 0 ? -1 : all.indexOf(log[names][code] ?? ""))),
      ),
    );
  return {
    ...one,
    customers: [...one.customers, ...two.customers.map((id) => `${id}b`)],
    touchpoints,
    outcomes,
    attributes,
    offsets: Int32Array.from([...one.offsets.slice(0, -1), ...two.offsets.map((at) => at + one.at.length)]),
    touchpoint: both("touchpoints", "touchpoint", touchpoints),
    outcome: both("outcomes", "outcome", outcomes),
    at: Float64Array.from([...one.at, ...two.at]),
    channel: Int32Array.from([...one.channel, ...two.channel]),
  };
}

describe("where nothing is planted", () => {
  test("hardly a search in two hundred tells anything", () => {
    let told = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const log = plantedLog({ seed: 1000 + seed, customers: 300, weeks: 10, trouble: 0.02 });
      if (journeyGaps({ journey: shop, log }).length > 0) told++;
    }
    // A rate of 5 % would be ten of them; more than 16 would be one chance in forty.
    expect(told).toBeLessThanOrEqual(10);
  });

  test("a place that only looks odd among many is not told", () => {
    // At a trouble of 6 %, some cell of dozens of values and weeks is always far above it.
    for (const seed of [1, 2, 3, 4, 5]) {
      const log = plantedLog({ seed, customers: 1500, weeks: 26, trouble: 0.04 });
      expect(journeyGaps({ journey: shop, log }).flatMap(({ where = [] }) => where)).toEqual([]);
    }
  });

  test("the paths of the design itself have no gaps", () => {
    const journey: Pick<Journey, "stages"> = {
      stages: [
        {
          id: "s",
          name: "S",
          touchpoints: [
            { id: "a", name: "A" },
            { id: "b", name: "B", optional: true },
            { id: "c", name: "C" },
          ],
        },
        {
          id: "t",
          name: "T",
          flow: "any-order",
          touchpoints: [
            { id: "d", name: "D" },
            { id: "e", name: "E" },
            { id: "f", name: "F", optional: true },
          ],
        },
        {
          id: "u",
          name: "U",
          flow: "alternatives",
          touchpoints: [
            { id: "g", name: "G" },
            { id: "h", name: "H" },
          ],
        },
      ],
    };
    const { paths } = expectedPaths(journey);
    const rows = Array.from({ length: 1000 }, (_, customer) =>
      (paths[customer % paths.length] ?? []).map((name, step) => ({
        who: `c${customer}`,
        name,
        at: customer * 4_000_000 + step * 3_600_000,
        device: customer % 7 < 3 ? "phone" : "desktop",
      })),
    ).flat();
    const log = eventLog(rows, {
      customer: (row) => row.who,
      touchpoint: (row) => row.name,
      at: (row) => row.at,
      attributes: { device: (row) => row.device },
    });
    expect(journeyGaps({ journey, log })).toEqual([]);
  });

  test("an event that the design names and the data lacks is unmeasured, and nothing else is odd", () => {
    const [buy, get] = shop.stages;
    if (buy === undefined || get === undefined) throw new Error("the shop has two stages");
    const designed = { stages: [buy, { ...get, touchpoints: [{ id: "ghost", name: "Ghost" }, ...get.touchpoints] }] };
    for (const seed of [1, 2, 3]) {
      const log = plantedLog({ seed, customers: 1500, weeks: 12 });
      expect(journeyGaps({ journey: designed, log }).map(({ id }) => id)).toEqual(["unmeasured/get/ghost"]);
    }
  });
});

test("the report says how much was searched", () => {
  const log = plantedLog({ seed: 1, customers: 300, weeks: 12 });
  const { judged, tests, tooThin } = journeyGapReport({ journey: shop, log });
  expect(tests).toBeGreaterThanOrEqual(judged.length);
  expect(judged.every(({ told }) => !told)).toBe(true);
  expect(tooThin.every(({ n, needed }) => n < needed)).toBe(true);
});
