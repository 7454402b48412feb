/** The cost of an alignment by searching every state of the design, written to be plainly right and not to be quick. */
import type { Journey } from "cxkit";

/** Which touchpoints of each stage are done, which one is the last of a sequence, and which alternative was taken. */
type State = string;

interface Move {
  readonly to: State;
  readonly cost: number;
}

/** Every way to go on in the design: from a state by an event of a touchpoint, or without one. */
function moves(journey: Pick<Journey, "stages">, state: State): { readonly by: string | null; readonly move: Move }[] {
  const [stageText = "0", doneText = ""] = state.split("|");
  const number = Number(stageText);
  const stage = journey.stages[number];
  if (stage === undefined) return [];
  const done = doneText === "" ? [] : doneText.split(",");
  const names = done.map((entry) => entry.slice(1));
  const { touchpoints, flow = "sequence" } = stage;
  const at = (entries: readonly string[]): State =>
    `${number}|${(flow === "any-order" ? [...entries].sort() : entries).join(",")}`;
  const found: { by: string | null; move: Move }[] = [];
  // "+id" stands for a visit, "-id" for a touchpoint that was left out.
  for (const { id, optional = false, repeatable = false } of touchpoints) {
    const open =
      flow === "sequence"
        ? touchpoints[done.length]?.id === id
        : flow === "any-order"
          ? !names.includes(id)
          : done.length === 0;
    if (open) found.push({ by: id, move: { to: at([...done, `+${id}`]), cost: 0 } });
    if (open && flow !== "alternatives") {
      found.push({ by: null, move: { to: at([...done, `-${id}`]), cost: optional ? 0 : 1 } });
    }
    const again = flow === "any-order" ? done.includes(`+${id}`) : done.at(-1) === `+${id}`;
    if (repeatable && again) found.push({ by: id, move: { to: state, cost: 0 } });
  }
  const whole = flow === "alternatives" ? done.length === 1 : done.length === touchpoints.length;
  const next = `${number + 1}|`;
  if (whole) found.push({ by: null, move: { to: next, cost: 0 } });
  else if (flow === "alternatives") {
    const needed = touchpoints.some(({ optional }) => optional !== true);
    found.push({ by: null, move: { to: next, cost: needed ? 1 : 0 } });
  }
  return found;
}

/** The least cost of a path, by shortest paths from every number of events and state to the next (Dijkstra). */
export function bruteForceCost(journey: Pick<Journey, "stages">, path: readonly string[]): number {
  const best = new Map<string, number>([["0#0|", 0]]);
  const settled = new Set<string>();
  for (;;) {
    let node: string | null = null;
    for (const [key, cost] of best) {
      if (!settled.has(key) && (node === null || cost < (best.get(node) ?? 0))) node = key;
    }
    if (node === null) throw new Error("the design cannot be finished");
    settled.add(node);
    const cost = best.get(node) ?? 0;
    const [eventsText = "0", state = ""] = node.split("#");
    const events = Number(eventsText);
    if (events === path.length && state === `${journey.stages.length}|`) return cost;
    const reach = (to: string, more: number): void => {
      if (cost + more < (best.get(to) ?? Number.POSITIVE_INFINITY)) best.set(to, cost + more);
    };
    if (events < path.length) reach(`${events + 1}#${state}`, 1);
    for (const { by, move } of moves(journey, state)) {
      if (by === null) reach(`${events}#${move.to}`, move.cost);
      else if (path[events] === by) reach(`${events + 1}#${move.to}`, move.cost);
    }
  }
}
