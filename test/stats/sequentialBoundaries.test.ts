import { sequentialBoundaries } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seededRandom.js";

const criticals = (options: Parameters<typeof sequentialBoundaries>[0]): number[] =>
  sequentialBoundaries(options).looks.map(({ critical }) => critical);

describe("sequentialBoundaries", () => {
  // Jennison and Turnbull (2000), tables 2.1 (Pocock) and 2.3 (O'Brien and Fleming), two-sided 5 %.
  test.each([
    [1, 1.96, 1.96],
    [2, 2.178, 1.977],
    [3, 2.289, 2.004],
    [4, 2.361, 2.024],
    [5, 2.413, 2.04],
    [10, 2.555, 2.087],
    [20, 2.672, 2.126],
  ])("%i equally spaced looks have the published constants", (looks, pocock, obrienFleming) => {
    const constant = criticals({ looks, method: "pocock" });
    expect(new Set(constant).size).toBe(1);
    expect(constant[0]).toBeCloseTo(pocock, 3);
    const falling = criticals({ looks });
    expect(falling.at(-1)).toBeCloseTo(obrienFleming, 2);
    falling.forEach((critical, look) => {
      expect(critical * Math.sqrt((look + 1) / looks)).toBeCloseTo(falling.at(-1) ?? 0, 9);
    });
  });

  test("so they have at other levels", () => {
    expect(criticals({ looks: 5, level: 0.9 }).at(-1)).toBeCloseTo(1.751, 3);
    expect(criticals({ looks: 5, level: 0.99 }).at(-1)).toBeCloseTo(2.621, 3);
    expect(criticals({ looks: 5, level: 0.9, method: "pocock" })[0]).toBeCloseTo(2.122, 3);
    expect(criticals({ looks: 5, level: 0.99, method: "pocock" })[0]).toBeCloseTo(2.986, 3);
  });

  // Armitage, McPherson and Rowe (1969), table 2.
  test.each([
    [1, 0.05],
    [2, 0.083],
    [3, 0.107],
    [4, 0.126],
    [5, 0.142],
    [10, 0.193],
    [20, 0.248],
    [50, 0.32],
  ])(
    "peeking %i times at 5 %% finds a difference that is not there in the published share of experiments",
    (looks, alpha) => {
      expect(sequentialBoundaries({ looks, method: "lan-demets" }).peeking).toBeCloseTo(alpha, 3);
    },
  );

  test("the spending function gives what gsDesign's documentation shows for looks at 50, 75 and 100 %", () => {
    const found = criticals({ looks: [0.5, 0.75, 1], method: "lan-demets" });
    for (const [look, published] of [2.962588, 2.359018, 2.014084].entries()) {
      expect(found[look]).toBeCloseTo(published, 5);
    }
  });

  test("what is spent until now does not depend on the looks that are still to come", () => {
    const all = criticals({ looks: [0.2, 0.35, 0.8, 1], method: "lan-demets" });
    expect(criticals({ looks: [0.2, 0.35], method: "lan-demets" })).toEqual(all.slice(0, 2));
  });

  test("a single look is the plain test, however it is asked for", () => {
    for (const method of ["obrien-fleming", "pocock", "lan-demets"] as const) {
      const { looks, peeking } = sequentialBoundaries({ looks: 1, method });
      expect(looks[0]?.critical).toBeCloseTo(1.959963984540054, 9);
      expect(looks[0]?.nominal).toBeCloseTo(0.05, 9);
      expect(peeking).toBeCloseTo(0.05, 14);
    }
  });

  test("simulated experiments without a difference pass the boundaries as often as the level says, at uneven looks too", () => {
    const random = seededRandom(7);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const moments = [0.1, 0.4, 0.45, 1];
    const designs = (["obrien-fleming", "pocock", "lan-demets"] as const).map((method) =>
      criticals({ looks: moments, method }),
    );
    const runs = 40_000;
    const alarms = designs.map(() => 0);
    let peeked = 0;
    for (let run = 0; run < runs; run++) {
      let [sum, at] = [0, 0];
      const z = moments.map((moment) => {
        sum += Math.sqrt(moment - at) * normal();
        at = moment;
        return Math.abs(sum) / Math.sqrt(moment);
      });
      designs.forEach((critical, design) => {
        if (z.some((each, look) => each >= (critical[look] ?? 0))) alarms[design] = (alarms[design] ?? 0) + 1;
      });
      if (z.some((each) => each >= 1.959964)) peeked++;
    }
    // Three standard errors of a share of 5 % in so many runs.
    for (const count of alarms) expect(Math.abs(count / runs - 0.05)).toBeLessThan(0.0033);
    expect(Math.abs(peeked / runs - sequentialBoundaries({ looks: moments }).peeking)).toBeLessThan(0.005);
  });

  test("all of the level is spent at the end, never less than before, and peeking costs at least that", () => {
    const moments = fc
      .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 })
      .map((shares) => [...shares.sort((a, b) => a - b).map((share) => share / 100), 1]);
    const method = fc.constantFrom("obrien-fleming" as const, "pocock" as const, "lan-demets" as const);
    const level = fc.constantFrom(0.5, 0.9, 0.95, 0.999);
    fc.assert(
      fc.property(moments, method, level, (looks, how, confidence) => {
        const found = sequentialBoundaries({ looks, method: how, level: confidence });
        const spent = found.looks.map((look) => look.spent);
        expect(spent.at(-1)).toBeCloseTo(1 - confidence, 9);
        expect(spent.every((share, look) => share >= (spent[look - 1] ?? 0))).toBe(true);
        expect(found.peeking).toBeGreaterThanOrEqual(1 - confidence - 1e-12);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
      { numRuns: 40 },
    );
  });

  test("looks that are none are refused", () => {
    const refused = (looks: unknown, method?: "lan-demets") => () =>
      sequentialBoundaries({ looks: looks as number, ...(method && { method }) });
    expect(refused(0)).toThrow("requires a whole number of looks from 1 to 100, received 0");
    expect(refused(101)).toThrow("a whole number of looks from 1 to 100");
    expect(refused([])).toThrow("1 to 100 looks, as their number or as the information at each");
    expect(refused(undefined)).toThrow("1 to 100 looks");
    expect(refused([0.5, 0.5, 1])).toThrow("information that rises from look to look by at least 0.0001, up to 1");
    expect(refused([0.5, 1.5])).toThrow("up to 1, received 1.5");
    expect(refused([Number.NaN])).toThrow("received NaN");
    expect(refused([0.5, 0.9])).toThrow('the last look at 1, or the method "lan-demets", received 0.9');
    expect(refused([0.5, 0.9], "lan-demets")).not.toThrow();
    expect(() => sequentialBoundaries({ looks: 2, level: 95 })).toThrow("level");
    expect(() => sequentialBoundaries({ looks: 2, method: "haybittle" as never })).toThrow("method");
  });
});
