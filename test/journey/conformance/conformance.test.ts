import { conformance, eventLog, type Stage, type Touchpoint } from "cxkit";
import { describe, expect, test } from "vitest";

const hour = 3_600_000;
const day = 24 * hour;
type Visit =
  | string
  | { readonly on: string; readonly at?: number; readonly channel?: string; readonly outcome?: string };
/** A log of paths; each customer begins at `start(customer)`, and one event follows another after an hour. */
const logOf = (paths: readonly (readonly Visit[])[], start: (customer: number) => number = () => 0) =>
  eventLog(
    paths.flatMap((path, customer) =>
      path.map((visit, index) => {
        const more = typeof visit === "string" ? { on: visit } : visit;
        return { customer: `c${customer}`, ...more, at: start(customer) + (more.at ?? index) * hour };
      }),
    ),
    {
      customer: (row) => row.customer,
      touchpoint: (row) => row.on,
      at: (row) => row.at,
      channel: (row) => row.channel,
      outcome: (row) => row.outcome,
    },
  );
const touchpoint = (id: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id,
  name: id.toUpperCase(),
  ...more,
});
const stage = (id: string, touchpoints: readonly Touchpoint[], flow: Stage["flow"] = "sequence"): Stage => ({
  id,
  name: id,
  flow,
  touchpoints,
});
const abcd = {
  stages: [
    stage(
      "s",
      ["a", "b", "c", "d"].map((id) => touchpoint(id)),
    ),
  ],
};
/** What differs in each path: "kind touchpoint". */
const deviationsOf = (
  journey: { readonly stages: readonly Stage[] },
  ...paths: readonly (readonly Visit[])[]
): string[][] =>
  conformance(logOf(paths), journey).customers.map(({ deviations }) =>
    deviations.map(({ kind, touchpoint: at, stage: in_ }) => `${kind} ${at ?? `any of ${in_}`}`),
  );

describe("published figures", () => {
  // The running example of van der Aalst's book; fitness by an independent reference program with a model of one path.
  const paths = {
    "3": "register,casual,check,decide,again,thorough,check,decide,pay",
    "2": "register,check,casual,decide,pay",
    "1": "register,thorough,check,decide,reject",
    "6": "register,casual,check,decide,pay",
    "5": "register,casual,check,decide,again,check,casual,decide,again,casual,check,decide,reject",
    "4": "register,check,thorough,decide,reject",
  };
  const model = "register,casual,check,decide,pay".split(",");
  test("the fitness of each case of the running example with one reference path", () => {
    const log = eventLog(
      Object.entries(paths).flatMap(([customer, path]) =>
        path.split(",").map((on, at) => ({ customer, on, at: at * hour })),
      ),
      { customer: (row) => row.customer, touchpoint: (row) => row.on, at: (row) => row.at },
    );
    const found = conformance(log, {
      stages: [
        stage(
          "s",
          model.map((id) => touchpoint(id)),
        ),
      ],
    });
    expect(
      Object.fromEntries(found.customers.map(({ customer, cost, fitness }) => [customer, [cost, fitness]])),
    ).toEqual({
      "3": [4, 1 - 4 / 14],
      "2": [2, 0.8],
      "1": [4, 0.6],
      "6": [0, 1],
      "5": [10, 1 - 10 / 18],
      "4": [4, 0.6],
    });
    expect(found.fitness).toBeCloseTo((1 - 4 / 14 + 0.8 + 0.6 + 1 + 8 / 18 + 0.6) / 6, 12);
    expect(found.pooledFitness).toBeCloseTo(1 - 24 / (42 + 30), 12);
  });

  test("a missing step of four: 1 − 1/(3 + 4), also where two of them come in any order", () => {
    const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => touchpoint(id)) as [
      Touchpoint,
      Touchpoint,
      Touchpoint,
      Touchpoint,
    ];
    const anyOrder = { stages: [stage("1", [a]), stage("2", [b, c], "any-order"), stage("3", [d])] };
    for (const journey of [abcd, anyOrder]) {
      expect(conformance(logOf([["a", "b", "d"]]), journey).fitness).toBeCloseTo(0.857143, 6);
    }
    expect(conformance(logOf([["a", "c", "b", "d"]]), anyOrder).fitness).toBe(1);
  });
});

describe("what differs", () => {
  test("nothing on a path as designed", () => {
    expect(deviationsOf(abcd, ["a", "b", "c", "d"])).toEqual([[]]);
  });
  test("a step left out, an event that nobody planned, a step taken twice", () => {
    expect(deviationsOf(abcd, ["a", "c", "d"], ["a", "x", "b", "c", "d", "x"], ["a", "b", "b", "c", "d", "a"])).toEqual(
      [["missing b"], ["unplanned x"], ["repeated b", "repeated a"]],
    );
  });
  test("a step out of its turn is one deviation, not a missing and an unplanned one", () => {
    expect(deviationsOf(abcd, ["d", "a", "b", "c"])).toEqual([["out-of-order d"]]);
    expect(conformance(logOf([["d", "a", "b", "c"]]), abcd).customers[0]?.cost).toBe(2);
  });
  test("what is optional may be left out, but not come at any time", () => {
    const journey = { stages: [stage("s", [touchpoint("a"), touchpoint("b", { optional: true }), touchpoint("c")])] };
    expect(deviationsOf(journey, ["a", "c"], ["a", "b", "c"], ["a", "c", "b"], ["b", "b", "a", "c"])).toEqual([
      [],
      [],
      ["out-of-order b"],
      ["out-of-order b", "repeated b"],
    ]);
  });
  test("what is repeatable may come again before the next step", () => {
    const journey = { stages: [stage("s", [touchpoint("a"), touchpoint("b", { repeatable: true }), touchpoint("c")])] };
    expect(deviationsOf(journey, ["a", "b", "b", "b", "c"], ["a", "b", "c", "b"])).toEqual([[], ["out-of-order b"]]);
  });
  test("in any order, and again within the stage where it is repeatable", () => {
    const some = [touchpoint("x"), touchpoint("y", { repeatable: true }), touchpoint("z", { optional: true })];
    const journey = { stages: [stage("s", some, "any-order"), stage("t", [touchpoint("e")])] };
    expect(deviationsOf(journey, ["y", "z", "x", "y", "e"], ["x", "y", "x", "e"], ["x", "e", "y"], ["y", "e"])).toEqual(
      [[], ["repeated x"], ["out-of-order y"], ["missing x"]],
    );
  });
  test("one of several alternatives: none is missing, a second one repeats, one too early is out of order", () => {
    const journey = {
      stages: [
        stage("s", [touchpoint("a"), touchpoint("b")]),
        stage("h", [touchpoint("chat"), touchpoint("phone")], "alternatives"),
      ],
    };
    const finish = (...path: string[]): string[] => ["a", "b", ...path];
    expect(
      deviationsOf(
        journey,
        finish("phone"),
        finish("phone", "chat"),
        finish(),
        ["chat", ...finish()],
        finish("chat", "chat"),
      ),
    ).toEqual([[], ["repeated chat"], ["missing any of h"], ["out-of-order chat"], ["repeated chat"]]);
  });
  test("alternatives that are all optional are never missing", () => {
    const optional = ["chat", "phone"].map((id) => touchpoint(id, { optional: true }));
    const journey = { stages: [stage("s", [touchpoint("a")]), stage("h", optional, "alternatives")] };
    expect(deviationsOf(journey, ["a"], ["a", "phone"], ["chat", "a"])).toEqual([[], [], ["out-of-order chat"]]);
  });

  test("a failed visit, by its outcome, in whatever case it is written", () => {
    const journey = { stages: [stage("s", [touchpoint("a"), touchpoint("pay")])] };
    const paths = [
      ["a", { on: "pay", outcome: "Failed" }, { on: "pay", outcome: "success" }],
      ["a", { on: "pay", outcome: "success" }],
      ["a", { on: "pay", outcome: "refused" }],
      ["a", "pay"],
    ];
    const found = conformance(logOf(paths), journey).deviations.find(({ kind }) => kind === "failed");
    // The fourth has no outcome, so that nobody can tell whether it failed.
    expect(found).toMatchObject({ touchpoint: "pay", affected: [0], visits: 1, customers: { count: 1, of: 3 } });
    const own = conformance(logOf(paths), journey, { failedOutcomes: ["refused"] });
    expect(own.deviations.find(({ kind }) => kind === "failed")?.affected).toEqual([2]);
  });
  test("a visit later than it should be after the one before", () => {
    const journey = {
      stages: [stage("s", [touchpoint("a"), touchpoint("b", { withinSeconds: 3600 }), touchpoint("c")])],
    };
    const paths = [
      ["a", { on: "b", at: 1 }, "c"],
      ["a", { on: "b", at: 1.01 }, "c"],
      ["b", { on: "c", at: 9 }],
    ];
    const found = conformance(logOf(paths), journey).deviations.find(({ kind }) => kind === "late");
    // The third came to b first, so that there is nothing to count from.
    expect(found).toMatchObject({ touchpoint: "b", affected: [1], customers: { count: 1, of: 2 } });
  });
  test("a visit on a channel that the touchpoint is not offered on", () => {
    const journey = { stages: [stage("s", [touchpoint("a", { channel: ["web", "app"] }), touchpoint("b")])] };
    const paths = [
      [
        { on: "a", channel: "web" },
        { on: "b", channel: "fax" },
      ],
      [{ on: "a", channel: "phone" }, "b"],
      ["a", "b"],
    ];
    const found = conformance(logOf(paths), journey).deviations;
    expect(found).toMatchObject([{ kind: "wrong-channel", touchpoint: "a", affected: [1], customers: { of: 2 } }]);
  });
});

test("a channel is the same in upper and lower case, and an outcome of nothing is exactly nothing", () => {
  const journey = { stages: [stage("s", [touchpoint("a", { channel: "Web" }), touchpoint("b")])] };
  const paths = Array.from({ length: 30 }, (_, who): Visit[] => [
    { on: "a", channel: " web" },
    ...(who < 7 ? [] : ["b"]),
  ]);
  const outcome = (id: string) => (Number(id.slice(1)) < 7 ? 0 : 0.1 * Number(id.slice(1)));
  const found = conformance(logOf(paths), journey, { outcome, dropOffAfterSeconds: 0 });
  expect(found.deviations.map(({ kind }) => kind)).toEqual(["missing"]);
  expect(found.outcome?.affected.value).toBe(0);
});

describe("what customers do not see", () => {
  const layers = {
    stages: [stage("s", [touchpoint("a"), touchpoint("pick", { layer: "backstage" }), touchpoint("b")])],
  };
  test("is a step of a log that follows it, and of no other", () => {
    const without = conformance(logOf([["a", "b"]]), layers);
    expect(without).toMatchObject({ fitness: 1, deviations: [], unseen: [] });
    const found = conformance(
      logOf([
        ["a", "b"],
        ["a", "pick", "b"],
      ]),
      layers,
    );
    expect(found.deviations).toMatchObject([{ kind: "missing", touchpoint: "pick", affected: [0] }]);
    expect(found.customers[1]?.fitness).toBe(1);
  });
});

describe("who has not been seen to the end, or from the beginning", () => {
  // A customer a day; each takes a day from one step to the next.
  const start = (customer: number) => (customer === 39 ? 40.5 : customer) * day;
  const daily = (path: readonly string[]): Visit[] => path.map((on, index) => ({ on, at: 24 * index }));
  const stream = Array.from({ length: 40 }, (_, customer) =>
    daily(customer === 39 ? ["a"] : customer === 20 ? ["a", "b"] : ["a", "b", "c", "d"]),
  );

  test("a step that may still come is open; one that should have come by now is missing", () => {
    const found = conformance(logOf(stream, start), abcd, { now: 41 * day + 1 });
    expect(found.deviations.map(({ kind, touchpoint: at, affected, left }) => [kind, at, affected, left])).toEqual([
      ["missing", "c", [20], 1],
      ["missing", "d", [20], 1],
    ]);
    expect(found.customers[39]).toMatchObject({ underWay: true, open: 3, deviations: [] });
    expect(found.deviations[0]?.customers.of).toBe(39);
    // Some days later nobody is under way any more.
    const later = conformance(logOf(stream, start), abcd, { now: 60 * day });
    expect(later.deviations.find(({ touchpoint: at }) => at === "c")?.affected).toEqual([20, 39]);
    expect([found.underWay, later.underWay]).toEqual([1, 0]);
  });
  test("a log that has every path from beginning to end leaves nothing open", () => {
    const found = conformance(logOf(stream, start), abcd, { dropOffAfterSeconds: 0 });
    expect(found.deviations.find(({ touchpoint: at }) => at === "b")?.affected).toEqual([39]);
  });
  test("a customer first seen in the middle of the design, as the log begins, did not skip what came before", () => {
    const cut = [daily(["c", "d"]), ...stream.slice(1, 30), daily(["c", "d"])];
    const found = conformance(logOf(cut, start), abcd, { now: 60 * day });
    expect(found.customers[0]).toMatchObject({ open: 2, underWay: false, deviations: [] });
    expect(found.deviations.find(({ touchpoint: at }) => at === "a")?.affected).toEqual([30]);
  });
});

describe("bad input", () => {
  test("nobody in the log is nothing to measure", () => {
    expect(conformance(logOf([]), abcd)).toMatchObject({
      fitness: null,
      pooledFitness: null,
      customers: [],
      deviations: [],
    });
  });
  test("a required touchpoint that the log has no event of is named", () => {
    const found = conformance(logOf([["a", "b", "d"]]), abcd);
    expect(found.unseen).toEqual(["c"]);
  });
  test("no design to compare with, no log, or a wrong option is an error", () => {
    const log = logOf([["a"]]);
    expect(() => conformance(log, { stages: [] })).toThrowError(/a journey with a touchpoint/);
    expect(() => conformance([] as never, abcd)).toThrowError(/an event log/);
    expect(() => conformance(log, abcd, { level: 95 })).toThrowError(/level/);
    expect(() => conformance(log, abcd, { dropOffAfterSeconds: -1 })).toThrowError(/dropOffAfterSeconds/);
    expect(() => conformance(log, abcd, { failedOutcomes: "failed" as never })).toThrowError(/failedOutcomes/);
    expect(() => conformance(log, abcd, { nosuch: 1 } as never)).toThrowError(/option of conformance/);
  });
  test("the result survives JSON", () => {
    const found = conformance(
      logOf([
        ["a", "x", "d"],
        ["a", "b", "c", "d"],
      ]),
      abcd,
    );
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
