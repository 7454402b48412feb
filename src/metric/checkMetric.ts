import { refuseOption } from "../error/checkOptions.js";

/** Refuses what is no metric, above all the plain form of a KPI where its row form belongs. */
export function checkMetric(requirer: string, metric: { readonly addInput: unknown }): void {
  if (typeof metric?.addInput !== "function") {
    refuseOption(`${requirer} requires a metric: the row form of a KPI, such as npsMetric((row) => row.score)`, metric);
  }
}
