/**
 * A power of two about as large as the largest of some numbers; 1 where there is none but 0. Over it no square overflows or vanishes
 * that counts, and no digit changes.
 */
export function powerOfTwoScale(numbers: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) largest = Math.max(largest, Math.abs(numbers[i] as number));
  return largest > 0 ? 2 ** Math.floor(Math.log2(largest)) : 1;
}
