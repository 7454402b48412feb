import { anyOrderStep } from "./anyOrderStep.js";
import type { DesignModel, DesignPart } from "./designModel.js";

/** How an event of a path fits: not at all, as the visit that the design asks for, or as one more that it allows. */
export const eventRole = { extra: 0, visit: 1, again: 2 } as const;

/** Something that the design asks for and the path has not got. */
export interface SkippedStep {
  /** The number of the part. */
  readonly part: number;
  /** The number of the place, or −1 where any place of the part would do. */
  readonly place: number;
  /** How many events of the path come before. */
  readonly at: number;
}

/** The best way to lay a path beside a design. */
export interface Alignment {
  /** Events that do not fit, and required steps that are missing. */
  readonly cost: number;
  /** Per event, an `eventRole`. */
  readonly roles: Uint8Array;
  /** In the order of the design. */
  readonly skipped: readonly SkippedStep[];
}

/** What is known of a part on the way forward, for the way back. */
interface PartCosts {
  /** Per number of events, the least cost of having come through the part with them. */
  readonly after: Int32Array;
  /** Of an any-order part, where its stretch begins. */
  readonly start?: Int32Array;
  /** Of alternatives, the costs of each. */
  readonly each?: readonly Int32Array[];
}

const never = 1 << 29;

/** The least cost after a single touchpoint: it is visited, or left out for `skip`. */
function afterOne(place: number, repeatable: boolean, skip: number, before: Int32Array, trace: Int32Array): Int32Array {
  const after = new Int32Array(before.length);
  for (let events = 0; events < before.length; events++) {
    let best = (before[events] ?? 0) + skip;
    if (events > 0) {
      const last = after[events - 1] ?? 0;
      const here = trace[events - 1] === place;
      best = Math.min(best, here && repeatable ? last : last + 1);
      if (here) best = Math.min(best, before[events - 1] ?? 0);
    }
    after[events] = best;
  }
  return after;
}

function costsOf(part: DesignPart, model: DesignModel, before: Int32Array, trace: Int32Array): PartCosts {
  const { places, form, required } = part;
  if (form === "any-order") return anyOrderStep(places, model, before, trace);
  const skip = required ? 1 : 0;
  const [place = -1] = places;
  if (form === "one") return { after: afterOne(place, model.repeatable[place] === 1, skip, before, trace) };
  const each = places.map((one) => afterOne(one, model.repeatable[one] === 1, never, before, trace));
  return {
    after: before.map((cost, events) =>
      each.reduce((least, one) => Math.min(least, one[events] ?? never), cost + skip),
    ),
    each,
  };
}

/** Walks back over a single touchpoint: what each event is, and how many events came before; null where it was left out. */
function backOverOne(
  place: number,
  repeatable: boolean,
  [before, after]: readonly [Int32Array, Int32Array],
  trace: Int32Array,
  from: number,
  mark: (event: number, role: number) => void,
): { readonly events: number; readonly visited: boolean } {
  let events = from;
  for (;;) {
    const cost = after[events] ?? 0;
    const event = events - 1;
    // An event is extra where it can be, so that of several visits the first is the one that the design asks for.
    if (events > 0 && cost === (after[event] ?? 0) + 1) mark(event, eventRole.extra);
    else if (events > 0 && trace[event] === place && cost === before[event]) {
      mark(event, eventRole.visit);
      return { events: event, visited: true };
    } else if (events > 0 && trace[event] === place && repeatable && cost === after[event])
      mark(event, eventRole.again);
    else return { events, visited: false };
    events--;
  }
}

/**
 * The cheapest alignment of a path with a design, exactly: an event that does not fit costs 1, a required step that is missing
 * costs 1. Of alignments that cost the same it takes the one that fits the earliest visits.
 *
 * By dynamic programming over the number of events and the parts of the design, one after the other.
 *
 * @param trace Per event the number of its place in the design, −1 for one that the design does not know.
 */
export function alignTrace(model: DesignModel, trace: Int32Array): Alignment {
  const { parts, repeatable, required } = model;
  const costs: PartCosts[] = [];
  const start = Int32Array.from({ length: trace.length + 1 }, (_, events) => events);
  let before: Int32Array = start;
  for (const part of parts) {
    const found = costsOf(part, model, before, trace);
    costs.push(found);
    before = found.after;
  }

  const roles = new Uint8Array(trace.length);
  const skipped: SkippedStep[] = [];
  const mark = (event: number, role: number): void => {
    roles[event] = role;
  };
  let events = trace.length;
  for (let number = parts.length - 1; number >= 0; number--) {
    const { form, places, required: must } = parts[number] as DesignPart;
    const { after, start: starts, each = [after] } = costs[number] as PartCosts;
    const entry = costs[number - 1]?.after ?? start;
    if (starts !== undefined) {
      const from = starts[events] ?? 0;
      const seen = new Set<number>();
      for (let event = from; event < events; event++) {
        const place = trace[event] ?? -1;
        if (!places.includes(place)) continue;
        if (!seen.has(place)) mark(event, eventRole.visit);
        else if (repeatable[place] === 1) mark(event, eventRole.again);
        seen.add(place);
      }
      const missed = places.filter((place) => required[place] === 1 && !seen.has(place));
      skipped.unshift(...missed.map((place) => ({ part: number, place, at: events })));
      events = from;
      continue;
    }
    const chosen = each.flatMap((one, index) => {
      if (one[events] !== after[events]) return [];
      const [place = -1, again] = [places[index], repeatable[places[index] ?? -1] === 1];
      return [{ place, again, one, came: backOverOne(place, again, [entry, one], trace, events, () => {}).events }];
    });
    // Of alternatives that fit alike, the one that was used first is the one that counts.
    const first = chosen.reduce<(typeof chosen)[number] | undefined>(
      (best, one) => (best === undefined || one.came < best.came ? one : best),
      undefined,
    );
    let visited = false;
    if (first !== undefined) {
      const back = backOverOne(first.place, first.again, [entry, first.one], trace, events, mark);
      visited = back.visited;
      events = back.events;
    }
    if (!visited && must) skipped.unshift({ part: number, place: form === "one" ? (places[0] ?? -1) : -1, at: events });
  }
  return { cost: before[trace.length] ?? 0, roles, skipped };
}
