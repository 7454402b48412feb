import { type AttributionOptions, type AttributionResult, attribution, eventLog } from "cxkit";
import { describe, expect, test } from "vitest";

const day = 86_400;
/** One customer for each path, given as "ad mail buy" with one event a day, or as events with their day. */
const logOf = (paths: readonly (string | readonly (readonly [string, number])[])[]) =>
  eventLog(
    paths.flatMap((path, who) => {
      const events = typeof path === "string" ? path.split(" ").map((what, at) => [what, at] as const) : path;
      return events.map(([what, at]) => ({ who: `c${who}`, what, at: at * day * 1000 }));
    }),
    {
      customer: (row) => row.who,
      touchpoint: (row) => row.what,
      at: (row) => row.at,
      channel: (row) => (row.what === "ad" ? "web" : row.what === "call" ? null : "mail"),
    },
  );
const credits = (result: AttributionResult, model: keyof AttributionResult["touchpoints"][number]["credit"]) =>
  Object.fromEntries(result.touchpoints.map((touch) => [touch.touchpoint, touch.credit[model]?.conversions]));
const effects = (result: AttributionResult) =>
  Object.fromEntries(result.touchpoints.map((touch) => [touch.touchpoint, touch.removalEffect]));
const close = (found: Record<string, number | null | undefined>, wanted: Record<string, number>): void => {
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
  for (const name of Object.keys(wanted)) expect(found[name]).toBeCloseTo(wanted[name] ?? Number.NaN, 12);
};

describe("the Markov removal effect", () => {
  test("of Puzyrov's example (2019): 0.75 and 0.5, which share 4 conversions as 2.4 and 1.6", () => {
    const found = attribution(logOf(["ga buy", "ga buy", "mail buy", "ga mail buy", "ga"]), { goal: "buy" });
    expect(found.conversionProbability).toBeCloseTo(0.8, 12);
    close(effects(found), { ga: 0.75, mail: 0.5 });
    close(credits(found, "markov"), { ga: 2.4, mail: 1.6 });
    expect(found).toMatchObject({ conversions: 4, attributed: 4, unattributed: 0, nonConverting: 1 });
  });

  test("of Bryl's example (analyzecore, 2016): 0.5, 1 and 1, shares of 0.2, 0.4 and 0.4", () => {
    const found = attribution(logOf(["C1 C2 C3 buy", "C1", "C2 C3"]), { goal: "buy", models: "markov" });
    expect(found.conversionProbability).toBeCloseTo(1 / 3, 12);
    close(effects(found), { C1: 0.5, C2: 1, C3: 1 });
    close(credits(found, "markov"), { C1: 0.2, C2: 0.4, C3: 0.4 });
  });

  test("does not change with repeats of a touch where one touch is remembered, and may where two are", () => {
    const once = logOf(["a b buy", "a", "b", "a b"]);
    const twice = logOf(["a a b buy", "a a", "b", "a b"]);
    const options = { goal: "buy", models: "markov" } as const;
    const plain = attribution(once, options);
    close(effects(attribution(twice, options)), { a: plain.touchpoints[1]?.removalEffect ?? 0, b: 1 });
    // With two touches remembered, whoever comes to b by way of two a is known to buy, and others are not.
    const second = attribution(twice, { ...options, order: 2 });
    expect(second.conversionProbability).toBeCloseTo(0.25, 12);
    expect(attribution(twice, options).conversionProbability).toBeCloseTo(0.25, 12);
    expect(effects(second)).toEqual({ a: 1, b: 1 });
    expect(effects(plain)["a"]).toBeLessThan(1);
  });

  test("says only who comes through where every path converts, and says so", () => {
    const found = attribution(logOf(["a buy", "a b buy", "b buy", "b buy"]), { goal: "buy" });
    expect(found.conversionProbability).toBeCloseTo(1, 12);
    close(effects(found), { a: 0.5, b: 0.75 });
    expect(found.notes.map(({ code }) => code)).toEqual(["not-causal", "no-non-converters"]);
  });
});

describe("the models of one path", () => {
  const path = logOf(["a b c d buy", "a"]);
  test("give all to the first or the last touch, or the same to each", () => {
    const found = attribution(path, { goal: "buy", models: ["last", "linear", "first"] });
    expect(found.models).toEqual(["first", "last", "linear"]);
    expect(credits(found, "first")).toEqual({ a: 1, b: 0, c: 0, d: 0 });
    expect(credits(found, "last")).toEqual({ a: 0, b: 0, c: 0, d: 1 });
    expect(credits(found, "linear")).toEqual({ a: 0.25, b: 0.25, c: 0.25, d: 0.25 });
    expect(found.conversionProbability).toBeNull();
    expect(found.touchpoints[0]).toMatchObject({ touches: 2, paths: 2, convertedPaths: 1, removalEffect: null });
  });

  test("give most to the ends: 40 %, 20 % in between, 40 %", () => {
    const options = { goal: "buy", models: "position" } as const;
    close(credits(attribution(path, options), "position"), { a: 0.4, b: 0.1, c: 0.1, d: 0.4 });
    close(credits(attribution(path, { ...options, position: { first: 0.5, last: 0.3 } }), "position"), {
      a: 0.5,
      b: 0.1,
      c: 0.1,
      d: 0.3,
    });
    close(credits(attribution(logOf(["a b buy"]), options), "position"), { a: 0.5, b: 0.5 });
    close(credits(attribution(logOf(["a b buy"]), { ...options, position: { first: 0, last: 0 } }), "position"), {
      a: 0.5,
      b: 0.5,
    });
    close(credits(attribution(logOf(["a buy"]), options), "position"), { a: 1 });
  });

  test("halve a touch's weight with each half-life, however long ago the path was", () => {
    const options = { goal: "buy", models: "time-decay", halfLifeSeconds: day } as const;
    close(credits(attribution(path, options), "time-decay"), { a: 1 / 15, b: 2 / 15, c: 4 / 15, d: 8 / 15 });
    const late = logOf([
      [
        ["a", 0],
        ["b", 1],
        ["buy", 5000],
      ],
    ]);
    close(credits(attribution(late, options), "time-decay"), { a: 1 / 3, b: 2 / 3 });
  });

  test("count a touch as often as it occurs", () => {
    close(credits(attribution(logOf(["a a b buy"]), { goal: "buy" }), "linear"), { a: 2 / 3, b: 1 / 3 });
  });
});

describe("a path", () => {
  test("ends at each conversion, and the next touch begins another; a conversion without one is not attributed", () => {
    const log = logOf(["a buy b buy buy c", "buy"]);
    const found = attribution(log, { goal: "buy", models: "last" });
    expect(found).toMatchObject({ conversions: 4, attributed: 2, unattributed: 2, nonConverting: 1 });
    expect(credits(found, "last")).toEqual({ a: 1, b: 1, c: 0 });
    const first = attribution(log, { goal: "buy", models: "last", conversions: "first" });
    expect(first).toMatchObject({ conversions: 2, attributed: 1, unattributed: 1, nonConverting: 0 });
    expect(credits(first, "last")).toEqual({ a: 1 });
  });

  test("may end in one of several goals", () => {
    expect(attribution(logOf(["a buy", "b rent", "c"]), { goal: ["buy", "rent"] }).attributed).toBe(2);
  });

  test("holds the touches within the lookback; who may still convert at the end is open", () => {
    const log = logOf([
      [
        ["a", 0],
        ["b", 40],
        ["buy", 45],
      ],
      [
        ["a", 0],
        ["buy", 90],
      ],
      [
        ["a", 0],
        ["b", 1],
      ],
      [["c", 95]],
      [["x", 100]],
    ]);
    const found = attribution(log, { goal: "buy", lookbackSeconds: 30 * day, models: ["last", "markov"] });
    expect(found).toMatchObject({ attributed: 1, unattributed: 1, nonConverting: 1, open: 2, outsideLookback: 2 });
    expect(found.conversionProbability).toBeCloseTo(0.5, 12);
    expect(found.notes.map(({ code }) => code)).toEqual(["not-causal", "unattributed", "open"]);
    expect(attribution(log, { goal: "buy" }).open).toBe(0);
  });

  test("can be of channels, where touches without one are counted apart", () => {
    const found = attribution(logOf(["ad call mail buy", "call", "ad"]), {
      goal: "buy",
      unit: "channel",
      models: "linear",
    });
    expect(found).toMatchObject({ unit: "channel", withoutChannel: 2, attributed: 1, nonConverting: 1 });
    expect(
      found.touchpoints.map(({ channel, touchpoint, credit }) => [channel, touchpoint, credit.linear?.share]),
    ).toEqual([
      ["mail", null, 0.5],
      ["web", null, 0.5],
    ]);
  });

  test("knows nothing of what comes at `now` or later", () => {
    const found = attribution(logOf(["a buy", "a b buy"]), { goal: "buy", models: "last", now: 2 * day * 1000 });
    expect(found).toMatchObject({ attributed: 1, nonConverting: 1, later: 1 });
  });
});

describe("intervals over customers", () => {
  const paths = [
    ...Array(60).fill("a buy"),
    ...Array(40).fill("b buy"),
    ...Array(50).fill("a b"),
    ...Array(30).fill("b"),
  ];
  const options = { goal: "buy", models: ["markov", "last"], replicates: 400, seed: 3 } as const;
  test("hold the share, and agree with the binomial for the last touch", () => {
    const found = attribution(logOf(paths), options);
    for (const { credit } of found.touchpoints) {
      for (const { share, interval } of Object.values(credit)) {
        expect(interval?.low).toBeLessThan(share ?? 0);
        expect(interval?.high).toBeGreaterThan(share ?? 1);
      }
    }
    // 60 of 100 conversions: 0.6 ± 1.96 √(0.6 · 0.4 / 100).
    const a = found.touchpoints.find(({ touchpoint }) => touchpoint === "a")?.credit.last?.interval;
    expect(a?.low).toBeCloseTo(0.504, 1);
    expect(a?.high).toBeCloseTo(0.696, 1);
    expect(attribution(logOf(paths), options)).toEqual(found);
    expect(attribution(logOf(paths), { ...options, seed: 4 })).not.toEqual(found);
  });
  test("are none unless asked for", () => {
    expect(attribution(logOf(paths), { goal: "buy" }).touchpoints[0]?.credit.markov?.interval).toBeNull();
  });
});

describe("nothing and nonsense", () => {
  const log = logOf(["a b", "b"]);
  test("without a conversion nothing is shared out, and it is said whether the goal is known", () => {
    const found = attribution(log, { goal: "buy" });
    expect(found).toMatchObject({ conversions: 0, conversionProbability: 0, unknown: ["buy"] });
    expect(found.touchpoints[0]).toMatchObject({
      removalEffect: null,
      credit: { markov: { conversions: 0, share: null } },
    });
    expect(found.notes.map(({ code }) => code)).toEqual(["not-causal", "no-conversions"]);
    expect(attribution(logOf([]), { goal: "buy", replicates: 10 })).toMatchObject({
      touchpoints: [],
      conversionProbability: null,
    });
  });

  test("the result survives JSON", () => {
    const found = attribution(logOf(["a buy", "b"]), { goal: "buy", replicates: 20 });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test.each([
    [{}],
    [{ goal: "" }],
    [{ goal: [] }],
    [{ goal: "a", models: [] }],
    [{ goal: "a", models: "shapley" }],
    [{ goal: "a", model: "last" }],
    [{ goal: "a", order: 4 }],
    [{ goal: "a", unit: "device" }],
    [{ goal: "a", conversions: "last" }],
    [{ goal: "a", lookbackSeconds: 0 }],
    [{ goal: "a", halfLifeSeconds: "7" }],
    [{ goal: "a", position: { first: 0.7, last: 0.7 } }],
    [{ goal: "a", position: 0.4 }],
    [{ goal: "a", replicates: -1 }],
    [{ goal: "a", seed: 0.5 }],
    [{ goal: "a", level: 95 }],
  ])("%j is refused", (options) => {
    expect(() => attribution(log, options as unknown as AttributionOptions)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
