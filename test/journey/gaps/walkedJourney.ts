/** A small journey, and logs of customers who walk it: what the tests of the gaps have in common. */
import { type EventLog, eventLog, type Journey, type Touchpoint } from "cxkit";

/** What one customer did, an hour apart. */
export type Path = readonly string[];
export const hour = 3_600_000;

/** A log of paths, one event an hour, all starting together long before the end of the data. */
export const logOf = (paths: readonly Path[], end = 10_000): EventLog =>
  eventLog(
    [
      ...paths.flatMap((path, customer) =>
        path.map((touchpoint, at) => ({ customer: `c${customer}`, touchpoint, at: at * hour })),
      ),
      // Somebody is seen much later, so that nobody else counts as still under way.
      { customer: "late", touchpoint: "opt", at: end * hour },
    ],
    { customer: (row) => row.customer, touchpoint: (row) => row.touchpoint, at: (row) => row.at },
  );
/** So many customers of one path. */
export const times = (count: number, path: Path): Path[] => new Array<Path>(count).fill(path);

export const touchpoint = (id: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id,
  name: id.toUpperCase(),
  ...more,
});
export const journey: Pick<Journey, "stages"> = {
  stages: [
    {
      id: "buy",
      name: "Buy",
      touchpoints: [touchpoint("search"), touchpoint("opt", { optional: true }), touchpoint("pay")],
    },
    { id: "get", name: "Get", flow: "any-order", touchpoints: [touchpoint("notice"), touchpoint("box")] },
    { id: "use", name: "Use", flow: "alternatives", touchpoints: [touchpoint("app"), touchpoint("phone")] },
  ],
};
/** The whole design, step by step. */
export const whole: Path = ["search", "pay", "notice", "box", "app"];
export const idsOf = (gaps: readonly { id: string }[]): string[] => gaps.map(({ id }) => id).sort();
