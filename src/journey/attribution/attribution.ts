import { checkChoice, checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { criticalValue } from "../../stats/criticalValue.js";
import type { TimeInput } from "../../time/parseTime.js";
import { goalFlags } from "../change/goalFlags.js";
import { checkLog, type EventLog } from "../log/eventLog.js";
import { observationOf } from "../log/observation.js";
import { attributionNotes } from "./attributionNotes.js";
import { type AttributionPaths, attributionPaths } from "./attributionPaths.js";
import type { AttributedTouch, AttributionModel, AttributionResult } from "./attributionResult.js";
import { creditPlan } from "./creditShares.js";
import { shareIntervals } from "./shareIntervals.js";

/** Options of {@link attribution}. */
export interface AttributionOptions {
  /** The touchpoint that is a conversion, or several. */
  readonly goal: string | readonly string[];
  /** The model, or several to hold against each other. @defaultValue all six */
  readonly models?: AttributionModel | readonly AttributionModel[];
  /** What gets the credit. @defaultValue "touchpoint" */
  readonly unit?: "touchpoint" | "channel";
  /**
   * `every`: each conversion ends a path, and the next touch begins another. `first`: what comes after a customer's first conversion
   * is left aside. @defaultValue "every"
   */
  readonly conversions?: "every" | "first";
  /** How many of the last touches the Markov chain remembers. @defaultValue 1 */
  readonly order?: 1 | 2 | 3;
  /** Touches longer before the conversion than this are no part of its path, in seconds. @defaultValue none */
  readonly lookbackSeconds?: number;
  /** In what time a touch loses half its weight, for `time-decay`. @defaultValue seven days */
  readonly halfLifeSeconds?: number;
  /** For `position`: the shares of the first and the last touch; those in between share the rest. @defaultValue 0.4 each */
  readonly position?: { readonly first: number; readonly last: number };
  /** For intervals, how often customers are drawn again (bootstrap); 200 is little, 1000 good. @defaultValue 0: no intervals */
  readonly replicates?: number;
  /** A whole number; the same seed gives the same intervals. @defaultValue 1 */
  readonly seed?: number;
  /** The confidence level of the intervals, 0–1. @defaultValue 0.95 */
  readonly level?: number;
  /** The moment at which the log ends; events at it or later are counted in `later`. @defaultValue the time of the last event */
  readonly now?: TimeInput;
  /** The IANA zone of `now` without an offset. @defaultValue none: such a time is refused */
  readonly timeZone?: string;
}

const allModels: readonly AttributionModel[] = ["markov", "first", "last", "linear", "time-decay", "position"];
const names = ["goal", "models", "unit", "conversions", "order", "lookbackSeconds", "halfLifeSeconds", "position"];
const intervalNames = ["replicates", "seed", "level", "now", "timeZone"];

function readModels(models: AttributionOptions["models"]): readonly AttributionModel[] {
  const list: readonly unknown[] = Array.isArray(models) ? models : models === undefined ? allModels : [models];
  if (list.length === 0) refuseOption("attribution requires at least one model", models);
  for (const model of list) checkChoice("a model of attribution", model, allModels);
  return allModels.filter((model) => list.includes(model));
}

function checkSeconds(name: string, seconds: number): void {
  if (!(typeof seconds === "number" && seconds > 0)) {
    refuseOption(`attribution requires ${name} to be a number of seconds above 0`, seconds);
  }
}

function checkPosition(position: { readonly first: number; readonly last: number }): void {
  const { first, last }: { readonly first?: unknown; readonly last?: unknown } = Object(position);
  if (!(typeof first === "number" && typeof last === "number" && first >= 0 && last >= 0 && first + last <= 1)) {
    refuseOption(
      "attribution requires position to be the shares of the first and the last touch, at most 1 together",
      position,
    );
  }
}

/** How often each touch occurs, in how many paths, and in how many that convert. */
function touchCounts({ offsets, touch, converted }: AttributionPaths, touches: number) {
  const counts = Array.from({ length: touches }, () => ({ touches: 0, paths: 0, convertedPaths: 0, lastPath: -1 }));
  converted.forEach((yes, path) => {
    for (let index = offsets[path] as number; index < (offsets[path + 1] as number); index++) {
      const count = counts[touch[index] as number];
      if (count === undefined) continue;
      count.touches++;
      if (count.lastPath === path) continue;
      count.lastPath = path;
      count.paths++;
      if (yes) count.convertedPaths++;
    }
  });
  return counts;
}

/**
 * Which touchpoints, or channels, conversions are due to, by as many models as you like next to each other.
 *
 * A customer's events up to a conversion are a path; the events that are left are a path that did not convert. `markov` reads all paths as
 * a chain and asks what share of conversions is lost when every path ends where it comes to a touchpoint: its removal effect; credit is in
 * proportion to it. It is solved, not simulated: exactly up to 300 states, beyond to 1e-11. `first` and `last` give all to one touch,
 * `linear` the same to each, `time-decay` more to later ones, `position` most to the ends; these read only paths that convert. All credits
 * of a model add up to the conversions that any touch came before. No model says what causes a conversion.
 *
 * With `lookbackSeconds`, a path without a conversion whose last touch is within the lookback of the log's end may still convert: it is
 * counted in `open` and left out.
 *
 * @param log An event log.
 * @param options The goal, the models, what a path is, and how many replicates the intervals take.
 * @returns Conversions as counted, credit per touchpoint in conversions and as a share (0–1), and what to keep in mind. Cost grows with
 * events; for `markov` also with the cube of the states (up to 300 of them: touchpoints, or at a higher order those sequences that occur),
 * beyond with touchpoints × transitions; each replicate costs as much again.
 * @throws A {@link CxError} `invalid-option` when it is no event log, or an option is wrong;
 * `invalid-time` when `now` is no time.
 *
 * @example
 * ```ts
 * import { attribution, eventLog } from "cxkit";
 *
 * // Two customers come by the ad and buy, one by mail, one by the ad and mail; one sees the ad and does not buy.
 * const paths = { a: "ad buy", b: "ad buy", c: "mail buy", d: "ad mail buy", e: "ad" };
 * const rows = Object.entries(paths).flatMap(([who, path]) => path.split(" ").map((what, at) => ({ who, what, at })));
 * const log = eventLog(rows, { customer: (row) => row.who, touchpoint: (row) => row.what, at: (row) => row.at });
 *
 * const { attributed, conversionProbability, touchpoints } = attribution(log, { goal: "buy", models: ["markov", "last"] });
 * attributed; // => 4
 * conversionProbability; // => 0.8
 * touchpoints.map(({ touchpoint, removalEffect, credit }) => [touchpoint, removalEffect, credit.markov?.conversions, credit.last?.conversions]);
 * // => [["ad", 0.75…, 2.4…, 2], ["mail", 0.5, 1.6, 2]]
 * ```
 *
 * @see Anderl, Becker, von Wangenheim and Schumann (2016), "Mapping the customer journey", International Journal of Research in
 * Marketing 33, 457–474.
 */
export function attribution(log: EventLog, options: AttributionOptions): AttributionResult {
  checkLog("attribution", log);
  checkOptions("attribution", options, [...names, ...intervalNames]);
  const { unit = "touchpoint", conversions = "every", order = 1, replicates = 0, seed = 1, level = 0.95 } = options;
  const { lookbackSeconds = Number.POSITIVE_INFINITY, halfLifeSeconds = 7 * 86_400 } = options;
  const { position = { first: 0.4, last: 0.4 } } = options;
  const models = readModels(options.models);
  checkChoice("unit of attribution", unit, ["touchpoint", "channel"]);
  checkChoice("conversions of attribution", conversions, ["every", "first"]);
  checkChoice("order of attribution", order, [1, 2, 3]);
  checkSeconds("lookbackSeconds", lookbackSeconds);
  checkSeconds("halfLifeSeconds", halfLifeSeconds);
  checkPosition(position);
  if (!(Number.isSafeInteger(replicates) && replicates >= 0)) {
    refuseOption("attribution requires a whole number of at least 0 replicates", replicates);
  }
  if (!Number.isSafeInteger(seed)) refuseOption("attribution requires a whole number as its seed", seed);
  criticalValue(level);
  const { flags: isGoal, unknown } = goalFlags("attribution: goal", log, options.goal);

  const observation = observationOf("attribution", log, options.now, options.timeZone);
  const lookback = lookbackSeconds * 1000;
  const paths = attributionPaths(log, { ...observation, unit, isGoal, lookback, onlyFirst: conversions === "first" });
  const touchNames = unit === "touchpoint" ? log.touchpoints : log.channels;
  const plan = creditPlan(paths, touchNames.length, models, { order, halfLife: halfLifeSeconds * 1000, position });
  const { shares, effects } = plan.of(new Float64Array(log.customers.length).fill(1));
  const intervals =
    replicates === 0
      ? []
      : shareIntervals(plan, log.customers.length, models.length, touchNames.length, { replicates, seed, level });

  const attributed = paths.converted.filter(Boolean).length;
  const probability = effects?.probability ?? null;
  const touchpoints = touchCounts(paths, touchNames.length).flatMap(
    ({ lastPath, ...counts }, code): AttributedTouch[] => {
      if (counts.touches === 0) return [];
      const name = touchNames[code] ?? "";
      const credit = models.map((model, place) => {
        const share = shares[place]?.[code] ?? null;
        return [model, { conversions: (share ?? 0) * attributed, share, interval: intervals[place]?.[code] ?? null }];
      });
      return [
        {
          touchpoint: unit === "touchpoint" ? name : null,
          channel: unit === "channel" ? name : null,
          ...counts,
          removalEffect:
            effects !== null && effects.probability > 0
              ? Math.min(1, (effects.through[code] as number) / effects.probability)
              : null,
          credit: Object.fromEntries(credit),
        },
      ];
    },
  );
  const [main = "markov"] = models;
  const nameOf = (touch: AttributedTouch): string => touch.touchpoint ?? touch.channel ?? "";
  const creditOf = ({ credit }: AttributedTouch): number => credit[main]?.conversions ?? 0;
  const { unattributed, open, outsideLookback, withoutChannel, later } = paths;
  return {
    unit,
    models,
    conversions: attributed + unattributed,
    attributed,
    unattributed,
    nonConverting: paths.converted.length - attributed,
    open,
    outsideLookback,
    withoutChannel,
    later,
    conversionProbability: probability,
    touchpoints: touchpoints.sort((a, b) => creditOf(b) - creditOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1)),
    unknown,
    notes: attributionNotes(paths, effects),
  };
}
