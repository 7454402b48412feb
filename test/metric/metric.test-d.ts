import {
  allOf,
  comparePaired,
  csatMetric,
  type Estimate,
  enps,
  enpsMetric,
  type Group,
  groupBy,
  type MetricOver,
  measure,
  type NpsResult,
  nps,
  npsMetric,
  perPeriod,
  where,
} from "cxkit";
import { expectTypeOf, test } from "vitest";

const rows = [{ channel: "web", at: "2026-01-01", score: 9 as number | null }];

test("the rows say what an accessor is given, however deep it stands", () => {
  const nested = measure(
    rows,
    groupBy(
      (row) => row.channel,
      where(
        (row) => row.score !== null,
        npsMetric((row) => row.score),
      ),
    ),
  );
  expectTypeOf(nested).toEqualTypeOf<Group<NpsResult>[]>();
  measure(
    rows,
    perPeriod(
      { at: (row) => row.at, every: "day" },
      npsMetric((row) => row.score),
    ),
  );
});

test("a metric that reads a field which the rows lack is refused", () => {
  const byRating = npsMetric((row: { rating: number }) => row.rating);
  // @ts-expect-error the rows have no rating
  measure(rows, byRating);
  // @ts-expect-error a score is not a string
  npsMetric((row: { channel: string }) => row.channel);
});

test("allOf keeps each result's own type", () => {
  const both = measure(rows, allOf({ nps: npsMetric((row) => row.score), csat: csatMetric((row) => row.score) }));
  expectTypeOf(both.nps).toEqualTypeOf<NpsResult>();
  expectTypeOf(both.csat.satisfied).toEqualTypeOf<number>();
});

test("every KPI is a metric with an estimate", () => {
  expectTypeOf(npsMetric((row: number) => row)).toExtend<MetricOver<number>>();
  expectTypeOf(npsMetric((row: number) => row).extractOutput).returns.toExtend<Estimate>();
});

test("a result with a minimum is narrowed by suppressed, and one without has every figure", () => {
  expectTypeOf(nps([9]).n).toEqualTypeOf<number>();
  const small = enps([9]);
  expectTypeOf(small.n).toEqualTypeOf<number | null>();
  if (small.suppressed) expectTypeOf(small.value).toEqualTypeOf<null>();
  else expectTypeOf(small.promoters).toEqualTypeOf<number>();
  // @ts-expect-error a misspelt option
  nps([9], { minimumn: 5 });
});

test("comparePaired takes metrics that may be suppressed", () => {
  const side = enpsMetric((row: { score: number }) => row.score, { minimumN: 0 });
  expectTypeOf(comparePaired([{ score: 9 }], { before: side, after: side }).n).toEqualTypeOf<number>();
});
