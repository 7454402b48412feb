const notZero = (value: number): number => value || Number.MIN_VALUE;

/**
 * under(0) + over(1) / (under(1) + over(2) / (under(2) + …)).
 *
 * @see Lentz (1976), Applied Optics 15, 668–671, as modified by Thompson and Barnett (1986), J. Computational Physics 64, 490–509.
 */
export function continuedFraction(over: (m: number) => number, under: (m: number) => number): number {
  let fraction = notZero(under(0));
  let c = fraction;
  let d = 0;
  let change = 0;
  for (let m = 1; m < 10_000 && Math.abs(change - 1) > 1e-16; m++) {
    const [top, bottom] = [over(m), under(m)];
    d = 1 / notZero(bottom + top * d);
    c = notZero(bottom + top / c);
    change = c * d;
    fraction *= change;
  }
  return fraction;
}
