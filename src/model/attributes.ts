/**
 * The user's own columns on a record (region, plan, device …), so that anything can be grouped by them. Flat, and of
 * values that survive JSON.
 */
export interface Attributes {
  readonly [column: string]: string | number | boolean | null;
}
