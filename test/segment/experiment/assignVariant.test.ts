import { assignVariant, chiSquareGoodnessOfFit, chiSquareTest, createAssigner, murmurHash3 } from "cxkit";
import { describe, expect, test } from "vitest";

const halves = [{ id: "a" }, { id: "b" }];
const ids = Array.from({ length: 100_000 }, (_, i) => `customer-${i}`);

/** How many of the ids each pair of answers has. */
function crossTable(
  first: (id: string) => string | null,
  second: (id: string) => string | null,
  of: readonly string[],
) {
  const counts = new Map<string, number>();
  for (const id of of) {
    const key = `${first(id)} → ${second(id)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
function moved(first: (id: string) => string | null, second: (id: string) => string | null): number {
  return ids.filter((id) => first(id) !== second(id)).length / ids.length;
}

describe("assignVariant", () => {
  test("follows the documented rule: the hash of the id, seeded by the hash of the experiment's name, on 0 to 1", () => {
    const variants = [
      { id: "a", share: 0.2 },
      { id: "b", share: 0.5 },
      { id: "c", share: 0.3 },
    ];
    const assign = createAssigner({ experiment: "größer", variants });
    for (const id of ["", "1", "kunde-ß", "😀", ...ids.slice(0, 2000)].slice(1)) {
      const place = murmurHash3(id, murmurHash3("größer")) / 2 ** 32;
      expect(assign(id)).toBe(place < 0.2 ? "a" : place < 0.7 ? "b" : "c");
    }
  });

  test("gives a customer the same variant every time, today and in every release", () => {
    const options = { experiment: "greeting", variants: [{ id: "plain" }, { id: "by-name" }] };
    // Worked out by another implementation of the rule, in Python.
    const expected = ["plain", "by-name", "plain", "plain", "by-name", "by-name"];
    for (let time = 0; time < 2; time++) {
      expect(["c1", "c2", "c3", "c4", "c5", "c6"].map((id) => assignVariant(id, options))).toEqual(expected);
    }
    expect(assignVariant(7, options)).toBe(assignVariant("7", options));
  });

  test.each([["a"], ["checkout-2026"], ["0"], ["9f8e"]])(
    "100,000 consecutive ids are spread as the shares say, in experiment %j",
    (experiment) => {
      const shares = [0.1, 0.25, 0.05, 0.6];
      const assign = createAssigner({ experiment, variants: shares.map((share, i) => ({ id: `v${i}`, share })) });
      const numbers = Array.from({ length: 100_000 }, (_, i) => i);
      for (const list of [ids, numbers]) {
        const counts = [0, 0, 0, 0];
        for (const id of list) {
          const arm = Number(assign(id)?.slice(1));
          counts[arm] = (counts[arm] ?? 0) + 1;
        }
        expect(chiSquareGoodnessOfFit(counts, { expected: shares }).pValue).toBeGreaterThan(0.001);
      }
    },
  );

  test("experiments assign independently of each other, however alike their names", () => {
    const names = ["exp-1", "exp-2", "exp-3", "fxp-1", "exp-1 ", "holdout", "exp-1 holdout", "a", "b"];
    const assigners = names.map((experiment) =>
      createAssigner({ experiment, variants: [{ id: "0" }, { id: "1" }, { id: "2" }] }),
    );
    const pValues: number[] = [];
    for (const [index, first] of assigners.entries()) {
      for (const second of assigners.slice(index + 1)) {
        const table = [0, 1, 2].map(() => [0, 0, 0]);
        for (const id of ids) {
          const row = table[Number(first(id))] ?? [];
          const column = Number(second(id));
          row[column] = (row[column] ?? 0) + 1;
        }
        pValues.push(chiSquareTest(table).pValue ?? 0);
      }
    }
    expect(pValues).toHaveLength(36);
    // Of 36 tests of what is true, one in a thousand would be under 0.001 / 36.
    expect(Math.min(...pValues)).toBeGreaterThan(0.001 / 36);
    // Nor are they too even to be true.
    expect(Math.max(...pValues)).toBeLessThan(0.9999);
    expect(pValues.filter((p) => p < 0.5).length).toBeGreaterThan(7);
    expect(pValues.filter((p) => p < 0.5).length).toBeLessThan(29);
  });

  test("of two variants, a change of shares moves only as many customers as the share that changes", () => {
    const at = (share: number) =>
      createAssigner({
        experiment: "x",
        variants: [
          { id: "a", share },
          { id: "b", share: 1 - share },
        ],
      });
    const table = crossTable(at(0.5), at(0.6), ids);
    expect(table.get("a → b")).toBeUndefined();
    expect((table.get("b → a") ?? 0) / ids.length).toBeCloseTo(0.1, 2);
  });

  test("of three, the shares that held before let nobody move but those who must", () => {
    const shares = (a: number, b: number, c: number) => [
      { id: "a", share: a },
      { id: "b", share: b },
      { id: "c", share: c },
    ];
    const before = shares(0.3, 0.3, 0.4);
    const after = shares(0.5, 0.25, 0.25);
    const [first, careless, careful] = [
      createAssigner({ experiment: "x", variants: before }),
      createAssigner({ experiment: "x", variants: after }),
      createAssigner({ experiment: "x", variants: after, earlier: [before] }),
    ];
    expect(moved(first, careless)).toBeCloseTo(0.35, 2);
    const table = crossTable(first, careful, ids);
    expect([...table.keys()].sort()).toEqual(["a → a", "b → a", "b → b", "c → a", "c → c"]);
    expect((table.get("b → a") ?? 0) / ids.length).toBeCloseTo(0.05, 2);
    expect((table.get("c → a") ?? 0) / ids.length).toBeCloseTo(0.15, 2);

    // A second change, and one that takes a variant out and brings another in.
    const third = createAssigner({ experiment: "x", variants: before, earlier: [before, after] });
    expect(moved(careful, third)).toBeCloseTo(0.2, 2);
    const swapped = createAssigner({
      experiment: "x",
      variants: [
        { id: "d", share: 0.5 },
        { id: "b", share: 0.25 },
        { id: "c", share: 0.25 },
      ],
      earlier: [before, after],
    });
    expect([...crossTable(careful, swapped, ids).keys()].sort()).toEqual(["a → d", "b → b", "c → c"]);
  });

  test("whatever was changed before, the shares are those asked for", () => {
    const shares = [
      [0.2, 0.3, 0.5],
      [1, 0, 0],
      [0.1, 0.1, 0.8],
      [1 / 3, 1 / 3, 1 / 3],
      [0.7, 0.2, 0.1],
    ];
    const history = shares.map((each) => each.map((share, i) => ({ id: `v${i}`, share })));
    for (let step = 0; step < history.length; step++) {
      const assign = createAssigner({
        experiment: "y",
        variants: history[step] ?? [],
        earlier: history.slice(0, step),
      });
      const counts = new Map<string | null, number>();
      for (const id of ids) counts.set(assign(id), (counts.get(assign(id)) ?? 0) + 1);
      shares[step]?.forEach((share, i) => {
        expect((counts.get(`v${i}`) ?? 0) / ids.length).toBeCloseTo(share, 2);
      });
    }
  });

  test("a holdout is as large as asked for, and raising it moves nobody from one variant to another", () => {
    const at = (holdout: number) => createAssigner({ experiment: "x", variants: halves, holdout });
    const table = crossTable(at(0.1), at(0.3), ids);
    expect([...table.keys()].sort()).toEqual(["a → a", "a → null", "b → b", "b → null", "null → null"]);
    expect((table.get("null → null") ?? 0) / ids.length).toBeCloseTo(0.1, 2);
    expect(((table.get("a → null") ?? 0) + (table.get("b → null") ?? 0)) / ids.length).toBeCloseTo(0.2, 2);
    expect(ids.every((id) => at(1)(id) === null)).toBe(true);
  });

  test("experiments that name one salt hold out the same customers; others hold out others", () => {
    const holding = (experiment: string, salt: string) =>
      createAssigner({ experiment, variants: halves, holdout: { share: 0.2, salt } });
    const heldOut = (assign: (id: string) => string | null) => (id: string) => String(assign(id) === null);
    const same = crossTable(heldOut(holding("x", "2026")), heldOut(holding("y", "2026")), ids);
    expect([...same.keys()].sort()).toEqual(["false → false", "true → true"]);
    const other = crossTable(heldOut(holding("x", "2026")), heldOut(holding("x", "2027")), ids);
    expect((other.get("true → true") ?? 0) / ids.length).toBeCloseTo(0.04, 2);
  });

  test("nobody without an id is assigned, and what is no id is refused", () => {
    const options = { experiment: "x", variants: halves };
    expect([null, undefined, Number.NaN, ""].map((id) => assignVariant(id, options))).toEqual([null, null, null, null]);
    expect(() => assignVariant(Number.POSITIVE_INFINITY, options)).toThrow("requires a string or a finite number");
    expect(() => assignVariant({} as never, options)).toThrow("requires a string or a finite number");
  });

  test("ids such as __proto__ are ids like any other, of customers and of variants", () => {
    const options = { experiment: "__proto__", variants: [{ id: "__proto__" }, { id: "constructor" }] };
    expect(["__proto__", "constructor"]).toContain(assignVariant("__proto__", options));
  });

  test("wrong options are refused at once", () => {
    const refused = (options: object) => () => createAssigner({ experiment: "x", variants: halves, ...options });
    expect(refused({ experiment: "" })).toThrow('the name of the experiment, a text, received ""');
    expect(refused({ salt: "x" })).toThrow("an option of assignVariant must be one of");
    expect(refused({ variants: [] })).toThrow("requires variants as a list");
    expect(refused({ variants: [{ id: "a" }, { id: "a" }] })).toThrow("an id of its own");
    expect(refused({ variants: [{ id: "" }] })).toThrow("to have an id, a text");
    expect(refused({ variants: [{ id: "a", share: 0.5 }, { id: "b" }] })).toThrow(
      "a share of at least 0 for every variant",
    );
    expect(
      refused({
        variants: [
          { id: "a", share: 50 },
          { id: "b", share: 50 },
        ],
      }),
    ).toThrow("shares that are 1 together, received 100");
    expect(
      refused({
        variants: [
          { id: "a", share: 1.5 },
          { id: "b", share: -0.5 },
        ],
      }),
    ).toThrow("received -0.5");
    expect(refused({ earlier: halves })).toThrow("requires variants as a list");
    expect(refused({ earlier: "none" })).toThrow("earlier shares as a list of lists");
    expect(refused({ holdout: 5 })).toThrow("held out from 0 to 1, received 5");
    expect(refused({ holdout: { share: 0.1, salt: "" } })).toThrow("the salt of a holdout");
  });
});
