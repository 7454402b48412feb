import { type Feedback, groupBy, journeyGaps, npsMetric, rateMetric, where } from "cxkit";
import { expectTypeOf, test } from "vitest";

const journey = { stages: [] };
const feedback: Feedback[] = [];

test("the KPI may be any metric that ends in an estimate", () => {
  journeyGaps({ journey, feedback, kpi: npsMetric((row: Feedback) => row.score) });
  journeyGaps({ journey, feedback, kpi: rateMetric((row: Feedback) => row.score === 10, { name: "delighted" }) });
  journeyGaps<Feedback>({ journey, feedback, kpi: npsMetric((row) => row.score) });
  journeyGaps<Feedback>({
    journey,
    feedback,
    kpi: where(
      (row) => row.source === "survey",
      npsMetric((row) => row.score),
    ),
  });
  const byKind = groupBy(
    (row: Feedback) => row.kind,
    npsMetric((row: Feedback) => row.score),
  );
  // @ts-expect-error groups are no estimate
  journeyGaps({ journey, feedback, kpi: byKind });
});

test("rows of one's own will do, as long as they have the fields that are read", () => {
  const mine = [{ kind: "csat" as const, score: 4, customer: "c1", shop: "north" }];
  expectTypeOf(journeyGaps({ journey, feedback: mine })).toBeArray();
  // @ts-expect-error an answer needs its kind
  journeyGaps({ journey, feedback: [{ score: 4 }] });
});
