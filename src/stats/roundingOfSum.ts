/**
 * What rounding takes from the sum of two numbers, to the last digit. Summed up beside a long sum, it gives back the digits that
 * the sum has lost.
 *
 * @see Neumaier (1974), Zeitschrift für Angewandte Mathematik und Mechanik 54, 39–51.
 */
export function roundingOfSum(before: number, term: number): number {
  const sum = before + term;
  return Math.abs(before) >= Math.abs(term) ? before - sum + term : term - sum + before;
}
