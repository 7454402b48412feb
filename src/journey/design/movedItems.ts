/**
 * Which of the items that two lists have in common stand in another order: the fewest that have to move, all others staying (the
 * complement of a longest increasing subsequence).
 */
export function movedItems(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((item, index) => [item, index]));
  const common = after.filter((item) => place.has(item));
  const places = common.map((item) => place.get(item) ?? 0);
  // Per item, the longest run of rising places that ends with it, and the item before it in that run.
  const length: number[] = [];
  const previous: number[] = [];
  let best = -1;
  places.forEach((here, index) => {
    length[index] = 1;
    previous[index] = -1;
    for (let other = 0; other < index; other++) {
      if ((places[other] ?? 0) < here && (length[other] ?? 0) + 1 > (length[index] ?? 0)) {
        length[index] = (length[other] ?? 0) + 1;
        previous[index] = other;
      }
    }
    if (best < 0 || (length[index] ?? 0) > (length[best] ?? 0)) best = index;
  });
  const moved = new Set(common);
  for (let index = best; index >= 0; index = previous[index] ?? -1) moved.delete(common[index] ?? "");
  return moved;
}
