import { powerOfTwoScale } from "./powerOfTwoScale.js";

/** The most parts that are left out in turn: the work grows with their number times the number of rows. */
const mostParts = 1000;

/**
 * How fast the standard error of a statistic changes with its value, from the statistic without each unit in turn. Of more
 * than 1000 units as many random parts of nearly equal size are left out, which estimates the same. Null where the
 * statistic is not defined without some.
 */
export function jackknifeAcceleration(
  units: number,
  statisticOf: (kept: Uint32Array) => number | null,
  random: () => number,
): number | null {
  const order = new Uint32Array(units).map((_, i) => i);
  const parts = Math.min(units, mostParts);
  if (parts < units) {
    for (let i = units - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
  }
  const values: number[] = [];
  for (let part = 0; part < parts; part++) {
    const kept = new Uint32Array(units - Math.ceil((units - part) / parts));
    for (let place = 0, next = 0; place < units; place++) {
      if (place % parts !== part) kept[next++] = order[place] as number;
    }
    const value = statisticOf(kept);
    if (value === null) return null;
    values.push(value);
  }
  // Neither shift nor scale changes the figure.
  const offs = values.map((value) => value - (values[0] as number));
  const scale = powerOfTwoScale(offs);
  const scaled = offs.map((off) => off / scale);
  const mean = scaled.reduce((sum, off) => sum + off, 0) / parts;
  const moment = (power: number): number => scaled.reduce((sum, off) => sum + (mean - off) ** power, 0);
  const squares = moment(2);
  return squares > 0 ? moment(3) / (6 * squares ** 1.5) : 0;
}
