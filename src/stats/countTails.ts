/** The chances of at most and of at least `place`. */
export function countTails(counts: Float64Array, place: number): { lower: number; upper: number } {
  let [below, above] = [0, 0];
  counts.forEach((count, i) => {
    if (i < place) below += count;
    if (i > place) above += count;
  });
  const at = counts[place] ?? 0;
  const all = below + at + above;
  return { lower: (below + at) / all, upper: (above + at) / all };
}
