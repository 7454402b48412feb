import { conformance, eventLog, type Journey } from "cxkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForceCost } from "./bruteForce.js";
import { smallJourney, smallPath } from "./smallJourney.js";

interface Row {
  readonly customer: string;
  readonly on: string;
  readonly at: number;
  readonly channel: string;
  readonly outcome: string;
}
const logOf = (rows: readonly Row[]) =>
  eventLog(rows, {
    customer: (row) => row.customer,
    touchpoint: (row) => row.on,
    at: (row) => row.at,
    channel: (row) => row.channel,
    outcome: (row) => row.outcome,
  });
/** Paths of up to twelve customers, their events at odd times, on one of two channels, some of them failed. */
const rows = fc.array(fc.tuple(smallPath, fc.nat(1e6), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((paths) =>
  paths.flatMap(([path, start, bits], customer) =>
    path.map((on, index) => ({
      customer: `c${customer}`,
      on,
      at: start + index * 1000 + (bits % 7),
      channel: (bits >> (index % 8)) % 2 === 0 ? "web" : "phone",
      outcome: (bits >> ((index + 3) % 8)) % 3 === 0 ? "failed" : "ok",
    })),
  ),
);
/** What is told, without the numbers that customers have in the log. */
const told = (some: readonly Row[], journey: Pick<Journey, "stages">) => {
  const log = logOf(some);
  const { customers, deviations, ...rest } = conformance(log, journey);
  return {
    customers: customers.toSorted((a, b) => (a.customer < b.customer ? -1 : 1)),
    deviations: deviations.map(({ affected, ...each }) => ({
      ...each,
      who: affected.map((index) => log.customers[index]).toSorted(),
    })),
    underWay: rest.underWay,
    unseen: rest.unseen,
    conforming: rest.conforming,
    fitness: rest.fitness?.toFixed(10),
  };
};

test("every customer has the cost that a search of all states finds, and a fitness from 0 to 1", () => {
  fc.assert(
    fc.property(smallJourney, rows, (journey, some) => {
      for (const { customer, cost, fitness, open } of conformance(logOf(some), journey).customers) {
        const path = some.filter((row) => row.customer === customer).map(({ on }) => on);
        expect(cost).toBe(bruteForceCost(journey, path));
        expect(fitness >= 0 && fitness <= 1 && open >= 0 && open <= cost).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
test("the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(smallJourney, rows, fc.integer(), (journey, some, seed) => {
      const shuffled = some.toSorted(
        (a, b) => Math.sin(seed + a.at * 7 + a.on.length) - Math.sin(seed + b.at * 7 + b.on.length),
      );
      expect(told(shuffled, journey)).toEqual(told(some, journey));
    }),
    { numRuns: 60 },
  );
});
test("what is counted adds up: customers by deviation, deviations by customer, and nobody affected who could not be", () => {
  fc.assert(
    fc.property(smallJourney, rows, (journey, some) => {
      const { customers, deviations, conforming, underWay } = conformance(logOf(some), journey, { byChannel: true });
      for (const { kind, stage, touchpoint, affected, customers: share, visits, left } of deviations) {
        const having = customers.flatMap((one, index) =>
          one.deviations.some((each) => each.kind === kind && each.stage === stage && each.touchpoint === touchpoint)
            ? [index]
            : [],
        );
        expect(affected).toEqual(having);
        // Of who goes without a step, those who began too late to tell how many do are affected and not counted.
        if (kind === "missing") expect(share.count).toBeLessThanOrEqual(affected.length);
        else expect(share.count).toBe(affected.length);
        expect(share.of).toBeGreaterThanOrEqual(share.count);
        expect(share.of).toBeLessThanOrEqual(customers.length);
        expect(visits).toBeGreaterThanOrEqual(share.count);
        expect(left).toBeLessThanOrEqual(kind === "missing" ? affected.length : 0);
      }
      expect(conforming.count).toBe(customers.filter((one) => one.deviations.length === 0).length);
      expect(underWay).toBe(customers.filter((one) => one.underWay).length);
    }),
    { numRuns: 60 },
  );
});
test("the same customers twice over leave every share as it was, and narrow its interval", () => {
  fc.assert(
    fc.property(smallJourney, rows, (journey, some) => {
      const twice = [...some, ...some.map((row) => ({ ...row, customer: `${row.customer}'` }))];
      // With every path as one that is over, so that how many there are does not decide who is under way.
      const options = { dropOffAfterSeconds: 0 };
      const [once, both] = [some, twice].map((each) => conformance(logOf(each), journey, options));
      expect(both?.fitness).toBeCloseTo(once?.fitness ?? 0, 12);
      const shares = (found: typeof once) =>
        new Map(
          found?.deviations.map(({ kind, stage, touchpoint, customers }) => [
            `${kind} ${stage} ${touchpoint}`,
            customers,
          ]),
        );
      for (const [place, { share, interval }] of shares(both)) {
        const before = shares(once).get(place);
        expect(share).toBe(before?.share);
        const width = (limits: typeof interval | undefined) => (limits ? limits.high - limits.low : 0);
        expect(width(interval)).toBeLessThan(width(before?.interval));
      }
      expect(both?.deviations.length).toBe(once?.deviations.length);
    }),
    { numRuns: 60 },
  );
});
