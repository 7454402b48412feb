import type * as z from "zod";

/** Something with an id, and where that id stands in the record. */
export interface PlacedId {
  readonly id: string;
  readonly path: readonly (string | number)[];
}

/** Adds an issue for every id that came before; `what` names the things that carry the ids: "stage". */
export function refuseDuplicates(what: string, ids: Iterable<PlacedId>, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { id, path } of ids) {
    if (seen.has(id)) {
      const message = `requires an id of its own: another ${what} before it has the same id`;
      context.addIssue({ code: "custom", path: [...path], message });
    }
    seen.add(id);
  }
}
