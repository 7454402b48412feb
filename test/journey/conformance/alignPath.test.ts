import { alignPath, type Journey } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForceCost } from "./bruteForce.js";
import { smallJourney, smallPath } from "./smallJourney.js";

const points = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
const one = (...ids: string[]) => ({ stages: [{ id: "s", name: "S", touchpoints: points(...ids) }] });

describe("figures of the field", () => {
  test("abd beside a, then b and c in any order, then d: one move of seven", () => {
    const journey: Pick<Journey, "stages"> = {
      stages: [
        { id: "1", name: "1", touchpoints: points("a") },
        { id: "2", name: "2", flow: "any-order", touchpoints: points("b", "c") },
        { id: "3", name: "3", touchpoints: points("d") },
      ],
    };
    const found = alignPath(["a", "b", "d"], journey);
    expect(found).toMatchObject({ cost: 1, fitness: 1 - 1 / 7 });
    expect(found.moves.map(({ move, touchpoint }) => `${move} ${touchpoint}`)).toEqual([
      "fits a",
      "fits b",
      "missing c",
      "fits d",
    ]);
  });
  test("nothing of a path fits: the cost is that of all its events and of all the steps, and the fitness 0", () => {
    expect(alignPath(["x", "y"], one("a", "b", "c"))).toMatchObject({ cost: 5, fitness: 0 });
    expect(alignPath([], one("a"))).toMatchObject({ cost: 1, fitness: 0 });
  });
  // Handling of compensation requests (van der Aalst, Process Mining, chapter 8): the 21 variants of the log and how many cases
  // took each. The design is the purely sequential net, read with b or c as the alternatives of one step and d behind it.
  const log =
    "acdeh455 abdeg191 adceh177 abdeh144 acdeg111 adceg82 adbeh56 acdefdbeh47 adbeg38 acdefbdeh33 acdefbdeg14 acdefdbeg11 " +
    "adcefcdeh9 adcefdbeh8 adcefbdeg5 acdefbdefdbeg3 adcefdbeg2 adcefbdefbdeg2 adcefdbefbdeh1 adbefbdefdbeg1 adcefdbefcdefdbeg1";
  const variants = log
    .split(" ")
    .map((entry) => ({ path: entry.replace(/\d+/, ""), cases: Number(entry.replace(/\D+/, "")) }));
  const sequential: Pick<Journey, "stages"> = {
    stages: [
      { id: "register", name: "", touchpoints: points("a") },
      { id: "examine", name: "", flow: "alternatives", touchpoints: points("b", "c") },
      { id: "check", name: "", touchpoints: points("d", "e") },
      { id: "decide", name: "", flow: "alternatives", touchpoints: points("g", "h") },
    ],
  };
  test("a log of 1391 cases beside a design: each of its 21 variants costs what a search of all states finds", () => {
    expect(variants.reduce((sum, { cases }) => sum + cases, 0)).toBe(1391);
    for (const { path } of variants) {
      expect([path, alignPath([...path], sequential).cost]).toEqual([path, bruteForceCost(sequential, [...path])]);
    }
  });
  test("the cases that fit wholly are those of acdeh, abdeg, abdeh and acdeg", () => {
    const fitting = variants.filter(({ path }) => alignPath([...path], sequential).fitness === 1);
    expect(fitting.reduce((sum, { cases }) => sum + cases, 0)).toBe(455 + 191 + 144 + 111);
    // The same with d out of its turn costs two moves of ten.
    expect(alignPath([..."adceh"], sequential).fitness).toBeCloseTo(0.8, 12);
  });
  test("the net with a, then c and d in either order, then e and h: exact, although most of the log does otherwise", () => {
    const parallel: Pick<Journey, "stages"> = {
      stages: [
        { id: "register", name: "", touchpoints: points("a") },
        { id: "examine", name: "", flow: "any-order", touchpoints: points("c", "d") },
        { id: "decide", name: "", touchpoints: points("e", "h") },
      ],
    };
    for (const { path } of variants) {
      expect([path, alignPath([...path], parallel).cost]).toEqual([path, bruteForceCost(parallel, [...path])]);
    }
    const fitting = variants.filter(({ path }) => alignPath([...path], parallel).fitness === 1);
    expect(fitting.map(({ path }) => path)).toEqual(["acdeh", "adceh"]);
  });
  test("a design that allows everything fits every path, which says nothing for it", () => {
    const flower: Pick<Journey, "stages"> = {
      stages: [
        {
          id: "all",
          name: "",
          flow: "any-order",
          touchpoints: points(..."abcdefgh").map((point) => ({ ...point, optional: true, repeatable: true })),
        },
      ],
    };
    for (const { path } of variants) expect(alignPath([...path], flower).fitness).toBe(1);
  });
});

test("two hundred touchpoints in any order are no more than two", () => {
  const many = Array.from({ length: 200 }, (_, number) => `t${number}`);
  const journey: Pick<Journey, "stages"> = {
    stages: [{ id: "all", name: "All", flow: "any-order", touchpoints: points(...many) }],
  };
  const shuffled = many.toSorted((a, b) => Math.sin(Number(a.slice(1))) - Math.sin(Number(b.slice(1))));
  expect(alignPath(shuffled, journey).cost).toBe(0);
  // Three left out, two met again, one that nobody planned.
  const [first = "", second = "", ...rest] = shuffled.slice(0, -3);
  expect(alignPath([first, second, "x", ...rest, first, second], journey).cost).toBe(6);
});

test("the moves are the path and a path of the design, whatever both are", () => {
  fc.assert(
    fc.property(smallJourney, smallPath, (journey, path) => {
      const { cost, fitness, moves } = alignPath(path, journey);
      expect(moves.flatMap(({ event }) => event ?? [])).toEqual(path);
      expect(moves.filter(({ move }) => move !== "fits")).toHaveLength(cost);
      expect(fitness).toBeGreaterThanOrEqual(0);
      expect(fitness).toBeLessThanOrEqual(1);
      // What fits and what is missing make a path that the design allows; any alternative may stand in for a missing one.
      const stand = (stage: string | null) =>
        journey.stages.find(({ id }) => id === stage)?.touchpoints.find(({ optional }) => optional !== true)?.id;
      const repaired = moves.flatMap(({ move, stage, touchpoint }) =>
        move === "extra" ? [] : [touchpoint ?? stand(stage) ?? ""],
      );
      expect(bruteForceCost(journey, repaired)).toBe(0);
    }),
    { numRuns: 300 },
  );
});
test("what is no name of an event is an error, with its place", () => {
  expect(() => alignPath(["a", 7 as never], one("a"))).toThrowError(/names of events, received 7 \(row 1\)/);
  expect(() => alignPath(["a"], { stages: [] })).toThrowError(/a journey with a touchpoint/);
});
