/** A step from one place to another, and how many took it. */
export interface MapStep {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
}

/** How a place is reached best: how wide the way is at its narrowest, how many steps it has, and the last of them. */
interface Way<Step> {
  readonly width: number;
  readonly length: number;
  readonly step: Step | null;
}

/**
 * The ways from one place to every other whose narrowest step is as wide as can be; among equals a short one, and always the same. `backwards` follows the steps against their direction: the ways then lead from every place to that one.
 *
 * @returns Of a place, the steps of its way; none where there is no way.
 */
export function widestWays<Step extends MapStep>(
  source: string,
  steps: readonly Step[],
  direction: "forwards" | "backwards",
): (place: string) => Step[] {
  const [near, far] = direction === "forwards" ? (["from", "to"] as const) : (["to", "from"] as const);
  const leaving = new Map<string, Step[]>();
  for (const step of steps) {
    const those = leaving.get(step[near]);
    if (those === undefined) leaving.set(step[near], [step]);
    else those.push(step);
  }
  const isBetter = <Some extends { width: number; length: number }>(a: Some, b: Some): boolean =>
    a.width > b.width || (a.width === b.width && a.length < b.length);
  const ways = new Map<string, Way<Step>>([[source, { width: Number.POSITIVE_INFINITY, length: 0, step: null }]]);
  const open = new Set([source]);
  while (open.size > 0) {
    const [place, best] = Array.from(open, (one) => [one, ways.get(one) as Way<Step>] as const).reduce((a, b) =>
      isBetter(b[1], a[1]) ? b : a,
    );
    open.delete(place);
    for (const step of leaving.get(place) ?? []) {
      const way = { width: Math.min(best.width, step.customers), length: best.length + 1, step };
      const known = ways.get(step[far]);
      if (known !== undefined && !isBetter(way, known)) continue;
      ways.set(step[far], way);
      open.add(step[far]);
    }
  }
  return (place) => {
    const way: Step[] = [];
    for (let step = ways.get(place)?.step; step; step = ways.get(step[near])?.step) way.push(step);
    return way;
  };
}
