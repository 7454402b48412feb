import { CxError } from "../../error/cxError.js";
import type { PrioritizedGap } from "./prioritize.js";

type Item = Pick<PrioritizedGap, "id" | "expected" | "effort" | "dependsOn">;

/**
 * Puts what others depend on before them: time and again it takes the gap which, together with all that still has to come before
 * it, brings the most per effort. Items that are alike keep their order.
 */
export function orderByBundles<One extends Item>(items: readonly One[]): One[] {
  if (items.every(({ dependsOn }) => dependsOn.length === 0)) return [...items];
  const left = new Map(items.map((item) => [item.id, item]));
  const ordered: One[] = [];
  while (left.size > 0) {
    let best: { readonly bundle: readonly One[]; readonly ratio: number } | null = null;
    for (const item of left.values()) {
      const bundle = bundleOf(item, left);
      const ratio = sumOf(bundle, ({ expected }) => expected.value) / sumOf(bundle, ({ effort }) => effort);
      if (best === null || ratio > best.ratio) best = { bundle, ratio };
    }
    for (const item of best?.bundle ?? []) {
      left.delete(item.id);
      ordered.push(item);
    }
  }
  return ordered;
}

const sumOf = <One>(items: readonly One[], read: (item: One) => number): number =>
  items.reduce((sum, item) => sum + read(item), 0);

/** An item with all that is left to do before it, what comes first at the front. */
function bundleOf<One extends Item>(item: One, left: ReadonlyMap<string, One>): One[] {
  const bundle: One[] = [];
  const seen = new Set<string>();
  const under = new Set<string>();
  const visit = (one: One): void => {
    if (seen.has(one.id)) return;
    if (under.has(one.id)) {
      throw new CxError(
        "invalid-definition",
        "prioritize requires gaps not to depend on each other in a circle",
        one.id,
      );
    }
    under.add(one.id);
    for (const id of one.dependsOn) {
      const needed = left.get(id);
      if (needed !== undefined) visit(needed);
    }
    under.delete(one.id);
    seen.add(one.id);
    bundle.push(one);
  };
  visit(item);
  return bundle;
}
