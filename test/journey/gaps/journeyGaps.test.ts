import { averageMetric, eventLog, type Journey, journeyGaps, npsMetric } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hour, idsOf, journey, logOf, type Path, times, touchpoint, whole } from "./walkedJourney.js";

describe("journeyGaps in the paths", () => {
  test("finds none where everybody goes as designed, whichever way the design allows", () => {
    const paths = [...times(50, whole), ...times(50, ["search", "opt", "pay", "box", "notice", "phone"])];
    expect(journeyGaps({ journey, log: logOf(paths) })).toEqual([]);
  });

  test("finds a touchpoint that customers went past", () => {
    const gaps = journeyGaps({
      journey,
      log: logOf([...times(60, whole), ...times(40, ["search", "pay", "box", "app"])]),
    });
    expect(idsOf(gaps)).toEqual(["missing-touchpoint/get/notice"]);
    expect(gaps[0]).toMatchObject({ customers: { count: 40, of: 100, share: 0.4 }, effect: null });
    expect(gaps[0]?.explanation).toBe("40 of 100 customers (40 %) went past “NOTICE” without it.");
    expect(gaps[0]?.evidence["examples"]).toHaveLength(5);
  });

  test("finds a stage of alternatives that was left out altogether", () => {
    const longer = { stages: [...journey.stages, { id: "end", name: "End", touchpoints: [touchpoint("renew")] }] };
    const paths = [...times(60, [...whole, "renew"]), ...times(40, ["search", "pay", "notice", "box", "renew"])];
    const gaps = journeyGaps({ journey: longer, log: logOf(paths) });
    expect(idsOf(gaps)).toEqual(["missing-touchpoint/use/"]);
    expect(gaps[0]).toMatchObject({ stage: "use", touchpoint: null, customers: { count: 40, of: 100 } });
  });

  test("finds an event that nobody designed", () => {
    const gaps = journeyGaps({
      journey,
      log: logOf([...times(70, whole), ...times(30, ["search", "call", ...whole.slice(1)])]),
    });
    expect(gaps).toMatchObject([
      { id: "unplanned-touchpoint//call", stage: null, touchpoint: "call", customers: { count: 30, of: 101 } },
    ]);
  });

  test("finds where customers are lost, and does not count them as missing what comes after", () => {
    const gaps = journeyGaps({ journey, log: logOf([...times(70, whole), ...times(30, ["search", "opt"])]) });
    expect(gaps).toMatchObject([
      {
        id: "drop-off/buy/search",
        customers: { count: 30, of: 100 },
        evidence: { next: ["“PAY”"] },
        remedy: "redesign",
      },
    ]);
  });

  test("does not count as lost who may still be under way", () => {
    // The others take an hour from search to pay; these searched within the last hour.
    const late = Array.from({ length: 30 }, (_, customer) => ({
      customer: `n${customer}`,
      touchpoint: "search",
      at: 9999.5 * hour,
    }));
    const done = times(70, whole).flatMap((path, customer) =>
      path.map((name, at) => ({ customer: `c${customer}`, touchpoint: name, at: at * hour })),
    );
    const rows = [...done, ...late, { customer: "last", touchpoint: "opt", at: 10_000 * hour }];
    const log = eventLog(rows, {
      customer: (row) => row.customer,
      touchpoint: (row) => row.touchpoint,
      at: (row) => row.at,
    });
    expect(journeyGaps({ journey, log })).toEqual([]);
    expect(idsOf(journeyGaps({ journey, log, dropOffAfterSeconds: 60 }))).toEqual(["drop-off/buy/search"]);
  });

  test("reads the names that the log uses", () => {
    const stages = [
      { id: "s", name: "S", touchpoints: [touchpoint("a", { events: ["a.web", "a.app"] }), touchpoint("b")] },
    ];
    const log = logOf([...times(30, ["a.web", "b"]), ...times(30, ["a.app", "b"]), ...times(30, ["a", "b"])]);
    expect(idsOf(journeyGaps({ journey: { stages }, log }))).toEqual([
      "missing-touchpoint/s/a",
      "unplanned-touchpoint//a",
    ]);
  });

  test("is silent about what may be chance, and about what is too thin to judge", () => {
    const noisy = [...times(96, whole), ...times(4, ["search", "pay", "box", "app"])];
    expect(journeyGaps({ journey, log: logOf(noisy) })).toEqual([]);
    expect(
      journeyGaps({ journey, log: logOf([...times(4, whole), ...times(4, ["search", "pay", "box", "app"])]) }),
    ).toEqual([]);
  });

  test("calls a required touchpoint that no customer met a gap of the log, not of the journey", () => {
    const gaps = journeyGaps({ journey, log: logOf(times(100, ["search", "pay", "box", "app"])) });
    expect(idsOf(gaps)).toEqual(["unmeasured/get/notice"]);
    expect(gaps[0]?.explanation).toMatch(/The log has no event of “NOTICE”/);
  });
});

describe("journeyGaps and the edges of a log", () => {
  const day = 24 * hour;
  const stages = [{ id: "s", name: "S", touchpoints: ["a", "b", "c"].map((id) => touchpoint(id)) }];
  /** Everybody goes a, b, c, twenty days apart, one customer an hour; the log is cut to a window of days. */
  const windowOf = (days: number, gap: number, path: Path = ["a", "b", "c"]) => {
    const rows = Array.from({ length: 24 * (days + 2 * gap) }, (_, customer) =>
      path.map((name, step) => ({
        customer: `c${customer}`,
        touchpoint: name,
        at: (customer - 24 * 2 * gap) * hour + step * gap * day,
      })),
    ).flat();
    return eventLog(
      rows.filter(({ at }) => at >= 0 && at < days * day),
      { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at },
    );
  };

  test("does not take what lies before the log for left out, nor what lies behind it for lost", () => {
    for (const days of [45, 60, 120]) expect(journeyGaps({ journey: { stages }, log: windowOf(days, 20) })).toEqual([]);
  });

  test("does not take one step of any order for left out whose fellow lies before the log", () => {
    const anyOrder = {
      stages: [
        { id: "s", name: "S", flow: "any-order" as const, touchpoints: [touchpoint("a"), touchpoint("b")] },
        { id: "t", name: "T", touchpoints: [touchpoint("c")] },
      ],
    };
    expect(journeyGaps({ journey: anyOrder, log: windowOf(90, 20) })).toEqual([]);
  });

  test("still finds what was left out in a window", () => {
    const gaps = journeyGaps({ journey: { stages }, log: windowOf(120, 10, ["a", "c"]) });
    // Nobody at all does b, so here it is the log; a few who do make it a gap of the journey.
    expect(idsOf(gaps)).toEqual(["unmeasured/s/b"]);
  });

  test("takes the end of the observation from now, against a stray date", () => {
    const log = windowOf(60, 20);
    const rows = Array.from(log.at, (at, event) => ({
      at,
      touchpoint: log.touchpoints[log.touchpoint[event] ?? 0] ?? "",
    }));
    const customerOf = (event: number) => log.customers[log.offsets.findLastIndex((offset) => offset <= event)] ?? "";
    const all = [
      ...rows.map((row, event) => ({ ...row, customer: customerOf(event) })),
      { at: 70 * 365 * day, touchpoint: "a", customer: "stray" },
    ];
    const stray = eventLog(all, {
      customer: (row) => row.customer,
      touchpoint: (row) => row.touchpoint,
      at: (row) => row.at,
    });
    expect(idsOf(journeyGaps({ journey: { stages }, log: stray }))).not.toEqual([]);
    expect(journeyGaps({ journey: { stages }, log: stray, now: 60 * day })).toEqual([]);
  });

  test("does not call it lost where nobody is ever seen further", () => {
    expect(idsOf(journeyGaps({ journey: { stages }, log: logOf(times(100, ["a", "b"])) }))).toEqual(["unmeasured/s/c"]);
  });

  test("finds what is left out of a last stage of any order", () => {
    const last = {
      stages: [
        ...journey.stages.slice(0, 1),
        { ...journey.stages[1], id: "get", name: "Get", touchpoints: [touchpoint("box"), touchpoint("review")] },
      ],
    };
    const gaps = journeyGaps({
      journey: last as Pick<Journey, "stages">,
      log: logOf([...times(60, ["search", "pay", "box", "review"]), ...times(40, ["search", "pay", "box"])]),
    });
    expect(gaps).toMatchObject([{ id: "missing-touchpoint/get/review", customers: { count: 40, of: 100 } }]);
  });

  test("stands a log of thousands of unplanned names", () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => ({
      customer: `c${index % 20_000}`,
      touchpoint: `page ${index % 4001}`,
      at: index,
    }));
    const log = eventLog(rows, {
      customer: (row) => row.customer,
      touchpoint: (row) => row.touchpoint,
      at: (row) => row.at,
    });
    expect(journeyGaps({ journey: { stages: [] }, log })).toEqual([]);
  });

  test("refuses what is no log, no feedback and no KPI", () => {
    const log = logOf(times(3, whole));
    for (const wrong of [
      { log: [] },
      { log: JSON.parse(JSON.stringify(log)) },
      { feedback: { rows: [] } },
      { kpi: () => 1 },
    ]) {
      expect(() => journeyGaps({ journey, ...wrong } as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });
});

describe("journeyGaps in what customers say", () => {
  const promising: Pick<Journey, "stages"> = {
    stages: [
      { id: "s", name: "S", touchpoints: ["a", "b"].map((id) => touchpoint(id, { expected: { satisfaction: 75 } })) },
    ],
  };
  const csat = (point: string, scores: readonly number[], prefix = "c") =>
    scores.map((score, index) => ({ kind: "csat" as const, touchpoint: point, score, customer: `${prefix}${index}` }));
  const many = (score: number, count: number): number[] => new Array<number>(count).fill(score);

  test("finds a touchpoint that is under its promise", () => {
    const feedback = [...csat("a", [...many(2, 20), ...many(4, 20)]), ...csat("b", [...many(4, 20), ...many(5, 20)])];
    const gaps = journeyGaps({ journey: promising, feedback });
    expect(gaps).toMatchObject([
      { id: "experience/s/a", customers: { count: 20, of: 40 }, evidence: { mean: 50, promised: 75, respondents: 40 } },
    ]);
    expect(gaps[0]?.harm).toBeCloseTo(25 / 75, 10);
  });

  test("does not call bad luck a broken promise", () => {
    const feedback = [...csat("a", [...many(3, 6), ...many(4, 8), ...many(5, 5)]), ...csat("b", many(5, 20))];
    expect(journeyGaps({ journey: promising, feedback })).toEqual([]);
  });

  test("finds touchpoints and stages that nobody is asked about", () => {
    const stages = [
      ...promising.stages,
      { id: "quiet", name: "Quiet", touchpoints: [touchpoint("x"), touchpoint("y")] },
      { id: "void", name: "Void", touchpoints: [] },
    ];
    const feedback = csat("a", many(5, 20));
    const gaps = journeyGaps({ journey: { stages }, feedback });
    expect(idsOf(gaps)).toEqual(["uncovered-stage/quiet/", "uncovered-stage/void/", "unmeasured/s/b"]);
    expect(gaps.every(({ remedy }) => remedy === "measure")).toBe(true);
  });

  test("calls a stage that the log never shows uncovered, with feedback and without", () => {
    const stages = [
      { id: "s", name: "S", touchpoints: [touchpoint("a")] },
      { id: "t", name: "T", touchpoints: [touchpoint("x"), touchpoint("y")] },
    ];
    const log = logOf(times(40, ["a"]));
    for (const feedback of [csat("a", many(5, 20)), undefined]) {
      const gaps = journeyGaps({ journey: { stages }, log, ...(feedback === undefined ? {} : { feedback }) });
      const [gap] = gaps.filter(({ kind }) => kind === "uncovered-stage");
      expect(gap).toMatchObject({ stage: "t", touchpoint: null });
      expect(gap?.explanation).toMatch(/and the log has no event of it/);
      expect(gaps.filter(({ kind }) => kind === "unmeasured")).toEqual([]);
    }
  });

  test("takes an answer about a stage for a sign of it", () => {
    const stages = [{ id: "s", name: "S", touchpoints: [touchpoint("x")] }];
    const feedback = many(5, 20).map((score) => ({ kind: "csat" as const, stage: "s", score }));
    expect(idsOf(journeyGaps({ journey: { stages }, feedback }))).toEqual(["unmeasured/s/x"]);
  });

  test("says how the KPI of the affected differs, and lets it decide how bad a gap is", () => {
    const paths = [...times(100, whole), ...times(100, ["search", "call", ...whole.slice(1)])];
    const harmless = paths.map((_, index) => ({
      kind: "nps" as const,
      score: index % 2 ? 9 : 7,
      customer: `c${index}`,
    }));
    const harmful = harmless.map((row, index) => (index >= 100 ? { ...row, score: index % 2 ? 6 : 3 } : row));
    const kpi = npsMetric((row: { score: number }) => row.score);
    const gapOf = (feedback: typeof harmless) =>
      journeyGaps({ journey, log: logOf(paths), feedback, kpi }).find(({ kind }) => kind === "unplanned-touchpoint");
    const [harmlessGap, harmfulGap] = [gapOf(harmless), gapOf(harmful)];
    expect(harmlessGap).toMatchObject({ harm: 0.2, remedy: "add", effect: { difference: 0 } });
    expect(harmfulGap).toMatchObject({
      remedy: "remove",
      effect: { difference: -150, affected: { value: -100, n: 100 } },
    });
    expect(harmfulGap?.severity).toBeGreaterThan(harmlessGap?.severity ?? 1);
    // Where lower is better, the same difference is a benefit.
    const turned = journeyGaps({ journey, log: logOf(paths), feedback: harmful, kpi, kpiDirection: "lower-is-better" });
    expect(turned.find(({ kind }) => kind === "unplanned-touchpoint")?.harm).toBeLessThan(0.2);
  });

  test("leaves the answers that made an experience gap out of its effect", () => {
    const feedback = [...csat("a", [...many(1, 20), ...many(5, 20)]), ...csat("b", [...many(5, 40)])];
    const [gap] = journeyGaps({ journey: promising, feedback });
    expect(gap).toMatchObject({ id: "experience/s/a", effect: { difference: 0, affected: { n: 20 } } });
  });

  test("asks an NPS only of answers to that question", () => {
    const paths = [...times(60, whole), ...times(40, ["search", "pay", "box", "app"])];
    const nps = paths.map((_, index) => ({ kind: "nps" as const, score: index < 60 ? 9 : 4, customer: `c${index}` }));
    const mixed = [...nps, ...paths.map((_, index) => ({ kind: "csat" as const, score: 5, customer: `c${index}` }))];
    const kpi = npsMetric((row: { score: number }) => row.score);
    const effectOf = (feedback: typeof mixed) =>
      journeyGaps({ journey, log: logOf(paths), feedback, kpi }).find(({ kind }) => kind === "missing-touchpoint")
        ?.effect;
    expect(effectOf(mixed)).toMatchObject({ difference: -200, affected: { n: 40 }, others: { n: 60 } });
    expect(effectOf(mixed)).toEqual(effectOf(nps));
  });

  test("counts a customer of many answers once", () => {
    // Ten customers, each with ten answers alike: their mean is under the promise by luck as often as that of ten answers.
    const satisfied = [3, 5, 4, 3, 5, 3, 4, 4, 3, 5];
    const feedback = satisfied.flatMap((score, index) =>
      many(score, 10).map(() => ({ kind: "csat" as const, touchpoint: "a", score, customer: `c${index}` })),
    );
    expect(journeyGaps({ journey: promising, feedback: [...feedback, ...csat("b", many(5, 20))] })).toEqual([]);
    const [gap] = journeyGaps({
      journey: { stages: [{ id: "s", name: "S", touchpoints: [touchpoint("a", { expected: { satisfaction: 95 } })] }] },
      feedback,
    });
    expect(gap).toMatchObject({ customers: { of: 10 }, evidence: { respondents: 10 } });
  });

  test("knows a touchpoint by its event names too, and says which answers it could not place", () => {
    const stages = [
      { id: "s", name: "S", touchpoints: [touchpoint("a", { events: ["a.web"] })] },
      { id: "q", name: "Q", touchpoints: [touchpoint("x")] },
    ];
    const feedback = [...csat("a.web", many(5, 20)), ...csat("X", many(5, 20))];
    const [gap, ...more] = journeyGaps({ journey: { stages }, feedback });
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ id: "uncovered-stage/q/", evidence: { elsewhere: 20 } });
    expect(gap?.explanation).toMatch(/20 answers are about places that the design does not know/);
  });

  test("refuses a customer that is no string, with the row", () => {
    const feedback = [...csat("a", [5]), { kind: "csat" as const, touchpoint: "a", score: 5, customer: 7 }];
    expect(() => journeyGaps({ journey: promising, feedback: feedback as never })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });

  test("counts the cases about the place of a gap", () => {
    const cases = [{ touchpoint: "a" }, { touchpoint: "a", stage: "s" }, { stage: "s" }, { touchpoint: "zzz" }];
    const [gap] = journeyGaps({
      journey: promising,
      feedback: [...csat("a", many(1, 20)), ...csat("b", many(5, 20))],
      cases,
    });
    expect(gap?.evidence["cases"]).toBe(2);
  });

  test("refuses a score off its scale, with the row", () => {
    const feedback = [...csat("a", [5]), ...csat("a", [6])];
    expect(() => journeyGaps({ journey: promising, feedback })).toThrowError(
      expect.objectContaining({ code: "invalid-value", row: 1 }),
    );
  });
});

describe("journeyGaps, whatever it is given", () => {
  test("finds nothing in nothing", () => {
    expect(journeyGaps({ journey: { stages: [] } })).toEqual([]);
    expect(
      journeyGaps({
        journey: { stages: [] },
        log: eventLog([], { customer: () => "", touchpoint: () => "", at: () => 0 }),
        feedback: [],
        cases: [],
      }),
    ).toEqual([]);
    expect(idsOf(journeyGaps({ journey, feedback: [] }))).toEqual([
      "uncovered-stage/buy/",
      "uncovered-stage/get/",
      "uncovered-stage/use/",
    ]);
  });

  test("takes __proto__ for a touchpoint, a stage and a customer", () => {
    const stages = [{ id: "__proto__", name: "P", touchpoints: [touchpoint("__proto__"), touchpoint("constructor")] }];
    const rows = Array.from({ length: 40 }, (_, index) => ({
      customer: index ? `c${index}` : "__proto__",
      touchpoint: "constructor",
      at: index,
    }));
    const log = eventLog([...rows, { customer: "x", touchpoint: "__proto__", at: 1 }], {
      customer: (row) => row.customer,
      touchpoint: (row) => row.touchpoint,
      at: (row) => row.at,
    });
    const feedback = rows.map(({ customer }) => ({
      kind: "csat" as const,
      customer,
      touchpoint: "__proto__",
      score: 3,
    }));
    expect(journeyGaps({ journey: { stages }, log, feedback })[0]).toMatchObject({
      kind: "missing-touchpoint",
      stage: "__proto__",
      touchpoint: "__proto__",
      customers: { count: 40 },
    });
  });

  test("keeps ids apart that hold the separator", () => {
    const stages = [
      { id: "a/b", name: "1", touchpoints: [] },
      { id: "a", name: "2", touchpoints: [] },
    ];
    expect(idsOf(journeyGaps({ journey: { stages } }))).toEqual(["uncovered-stage/a%2Fb/", "uncovered-stage/a/"]);
  });

  test("refuses a journey that contradicts itself", () => {
    for (const touchpoints of [
      [touchpoint("a"), touchpoint("a")],
      [touchpoint("a", { events: ["x"] }), touchpoint("b", { events: ["x"] })],
    ]) {
      expect(() => journeyGaps({ journey: { stages: [{ id: "s", name: "S", touchpoints }] } })).toThrowError(
        expect.objectContaining({ code: "invalid-definition" }),
      );
    }
  });

  test("refuses wrong options", () => {
    for (const options of [
      { level: 95 },
      { tolerance: 5 },
      { minimumN: 0 },
      { dropOffAfterSeconds: -1 },
      { kpiDirection: "up" },
      { logs: [] },
    ]) {
      expect(() => journeyGaps({ journey, ...options } as never)).toThrowError(
        expect.objectContaining({ code: "invalid-option" }),
      );
    }
  });

  const path = fc.subarray(["search", "opt", "pay", "notice", "box", "app", "phone", "call"], { minLength: 1 });
  const paths = fc.array(path, { minLength: 20, maxLength: 60 });

  test("does not mind the order of customers, and survives JSON", () => {
    fc.assert(
      fc.property(paths, (all) => {
        const rows = all.flatMap((one, customer) =>
          one.map((name, at) => ({ customer: `c${customer}`, touchpoint: name, at: at * hour })),
        );
        const columns = {
          customer: (row: (typeof rows)[0]) => row.customer,
          touchpoint: (row: (typeof rows)[0]) => row.touchpoint,
          at: (row: (typeof rows)[0]) => row.at,
        };
        const gaps = journeyGaps({ journey, log: eventLog(rows, columns) });
        const turned = journeyGaps({ journey, log: eventLog(rows.toReversed(), columns) });
        const figures = (list: typeof gaps) => list.map(({ id, customers, severity }) => ({ id, customers, severity }));
        expect(figures(turned)).toEqual(figures(gaps));
        expect(JSON.parse(JSON.stringify(gaps))).toEqual(gaps);
        for (const { severity, harm, customers } of gaps) {
          expect(severity).toBeGreaterThanOrEqual(0);
          expect(severity).toBeLessThanOrEqual(1);
          expect(harm).toBeGreaterThanOrEqual(0);
          expect(harm).toBeLessThanOrEqual(1);
          expect(customers.count).toBeLessThanOrEqual(customers.of);
        }
        expect(new Set(gaps.map(({ id }) => id)).size).toBe(gaps.length);
      }),
      { numRuns: 50 },
    );
  });

  test("of twice the customers keeps every share", () => {
    fc.assert(
      fc.property(paths, (all) => {
        const shares = (list: readonly Path[]) =>
          new Map(
            journeyGaps({ journey, log: logOf(list), tolerance: 0.001 }).map(({ id, customers }) => [id, customers]),
          );
        const [once, twice] = [shares(all), shares([...all, ...all])];
        for (const [id, { share, interval }] of once) {
          // An unplanned event is out of all customers, one of whom ("late") is not doubled.
          if (id.startsWith("unplanned")) continue;
          expect(twice.get(id)?.share).toBeCloseTo(share ?? -1, 12);
          const width = (of: typeof interval | undefined): number => (of?.high ?? 0) - (of?.low ?? 0);
          expect(width(twice.get(id)?.interval)).toBeLessThan(width(interval));
        }
      }),
      { numRuns: 30 },
    );
  });
});

test("the default KPI is the mean satisfaction of all scored answers", () => {
  const paths = [...times(60, whole), ...times(40, ["search", "pay", "box", "app"])];
  const feedback = paths.map((_, index) => ({
    kind: "nps" as const,
    score: index < 60 ? 9 : 4,
    customer: `c${index}`,
  }));
  const [gap] = journeyGaps({ journey, log: logOf(paths), feedback }).filter(
    ({ kind }) => kind === "missing-touchpoint",
  );
  expect(gap?.effect).toMatchObject({
    definition: { kpi: "satisfaction" },
    affected: { value: 40 },
    others: { value: 90 },
    difference: -50,
  });
  const same = journeyGaps({
    journey,
    log: logOf(paths),
    feedback,
    kpi: averageMetric((row: { score: number }) => row.score),
  });
  expect(same.find(({ kind }) => kind === "missing-touchpoint")?.effect?.difference).toBe(-5);
});
