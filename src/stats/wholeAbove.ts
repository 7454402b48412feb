/** Rounded up, but for what rounding errors put on top of a whole number. */
export function wholeAbove(exact: number): number {
  return Math.ceil(exact * (1 - 1e-12));
}
