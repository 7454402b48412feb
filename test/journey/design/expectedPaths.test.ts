import { conformance, eventLog, expectedPaths, type Stage, type StageFlow } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForceCost } from "../conformance/bruteForce.js";
import { smallJourney } from "../conformance/smallJourney.js";

const stage = (flow: StageFlow, ...names: string[]): Stage => ({
  id: names.join("-"),
  name: "S",
  flow,
  touchpoints: names.map((name) => ({ id: name.replace("?", ""), name, optional: name.endsWith("?") })),
});

test("a sequence with an optional step has two paths, the one without it first", () => {
  expect(expectedPaths({ stages: [stage("sequence", "a", "b?", "c")] })).toEqual({
    paths: [
      ["a", "c"],
      ["a", "b", "c"],
    ],
    count: 2,
    complete: true,
    shortest: 2,
    longest: 3,
  });
});
test("any order is every order, alternatives are one each, and stages multiply", () => {
  const stages = [
    stage("any-order", "a", "b", "c?"),
    stage("alternatives", "d", "e"),
    stage("alternatives", "f?", "g?"),
  ];
  const found = expectedPaths({ stages });
  expect(found).toMatchObject({ count: (2 + 6) * 2 * 3, complete: true, shortest: 3, longest: 5 });
  expect(found.paths[0]).toEqual(["a", "b", "d"]);
  expect(new Set(found.paths.map((path) => path.join())).size).toBe(48);
});
test("too many to list are counted, and more than a number holds are not even that", () => {
  const many = stage("any-order", ..."abcdefgh");
  expect(expectedPaths({ stages: [many] }, { limit: 3 })).toMatchObject({ count: 40_320, complete: false });
  expect(expectedPaths({ stages: [many] }, { limit: 3 }).paths).toHaveLength(3);
  const more = stage("any-order", ...Array.from({ length: 200 }, (_, number) => `t${number}`));
  expect(expectedPaths({ stages: [more] }, { limit: 1 })).toMatchObject({ count: null, complete: false, longest: 200 });
});
test("a journey without touchpoints has one path, the empty one", () => {
  expect(expectedPaths({ stages: [] })).toMatchObject({ paths: [[]], count: 1, shortest: 0 });
});
test("a limit that is no number of paths, or a journey that contradicts itself, is an error", () => {
  expect(() => expectedPaths({ stages: [] }, { limit: -1 })).toThrowError(/limit/);
  expect(() => expectedPaths({ stages: [stage("sequence", "a", "a")] })).toThrowError(/an id of its own/);
});

/** A log of one customer a path. */
const logOf = (paths: readonly (readonly string[])[]) =>
  eventLog(
    paths.flatMap((path, customer) => path.map((on, at) => ({ customer: `c${customer}`, on, at }))),
    { customer: (row) => row.customer, touchpoint: (row) => row.on, at: (row) => row.at },
  );

test("every path that a design expects conforms to it, and there are as many as there can be", () => {
  fc.assert(
    fc.property(smallJourney, (journey) => {
      const { paths, count, complete } = expectedPaths(journey, { limit: 2000 });
      expect(complete).toBe(true);
      expect(new Set(paths.map((path) => path.join())).size).toBe(count);
      for (const path of paths.slice(0, 40)) expect(bruteForceCost(journey, path)).toBe(0);
      const some = paths.filter(({ length }) => length > 0);
      const found = conformance(logOf(some), journey);
      expect(found.deviations).toEqual([]);
      if (some.length > 0) expect([found.fitness, found.conforming.share]).toEqual([1, 1]);
    }),
    { numRuns: 60 },
  );
});

test("leaving a required step out of an expected path is one missing step, and nothing else", () => {
  fc.assert(
    fc.property(smallJourney, fc.nat(), fc.nat(), (journey, which, where) => {
      const { paths } = expectedPaths(journey, { limit: 2000 });
      const path = paths[which % paths.length] ?? [];
      const must = journey.stages.flatMap(({ flow, touchpoints }) =>
        flow === "alternatives"
          ? touchpoints.every(({ optional }) => optional !== true) && touchpoints.length > 0
            ? [touchpoints.map(({ id }) => id)]
            : []
          : touchpoints.filter(({ optional }) => optional !== true).map(({ id }) => [id]),
      );
      fc.pre(must.length > 0 && path.length > 1);
      const gone = must[where % must.length] ?? [];
      const left = path.filter((id) => !gone.includes(id));
      const [customer] = conformance(logOf([left]), journey).customers;
      expect(customer).toMatchObject({ cost: 1, deviations: [{ kind: "missing" }] });
      expect(gone.length > 1 ? null : gone[0]).toBe(customer?.deviations[0]?.touchpoint);
    }),
    { numRuns: 100 },
  );
});

test("what customers do not see is no part of their path", () => {
  const pick = { id: "pick", name: "Picking", layer: "backstage" } as const;
  const buy = stage("sequence", "a", "b");
  expect(expectedPaths({ stages: [{ ...buy, touchpoints: [...buy.touchpoints, pick] }] }).paths).toEqual([["a", "b"]]);
});
