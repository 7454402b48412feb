import { checkOptions } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import type { Interval } from "../../metric/estimate.js";
import type { Journey } from "../../model/journey.js";
import { wilson } from "../../stats/wilson.js";
import { journeyDesign } from "../design/journeyDesign.js";
import { countVisits } from "../log/countVisits.js";
import { checkLog, type EventLog } from "../log/eventLog.js";

/** How many customers came to a touchpoint of the design. */
export interface TouchpointReach {
  /** The id of the stage. */
  readonly stage: string;
  /** The id of the touchpoint. */
  readonly touchpoint: string;
  /** How many events are visits here, under any of the names that the touchpoint has in the log. */
  readonly visits: number;
  /** How many customers came here at least once. */
  readonly customers: number;
  /** Out of how many: all customers of the log. */
  readonly of: number;
  /** `customers / of`, 0–1; null for a log without customers. */
  readonly share: number | null;
  /** The Wilson interval of the share: how far it would reach customers like these. */
  readonly interval: Interval | null;
}

/** Options of {@link touchpointReach}. */
export interface TouchpointReachOptions {
  /** The confidence level of intervals. @defaultValue 0.95 */
  readonly level?: number;
}

/**
 * How many customers came to each touchpoint of a journey: the design laid over the log. Give it to `journeyMap` to see on the
 * map where customers go and where they do not.
 *
 * @param log The events.
 * @param journey The journey as designed. A touchpoint is found in the log by its `events`, or else by its id.
 * @param options The confidence level.
 * @returns One entry a touchpoint, in the order of the design. Events that the design does not know are in none; see
 * `journeyGaps` for those. Linear in the events.
 * @throws A {@link CxError} `invalid-definition` when the journey contradicts itself, `invalid-option` when the log is none or
 * the level is not between 0 and 1.
 *
 * @example
 * ```ts
 * import { eventLog, touchpointReach } from "cxkit";
 *
 * const touchpoints = [{ id: "search", name: "Search" }, { id: "pay", name: "Pay", events: ["card", "invoice"] }];
 * const journey = { stages: [{ id: "buy", name: "Buy", touchpoints }] };
 * const rows = ["ann search", "ann card", "ann invoice", "bob search"].map((row, hour) => ({ row: row.split(" "), at: hour }));
 * const log = eventLog(rows, { customer: ({ row }) => row[0], touchpoint: ({ row }) => row[1], at: ({ at }) => at });
 * touchpointReach(log, journey).map(({ touchpoint, visits, customers, share }) => [touchpoint, visits, customers, share]);
 * // => [["search", 2, 2, 1], ["pay", 2, 1, 0.5]]
 * ```
 */
export function touchpointReach(
  log: EventLog,
  journey: Pick<Journey, "stages">,
  options: TouchpointReachOptions = {},
): TouchpointReach[] {
  checkOptions("touchpointReach", options, ["level"]);
  checkLog("touchpointReach", log);
  const { level = 0.95 } = options;
  const { places, placeOfEvent } = journeyDesign(journey);
  const placeOf = log.touchpoints.map((name) => placeOfEvent.get(name) ?? -1);
  const { visits, customers } = countVisits(log, placeOf, places.length);
  const of = log.customers.length;
  // Checks the level even where there is nobody to count.
  const limits = (count: number): Interval => wilson(count, Math.max(1, of), { level });
  return places.map(({ stage, touchpoint }, place) => {
    const count = customers[place] ?? 0;
    const interval = limits(count);
    return {
      stage: stage.id,
      touchpoint: touchpoint.id,
      visits: visits[place] ?? 0,
      customers: count,
      of,
      share: of === 0 ? null : count / of,
      interval: of === 0 ? null : interval,
    };
  });
}
