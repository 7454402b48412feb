/** −2 times the log-likelihood of giving every row the share of outcome 1. */
export function nullDevianceOf(zeros: number, ones: number): number {
  const part = (count: number): number => (count > 0 ? count * Math.log(count / (zeros + ones)) : 0);
  // No −0 where all outcomes are the same.
  return 0 - 2 * (part(zeros) + part(ones));
}
