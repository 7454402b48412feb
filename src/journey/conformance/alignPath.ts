import { CxError } from "../../error/cxError.js";
import type { Journey } from "../../model/journey.js";
import { alignTrace, eventRole } from "./alignTrace.js";
import { designModel } from "./designModel.js";

/** One line of an alignment: a path and a design side by side. */
export interface AlignmentMove {
  /** `fits`: both have it. `extra`: only the path has it. `missing`: only the design has it. */
  readonly move: "fits" | "extra" | "missing";
  /** The event of the path; null where it is missing. */
  readonly event: string | null;
  /** The id of the stage; null for an event that no touchpoint claims. */
  readonly stage: string | null;
  /** The id of the touchpoint; null for an event that no touchpoint claims, and where any of several alternatives is missing. */
  readonly touchpoint: string | null;
}

/** A path laid beside a design. */
export interface PathAlignment {
  /** How many moves are `extra` or `missing`: no other alignment has fewer. */
  readonly cost: number;
  /** 1 − cost ÷ (events + events of the shortest path that the design allows), 0–1. */
  readonly fitness: number;
  /** In the order of the path, and of the design where the path has nothing. */
  readonly moves: readonly AlignmentMove[];
}

/**
 * The cheapest alignment of one path with a design, exactly, move by move; `conformance` does the same for every path of a log, and
 * tells there what the rules are.
 *
 * @param path The names of the events, as a log would have them.
 * @param journey The design.
 * @returns The alignment. Steps that may be left out and are do not stand in it.
 * @throws A {@link CxError} `invalid-definition` when the journey contradicts itself or has no touchpoint, `invalid-value` when an
 * event is no string (with its index).
 *
 * @example
 * ```ts
 * import { alignPath } from "cxkit";
 *
 * const touchpoints = ["cart", "pay", "confirm"].map((id) => ({ id, name: id }));
 * const found = alignPath(["cart", "help", "confirm"], { stages: [{ id: "buy", name: "Buying", touchpoints }] });
 * found.moves.map(({ move, event, touchpoint }) => [move, event, touchpoint]);
 * // => [["fits", "cart", "cart"], ["missing", null, "pay"], ["extra", "help", null], ["fits", "confirm", "confirm"]]
 * found.fitness; // => 0.666…
 * ```
 *
 * @see Adriansyah (2014), Aligning Observed and Modeled Behavior.
 */
export function alignPath(path: readonly string[], journey: Pick<Journey, "stages">): PathAlignment {
  const model = designModel(journey, path);
  const { places, placeOfEvent } = model.design;
  const trace = Int32Array.from(path, (event, row) => {
    if (typeof event !== "string") throw new CxError("invalid-value", "alignPath requires names of events", event, row);
    return placeOfEvent.get(event) ?? -1;
  });
  const { cost, roles, skipped } = alignTrace(model, trace);
  const moves: AlignmentMove[] = [];
  for (let event = 0; event <= path.length; event++) {
    for (const { part, place, at } of skipped) {
      if (at !== event) continue;
      const stage = model.parts[part]?.stage.id ?? null;
      moves.push({ move: "missing", event: null, stage, touchpoint: places[place]?.touchpoint.id ?? null });
    }
    const name = path[event];
    if (name === undefined) break;
    const place = places[trace[event] ?? -1];
    moves.push({
      move: roles[event] === eventRole.extra ? "extra" : "fits",
      event: name,
      stage: place?.stage.id ?? null,
      touchpoint: place?.touchpoint.id ?? null,
    });
  }
  const most = path.length + model.shortest;
  return { cost, fitness: most === 0 ? 1 : 1 - cost / most, moves };
}
