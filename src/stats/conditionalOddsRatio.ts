import { type Margins, nextRatio, supportOf } from "./hypergeometricTail.js";

/** Sums over the counts that a first cell can have, where its odds ratio is given. */
interface Sums {
  /** The logarithm of the chance of the observed count or a greater one. */
  readonly logTail: number;
  /** The mean count, less the one observed. */
  readonly excess: number;
  /** The same among the observed count and greater ones. */
  readonly tailExcess: number;
  readonly variance: number;
}

/** The most probable count where the odds ratio is given: the last that is more probable than the one before. */
function modeAt(margins: Margins, oddsRatio: number): number {
  let [low, high] = supportOf(margins);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (nextRatio(margins, middle) * oddsRatio > 1) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumsAt(margins: Margins, observed: number, logOddsRatio: number): Sums {
  const oddsRatio = Math.exp(logOddsRatio);
  const [least, greatest] = supportOf(margins);
  const mode = modeAt(margins, oddsRatio);
  let [all, first, second, tail, tailFirst] = [0, 0, 0, 0, 0];
  const add = (count: number, weight: number): void => {
    const off = count - observed;
    all += weight;
    first += weight * off;
    second += weight * off * off;
    if (off < 0) return;
    tail += weight;
    tailFirst += weight * off;
  };
  // From the mode outwards, so that no weight is above 1 and those that vanish are never visited.
  let weight = 1;
  for (let count = mode; count <= greatest && weight > 1e-20; count++) {
    add(count, weight);
    weight *= nextRatio(margins, count) * oddsRatio;
  }
  weight = 1;
  for (let count = mode - 1; count >= least; count--) {
    weight /= nextRatio(margins, count) * oddsRatio;
    if (weight < 1e-20) break;
    add(count, weight);
  }
  const mean = first / all;
  return {
    logTail: Math.log(tail / all),
    excess: mean,
    tailExcess: tailFirst / tail,
    variance: second / all - mean * mean,
  };
}

/** Where a rising function is zero: Newton's steps, or halves of what is left where these lead astray. */
function zeroOf(rising: (x: number) => { value: number; slope: number }, start: number): number {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let x = start;
  for (let round = 0; round < 200; round++) {
    const { value, slope } = rising(x);
    const next = x - value / slope;
    if (Math.abs(next - x) <= 1e-14 * Math.max(1, Math.abs(x))) return next;
    if (value < 0) low = x;
    else high = x;
    if (next > low && next < high) x = next;
    else if (high === Number.POSITIVE_INFINITY) x += 1;
    else if (low === Number.NEGATIVE_INFINITY) x -= 1;
    else x = (low + high) / 2;
  }
  return x;
}

/** The logarithm of the sample's odds ratio with half a count in each cell: a start that always exists. */
function startOf({ first, second, yes }: Margins, observed: number): number {
  const [b, c] = [first - observed, yes - observed];
  const d = second - c;
  return Math.log(((observed + 0.5) / (b + 0.5)) * ((d + 0.5) / (c + 0.5)));
}

/**
 * The odds ratio of a table of two by two under which the first cell is expected to be what it is, its margins being what
 * they are: the conditional maximum likelihood. Null where that is infinite, or where the margins leave no choice.
 */
export function conditionalOddsRatio(margins: Margins, observed: number): number | null {
  const [least, greatest] = supportOf(margins);
  if (observed === greatest) return null;
  if (observed === least) return 0;
  const rising = (logOddsRatio: number): { value: number; slope: number } => {
    const { excess, variance } = sumsAt(margins, observed, logOddsRatio);
    return { value: excess, slope: variance };
  };
  return Math.exp(zeroOf(rising, startOf(margins, observed)));
}

/** The odds ratio under which the observed count or a greater one has a given chance; 0 where it is the least there can be. */
export function lowestOddsRatio(margins: Margins, observed: number, chance: number): number {
  if (observed === supportOf(margins)[0]) return 0;
  const rising = (logOddsRatio: number): { value: number; slope: number } => {
    const { logTail, tailExcess, excess } = sumsAt(margins, observed, logOddsRatio);
    return { value: logTail - Math.log(chance), slope: tailExcess - excess };
  };
  return Math.exp(zeroOf(rising, startOf(margins, observed)));
}
