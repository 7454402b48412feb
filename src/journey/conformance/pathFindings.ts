import { alignTrace, eventRole, type SkippedStep } from "./alignTrace.js";
import type { DesignModel } from "./designModel.js";
import type { DeviationKind } from "./deviation.js";

/** A deviation that the order of the events alone tells. */
export interface PathDeviation {
  readonly kind: Extract<DeviationKind, "out-of-order" | "repeated">;
  readonly place: number;
  readonly visits: number;
}

/** Two visits of the design, one after the other, at different places. */
export interface PathStep {
  readonly from: number;
  readonly to: number;
  readonly fromPlace: number;
  readonly toPlace: number;
  /** Whether it is the first visit that the step comes to. */
  readonly first: boolean;
}

/** All that a path says of a design, whoever took it and when. */
export interface PathFindings {
  readonly cost: number;
  readonly deviations: readonly PathDeviation[];
  /** What is missing and was not done elsewhere either. */
  readonly missing: readonly SkippedStep[];
  /** The numbers of the first and the last part with a visit; −1 where there is none. */
  readonly firstPart: number;
  readonly lastPart: number;
  /** The last event that is a visit of the design, and its place; −1 where there is none. */
  readonly lastVisit: number;
  readonly lastPlace: number;
  readonly steps: readonly PathStep[];
  /** Every place that was come to, in turn or not. */
  readonly visited: readonly number[];
}

/** Aligns a path, and names what differs. */
export function pathFindings(model: DesignModel, trace: Int32Array): PathFindings {
  const { parts, design } = model;
  const { cost, roles, skipped } = alignTrace(model, trace);
  const partOf = new Map(parts.flatMap(({ places }, part) => places.map((place) => [place, part] as const)));
  const done = new Set<number>();
  const extras = new Map<number, number>();
  const steps: PathStep[] = [];
  let lastVisit = -1;
  let lastPlace = -1;
  let firstPlace = -1;
  trace.forEach((place, event) => {
    if (place < 0) return;
    const role = roles[event];
    if (role === eventRole.extra) {
      extras.set(place, (extras.get(place) ?? 0) + 1);
      return;
    }
    if (lastVisit >= 0 && place !== lastPlace) {
      steps.push({ from: lastVisit, to: event, fromPlace: lastPlace, toPlace: place, first: role === eventRole.visit });
    }
    if (firstPlace < 0) firstPlace = place;
    [lastVisit, lastPlace] = [event, place];
    done.add(place);
  });

  const missing = new Set(skipped);
  const settled = new Set<number>();
  const deviations: PathDeviation[] = [];
  for (const [place, visits] of extras) {
    const part = partOf.get(place) ?? -1;
    const alternatives = parts[part]?.form === "alternatives";
    const here = done.has(place);
    const stepDone =
      here || (alternatives && (settled.has(part) || parts[part]?.places.some((other) => done.has(other))));
    const skip = skipped.find(
      (step) => missing.has(step) && step.part === part && (alternatives || step.place === place),
    );
    if (skip !== undefined) missing.delete(skip);
    settled.add(part);
    // What may come again is only out of turn; of the others, one visit may stand for the step, and more repeat it.
    const again = design.places[place]?.touchpoint.repeatable === true && (here || !stepDone);
    const misplaced = again ? visits : stepDone ? 0 : 1;
    if (misplaced > 0) deviations.push({ kind: "out-of-order", place, visits: misplaced });
    if (visits > misplaced) deviations.push({ kind: "repeated", place, visits: visits - misplaced });
  }
  return {
    cost,
    deviations,
    missing: skipped.filter((step) => missing.has(step)),
    firstPart: partOf.get(firstPlace) ?? -1,
    lastPart: partOf.get(lastPlace) ?? -1,
    lastVisit,
    lastPlace,
    steps,
    visited: [...new Set([...done, ...extras.keys()])],
  };
}
