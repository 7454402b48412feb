import { discover, type SimplifiedJourney, simplify } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, logOf, logOfPaths } from "../log/logOf.js";
import { runningExample } from "./runningExample.js";

const steps = ({ transitions }: SimplifiedJourney) => transitions.map(({ from, to }) => `${from} → ${to}`);
const times = (count: number, ...path: string[]) => Array.from({ length: count }, () => path);

/** Whether every touchpoint of a map can be reached from one of its starts, and has a way on to one of its ends. */
function isConnected({ touchpoints, transitions, starts, ends }: SimplifiedJourney): boolean {
  const reached = (from: string[], onward: (place: string) => string[]): Set<string> => {
    const seen = new Set(from);
    for (const place of seen) for (const next of onward(place)) seen.add(next);
    return seen;
  };
  const fromStart = reached(
    starts.map(({ touchpoint }) => touchpoint),
    (place) => transitions.flatMap(({ from, to }) => (from === place ? [to] : [])),
  );
  const fromEnd = reached(
    ends.map(({ touchpoint }) => touchpoint),
    (place) => transitions.flatMap(({ from, to }) => (to === place ? [from] : [])),
  );
  return touchpoints.every(({ touchpoint }) => fromStart.has(touchpoint) && fromEnd.has(touchpoint));
}

describe("simplify", () => {
  const journey = discover(
    logOfPaths([
      ...times(60, "search", "cart", "pay"),
      ...times(25, "search", "cart"),
      ...times(10, "advert", "cart", "pay"),
      ...times(4, "search", "help", "cart", "pay"),
      ...times(1, "search", "faq", "help", "search"),
    ]),
  );

  test("draws the path of most, and says what it leaves out", () => {
    const map = simplify(journey);
    expect(steps(map)).toEqual(["search → cart", "cart → pay"]);
    expect(map.ends.map(({ touchpoint }) => touchpoint)).toEqual(["pay"]);
    // 90 begin with the search, 85 and 74 take the two steps, 74 end with paying, of 100 + 85 + 74 + 10 + 4 + 4 + 1 + 1 + 1 + 100.
    expect(map.coverage).toBeCloseTo((90 + 85 + 74 + 74) / 380, 12);
    expect(map.wholePaths).toBe(60);
    expect(map.leftOut).toEqual({ touchpoints: 3, transitions: 6, starts: 1, ends: 2 });
  });

  test("draws more on request, to the last step, and no more transitions than it may", () => {
    expect(steps(simplify(journey, { coverage: 0.95 }))).toEqual(["search → cart", "cart → pay", "advert → cart"]);
    const whole = simplify(journey, { coverage: 1 });
    expect(whole).toMatchObject({ coverage: 1, wholePaths: 100, transitions: journey.transitions });
    expect(steps(simplify(journey, { coverage: 1, maximumTransitions: 2 }))).toEqual(["search → cart", "cart → pay"]);
    expect(simplify(journey, { coverage: 0 })).toMatchObject({ touchpoints: [], coverage: 0, wholePaths: 0 });
  });

  test("brings the way to a step that hangs in the air", () => {
    // Everybody steps from b to c, but they come from and leave for different places; the broadest way leads over a and d.
    const waist = discover(
      logOfPaths([...times(4, "a", "b", "c", "d"), ...times(3, "x", "b", "c", "y"), ...times(3, "v", "b", "c", "w")]),
    );
    const map = simplify(waist, { coverage: 0.1 });
    expect(steps(map)).toEqual(["b → c", "a → b", "c → d"]);
    expect(map).toMatchObject({ starts: [{ touchpoint: "a" }], ends: [{ touchpoint: "d" }], wholePaths: 4 });
  });

  test("keeps a goal on the map, with the broadest way to it, however few reach it", () => {
    const map = simplify(journey, { keep: ["faq"], maximumTransitions: 2, coverage: 0.1 });
    // From the faq there is but one way on, over help: 4 of 5 go from there to the cart.
    expect(steps(map)).toEqual(["cart → pay", "help → cart", "faq → help", "search → faq"]);
    expect(isConnected(map)).toBe(true);
    expect(() => simplify(journey, { keep: ["moon"] })).toThrowError(
      /touchpoints of the journey to keep, received "moon"/,
    );
  });

  test("draws the running example without its rare steps", () => {
    const map = simplify(discover(runningExample()), { coverage: 0.5 });
    expect(isConnected(map)).toBe(true);
    expect(steps(map)).toContain("check ticket → decide");
    expect(map.transitions.length).toBeLessThan(16);
  });

  test("keeps every touchpoint on a way from a start to an end, keeps its promises, and grows, on any log", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyRows, share, share, fc.nat(6), (rows, a, b, most) => {
        const found = discover(logOf(rows));
        const [small, large] = [
          simplify(found, { coverage: Math.min(a, b) }),
          simplify(found, { coverage: Math.max(a, b) }),
        ];
        for (const map of [small, large, simplify(found, { coverage: a, maximumTransitions: most })]) {
          expect(isConnected(map)).toBe(true);
          expect(map.transitions.length + map.leftOut.transitions).toBe(found.transitions.length);
          const shown = [...map.starts, ...map.transitions, ...map.ends].reduce(
            (sum, { customers }) => sum + customers,
            0,
          );
          const all = [...found.starts, ...found.transitions, ...found.ends].reduce(
            (sum, { customers }) => sum + customers,
            0,
          );
          expect(map.coverage).toEqual(all === 0 ? null : shown / all);
        }
        if (found.customers > 0) expect(large.coverage).toBeGreaterThanOrEqual(Math.max(a, b) - 1e-12);
        expect(large.transitions).toEqual(expect.arrayContaining([...small.transitions]));
        expect(large.wholePaths).toBeGreaterThanOrEqual(small.wholePaths);
        expect(simplify(found, { coverage: a, maximumTransitions: most }).transitions.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 100 },
    );
  });

  test("takes a touchpoint called like the start or the end for what it is", () => {
    const map = simplify(
      discover(
        logOfPaths([
          ["end", "start"],
          ["__proto__", "end"],
        ]),
      ),
      { coverage: 1 },
    );
    expect(steps(map).sort()).toEqual(["__proto__ → end", "end → start"]);
    expect(map.wholePaths).toBe(2);
  });

  test.each([{ coverage: 80 }, { coverage: "all" }, { maximumTransitions: -1 }, { maximum: 3 }])(
    "refuses %j",
    (wrong) => {
      expect(() => simplify(journey, wrong as never)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    },
  );
});
