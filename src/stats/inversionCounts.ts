/** How many orders of n things have which number of inversions, 0 to n(n − 1)/2. */
export function inversionCounts(n: number): Float64Array {
  let counts = Float64Array.of(1);
  for (let size = 2; size <= n; size++) {
    const next = new Float64Array((size * (size - 1)) / 2 + 1);
    counts.forEach((count, inversions) => {
      for (let more = 0; more < size; more++) next[inversions + more] = (next[inversions + more] as number) + count;
    });
    counts = next;
  }
  return counts;
}
