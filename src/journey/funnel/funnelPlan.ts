import { refuseOption } from "../../error/checkOptions.js";
import type { EventLog } from "../log/eventLog.js";

/** A step of a funnel as a caller gives it: a touchpoint, or several of which any will do. */
export type FunnelStepInput = string | readonly string[];

/** The steps of a funnel in the numbers of a log. */
export interface FunnelPlan {
  readonly size: number;
  readonly names: readonly (readonly string[])[];
  /** Per touchpoint of the log and step (touchpoint × size + step): 1 where a visit fulfils the step. */
  readonly fulfils: Uint8Array;
  /** Per touchpoint of the log: 1 where it fulfils any step. */
  readonly counts: Uint8Array;
  readonly unknown: readonly string[];
}

const isName = (name: unknown): name is string => typeof name === "string" && name !== "";

/** Reads the steps; throws `invalid-option` for what is none. */
export function funnelPlan(log: EventLog, steps: readonly FunnelStepInput[], disjoint: boolean): FunnelPlan {
  if (!Array.isArray(steps) || steps.length === 0) {
    refuseOption("funnel requires its steps as a list of at least one touchpoint", steps);
  }
  const names = steps.map((step: FunnelStepInput): readonly string[] => {
    const group = typeof step === "string" ? [step] : step;
    if (!Array.isArray(group) || group.length === 0 || !group.every(isName)) {
      refuseOption("funnel requires each step to be the name of a touchpoint, or a list of such names", step);
    }
    return group;
  });
  if (disjoint && new Set(names.flat()).size < names.flat().length) {
    refuseOption("funnel requires every touchpoint in one step only where steps may come in any order", names.join());
  }
  const codes = new Map(log.touchpoints.map((name, code) => [name, code]));
  const fulfils = new Uint8Array(codes.size * steps.length);
  const counts = new Uint8Array(codes.size);
  const unknown = new Set<string>();
  names.forEach((group, step) => {
    for (const name of group) {
      const code = codes.get(name);
      if (code === undefined) unknown.add(name);
      else {
        fulfils[code * steps.length + step] = 1;
        counts[code] = 1;
      }
    }
  });
  return { size: steps.length, names, fulfils, counts, unknown: Array.from(unknown) };
}
