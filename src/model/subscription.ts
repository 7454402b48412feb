import type { Attributes } from "./attributes.js";

/** Something a customer keeps paying for. */
export interface Subscription {
  readonly id: string;
  readonly customer: string;
  /** An ISO time. */
  readonly startedAt: string;
  /** An ISO time; absent or null while it runs. */
  readonly endedAt?: string | null;
  /** What one period costs. */
  readonly amount: number;
  /** @defaultValue "month" */
  readonly every?: "week" | "month" | "quarter" | "year";
  /** An ISO 4217 code, such as "EUR". */
  readonly currency?: string;
  readonly plan?: string;
  readonly attributes?: Attributes;
}
