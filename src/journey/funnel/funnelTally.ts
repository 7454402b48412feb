import type { FunnelEntries } from "./funnelEntries.js";

/** Counts of some attempts, per step. They add up over customers, so that a rest is the whole less a part. */
export interface FunnelTally {
  /** How many customers there are. */
  readonly customers: number;
  /** How many of them made any attempt. */
  readonly began: number;
  /** How many attempts reached the step. */
  readonly reached: Float64Array;
  /** How many reached the step before, not this one, and may still. */
  readonly open: Float64Array;
  /** Sums over customers of x², x·m and m², for x of m attempts that reached the step of those that began. */
  readonly fromStart: ClusterSums;
  /** The same of the attempts that reached the step before and are not open. */
  readonly fromPrevious: ClusterSums;
}

/** What the variance of a share needs to know where one customer has several attempts. */
export interface ClusterSums {
  readonly xx: Float64Array;
  readonly xm: Float64Array;
  readonly mm: Float64Array;
}

const clusterSums = (size: number): ClusterSums => ({
  xx: new Float64Array(size),
  xm: new Float64Array(size),
  mm: new Float64Array(size),
});

function addCluster({ xx, xm, mm }: ClusterSums, step: number, x: number, m: number): void {
  xx[step] = (xx[step] as number) + x * x;
  xm[step] = (xm[step] as number) + x * m;
  mm[step] = (mm[step] as number) + m * m;
}

/** Counts the attempts with these numbers, in which those of one customer stand next to each other. */
export function funnelTally(
  { customer, depth, openFor }: FunnelEntries,
  attempts: ArrayLike<number>,
  size: number,
  customers: number,
): FunnelTally {
  const [reached, open] = [new Float64Array(size), new Float64Array(size)];
  const [fromStart, fromPrevious] = [clusterSums(size), clusterSums(size)];
  const [mine, mineOpen] = [new Float64Array(size), new Float64Array(size)];
  let [began, begun] = [0, 0];
  const close = (): void => {
    for (let step = 0; step < size; step++) {
      const came = mine[step] as number;
      addCluster(fromStart, step, came, begun);
      if (step > 0) addCluster(fromPrevious, step, came, (mine[step - 1] as number) - (mineOpen[step] as number));
      reached[step] = (reached[step] as number) + came;
      open[step] = (open[step] as number) + (mineOpen[step] as number);
    }
    mine.fill(0);
    mineOpen.fill(0);
    began++;
    begun = 0;
  };
  for (let place = 0; place < attempts.length; place++) {
    const attempt = attempts[place] as number;
    if (place > 0 && customer[attempt] !== customer[attempts[place - 1] as number]) close();
    const steps = depth[attempt] as number;
    begun++;
    for (let step = 0; step < steps; step++) mine[step] = (mine[step] as number) + 1;
    if ((openFor[attempt] as number) >= 0) mineOpen[steps] = (mineOpen[steps] as number) + 1;
  }
  if (begun > 0) close();
  return { customers, began, reached, open, fromStart, fromPrevious };
}

const less = (whole: Float64Array, part: Float64Array): Float64Array =>
  whole.map((value, step) => value - (part[step] as number));

const lessSums = (whole: ClusterSums, part: ClusterSums): ClusterSums => ({
  xx: less(whole.xx, part.xx),
  xm: less(whole.xm, part.xm),
  mm: less(whole.mm, part.mm),
});

/** All but a part. */
export const restOf = (whole: FunnelTally, part: FunnelTally): FunnelTally => ({
  customers: whole.customers - part.customers,
  began: whole.began - part.began,
  reached: less(whole.reached, part.reached),
  open: less(whole.open, part.open),
  fromStart: lessSums(whole.fromStart, part.fromStart),
  fromPrevious: lessSums(whole.fromPrevious, part.fromPrevious),
});

/**
 * How many independent observations a share of attempts is worth, by the linearised variance over customers: as many as there are
 * where each has one attempt. Never more than there are.
 */
export function worthOf(share: number, n: number, { xx, xm, mm }: ClusterSums, step: number): number {
  // Of at most one attempt each, or all or none of them: nothing to correct.
  if (mm[step] === n || share === 0 || share === 1) return n;
  const spread = (xx[step] as number) - 2 * share * (xm[step] as number) + share * share * (mm[step] as number);
  return spread > 0 ? Math.min(n, (share * (1 - share) * n * n) / spread) : n;
}
