import type { CustomerId } from "./customerMetric.js";

/** Sorts entries of different customers: numbers by size, then strings by code unit. */
export function byCustomer(
  { customer: a }: { readonly customer: CustomerId },
  { customer: b }: { readonly customer: CustomerId },
): number {
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : 1;
}
