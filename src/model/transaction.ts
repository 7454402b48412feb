import type { Attributes } from "./attributes.js";

/** One line of a transaction. */
export interface TransactionItem {
  readonly product: string;
  readonly quantity: number;
  /** In the transaction's currency; for the whole line. */
  readonly amount?: number;
}

/** A purchase, or a return where the amount is negative. */
export interface Transaction {
  readonly id: string;
  readonly customer: string;
  /** An ISO time. */
  readonly at: string;
  readonly amount: number;
  /** An ISO 4217 code, such as "EUR". */
  readonly currency?: string;
  readonly items?: readonly TransactionItem[];
  readonly channel?: string;
  readonly attributes?: Attributes;
}
