import { CxError } from "../error/cxError.js";
import { isMissing } from "../error/isMissing.js";
import { checkList } from "./checkList.js";
import { checkSameLength } from "./checkSameLength.js";
import { largestNumber } from "./sampleMoments.js";

/** Values in one unit, in an array or a typed array; null, undefined and NaN stand for missing ones. */
export type Sample = ArrayLike<number | null | undefined>;

/** The values of a sample, in their order. */
export interface KnownNumbers {
  readonly values: Float64Array;
  /** How many of the sample are missing. */
  readonly missing: number;
}

/** The value at a place; null where it is missing. Refuses anything but numbers whose sums of squares are numbers. */
function valueAt(name: string, sample: Sample, place: number): number | null {
  const value = sample[place];
  if (isMissing(value)) return null;
  if (typeof value === "number" && Math.abs(value) <= largestNumber) return value;
  throw new CxError("invalid-value", `${name} requires finite numbers of at most 1e140`, value, place);
}

/** Leaves out what is missing of a sample. */
export function knownNumbers(name: string, sample: Sample): KnownNumbers {
  checkList(name, sample);
  const values = new Float64Array(sample.length);
  let n = 0;
  // By index, since holes are missing too.
  for (let place = 0; place < sample.length; place++) {
    const value = valueAt(name, sample, place);
    if (value !== null) values[n++] = value;
  }
  return { values: values.subarray(0, n), missing: sample.length - n };
}

/** {@link knownNumbers} of each of several samples. */
export function knownGroups(name: string, groups: readonly Sample[]): KnownNumbers[] {
  if (!Array.isArray(groups)) throw new CxError("invalid-option", `${name} requires an array of groups`, groups);
  return Array.from(groups, (group) => knownNumbers(name, group));
}

/** The pairs of which neither value is missing, and how many others there are. */
export function knownPairs(name: string, x: Sample, y: Sample): { x: Float64Array; y: Float64Array; missing: number } {
  checkSameLength(name, x, y);
  const [first, second] = [new Float64Array(x.length), new Float64Array(x.length)];
  let n = 0;
  for (let place = 0; place < x.length; place++) {
    const [a, b] = [valueAt(name, x, place), valueAt(name, y, place)];
    if (a === null || b === null) continue;
    first[n] = a;
    second[n++] = b;
  }
  return { x: first.subarray(0, n), y: second.subarray(0, n), missing: x.length - n };
}
