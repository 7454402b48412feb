import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import { type CustomerId, readCustomer } from "../../kpi/customerMetric.js";
import type { TimeInput } from "../../time/parseTime.js";
import type { RuleNeeds } from "./compiledRule.js";
import type { RuleMoment } from "./compileRule.js";

/** The events of every customer: by the customer's id, or as a function of the customer. Events have `at` where rules have a window. */
export type CustomerEvents<Row> =
  | ReadonlyMap<CustomerId, readonly object[]>
  | ((customer: Row) => Iterable<object> | null | undefined);

/** What rules look at beside the customer. */
export interface SegmentContext<Row> {
  /** The time from which rules count days back and ahead; required where a rule does. */
  readonly now?: TimeInput;
  /** The events of the customers; required where a rule counts events. A customer without any has none. */
  readonly events?: CustomerEvents<Row>;
  /** The customer's id, by which events are found. @defaultValue the field `id` */
  readonly customer?: (row: Row) => CustomerId | null | undefined;
}

/** The same for one customer, whose events may be given as they are. */
export interface CustomerContext<Row> extends Omit<SegmentContext<Row>, "events"> {
  /** The events of the customer: a list, or those of all customers, of which theirs are found. */
  readonly events?: CustomerEvents<Row> | readonly object[];
}

/** The names of what a context has. */
export const contextOptions: readonly string[] = ["now", "events", "customer"];

/** What must be known to read a context. */
export interface ContextNeeds {
  readonly needs: RuleNeeds;
  /** Reads `now`. */
  readonly readTime: (value: unknown) => number;
}

/** A context that has been checked. */
export interface RuleContext<Row> {
  /** What a customer is tested at, with their events. It is one object for all of them. */
  readonly momentOf: (row: Row) => RuleMoment;
  /** The id of a customer; null for none. */
  readonly idOf: (row: Row) => CustomerId | null;
}

const noEvents: readonly unknown[] = [];

/** Checks a context against what the rules need, and throws `invalid-option` where it lacks that or makes no sense. */
export function readContext<Row>(
  name: string,
  context: CustomerContext<Row>,
  { needs, readTime }: ContextNeeds,
): RuleContext<Row> {
  const { now, events, customer } = context;
  const lacks = needs.now && isMissing(now) ? "now" : needs.events && isMissing(events) ? "events" : null;
  if (lacks !== null) {
    const why = lacks === "now" ? "a rule that counts days from now" : "a rule that counts events";
    throw new CxError("invalid-option", `${name} requires the option ${lacks} for ${why}`, undefined);
  }
  if (customer !== undefined && typeof customer !== "function") {
    throw new CxError("invalid-option", `${name} requires customer to be a function of a row`, customer);
  }
  const moment = { now: isMissing(now) ? Number.NaN : readTime(now), events: noEvents };
  const idOf = (row: Row): CustomerId | null =>
    readCustomer(name, customer === undefined ? (row as { readonly id?: unknown }).id : customer(row));
  const eventsOf = needs.events ? eventReader(name, events, idOf) : null;
  return {
    idOf,
    momentOf: (row) => {
      if (typeof row !== "object" || row === null)
        throw new CxError("invalid-value", `${name} requires a customer, an object`, row);
      if (eventsOf !== null) moment.events = eventsOf(row);
      return moment;
    },
  };
}

function eventReader<Row>(
  name: string,
  events: CustomerContext<Row>["events"],
  idOf: (row: Row) => CustomerId | null,
): (row: Row) => readonly unknown[] {
  if (typeof events === "function") {
    return (row) => {
      const found = events(row) ?? noEvents;
      return Array.isArray(found) ? found : Array.from(found);
    };
  }
  if (Array.isArray(events)) return () => events;
  if (events instanceof Map) {
    return (row) => {
      const id = idOf(row);
      return id === null ? noEvents : ((events.get(id) as readonly unknown[] | undefined) ?? noEvents);
    };
  }
  throw new CxError(
    "invalid-option",
    `${name} requires events to be a Map by customer or a function of a customer`,
    events,
  );
}

/** The same for many customers: one list cannot say whose events it has. */
export function readManyContext<Row>(
  name: string,
  context: SegmentContext<Row>,
  needs: ContextNeeds,
): RuleContext<Row> {
  if (Array.isArray(context.events)) {
    throw new CxError(
      "invalid-option",
      `${name} requires events by customer, such as eventsByCustomer(rows)`,
      context.events,
    );
  }
  return readContext(name, context, needs);
}
