import { checkChoice, checkOptions, checkReader } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { createCalendar } from "../../time/calendar.js";
import { formatInZone } from "../../time/formatTime.js";
import { type TimeInput, timeReader } from "../../time/parseTime.js";
import { dayMs, type Zone } from "../../time/zone.js";
import type { OrderReaders, OrderRules } from "./customerOrders.js";
import { type RfmMap, type RfmMapTable, rfmMapTable } from "./rfmMap.js";
import { rfmMaps } from "./rfmMaps.js";
import type { RfmDefinition, RfmDimension } from "./rfmResult.js";
import type { RfmRules } from "./rfmScores.js";
import type { BinRule, TieRule } from "./scoreBins.js";

/** Options of {@link rfm}. */
export interface RfmOptions {
  /** The moment that recency is counted to. Rows after it are left out and counted in `later`; those at it count. */
  readonly now: TimeInput;
  /** The beginning of the window; rows before it are left out and counted in `earlier`. @defaultValue none: all rows up to `now` */
  readonly from?: TimeInput;
  /** How many scores, 2–100; or by dimension. @defaultValue 5 */
  readonly bins?: number | { readonly [dimension in RfmDimension]?: number };
  /**
   * Cut-offs of your own, such as `{ recencyDays: [30, 90, 180, 365], frequency: [1, 2, 4, 8] }`, one fewer than scores; who is at one
   * has the lower score. A dimension without any is cut by `ties`. The `cutoffs` of another result make the two comparable.
   */
  readonly cutoffs?: { readonly [dimension in RfmDimension]?: readonly (number | null)[] };
  /**
   * What becomes of equal values, which always score alike. `share`: cut-offs are quantiles (type 7), and a value that is one has the
   * lower score. Else the score is bins × rank ÷ n, rounded up, with the `average`, the `minimum` or the `maximum` of the ranks of
   * equal values; the worst rank is 1. @defaultValue "share"
   */
  readonly ties?: TieRule;
  /**
   * `independent`: each dimension is cut over all customers. `nested`: frequency is cut among customers of one recency score, and money
   * among those of one pair of scores, so that all combinations have about as many customers. @defaultValue "independent"
   */
  readonly variant?: "independent" | "nested";
  /** What counts as an order: each, or the days on which there was any (in `timeZone`). @defaultValue "orders" */
  readonly frequency?: "orders" | "days";
  /** Whether a customer's money is the sum of the amounts, or that divided by `frequency`. @defaultValue "sum" */
  readonly monetary?: "sum" | "mean";
  /**
   * What a row of a negative amount is. `deduct`: a return, which lowers the money and is neither an order nor a sign of life;
   * `count`: an order like others. @defaultValue "deduct"
   */
  readonly returns?: "deduct" | "count";
  /** The names of scores. @defaultValue `rfmMaps.recencyFrequency25` */
  readonly map?: RfmMap;
  /** The IANA zone of days, and of times without an offset. @defaultValue "UTC" for days; such times are refused */
  readonly timeZone?: string;
  /** What becomes of a row with a value that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** The names of the options of {@link rfm}. */
export const rfmOptions: readonly string[] = [
  "now",
  "from",
  "bins",
  "cutoffs",
  "ties",
  "variant",
  "frequency",
  "monetary",
  "returns",
  "map",
  "timeZone",
  "invalid",
];

const dimensions = ["recencyDays", "frequency", "monetary"] as const;
const mostBins = 100;

/** The options of {@link rfm}, checked and worked out. */
export interface RfmSettings<Row> extends RfmRules {
  readonly orders: OrderRules<Row>;
  readonly map: RfmMapTable;
  readonly byMean: boolean;
  /** Whole days from an instant to `now`, by the clock on the wall. */
  readonly daysSince: (instant: number) => number;
  readonly definition: RfmDefinition;
}

/** Ascending as scores have them: recency is turned, in whichever direction it was given. Null is below every value. */
function ownCutoffs(dimension: RfmDimension, given: readonly (number | null)[]): number[] {
  const turn = dimension === "recencyDays";
  const isCutoff = (value: unknown): boolean => value === null || (typeof value === "number" && Number.isFinite(value));
  const rising = (list: readonly number[]): boolean => list.every((value, i) => i === 0 || (list[i - 1] ?? 0) <= value);
  if (Array.isArray(given) && given.every(isCutoff)) {
    const values = given.map((value) => (value === null ? Number.NEGATIVE_INFINITY : turn ? 0 - value : value));
    const cutoffs = turn && !rising(values) ? values.reverse() : values;
    if (rising(cutoffs)) return cutoffs;
  }
  const received = Array.isArray(given) ? String(given) : given;
  throw new CxError("invalid-option", `rfm requires the cut-offs of ${dimension} to be numbers in order`, received);
}

function binRule(dimension: RfmDimension, { bins, cutoffs, ties = "share" }: RfmOptions): BinRule {
  const given = ownCutoffs(dimension, cutoffs?.[dimension] ?? []);
  const own = given.length === 0 ? null : given;
  const asked = typeof bins === "object" ? bins[dimension] : bins;
  const count = asked ?? (own === null ? 5 : own.length + 1);
  if (!(Number.isInteger(count) && count >= 2 && count <= mostBins)) {
    throw new CxError("invalid-option", `rfm requires bins to be a whole number from 2 to ${mostBins}`, count);
  }
  if (own !== null && own.length !== count - 1) {
    const requirement = `rfm requires one cut-off fewer than bins of ${dimension}, ${count - 1}`;
    throw new CxError("invalid-option", requirement, own.length);
  }
  return { bins: count, ties, own };
}

/** Which rows are orders, and when. */
function orderRules<Row>(readers: OrderReaders<Row>, options: RfmOptions, zone: Zone): OrderRules<Row> {
  const { frequency = "orders", returns = "deduct" } = options;
  const { at, amount, order } = readers ?? {};
  checkReader("rfm: at", at);
  checkReader("rfm: amount", amount);
  if (order !== undefined) {
    checkReader("rfm: order", order);
    if (frequency === "days") {
      throw new CxError("invalid-option", "rfm requires orders to be told apart by day or by order", "both");
    }
  }
  const readTime = timeReader(options.timeZone, "rfm");
  const now = readTime(options.now);
  const from = options.from === undefined ? Number.NEGATIVE_INFINITY : readTime(options.from);
  if (from > now) throw new CxError("invalid-option", "rfm requires from to be no later than now", options.from);
  const dayOf = frequency === "days" ? (instant: number) => Math.floor(zone.toLocal(instant) / dayMs) : null;
  return { readers, readTime, from, now, dayOf, deduct: returns === "deduct", invalid: options.invalid };
}

/** Checks the options of {@link rfm} and works them out. */
export function rfmSettings<Row>(readers: OrderReaders<Row>, options: RfmOptions): RfmSettings<Row> {
  checkOptions("rfm", options, rfmOptions);
  const { ties = "share", variant = "independent", frequency = "orders", monetary = "sum" } = options;
  const { returns = "deduct", bins, cutoffs = {}, map = rfmMaps.recencyFrequency25 } = options;
  checkChoice("ties", ties, ["share", "average", "minimum", "maximum"]);
  checkChoice("variant", variant, ["independent", "nested"]);
  checkChoice("frequency", frequency, ["orders", "days"]);
  checkChoice("monetary", monetary, ["sum", "mean"]);
  checkChoice("returns", returns, ["deduct", "count"]);
  checkOptions("rfm: cutoffs", cutoffs, dimensions);
  if (bins !== undefined && typeof bins !== "number") checkOptions("rfm: bins", bins, dimensions);
  const rules = {
    recencyDays: binRule("recencyDays", options),
    frequency: binRule("frequency", options),
    monetary: binRule("monetary", options),
  };
  const { zone } = createCalendar("day", { timeZone: options.timeZone ?? "UTC" });
  const orders = orderRules(readers, options, zone);
  const { now, from } = orders;
  const localNow = zone.toLocal(now);
  return {
    orders,
    rules,
    nested: variant === "nested",
    map: rfmMapTable(map),
    byMean: monetary === "mean",
    daysSince: (instant) => Math.floor((localNow - zone.toLocal(instant)) / dayMs),
    definition: {
      kpi: "rfm",
      now: formatInZone(now, zone),
      from: Number.isFinite(from) ? formatInZone(from, zone) : null,
      bins: {
        recencyDays: rules.recencyDays.bins,
        frequency: rules.frequency.bins,
        monetary: rules.monetary.bins,
      },
      ties: Object.values(rules).every(({ own }) => own !== null) ? null : ties,
      variant,
      frequency,
      monetary,
      returns,
      map: map.name,
    },
  };
}
