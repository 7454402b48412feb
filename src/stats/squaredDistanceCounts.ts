/** How many orders of n things have which sum of squared distances from their places; for n up to about a dozen. */
export function squaredDistanceCounts(n: number): Float64Array {
  const width = (n ** 3 - n) / 3 + 1;
  const bySet = Array.from({ length: 2 ** n }, () => new Float64Array(width));
  (bySet[0] as Float64Array)[0] = 1;
  bySet.forEach((counts, taken) => {
    // The next place to fill is as many as are taken.
    let place = 0;
    for (let rest = taken; rest > 0; rest &= rest - 1) place++;
    for (let thing = 0; thing < n; thing++) {
      if ((taken & (1 << thing)) !== 0) continue;
      const into = bySet[taken | (1 << thing)] as Float64Array;
      const distance = (thing - place) ** 2;
      for (let sum = 0; sum + distance < width; sum++) {
        into[sum + distance] = (into[sum + distance] as number) + (counts[sum] as number);
      }
    }
  });
  return bySet.at(-1) as Float64Array;
}
