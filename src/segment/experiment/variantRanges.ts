import type { VariantShare } from "./variantShare.js";

/** A stretch of 0…1 whose customers get a variant. */
export interface VariantRange {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

// Far narrower than what the hash can tell apart, 2^−32.
const nothing = 1e-12;

/** The variants one after the other, as wide as their shares. */
function inOrder(variants: readonly Required<VariantShare>[]): VariantRange[] {
  let from = 0;
  return variants.map(({ id, share }) => {
    const range = { id, from, to: from + share };
    from = range.to;
    return range;
  });
}

/** The same ranges with other shares: every variant keeps what it may, and what is left goes to those that grow, in their order. */
function resized(ranges: readonly VariantRange[], variants: readonly Required<VariantShare>[]): VariantRange[] {
  const room = new Map(variants.map(({ id, share }) => [id, share]));
  const found: VariantRange[] = [];
  const growing = variants.map(({ id }) => id);
  const free: { from: number; to: number }[] = [];
  for (const { id, from, to } of ranges) {
    const left = room.get(id) ?? 0;
    const end = to - from <= left + nothing ? to : from + left;
    if (end > from) found.push({ id, from, to: end });
    if (end < to) free.push({ from: end, to });
    room.set(id, Math.max(0, left - (end - from)));
  }
  let next = 0;
  for (const gap of free) {
    while (gap.to - gap.from > nothing) {
      while (next < growing.length - 1 && (room.get(growing[next] ?? "") ?? 0) <= nothing) next++;
      const id = growing[next] ?? "";
      const wanted = room.get(id) ?? 0;
      // What rounding leaves goes to the last of them.
      const to = wanted <= nothing || gap.to - gap.from <= wanted + nothing ? gap.to : gap.from + wanted;
      found.push({ id, from: gap.from, to });
      room.set(id, Math.max(0, wanted - (to - gap.from)));
      gap.from = to;
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Who gets what on 0…1, after shares that were changed: the oldest lie in their order, later ones move no more than they must. */
export function variantRanges(shares: readonly (readonly Required<VariantShare>[])[]): VariantRange[] {
  const [first = [], ...later] = shares;
  return later.reduce(resized, inOrder(first));
}
