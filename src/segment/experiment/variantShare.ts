import { CxError } from "../../error/cxError.js";

/** A variant of an experiment and the share of customers that is to get it. */
export interface VariantShare {
  /** Unique in its experiment. */
  readonly id: string;
  /** 0–1, together 1; given for all variants or for none. @defaultValue all alike */
  readonly share?: number;
}

/** Variants with a share each, exactly 1 together. Throws `invalid-option` where they are none. */
export function readVariantShares(name: string, variants: readonly VariantShare[]): Required<VariantShare>[] {
  const refuse = (required: string, received: unknown): CxError =>
    new CxError("invalid-option", `${name} requires ${required}`, received);
  if (!(Array.isArray(variants) && variants.length > 0)) {
    throw refuse('variants as a list, such as [{ id: "a" }, { id: "b" }]', variants);
  }
  const ids = new Set<string>();
  for (const variant of variants) {
    const id = variant?.id;
    if (typeof id !== "string" || id === "") throw refuse("each variant to have an id, a text", id);
    if (ids.has(id)) throw refuse("each variant to have an id of its own", id);
    ids.add(id);
  }
  if (variants.every(({ share }) => share === undefined)) {
    return variants.map(({ id }) => ({ id, share: 1 / variants.length }));
  }
  let sum = 0;
  for (const { share } of variants) {
    if (!(typeof share === "number" && share >= 0))
      throw refuse("a share of at least 0 for every variant, or none", share);
    sum += share;
  }
  if (!(Math.abs(sum - 1) < 1e-8)) throw refuse("shares that are 1 together", sum);
  return variants.map(({ id, share = 0 }) => ({ id, share: share / sum }));
}
