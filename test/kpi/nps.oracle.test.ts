/** All golden values of one and two samples: R 4.2.2 with brendan-r/NPS at cd9473e, on −1…1 and not clipped. */
import { existsSync, readFileSync } from "node:fs";
import { compare, normalCdf, nps, tangoNetInterval } from "cxkit";
import { describe, expect, test } from "vitest";

interface OneSample {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
  readonly nps: number;
  readonly se: number;
  readonly [level: `ci_${number}`]: {
    readonly wald: readonly [number, number];
    readonly adjusted_wald: readonly [number, number];
    readonly iterative_score: readonly [number, number];
    readonly wald_p: number | null;
    readonly adjusted_nps: number;
    readonly adjusted_wald_se: number;
  };
}
interface TwoSample {
  readonly x_dpp: readonly number[];
  readonly y_dpp: readonly number[];
  readonly [method: `${"wald" | "adjusted.wald"}_${number}`]: {
    readonly p: number;
    readonly ci_signed: readonly [number, number];
  };
}
const path = new URL("../../../shared/oracle/nps/nps.json", import.meta.url);
const present = existsSync(path);
const golden: { one_sample: OneSample[]; two_sample: TwoSample[] } = present
  ? JSON.parse(readFileSync(path, "utf8"))
  : { one_sample: [], two_sample: [] };
const answers = ([detractors = 0, passives = 0, promoters = 0]: readonly number[]): number[] => [
  ...new Array<number>(detractors).fill(2),
  ...new Array<number>(passives).fill(7),
  ...new Array<number>(promoters).fill(10),
];
const close = (actual: number | undefined, wanted: number, relative: number) =>
  expect(Math.abs((actual ?? Number.NaN) - wanted)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(wanted)));
const clipped = (value: number, limit = 100) => Math.max(-limit, Math.min(limit, 100 * value));

describe.skipIf(!present)("nps against R (skipped where the golden values are absent)", () => {
  test("has them all", () => {
    expect(golden.one_sample.length).toBe(8);
    expect(golden.two_sample.length).toBe(3);
  });

  test.each(golden.one_sample.map((one) => [one.detractors, one.passives, one.promoters, one] as const))(
    "%i detractors, %i passives, %i promoters",
    (detractors, passives, promoters, one) => {
      const scores = answers([detractors, passives, promoters]);
      close(nps(scores).value ?? Number.NaN, 100 * one.nps, 1e-12);
      close(nps(scores).standardError ?? Number.NaN, 100 * one.se, 1e-12);
      for (const level of [0.9, 0.95, 0.99]) {
        const wanted = one[`ci_${level}`];
        if (wanted === undefined) throw new Error(`no level ${level}`);
        const adjusted = nps(scores, { level }).interval;
        close(adjusted?.low, clipped(wanted.adjusted_wald[0]), 1e-9);
        close(adjusted?.high, clipped(wanted.adjusted_wald[1]), 1e-9);
        const wald = nps(scores, { level, method: "wald" });
        close(wald.interval?.low, clipped(wanted.wald[0]), 1e-9);
        close(wald.interval?.high, clipped(wanted.wald[1]), 1e-9);
        if (wanted.wald_p !== null && (wald.standardError ?? 0) > 0) {
          close(2 * normalCdf(Math.abs(wald.value ?? 0) / (wald.standardError ?? 0), "upper"), wanted.wald_p, 1e-9);
        }
        // The package stops its search after fifty steps of a coarser kind: its limits are good to about 1e-6 of the scale.
        const score = nps(scores, { level, method: tangoNetInterval }).interval;
        expect(Math.abs((score?.low ?? 999) - 100 * wanted.iterative_score[0])).toBeLessThan(1e-4);
        expect(Math.abs((score?.high ?? 999) - 100 * wanted.iterative_score[1])).toBeLessThan(1e-4);
      }
    },
  );

  test.each(golden.two_sample.map((one) => [one.x_dpp, one.y_dpp, one] as const))("%j against %j", (x, y, one) => {
    for (const level of [0.9, 0.95]) {
      for (const [name, method] of [
        ["wald", "wald"],
        ["adjusted.wald", undefined],
      ] as const) {
        const wanted = one[`${name}_${level}`];
        if (wanted === undefined) throw new Error(`no level ${level}`);
        const found = compare(nps(answers(x)), nps(answers(y)), { level, ...(method && { method }) });
        close(found.pValue ?? Number.NaN, wanted.p, 1e-9);
        close(found.interval?.low, clipped(wanted.ci_signed[0], 200), 1e-9);
        close(found.interval?.high, clipped(wanted.ci_signed[1], 200), 1e-9);
      }
    }
  });
});
