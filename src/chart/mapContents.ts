import type { TouchpointReach } from "../journey/discovery/touchpointReach.js";
import type { Gap } from "../journey/gaps/gap.js";
import type { EmotionPoint } from "../journey/moments/emotionCurve.js";
import type { Estimate } from "../metric/estimate.js";
import type { Group, GroupKey } from "../metric/group.js";
import type { Journey } from "../model/journey.js";
import type { Persona } from "../model/persona.js";
import type { Stage } from "../model/stage.js";
import type { Touchpoint, TouchpointLayer } from "../model/touchpoint.js";

/** A KPI measured somewhere. */
export interface MapEstimate {
  /** The name under which the caller asked for it. */
  readonly kpi: string;
  readonly estimate: Estimate;
}

/** A gap with its place in the ranking and on the map. */
export interface MapGap {
  /** Counted from 1, in the order in which the gaps were given. */
  readonly rank: number;
  readonly gap: Gap;
  /** The number of the touchpoint ("2.3"), or of the stage ("2"); null where it is not on the map. */
  readonly number: string | null;
  /** The name of the touchpoint, or else of the stage; null where there is neither. */
  readonly name: string | null;
}

/** A touchpoint with everything that is known about it. */
export interface MapTouchpoint {
  /** The stage's number and its own: "2.3". */
  readonly number: string;
  readonly touchpoint: Touchpoint;
  readonly layer: TouchpointLayer;
  readonly channels: readonly string[];
  /** The emotion felt; null where nobody looked. */
  readonly felt: Estimate | null;
  /** Who came here; null where nobody counted. */
  readonly reach: TouchpointReach | null;
  readonly estimates: readonly MapEstimate[];
  readonly gaps: readonly MapGap[];
}

/** A stage with everything that is known about it. */
export interface MapStage {
  readonly number: string;
  readonly stage: Stage;
  /** The stage's phase, with a capital; null where the design names none. */
  readonly phase: string | null;
  readonly touchpoints: readonly MapTouchpoint[];
  /** The KPIs of the whole stage; those of its touchpoints are with them. */
  readonly estimates: readonly MapEstimate[];
  /** The gaps of the stage and of its touchpoints. */
  readonly gaps: readonly MapGap[];
}

/** What results name that the design does not know. */
export interface MapStranger {
  /** The key of the group, in words. */
  readonly name: string;
  readonly estimates: readonly MapEstimate[];
}

/** Everything that a journey map shows, numbered and put in its place. The picture and the text are both made from it. */
export interface MapContents {
  readonly journey: Journey;
  readonly title: string;
  readonly personas: readonly Persona[];
  readonly stages: readonly MapStage[];
  /** The names of the KPIs, in the order of their first appearance. */
  readonly kpis: readonly string[];
  /** Whether gaps were given, so that "no gaps" can be told from "nobody looked". */
  readonly gapsKnown: boolean;
  /** The gaps shown, by rank. */
  readonly gaps: readonly MapGap[];
  /** How many gaps were given and are not shown. */
  readonly gapsLeftOut: number;
  /** The gaps that have no place in the design. */
  readonly strangeGaps: readonly MapGap[];
  readonly strangers: readonly MapStranger[];
}

/** What the caller gave, with the defaults filled in. */
export interface MapInput {
  readonly gaps: readonly Gap[] | undefined;
  readonly results: readonly Group<{ readonly [kpi: string]: Estimate }>[];
  readonly emotion: readonly EmotionPoint[];
  readonly reach: readonly TouchpointReach[];
  readonly title: string;
  readonly personas: readonly Persona[];
  readonly maximumGaps: number;
}

function rankedGap(gap: Gap, index: number, journey: Journey): MapGap {
  const rank = index + 1;
  const stageAt = gap.stage === null ? -1 : journey.stages.findIndex(({ id }) => id === gap.stage);
  const stage = journey.stages[stageAt];
  if (stage === undefined) return { rank, gap, number: null, name: gap.touchpoint };
  const touchpointAt = stage.touchpoints.findIndex(({ id }) => id === gap.touchpoint);
  const touchpoint = stage.touchpoints[touchpointAt];
  return touchpoint === undefined
    ? { rank, gap, number: `${stageAt + 1}`, name: gap.touchpoint ?? stage.name }
    : { rank, gap, number: `${stageAt + 1}.${touchpointAt + 1}`, name: touchpoint.name };
}

/**
 * Puts everything that a journey map shows in its place.
 *
 * @param journey The journey.
 * @param input What goes on it.
 * @returns The journey with numbers on its stages and touchpoints, and with gaps, KPIs and emotions where they belong.
 */
export function mapContents(journey: Journey, input: MapInput): MapContents {
  const gaps = (input.gaps ?? []).slice(0, input.maximumGaps).map((gap, index) => rankedGap(gap, index, journey));
  const estimates = new Map<GroupKey, MapEstimate[]>();
  for (const { key, result } of input.results) {
    const entries = Object.entries(result).map(([kpi, estimate]) => ({ kpi, estimate }));
    estimates.set(key, [...(estimates.get(key) ?? []), ...entries]);
  }
  const reach = new Map(input.reach.map((entry) => [entry.touchpoint, entry]));
  const felt = new Map(input.emotion.map((point) => [point.touchpoint, point.felt]));

  const touchpointOf = (touchpoint: Touchpoint, number: string): MapTouchpoint => ({
    number,
    touchpoint,
    layer: touchpoint.layer ?? "frontstage",
    channels:
      touchpoint.channel === undefined
        ? []
        : typeof touchpoint.channel === "string"
          ? [touchpoint.channel]
          : [...new Set(touchpoint.channel)],
    felt: felt.get(touchpoint.id) ?? null,
    reach: reach.get(touchpoint.id) ?? null,
    // Where a stage and a touchpoint share an id, the results are the stage's.
    estimates: stageIds.has(touchpoint.id) ? [] : (estimates.get(touchpoint.id) ?? []),
    gaps: gaps.filter((gap) => gap.number === number),
  });

  const stageIds = new Set(journey.stages.map(({ id }) => id));
  const stages = journey.stages.map((stage, index): MapStage => {
    const number = `${index + 1}`;
    return {
      number,
      stage,
      phase: stage.phase === undefined ? null : stage.phase.charAt(0).toUpperCase() + stage.phase.slice(1),
      touchpoints: stage.touchpoints.map((touchpoint, at) => touchpointOf(touchpoint, `${number}.${at + 1}`)),
      estimates: estimates.get(stage.id) ?? [],
      gaps: gaps.filter((gap) => gap.number?.split(".")[0] === number),
    };
  });

  const ids = new Set(journey.stages.flatMap(({ id, touchpoints }) => [id, ...touchpoints.map((at) => at.id)]));
  return {
    journey,
    title: input.title,
    personas: input.personas,
    stages,
    kpis: [...new Set(input.results.flatMap(({ result }) => Object.keys(result)))],
    gapsKnown: input.gaps !== undefined,
    gaps,
    gapsLeftOut: (input.gaps?.length ?? 0) - gaps.length,
    strangeGaps: gaps.filter(({ number }) => number === null),
    strangers: [...estimates]
      .filter(([key]) => typeof key !== "string" || !ids.has(key))
      .map(([key, found]) => ({ name: key === null ? "No stage named" : String(key), estimates: found })),
  };
}
