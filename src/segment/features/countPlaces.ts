/** How often each place, 0 to size − 1, occurs among the values. */
export function countPlaces(values: Float64Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (let at = 0; at < values.length; at++) {
    const place = values[at] as number;
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}
