import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { byText } from "./byText.js";
import type { DiscoveredJourney, JourneyEnd, TouchpointUse, Transition } from "./discoveredJourney.js";
import { type MapStep, widestWays } from "./widestWays.js";

/** Options of {@link simplify}. */
export interface SimplifyOptions {
  /** Of the steps that customers take (beginnings and ends are steps too), the share that the map shall show, 0–1. @defaultValue 0.8 */
  readonly coverage?: number;
  /** The most transitions that the map may have, whatever it then shows. @defaultValue as many as the coverage needs */
  readonly maximumTransitions?: number;
  /**
   * Touchpoints that must be on the map, such as the goal, each with the broadest way to it and from it, whatever the most transitions.
   * @defaultValue none
   */
  readonly keep?: readonly string[];
}

/** The part of a discovered journey that most customers take. Its figures are those of the whole journey. */
export interface SimplifiedJourney {
  /** How many customers the journey has, on the map or not. */
  readonly customers: number;
  readonly touchpoints: readonly TouchpointUse[];
  readonly transitions: readonly Transition[];
  readonly starts: readonly JourneyEnd[];
  readonly ends: readonly JourneyEnd[];
  /** The share of all steps that the map shows, each customer's once, 0–1; null where there are none. */
  readonly coverage: number | null;
  /** How many customers' whole paths are on the map, from beginning to end. */
  readonly wholePaths: number;
  /** How many of each are not on the map. */
  readonly leftOut: {
    readonly touchpoints: number;
    readonly transitions: number;
    readonly starts: number;
    readonly ends: number;
  };
}

/** A step of the map; what it is in the journey. */
interface Step extends MapStep {
  readonly part: Transition | JourneyEnd;
}

// Places are touchpoints with a mark before their name, so that none can be called as these two.
const start = "start";
const end = "end";
const placeOf = (touchpoint: string): string => `:${touchpoint}`;

/** All steps from the start over the touchpoints to the end, those of the most customers first. */
function stepsOf({ starts, transitions, ends }: Pick<DiscoveredJourney, "starts" | "transitions" | "ends">): Step[] {
  const steps = [
    ...starts.map((part): Step => ({ from: start, to: placeOf(part.touchpoint), customers: part.customers, part })),
    ...transitions.map(
      (part): Step => ({ from: placeOf(part.from), to: placeOf(part.to), customers: part.customers, part }),
    ),
    ...ends.map((part): Step => ({ from: placeOf(part.touchpoint), to: end, customers: part.customers, part })),
  ];
  return steps.sort((a, b) => b.customers - a.customers || byText(a.from, b.from) || byText(a.to, b.to));
}

/**
 * The paths that matter: a map of a journey that people can read. A discovered journey has hundreds of transitions, most of them taken
 * by hardly anyone.
 *
 * Steps are taken in the order of how many customers take them, until enough is shown. Each brings the broadest way from a start to it
 * and from it to an end, so that no touchpoint on the map hangs in the air: all lie on a way from a beginning to an end.
 *
 * @param journey What `discover` found.
 * @param options How much is to be shown.
 * @returns The part of the journey that is on the map, in the order of the journey, and how much it shows. No figure is changed: what
 * leaves a touchpoint and is not on the map is simply not drawn.
 * @throws A {@link CxError} `invalid-option` when an option is wrong, or it is no discovered journey.
 *
 * @example
 * ```ts
 * import { discover, eventLog, simplify } from "cxkit";
 *
 * const paths = [...Array(9).fill(["search", "cart", "pay"]), ["search", "help", "search", "cart"]];
 * const rows = paths.flatMap((path: string[], customer) => path.map((page, at) => ({ id: `c${customer}`, page, at })));
 * const log = eventLog(rows, { customer: (row) => row.id, touchpoint: (row) => row.page, at: (row) => row.at });
 * const map = simplify(discover(log));
 * map.transitions.map(({ from, to }) => [from, to]); // => [["search", "cart"], ["cart", "pay"]]
 * map.leftOut; // => { touchpoints: 1, transitions: 2, starts: 0, ends: 1 }
 * map.wholePaths; // => 9
 * ```
 *
 * @see Günther and van der Aalst (2007), "Fuzzy mining", BPM, 328–343; Augusto and others (2019), "Split miner", Knowledge and
 * Information Systems 59, 251–284, for keeping every touchpoint on a way from start to end.
 */
export function simplify(journey: DiscoveredJourney, options: SimplifyOptions = {}): SimplifiedJourney {
  checkOptions("simplify", options, ["coverage", "maximumTransitions", "keep"]);
  const { coverage = 0.8, maximumTransitions = Number.POSITIVE_INFINITY, keep = [] } = options;
  if (!(typeof coverage === "number" && coverage >= 0 && coverage <= 1)) {
    refuseOption("simplify requires a coverage from 0 to 1", coverage);
  }
  if (!(typeof maximumTransitions === "number" && maximumTransitions >= 0)) {
    refuseOption("simplify requires maximumTransitions to be a number of at least 0", maximumTransitions);
  }
  if (!Array.isArray(journey?.transitions)) refuseOption("simplify requires what discover found", journey);
  if (!Array.isArray(keep)) refuseOption("simplify requires keep as a list of touchpoints", keep);
  const known = new Set(journey.touchpoints.map(({ touchpoint }) => touchpoint));
  for (const name of keep)
    if (!known.has(name)) refuseOption("simplify requires touchpoints of the journey to keep", name);
  const steps = stepsOf(journey);
  const all = steps.reduce((sum, { customers }) => sum + customers, 0);
  const wayTo = widestWays(start, steps, "forwards");
  const wayOn = widestWays(end, steps, "backwards");
  const kept = new Set<Step["part"]>();
  let [shown, drawn] = [0, 0];
  /** Draws steps, unless there would be too many lines. */
  const draw = (wanted: readonly Step[], most: number): void => {
    const bundle = new Set(wanted.filter(({ part }) => !kept.has(part)));
    const lines = Array.from(bundle).filter(({ part }) => "from" in part).length;
    if (drawn + lines > most) return;
    for (const { part, customers } of bundle) {
      kept.add(part);
      shown += customers;
    }
    drawn += lines;
  };
  for (const name of keep) draw([...wayTo(placeOf(name)), ...wayOn(placeOf(name))], Number.POSITIVE_INFINITY);
  for (const step of steps) {
    if (shown >= coverage * all) break;
    draw([step, ...wayTo(step.from), ...wayOn(step.to)], maximumTransitions);
  }
  return { ...keptParts(journey, kept), coverage: all === 0 ? null : shown / all };
}

/** The parts of a journey that are kept, and what they show of it. */
function keptParts(journey: DiscoveredJourney, kept: ReadonlySet<Step["part"]>): Omit<SimplifiedJourney, "coverage"> {
  const onMap = <Part extends Step["part"]>(parts: readonly Part[]): Part[] => parts.filter((part) => kept.has(part));
  const [transitions, starts, ends] = [onMap(journey.transitions), onMap(journey.starts), onMap(journey.ends)];
  const places = new Set([
    ...transitions.flatMap(({ from, to }) => [from, to]),
    ...[...starts, ...ends].map(({ touchpoint }) => touchpoint),
  ]);
  const touchpoints = journey.touchpoints.filter(({ touchpoint }) => places.has(touchpoint));
  const onward = new Map(transitions.map(({ from }) => [from, new Set<string>()]));
  for (const { from, to } of transitions) onward.get(from)?.add(to);
  const begins = new Set(starts.map(({ touchpoint }) => touchpoint));
  const stops = new Set(ends.map(({ touchpoint }) => touchpoint));
  const isWhole = (path: readonly string[]): boolean =>
    begins.has(path[0] ?? "") &&
    stops.has(path.at(-1) ?? "") &&
    path.every((place, index) => index === 0 || onward.get(path[index - 1] ?? "")?.has(place) === true);
  return {
    customers: journey.customers,
    touchpoints,
    transitions,
    starts,
    ends,
    wholePaths: journey.variants.reduce((sum, { path, customers }) => sum + (isWhole(path) ? customers : 0), 0),
    leftOut: {
      touchpoints: journey.touchpoints.length - touchpoints.length,
      transitions: journey.transitions.length - transitions.length,
      starts: journey.starts.length - starts.length,
      ends: journey.ends.length - ends.length,
    },
  };
}
