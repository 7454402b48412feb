import { type EventLog, eventLog } from "cxkit";
import fc from "fast-check";

/** A row as the tests of logs use it: whose, where, when, and some further columns. */
export interface TestRow {
  readonly who: string;
  readonly where: string;
  readonly when: number;
  readonly channel?: string | null;
  readonly outcome?: string | null;
  readonly plan?: string | null;
}

export const columns = {
  customer: (row: TestRow) => row.who,
  touchpoint: (row: TestRow) => row.where,
  at: (row: TestRow) => row.when,
  channel: (row: TestRow) => row.channel,
  outcome: (row: TestRow) => row.outcome,
  attributes: { plan: (row: TestRow) => row.plan },
};

export const logOf = (rows: Iterable<TestRow>): EventLog => eventLog(rows, columns);

/** A log of paths, one event a minute, of customers c0, c1 … */
export const logOfPaths = (paths: readonly (readonly string[])[]): EventLog =>
  logOf(
    paths.flatMap((path, customer) =>
      path.map((where, minute) => ({ who: `c${customer}`, where, when: minute * 60_000 })),
    ),
  );

/** The rows that a log holds, in its order. */
export const rowsOf = (log: EventLog): TestRow[] =>
  log.customers.flatMap((who, customer) =>
    Array.from({ length: (log.offsets[customer + 1] ?? 0) - (log.offsets[customer] ?? 0) }, (_, index) => {
      const event = (log.offsets[customer] ?? 0) + index;
      const plan = log.attributes["plan"];
      return {
        who,
        where: log.touchpoints[log.touchpoint[event] ?? -1] ?? "",
        when: log.at[event] ?? Number.NaN,
        channel: log.channels[log.channel[event] ?? -1] ?? null,
        outcome: log.outcomes[log.outcome[event] ?? -1] ?? null,
        plan: (plan?.values[plan.codes[event] ?? -1] ?? null) as string | null,
      };
    }),
  );

/** Rows of a few customers, touchpoints and moments, so that ties and repeats are frequent. */
export const anyRows = fc.array(
  fc.record({
    who: fc.constantFrom("ann", "bob", "__proto__", "cyd"),
    where: fc.constantFrom("a", "b", "c"),
    when: fc.integer({ min: 0, max: 20 }),
    channel: fc.constantFrom("web", "app", null),
    outcome: fc.constantFrom("failed", null),
    plan: fc.constantFrom("free", "paid", null),
  }),
  { maxLength: 30 },
);
