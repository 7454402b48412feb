import { compare, type ExperimentOptions, experiment, newcombeDifference, welchTest } from "cxkit";
import { describe, expect, test } from "vitest";

interface Row {
  readonly customer?: string | number | null;
  readonly arm?: string | null;
  readonly won?: boolean | null;
  readonly spent?: number | null;
}
const byWon = { variant: (row: Row) => row.arm, outcome: (row: Row) => row.won };
const bySpent = { variant: (row: Row) => row.arm, outcome: (row: Row) => row.spent };

/** So many customers of an arm, of whom some won. */
const arm = (name: string, won: number, all: number): Row[] =>
  Array.from({ length: all }, (_, i) => ({ customer: `${name}-${i}`, arm: name, won: i < won }));
const spends = (name: string, amounts: readonly number[]): Row[] =>
  amounts.map((spent, i) => ({ customer: `${name}-${i}`, arm: name, spent }));

describe("an experiment on a share", () => {
  // Newcombe (1998), Statistics in Medicine 17, 873–890: 56/70 against 48/80.
  const result = experiment([...arm("control", 48, 80), ...arm("new", 56, 70)], byWon);

  test("has Newcombe's interval and the pooled z test", () => {
    const [found] = result.comparisons;
    expect(found).toMatchObject({ variant: "new", significant: true });
    expect(found?.difference).toBeCloseTo(0.2, 12);
    expect(found?.interval).toEqual(newcombeDifference(56, 70, 48, 80));
    expect(found?.interval?.low).toBeCloseTo(0.0524, 4);
    expect(found?.interval?.high).toBeCloseTo(0.3339, 4);
    expect(found?.pValue).toBeCloseTo(0.00804508136, 10);
    expect(found?.adjustedPValue).toBe(found?.pValue);
  });

  test("says by how much more, as a share of the control, and between which limits", () => {
    const [found] = result.comparisons;
    expect(found?.lift).toBeCloseTo(0.8 / 0.6 - 1, 12);
    expect(found?.liftInterval?.low).toBeGreaterThan(0);
    expect(found?.liftInterval?.low).toBeLessThan(found?.lift ?? 0);
    expect(found?.liftInterval?.high).toBeGreaterThan(found?.lift ?? 0);
  });

  test("has its arms as estimates that compare takes", () => {
    const [control, other] = result.arms;
    expect(control).toMatchObject({ variant: "control", share: 0.5, customers: 80, expected: 75, rows: 80 });
    expect(control?.result).toMatchObject({ value: 0.6, n: 80, missing: 0 });
    expect(other && control && compare(other.result, control.result).interval).toEqual(result.comparisons[0]?.interval);
    expect(result.definition).toEqual({ kpi: "outcome", family: "proportion", unit: "share", options: {} });
    expect(result).toMatchObject({
      control: "control",
      n: 150,
      missing: 0,
      invalid: 0,
      warnings: [],
      sequential: null,
    });
  });

  test("counts a customer with several rows once, and as won if any row is", () => {
    const rows = [
      { customer: 1, arm: "a", won: false },
      { customer: 1, arm: "a", won: true },
      { customer: "1", arm: "b", won: false },
      { customer: "1", arm: "b", won: null },
      { customer: 2, arm: "b", won: null },
    ];
    const { arms } = experiment(rows, byWon);
    expect(arms).toMatchObject([
      { variant: "a", customers: 1, rows: 2, result: { value: 1, n: 1, missing: 0 } },
      { variant: "b", customers: 2, rows: 3, result: { value: 0, n: 1, missing: 1 } },
    ]);
  });

  test("takes 0 and 1 for false and true where it is told that the outcome is a share", () => {
    const rows = spends("a", [1, 1, 0, 1]);
    expect(experiment(rows, { ...bySpent, kind: "proportion" }).arms[0]?.result).toMatchObject({ value: 0.75, n: 4 });
    expect(experiment(rows, { ...bySpent, kind: "proportion" }).definition.family).toBe("proportion");
    expect(experiment(rows, bySpent).definition.family).toBe("mean");
  });
});

describe("an experiment on a mean", () => {
  test("is Welch's test", () => {
    const [x, y] = [
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    ];
    const welch = welchTest(y, x);
    const [found] = experiment([...spends("a", x), ...spends("b", y)], bySpent).comparisons;
    expect(found?.difference).toBeCloseTo(1.58, 12);
    expect(found?.pValue).toBeCloseTo(welch.pValue ?? 0, 12);
    expect(found?.pValue).toBeCloseTo(0.0793941401873583, 12);
    expect(found?.interval?.high).toBeCloseTo(welch.interval?.high ?? 0, 11);
    // The control's mean, 0.75, may well be 0: so nothing bounds the ratio.
    expect(found?.liftInterval).toBeNull();
    expect(found?.lift).toBeCloseTo(2.33 / 0.75 - 1, 12);
  });

  test("adds up what a customer spent in several rows", () => {
    const rows = [...spends("a", [10, 20]), { customer: "a-0", arm: "a", spent: 5 }, ...spends("b", [1, 2])];
    expect(experiment(rows, bySpent).arms[0]?.result).toMatchObject({ value: 17.5, n: 2 });
  });

  test("has no lift over a control that is not above 0", () => {
    const [found] = experiment([...spends("a", [-5, -7, -6]), ...spends("b", [1, 2, 4])], bySpent).comparisons;
    expect(found).toMatchObject({ lift: null, liftInterval: null });
    expect(found?.difference).toBeCloseTo(25 / 3, 12);
  });
});

describe("an experiment on a ratio", () => {
  // Three customers an arm with (orders, sessions); by hand: Σorders / Σsessions and its linearised error.
  const rows = [
    ...[
      [1, 2],
      [3, 4],
      [2, 6],
    ].map(([orders, sessions], i) => ({ customer: i, arm: "a", orders, sessions })),
    ...[
      [4, 4],
      [3, 5],
      [2, 3],
    ].map(([orders, sessions], i) => ({ customer: i + 3, arm: "b", orders, sessions })),
  ];
  const options = {
    variant: (row: (typeof rows)[0]) => row.arm,
    outcome: (row: (typeof rows)[0]) => row.orders,
    per: (row: (typeof rows)[0]) => row.sessions,
  };

  test("divides sums, with the error that comes of customers being the sample", () => {
    const { arms, comparisons, definition } = experiment(rows, options);
    expect(definition.family).toBe("ratio");
    expect(arms.map(({ result }) => result.value)).toEqual([0.5, 0.75]);
    // a: residuals 1 − 1, 3 − 2, 2 − 3 → squares 2, × 3/2, over 12².
    expect(arms[0]?.result.standardError).toBeCloseTo(Math.sqrt(3) / 12, 12);
    // b: residuals 4 − 3, 3 − 3.75, 2 − 2.25 → 1.625 × 3/2, over 12².
    expect(arms[1]?.result.standardError).toBeCloseTo(Math.sqrt(1.625 * 1.5) / 12, 12);
    expect(comparisons[0]?.difference).toBe(0.25);
    const half = 1.959963984540054 * Math.sqrt(3 / 144 + 2.4375 / 144);
    expect(comparisons[0]?.interval?.low).toBeCloseTo(0.25 - half, 12);
  });

  test("is the same from one row for each session as from one for each customer", () => {
    const sessions = rows.flatMap(({ customer, arm: variant, orders, sessions: count }) =>
      Array.from({ length: count ?? 0 }, (_, i) => ({ customer, arm: variant, spent: i === 0 ? orders : 0 })),
    );
    const { comparisons } = experiment(sessions as Row[], { ...bySpent, kind: "ratio" });
    expect(comparisons).toEqual(experiment(rows, options).comparisons);
  });

  test("has no value where there is nothing to divide by", () => {
    const none = rows.map((row) => ({ ...row, sessions: 0, orders: 0 }));
    expect(experiment(none, options).arms[0]?.result).toMatchObject({ value: null, n: 3, standardError: null });
  });
});

describe("the check of the sample ratio", () => {
  const ratio = (a: number, b: number, shares?: [number, number]) =>
    experiment([...arm("a", 0, a), ...arm("b", 0, b)], {
      ...byWon,
      ...(shares && { variants: shares.map((share, i) => ({ id: "ab".charAt(i), share })) }),
    });

  test("5,100 and 4,900 customers of an even split are chance: chi-square 100² / 5000 · 2 = 4", () => {
    const found = ratio(5100, 4900);
    expect(found.sampleRatio.statistic).toBeCloseTo(4, 10);
    expect(found.sampleRatio).toMatchObject({ degreesOfFreedom: 1, mismatch: false });
    expect(found.sampleRatio.pValue).toBeCloseTo(0.0455002639, 9);
    expect(found).toMatchObject({ trustworthy: true, warnings: [] });
  });

  test("5,200 and 4,800 are not: chi-square 16, p < 0.001, and no difference is to be believed", () => {
    const found = ratio(5200, 4800);
    expect(found.sampleRatio.statistic).toBeCloseTo(16, 10);
    expect(found.sampleRatio.pValue).toBeCloseTo(0.0000633425, 9);
    expect(found).toMatchObject({ trustworthy: false, warnings: [{ code: "sample-ratio" }] });
    expect(found.warnings[0]?.words).toContain("a 5200 for 5000, b 4800 for 5000; p = 0.000063");
  });

  test("the line is p = 0.001: 5,164 pass, 5,165 do not", () => {
    expect(ratio(5164, 4836).sampleRatio.mismatch).toBe(false);
    expect(ratio(5165, 4835).sampleRatio.mismatch).toBe(true);
  });

  test("holds against the shares that were planned: 9,000 and 1,000 of a 90:10 split", () => {
    expect(ratio(9000, 1000, [0.9, 0.1]).sampleRatio).toMatchObject({ statistic: 0, pValue: 1, mismatch: false });
    expect(ratio(9000, 1000).trustworthy).toBe(false);
  });

  test("a planned variant that nobody has is a mismatch, not a variant less", () => {
    const variants = [{ id: "a" }, { id: "b" }, { id: "c" }];
    const found = experiment([...arm("a", 10, 50), ...arm("b", 12, 50)], { ...byWon, variants });
    expect(found.arms.map(({ customers }) => customers)).toEqual([50, 50, 0]);
    expect(found.trustworthy).toBe(false);
    expect(found.comparisons[1]).toMatchObject({
      variant: "c",
      difference: null,
      interval: null,
      significant: null,
      power: null,
    });
  });
});

describe("customers with two variants", () => {
  test("are in no arm, and are counted with their rows", () => {
    const rows = [
      ...arm("a", 1, 3),
      ...arm("b", 1, 3),
      { customer: "a-0", arm: "b", won: true },
      { customer: "a-0", arm: "a", won: true },
      { customer: "b-1", arm: "a", won: false },
    ];
    const found = experiment(rows, byWon);
    expect(found.contaminated).toEqual({ customers: 2, rows: 5 });
    expect(found.arms.map(({ customers, result }) => [customers, result.value])).toEqual([
      [2, 0],
      [2, 0.5],
    ]);
    expect(found.warnings).toEqual([
      { code: "contamination", words: "2 of 6 customers had more than one variant and are left out" },
    ]);
  });
});

describe("several variants", () => {
  test("are each compared with the control, with p-values adjusted by Holm", () => {
    const rows = [...arm("b", 130, 400), ...arm("control", 100, 400), ...arm("c", 125, 400), ...arm("d", 102, 400)];
    const { control, comparisons } = experiment(rows, byWon);
    expect(control).toBe("control");
    expect(comparisons.map(({ variant }) => variant)).toEqual(["b", "c", "d"]);
    const p = comparisons.map(({ pValue }) => pValue ?? Number.NaN);
    expect(comparisons.map(({ adjustedPValue }) => adjustedPValue)).toEqual([3 * (p[0] ?? 0), 2 * (p[1] ?? 0), p[2]]);
    expect(p[0]).toBeLessThan(0.05);
    expect(comparisons.map(({ significant }) => significant)).toEqual(
      p.map((_, i) => (comparisons[i]?.adjustedPValue ?? 1) <= 0.05),
    );
    expect(experiment(rows, { ...byWon, control: "d" }).comparisons.map(({ variant }) => variant)).toEqual([
      "b",
      "c",
      "control",
    ]);
  });
});

describe("what an experiment could have shown", () => {
  test("1,000 customers an arm at 10 % show a rise of 4.07 points in four of five cases", () => {
    const [found] = experiment([...arm("a", 100, 1000), ...arm("b", 105, 1000)], {
      ...byWon,
      relevantDifference: 0.04,
    }).comparisons;
    expect(found?.minimumDetectable.increase).toBeCloseTo(0.040745, 6);
    expect(found?.power).toBeGreaterThan(0.77);
    expect(found?.power).toBeLessThan(0.8);
  });

  test("power is reached where the relevant difference is the smallest one that can be detected, for means of uneven arms too", () => {
    const rows = [
      ...spends(
        "a",
        Array.from({ length: 90 }, (_, i) => (i * 37) % 11),
      ),
      ...spends(
        "b",
        Array.from({ length: 30 }, (_, i) => (i * 53) % 29),
      ),
    ];
    const [found] = experiment(rows, bySpent).comparisons;
    const increase = found?.minimumDetectable.increase ?? Number.NaN;
    expect(found?.minimumDetectable.decrease).toBeCloseTo(-increase, 9);
    expect(experiment(rows, { ...bySpent, relevantDifference: increase }).comparisons[0]?.power).toBeCloseTo(0.8, 9);
  });

  test("a difference that a share cannot have has no power", () => {
    const rows = [...arm("a", 95, 100), ...arm("b", 95, 100)];
    expect(experiment(rows, { ...byWon, relevantDifference: 0.1 }).comparisons[0]?.power).toBeNull();
  });
});

describe("looks", () => {
  const rows = [...arm("a", 100, 1000), ...arm("b", 130, 1000)];
  const at = (schedule: Pick<ExperimentOptions<Row>, "looks" | "look" | "plannedN">) =>
    experiment(rows, { ...byWon, ...schedule });

  test("a difference that counts at a single look need not count at the second of five", () => {
    expect(at({})).toMatchObject({ threshold: 1 - 0.95, comparisons: [{ significant: true }] });
    const second = at({ looks: 5, look: 2 });
    expect(second.comparisons[0]?.pValue).toBeCloseTo(0.0355, 4);
    expect(second.comparisons[0]?.significant).toBe(false);
    // O'Brien and Fleming: z 2.040 · √(5/2) = 3.2256.
    expect(second.threshold).toBeCloseTo(0.001257, 6);
    expect(second.sequential?.looks[1]?.critical).toBeCloseTo(3.2256, 4);
  });

  test("five looks at 5 % each find something in 14.2 % of experiments without a difference, and it says so", () => {
    const found = at({ looks: 5, look: 2 });
    expect(found.sequential?.peeking).toBeCloseTo(0.142, 3);
    expect(found.warnings).toMatchObject([{ code: "peeking" }]);
    expect(found.warnings[0]?.words).toContain(
      "tested at 5.0 % each, they would find a difference where there is none in 14.2 %",
    );
  });

  test("the look is the one that comes nearest to the planned customers", () => {
    expect(at({ looks: 5, plannedN: 5000 }).sequential?.look).toBe(2);
    expect(at({ looks: 5, plannedN: 2000 }).sequential?.look).toBe(5);
    expect(at({ looks: 5, plannedN: 1e9 }).sequential?.look).toBe(1);
    expect(at({ looks: 5 }).sequential?.look).toBe(5);
    expect(at({ looks: 1 })).toMatchObject({ sequential: { look: 1 }, warnings: [] });
  });

  test("a look before the planned customers are in is warned of, and held against what a first look allows", () => {
    const early = at({ plannedN: 4000 });
    expect(early).toMatchObject({ warnings: [{ code: "early-look" }], comparisons: [{ significant: false }] });
    // Lan and DeMets at half of the information: z 2.9626, as of gsDesign.
    expect(early.sequential?.looks[0]?.critical).toBeCloseTo(2.962588, 5);
    expect(early.warnings[0]?.words).toContain("only 2000 of 4000 customers are in");
    const done = at({ plannedN: 2000 });
    expect(done.warnings).toEqual([]);
    expect(done.threshold).toBeCloseTo(0.05, 9);
  });

  test("uneven looks go by the spending function", () => {
    expect(at({ looks: [0.5, 0.75] }).sequential).toMatchObject({ look: 2, method: "lan-demets" });
    expect(at({ looks: [0.5, 0.75] }).sequential?.looks[1]?.critical).toBeCloseTo(2.359018, 5);
  });
});

describe("nothing and dirty rows", () => {
  test("no rows have no arms, and planned arms no values", () => {
    expect(experiment([], byWon)).toMatchObject({ arms: [], control: null, comparisons: [], n: 0, trustworthy: true });
    const planned = experiment([], { ...byWon, variants: [{ id: "a" }, { id: "b" }], plannedN: 100 });
    expect(planned.arms.map(({ result }) => result.value)).toEqual([null, null]);
    expect(planned.comparisons[0]).toMatchObject({ difference: null, significant: null });
  });

  test("every row is in an arm, contaminated, missing or invalid", () => {
    const rows: unknown[] = [
      ...arm("a", 1, 2),
      ...arm("b", 1, 2),
      { customer: "a-0", arm: "b", won: true },
      { customer: null, arm: "a", won: true },
      { customer: "x", arm: null, won: true },
      { customer: "x", arm: "", won: true },
      { customer: Number.NaN, arm: "a", won: true },
      { customer: "y", arm: "a", won: "yes" },
      { customer: "z", arm: 7, won: true },
      { customer: {}, arm: "a", won: true },
      { customer: "n", arm: "a", won: null },
    ];
    const found = experiment(rows as Row[], { ...byWon, invalid: "exclude" });
    const inArms = found.arms.reduce((sum, each) => sum + each.rows, 0);
    expect(inArms + found.contaminated.rows + found.missing + found.invalid).toBe(rows.length);
    expect(found).toMatchObject({ missing: 4, invalid: 3, contaminated: { customers: 1, rows: 2 } });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("rows without a field for the customer are a customer each; those with an empty one are missing", () => {
    const rows = [
      { arm: "a", won: true },
      { arm: "a", won: true },
      { customer: undefined, arm: "a", won: true },
    ];
    expect(experiment(rows as Row[], byWon)).toMatchObject({ n: 2, missing: 1 });
    const named = { ...byWon, customer: (row: { who: string }) => row.who };
    expect(experiment([{ who: "x" }, { who: "x" }], { ...named, variant: () => "a", outcome: () => true }).n).toBe(1);
  });

  test("ids such as __proto__ are variants and customers like any other", () => {
    const rows = [
      { customer: "__proto__", arm: "__proto__", won: true },
      { customer: "constructor", arm: "constructor", won: false },
    ];
    expect(experiment(rows, byWon).arms.map(({ variant, customers }) => [variant, customers])).toEqual([
      ["__proto__", 1],
      ["constructor", 1],
    ]);
  });

  test("what is not allowed is refused with its row", () => {
    const refused =
      (row: unknown, options: object = {}) =>
      () =>
        experiment([...arm("a", 1, 1), row] as Row[], { ...byWon, ...options });
    expect(refused({ customer: 1, arm: "a", won: 2 })).toThrow(
      "true or false as the outcome of a proportion, received 2 (row 1)",
    );
    expect(refused({ customer: 1, arm: "a", won: "no" })).toThrow("(row 1)");
    expect(refused(null)).toThrow("rows that are there, received null (row 1)");
    expect(refused({ customer: 1, arm: 3, won: true })).toThrow("a text as variant, received 3 (row 1)");
    expect(refused({ customer: 1, arm: "c", won: true }, { variants: [{ id: "a" }, { id: "b" }] })).toThrow(
      'a variant of a, b, received "c" (row 1)',
    );
    const spent = (value: unknown) => () =>
      experiment([{ arm: "a", spent: value }] as Row[], { ...bySpent, kind: "mean" });
    expect(spent(Number.POSITIVE_INFINITY)).toThrow(
      "a finite number as the outcome of a mean, received Infinity (row 0)",
    );
    expect(spent(true)).toThrow("received true");
    expect(() => experiment([{ arm: "a", spent: 1 }], { ...bySpent, per: () => -1 })).toThrow(
      "per to give a number of at least 0",
    );
  });

  test("wrong options are refused before any row is read", () => {
    const unread: Iterable<Row> = {
      [Symbol.iterator]: () => {
        throw new Error("a row was read");
      },
    };
    const refused = (options: object) => () => experiment(unread, { ...byWon, ...options });
    expect(() => experiment({} as never, byWon)).toThrowError(expect.objectContaining({ code: "invalid-option" }));
    expect(refused({ outcomes: 1 })).toThrow("an option of experiment must be one of");
    expect(refused({ variant: "arm" })).toThrow("experiment: variant requires a function of a row");
    expect(refused({ customer: "id" })).toThrow("experiment: customer requires a function of a row");
    expect(refused({ kind: "median" })).toThrow("kind of experiment must be one of proportion, mean, ratio");
    expect(refused({ kind: "mean", per: () => 1 })).toThrow("kind of experiment must be one of ratio");
    expect(refused({ level: 95 })).toThrow("level");
    expect(
      refused({
        variants: [
          { id: "a", share: 1 },
          { id: "b", share: 0 },
        ],
      }),
    ).toThrow("shares above 0");
    expect(refused({ variants: [{ id: "a" }, { id: "b" }], control: "c" })).toThrow(
      "control of experiment must be one of a, b",
    );
    expect(refused({ looks: 0 })).toThrow("looks");
    expect(refused({ looks: 3, look: 4 })).toThrow("a look from 1 to 3, received 4");
    expect(refused({ plannedN: 0 })).toThrow("a plannedN of at least 1");
    expect(refused({ relevantDifference: 0 })).toThrow("a relevantDifference other than 0");
    expect(refused({ invalid: "skip" })).toThrow("invalid must be one of");
    expect(() => experiment(arm("a", 1, 2), { ...byWon, control: "b" })).toThrow(
      "control of experiment must be one of a",
    );
  });
});
