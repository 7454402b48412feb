import type { CustomerId } from "../../kpi/customerMetric.js";
import type { NoLogisticModel } from "../../stats/logisticModel.js";
import type { FeatureCategory } from "../features/feature.js";

/** What one feature says of a customer's risk. */
export interface ChurnReason {
  readonly feature: string;
  /** As the row has it (a date as days since 1970); null where it is missing. */
  readonly value: FeatureCategory | null;
  /** What it adds to the log-odds of the average customer; null where that cannot be told. */
  readonly contribution: number | null;
  readonly direction: "raises" | "lowers" | "none" | null;
  /** In plain English. */
  readonly words: string;
}

/** A customer's risk of churning. */
export interface ChurnScore {
  /** Null where the row does not tell. */
  readonly customer: CustomerId | null;
  /** 0–1; null where it cannot be told: there is no model, or it knows no way round what `missing` and `unknown` name. */
  readonly risk: number | null;
  /** Null where there is no risk. */
  readonly band: string | null;
  /** The band, by the name that `segmentOf` reads. */
  readonly segment: string | null;
  /** The strongest first. With all of them, contributions and the model's `averageLogOdds` add up to the log-odds of the risk. */
  readonly reasons: readonly ChurnReason[];
  /** Features that the row has no value of. */
  readonly missing: readonly string[];
  /** Features whose level, or any value, the model has never met; with `missing: "impute"` they count as the average customer's. */
  readonly unknown: readonly string[];
}

/** The risk from which on customers are in a band. */
export interface ChurnBand {
  readonly band: string;
  /** 0–1. */
  readonly from: number;
}

/** Customers with their risk of churning: a segmentation by band. */
export interface ChurnScores {
  /** In the order of the rows; those that do not tell their customer are not among them. */
  readonly customers: readonly (ChurnScore & { readonly customer: CustomerId })[];
  /** By rising risk. */
  readonly bands: readonly ChurnBand[];
  /** Rows given. */
  readonly rows: number;
  /** Customers with a risk. */
  readonly n: number;
  /** Customers whose risk cannot be told. */
  readonly unscored: number;
  /** Rows without a customer. */
  readonly missing: number;
  /** Rows left out for a value that is not allowed; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
  /** Why nobody has a risk; null where there is a model. */
  readonly reason: NoLogisticModel | null;
}
