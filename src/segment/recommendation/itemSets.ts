/** Sets of items, one after the other: those of set s are `items` from `starts[s]` to before `starts[s + 1]`, rising. */
export interface ItemSets {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** The items of one of the sets. */
export const membersOf = ({ starts, items }: ItemSets, set: number): Int32Array =>
  items.subarray(starts[set], starts[set + 1]);

/** What has the same key, one key after the other, each in the order in which it came (a counting sort). */
export function groupedBy(keys: ArrayLike<number>, values: ArrayLike<number>, count: number): ItemSets {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i++) starts[(keys[i] ?? 0) + 1] = (starts[(keys[i] ?? 0) + 1] ?? 0) + 1;
  for (let key = 0; key < count; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const items = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const at = next[key] ?? 0;
    items[at] = values[i] ?? 0;
    next[key] = at + 1;
  }
  return { starts, items };
}

/** For each place in sorted sets, which set it is in. */
function ownersOf({ starts, items }: ItemSets): Int32Array {
  const owners = new Int32Array(items.length);
  for (let set = 0; set + 1 < starts.length; set++) owners.fill(set, starts[set], starts[set + 1]);
  return owners;
}

/** What belongs to what, the other way round: sets of items become, for each item, the sets that hold it. */
export function turned(sets: ItemSets, itemCount: number): ItemSets {
  return groupedBy(sets.items, ownersOf(sets), itemCount);
}

/** The sets of items from memberships in any order, each item once in a set. Linear in the memberships. */
export function itemSets(
  groups: ArrayLike<number>,
  items: ArrayLike<number>,
  groupCount: number,
  itemCount: number,
): ItemSets {
  const byItem = groupedBy(items, groups, itemCount);
  const sorted = groupedBy(byItem.items, ownersOf(byItem), groupCount);
  const starts = new Int32Array(groupCount + 1);
  let kept = 0;
  for (let set = 0; set < groupCount; set++) {
    const [from, to] = [sorted.starts[set] ?? 0, sorted.starts[set + 1] ?? 0];
    for (let i = from; i < to; i++) {
      const item = sorted.items[i] ?? 0;
      // Within a set items rise, so the same one again is beside itself.
      if (i > from && sorted.items[i - 1] === item) continue;
      sorted.items[kept++] = item;
    }
    starts[set + 1] = kept;
  }
  return { starts, items: sorted.items.subarray(0, kept) };
}
