import { eventLog } from "cxkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { siteColumns } from "../../../src/journey/gaps/siteColumns.js";
import { siteScanner } from "../../../src/journey/gaps/siteScanner.js";

const day = 86_400_000;
const monday = Date.UTC(2026, 0, 5);
interface Visit {
  readonly device: string | null;
  readonly region: string | null;
  /** Days after the first Monday. */
  readonly on: number;
  readonly hit: boolean;
}

/** One event of each customer, on ten weeks at the least. */
function logOf(visits: readonly Visit[]) {
  const log = eventLog(visits, {
    customer: (row) => `c${visits.indexOf(row)}`,
    touchpoint: () => "a",
    at: (row) => monday + row.on * day,
    attributes: { device: (row) => row.device, region: (row) => row.region },
  });
  const all = visits.map((_, event) => event);
  return { log, sites: { all, affected: all.filter((event) => visits[event]?.hit) } };
}

/** The exact probability of so many hits in the cell, or more, term by term. */
function fisher(a: number, n: number, affected: number, all: number): number {
  const logFactorial = (of: number): number => {
    let sum = 0;
    for (let k = 2; k <= of; k++) sum += Math.log(k);
    return sum;
  };
  const choose = (from: number, k: number): number => logFactorial(from) - logFactorial(k) - logFactorial(from - k);
  let sum = 0;
  for (let k = a; k <= Math.min(n, affected); k++) {
    if (affected - k > all - n) continue;
    sum += Math.exp(choose(n, k) + choose(all - n, affected - k) - choose(all, affected));
  }
  return Math.min(1, sum);
}

/** Every cell, one after the other: what a scan that takes its time finds. */
function everyCell(visits: readonly Visit[], minimumN: number) {
  const last = Math.max(...visits.map(({ on }) => Math.floor(on / 7)));
  const first = Math.min(...visits.map(({ on }) => Math.floor(on / 7)));
  const weeks = last - first + 1;
  const stretches: [number, number][] = [];
  for (let from = first; from <= last; from++) {
    for (let to = from; to <= last && to - from < Math.min(26, Math.ceil(weeks / 2)); to++) stretches.push([from, to]);
  }
  const families = { value: [] as Cell[], time: [] as Cell[], both: [] as Cell[] };
  interface Cell {
    readonly name: string;
    readonly ratio: number;
    readonly counts: readonly [number, number, number, number];
  }
  const consider = (
    family: keyof typeof families,
    name: string,
    known: readonly Visit[],
    inside: (visit: Visit) => boolean,
  ): void => {
    const [n, all] = [known.filter(inside).length, known.length];
    if (n < minimumN || all - n < minimumN) return;
    const [a, affected] = [
      known.filter((visit) => inside(visit) && visit.hit).length,
      known.filter(({ hit }) => hit).length,
    ];
    const part = (k: number, of: number): number =>
      k === 0 || k === of ? 0 : k * Math.log(k / of) + (of - k) * Math.log(1 - k / of);
    const ratio =
      a / n > (affected - a) / (all - n) ? part(a, n) + part(affected - a, all - n) - part(affected, all) : 0;
    families[family].push({ name, ratio, counts: [a, n, affected, all] });
  };
  const weekOf = ({ on }: Visit): number => Math.floor(on / 7);
  /** A stretch without visits in its first or last week is another one over again. */
  const isWhole = (some: readonly Visit[], [from, to]: readonly [number, number]): boolean =>
    some.some((visit) => weekOf(visit) === from) && some.some((visit) => weekOf(visit) === to);
  for (const [from, to] of stretches.filter((one) => isWhole(visits, one))) {
    consider("time", `${from}-${to}`, visits, (visit) => weekOf(visit) >= from && weekOf(visit) <= to);
  }
  for (const column of ["device", "region"] as const) {
    const known = visits.filter((visit) => visit[column] !== null);
    for (const value of new Set(known.map((visit) => visit[column]))) {
      const here = known.filter((visit) => visit[column] === value);
      consider("value", `${column}=${value}`, known, (visit) => visit[column] === value);
      if (here.length < minimumN) continue;
      for (const [from, to] of stretches.filter((one) => isWhole(here, one))) {
        consider(
          "both",
          `${column}=${value} ${from}-${to}`,
          known,
          (visit) => visit[column] === value && weekOf(visit) >= from && weekOf(visit) <= to,
        );
      }
    }
  }
  const tested = Object.values(families).filter((cells) => cells.length > 0);
  const best = tested
    .map((cells) => ({ tests: cells.length, ...cells.reduce((top, cell) => (cell.ratio > top.ratio ? cell : top)) }))
    .filter(({ ratio }) => ratio > 0)
    .sort((x, y) => y.ratio - Math.log(y.tests) - (x.ratio - Math.log(x.tests)))[0];
  return best === undefined
    ? null
    : { ...best, pValue: Math.min(1, fisher(...best.counts) * best.tests * tested.length) };
}

const visit: fc.Arbitrary<Visit> = fc.record({
  device: fc.constantFrom("phone", "desktop", "tablet", null),
  region: fc.constantFrom("north", "south"),
  on: fc.integer({ min: 0, max: 69 }),
  hit: fc.boolean(),
});

describe("the scan for places", () => {
  test("finds what a search of every place, stretch of weeks and both finds, with the same p-value", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(visit, { minLength: 30, maxLength: 120 }), (some) => {
        // The first and the last week are there, so that ten weeks are covered.
        const visits = [...some, ...[0, 69].map((on) => ({ device: null, region: "north", on, hit: false }))];
        const { log, sites } = logOf(visits);
        const cell = siteScanner(siteColumns(log, undefined), log.at, 5)(sites);
        const slow = everyCell(visits, 5);
        expect(cell === null).toBe(slow === null);
        if (cell === null || slow === null) return;
        found++;
        const { inside, outside } = cell;
        expect(cell.pValue).toBeCloseTo(slow.pValue, 8);
        // Places may stand out alike; then any of them will do.
        const ratioOf = (a: number, n: number): number =>
          a === 0 || a === n ? 0 : a * Math.log(a / n) + (n - a) * Math.log(1 - a / n);
        const [all, affected] = [inside.of + outside.of, inside.affected + outside.affected];
        expect(
          ratioOf(inside.affected, inside.of) + ratioOf(outside.affected, outside.of) - ratioOf(affected, all),
        ).toBeCloseTo(slow.ratio, 8);
        expect(sites.affected.filter(cell.holds).length).toBe(inside.affected);
        expect(sites.all.filter(cell.holds).length).toBe(inside.of);
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(50);
  });

  test("finds nothing among too few, or where all or none are affected", () => {
    const visits = Array.from(
      { length: 60 },
      (_, index): Visit => ({ device: index % 2 ? "phone" : "desktop", region: "north", on: index, hit: true }),
    );
    const { log, sites } = logOf(visits);
    const where = siteColumns(log, undefined);
    expect(siteScanner(where, log.at, 5)(sites)).toBeNull();
    expect(siteScanner(where, log.at, 5)({ ...sites, affected: [] })).toBeNull();
    expect(siteScanner(where, log.at, 40)({ ...sites, affected: sites.affected.slice(0, 20) })).toBeNull();
  });

  test("looks only at the stretch of time in which all were seen alike", () => {
    const visits = Array.from(
      { length: 140 },
      (_, index): Visit => ({ device: "phone", region: "north", on: index / 2, hit: index >= 120 }),
    );
    const { log, sites } = logOf(visits);
    const scan = siteScanner(siteColumns(log, undefined), log.at, 5);
    expect(scan(sites)?.pValue).toBeLessThan(1e-6);
    expect(scan({ ...sites, all: [...sites.all], to: monday + 59 * day })).toBeNull();
  });
});

test("a customer without a value at an event has the one known last before it, or first after it", () => {
  const rows = ["x", null, "y", null, null, "z"].map((device, at) => ({ who: at < 4 ? "ann" : "bob", device, at }));
  const log = eventLog(rows, {
    customer: (row) => row.who,
    touchpoint: () => "a",
    at: (row) => row.at,
    attributes: { device: (row) => row.device },
  });
  const [column] = siteColumns(log, undefined).columns;
  expect(Array.from(column?.codes ?? [], (code) => column?.values[code])).toEqual(["x", "x", "y", "y", "z", "z"]);
});
