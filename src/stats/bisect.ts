/** Where a condition that holds up to some number stops to hold, between two numbers: to the last digit, by halving. */
export function bisect(holds: (x: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  for (;;) {
    const middle = from + (to - from) / 2;
    if (!(middle > from && middle < to)) return middle;
    if (holds(middle)) from = middle;
    else to = middle;
  }
}
