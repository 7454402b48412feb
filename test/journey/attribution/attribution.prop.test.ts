/** The Markov model against walks that are followed step by step, and what must hold of any paths. */
import { attribution, eventLog } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denseConversion } from "../../../src/journey/attribution/denseConversion.js";
import { markovChain } from "../../../src/journey/attribution/markovChain.js";
import { sparseConversion } from "../../../src/journey/attribution/sparseConversion.js";

const names = ["a", "b", "c", "d"];
const pathArbitrary = fc.record({
  touches: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
  converts: fc.boolean(),
});
const pathsArbitrary = fc.array(pathArbitrary, { minLength: 1, maxLength: 12 });
type Path = { touches: string[]; converts: boolean };

const logOf = (paths: readonly Path[]) =>
  eventLog(
    paths.flatMap(({ touches, converts }, who) =>
      [...touches, ...(converts ? ["buy"] : [])].map((what, at) => ({ who: `c${who}`, what, at })),
    ),
    { customer: (row) => row.who, touchpoint: (row) => row.what, at: (row) => row.at },
  );

/** How likely a walk converts that ends in nothing when it comes to `without`: follows the crowd for many steps. */
function walked(paths: readonly Path[], order: number, without: string | null): number {
  const next = new Map<string, string[]>();
  for (const { touches, converts } of paths) {
    const states = [
      "",
      ...touches.map((_, index) => touches.slice(Math.max(0, index + 1 - order), index + 1).join(">")),
    ];
    states.forEach((state, index) => {
      next.set(state, [...(next.get(state) ?? []), states[index + 1] ?? (converts ? "yes" : "no")]);
    });
  }
  let crowd = new Map([["", 1]]);
  let converted = 0;
  for (let step = 0; step < 4000 && crowd.size > 0; step++) {
    const moved = new Map<string, number>();
    for (const [state, share] of crowd) {
      const targets = next.get(state) ?? [];
      for (const target of targets) {
        const part = share / targets.length;
        if (target === "yes") converted += part;
        else if (target !== "no" && target.split(">").at(-1) !== without && part > 1e-18) {
          moved.set(target, (moved.get(target) ?? 0) + part);
        }
      }
    }
    crowd = moved;
  }
  return converted;
}

describe("the removal effect is what walks lose that end at the touchpoint", () => {
  test.each([1, 2, 3] as const)("with %i touches remembered", (order) => {
    fc.assert(
      fc.property(pathsArbitrary, (paths) => {
        const found = attribution(logOf(paths), { goal: "buy", models: "markov", order });
        const whole = walked(paths, order, null);
        expect(found.conversionProbability).toBeCloseTo(whole, 10);
        for (const { touchpoint, removalEffect } of found.touchpoints) {
          if (removalEffect === null) expect(whole).toBe(0);
          else expect(removalEffect).toBeCloseTo(1 - walked(paths, order, touchpoint) / whole, 9);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test("solved at once and by rounds is the same", () => {
  fc.assert(
    fc.property(pathsArbitrary, fc.constantFrom(1, 2, 3), (paths, order) => {
      const touch = paths.flatMap(({ touches }) => touches.map((name) => names.indexOf(name)));
      const offsets = [0];
      for (const { touches } of paths) offsets.push((offsets.at(-1) ?? 0) + touches.length);
      const columns = { offsets, touch, converted: paths.map(({ converts }) => converts) };
      const rest = { age: [], customer: [], unattributed: 0, open: 0, outsideLookback: 0, withoutChannel: 0, later: 0 };
      const chain = markovChain({ ...columns, ...rest }, names.length, order);
      const counts = new Float64Array(chain.from.length);
      for (const edge of chain.edges) counts[edge] = (counts[edge] ?? 0) + 1;
      const [dense, sparse] = [denseConversion, sparseConversion].map((solve) => solve(chain, counts, names.length));
      expect(sparse?.probability).toBeCloseTo(dense?.probability ?? -1, 10);
      expect(sparse?.precision).toBeLessThan(1.1e-11);
      dense?.through.forEach((value, code) => {
        expect(sparse?.through[code]).toBeCloseTo(value, 10);
      });
    }),
    { numRuns: 150 },
  );
});

test("every model shares out exactly the conversions, whatever the paths, and customers twice over change no share", () => {
  fc.assert(
    fc.property(pathsArbitrary, (paths) => {
      const found = attribution(logOf(paths), { goal: "buy" });
      const yes = paths.filter(({ converts }) => converts).length;
      expect(found.attributed).toBe(yes);
      expect(found.attributed + found.nonConverting).toBe(paths.length);
      const twice = attribution(logOf([...paths, ...paths]), { goal: "buy" });
      for (const model of found.models) {
        const sum = found.touchpoints.reduce((total, { credit }) => total + (credit[model]?.conversions ?? 0), 0);
        expect(sum).toBeCloseTo(yes, 9);
        for (const touch of found.touchpoints) {
          expect(touch.credit[model]?.conversions).toBeGreaterThanOrEqual(0);
          const same = twice.touchpoints.find(({ touchpoint }) => touchpoint === touch.touchpoint);
          expect(same?.credit[model]?.share ?? -1).toBeCloseTo(touch.credit[model]?.share ?? -1, 9);
        }
      }
    }),
    { numRuns: 120 },
  );
});
