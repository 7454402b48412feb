import { existsSync, readFileSync } from "node:fs";
import { normalQuantile } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logLogLimits, productLimit, productLimitQuantile } from "../../src/stats/productLimit.js";

const z = normalQuantile(0.975);
const sorted = (values: readonly number[]) => Float64Array.from(values).sort();
const curveOf = (ended: readonly number[], open: readonly number[]) => productLimit(sorted(ended), sorted(open));

// Freireich et al. (1963), Blood 21, 699–716: weeks in remission.
const treated = {
  ended: [6, 6, 6, 7, 10, 13, 16, 22, 23],
  open: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
};
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

describe("productLimit", () => {
  test("gives the curve of 6-mercaptopurine against leukaemia (Freireich 1963)", () => {
    const curve = curveOf(treated.ended, treated.open);
    const { low, high } = logLogLimits(curve, z);
    const published = [
      [6, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 0.4482, 0.1346, 0.1881, 0.6801],
    ];
    const found = published.map(([time]) => {
      const at = curve.times.indexOf(time as number);
      const share = curve.survival[at] as number;
      const error = share * Math.sqrt(curve.greenwood[at] as number);
      return [time, share, error, low[at], high[at]].map((one) => Math.round((one as number) * 1e4) / 1e4);
    });
    expect(found).toEqual(published);
  });

  test("has the medians 23 and 8 of that trial", () => {
    const [six, none] = [curveOf(treated.ended, treated.open), curveOf(placebo, [])];
    expect(productLimitQuantile(six.times, six.survival, 0.5)).toBe(23);
    expect(productLimitQuantile(none.times, none.survival, 0.5)).toBe(8);
    expect(productLimitQuantile(six.times, six.survival, 0.9)).toBeNull();
  });

  test("keeps what was last seen at a time at risk at that time", () => {
    // R 4.2.2, survival 3.5.3: Surv(c(2, 2, 2, 5, 5, 7), c(1, 0, 1, 1, 0, 0)).
    const curve = curveOf([2, 2, 5], [2, 5, 7]);
    expect([...curve.atRisk]).toEqual([6, 3, 1]);
    expect([...curve.events]).toEqual([2, 1, 0]);
    expect([...curve.censored]).toEqual([1, 1, 1]);
    expect(curve.survival[0]).toBeCloseTo(2 / 3, 14);
    expect(curve.survival[2]).toBeCloseTo(4 / 9, 14);
  });

  test("takes the middle of a level stretch at just the height", () => {
    const four = curveOf([1, 2, 3, 4], []);
    expect([0.25, 0.5, 0.75].map((p) => productLimitQuantile(four.times, four.survival, p))).toEqual([1.5, 2.5, 3.5]);
    // The curve stays at one half until the last time at which anything was seen.
    const level = curveOf([1, 2], [5, 9]);
    expect(productLimitQuantile(level.times, level.survival, 0.5)).toBe(5.5);
  });

  test("does not come down where nothing ended, and has no limits there", () => {
    const open = curveOf([], [1, 2, 3]);
    expect([...open.survival]).toEqual([1, 1, 1]);
    expect([...logLogLimits(open, z).low]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(productLimitQuantile(open.times, open.survival, 0.5)).toBeNull();
    expect(curveOf([], []).times).toHaveLength(0);
  });

  test("is the share that is longer, where all have ended", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (ended) => {
        const { times, survival } = curveOf(ended, []);
        times.forEach((time, index) => {
          expect(survival[index]).toBeCloseTo(ended.filter((one) => one > time).length / ended.length, 12);
        });
      }),
    );
  });

  test("never rises, and lies within its limits", () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(lengths, lengths, (ended, open) => {
        const curve = curveOf(ended, open);
        const { low, high } = logLogLimits(curve, z);
        curve.survival.forEach((share, index) => {
          expect(share).toBeLessThanOrEqual(index === 0 ? 1 : (curve.survival[index - 1] as number));
          if (share === 0 || share === 1) return;
          expect(low[index]).toBeLessThanOrEqual(share);
          expect(high[index]).toBeGreaterThanOrEqual(share);
        });
        expect(curve.events.reduce((sum, one) => sum + one, 0)).toBe(ended.length);
        expect(curve.censored.reduce((sum, one) => sum + one, 0)).toBe(open.length);
      }),
    );
  });
});

const folder = new URL("../../../shared/oracle/survival/", import.meta.url);
const golden = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

interface Fit {
  readonly time: number[];
  readonly surv: number[];
  readonly greenwood_se_of_S: (number | null)[];
  readonly ci95_loglog: { lower: (number | null)[]; upper: (number | null)[] };
  readonly quantiles_25_50_75: { loglog: { q: unknown[]; lower: unknown[]; upper: unknown[] } };
}

function expectFit(time: number[], status: number[], fit: Fit): void {
  const curve = curveOf(
    time.filter((_, index) => status[index] === 1),
    time.filter((_, index) => status[index] === 0),
  );
  const { low, high } = logLogLimits(curve, z);
  const near = (actual: number | undefined, wanted: number | null | undefined) => {
    if (wanted === null || wanted === undefined) expect(actual).toBeNaN();
    else expect(actual).toBeCloseTo(wanted, 11);
  };
  expect([...curve.times]).toEqual(fit.time);
  fit.surv.forEach((share, index) => {
    expect(curve.survival[index]).toBeCloseTo(share, 12);
    near((curve.survival[index] as number) * Math.sqrt(curve.greenwood[index] as number), fit.greenwood_se_of_S[index]);
    // R draws limits of 1 at the end of a curve that has not come down, which is no estimate.
    if (share < 1) near(low[index], fit.ci95_loglog.lower[index]);
    if (share < 1) near(high[index], fit.ci95_loglog.upper[index]);
  });
  const { q, lower, upper } = fit.quantiles_25_50_75.loglog;
  const shares = [0.25, 0.5, 0.75];
  expect(shares.map((p) => productLimitQuantile(curve.times, curve.survival, p))).toEqual(q);
  expect(shares.map((p) => productLimitQuantile(curve.times, low, p))).toEqual(lower);
  expect(shares.map((p) => productLimitQuantile(curve.times, high, p))).toEqual(upper);
}

describe.skipIf(!existsSync(folder))("golden values of R's survfit (skipped where ../shared/oracle is absent)", () => {
  test("small and extreme samples", () => {
    // A sample of one is written as a number, not as a list.
    const listed = (fit: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(fit).map(([name, one]) => [name, typeof one === "number" || one === null ? [one] : one]),
      );
    for (const { time, status, km } of golden("km_edge.json").cases) {
      const { ci95_loglog: band, ...rest } = km;
      expectFit([time].flat(), [status].flat(), { ...listed(rest), ci95_loglog: listed(band) } as unknown as Fit);
    }
  });

  test("acute myelogenous leukaemia (Miller 1997)", () => {
    const { data, overall, maintained, nonmaintained } = golden("aml_km.json");
    expectFit(data.time, data.status, overall);
    for (const [name, fit] of [
      ["Maintained", maintained],
      ["Nonmaintained", nonmaintained],
    ]) {
      const inGroup = (_: number, index: number) => data.x[index] === name;
      expectFit(data.time.filter(inGroup), data.status.filter(inGroup), fit);
    }
  });
});
