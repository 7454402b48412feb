/** NPS of a million answers, and by segment and week, against a bare loop and the package that users would pick. */
import { groupBy, measure, nps, npsMetric, perPeriod } from "cxkit";
// The package has no types.
// @ts-expect-error no declaration file
import NPS from "net-promoter-score";
import { bench, describe } from "vitest";

const million = 1_000_000;
const scores = Array.from({ length: million }, (_, index) => (index * 7919) % 11);
const start = Date.UTC(2024, 0, 1);
const rows = scores.map((score, index) => ({
  score,
  segment: `s${index % 50}`,
  at: start + ((index * 104_729) % (104 * 7)) * 86_400_000,
}));

function bareLoop(values: readonly number[]): number {
  let [promoters, detractors] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const score = values[index] ?? 0;
    if (score >= 9) promoters++;
    else if (score <= 6) detractors++;
  }
  return (100 * (promoters - detractors)) / values.length;
}

describe("NPS of a million numbers", () => {
  bench("bare loop", () => void bareLoop(scores));
  bench("cxkit", () => void nps(scores));
  bench("net-promoter-score", () => void new NPS(scores).score);
});

for (const n of [250_000, 500_000, million]) {
  const part = rows.slice(0, n);
  const byWeek = groupBy(
    (row: (typeof rows)[0]) => row.segment,
    perPeriod(
      { at: (row: (typeof rows)[0]) => row.at, every: "week" },
      npsMetric((row: (typeof rows)[0]) => row.score),
    ),
  );
  describe(`NPS by 50 segments and 104 weeks, ${n} rows`, () => {
    bench("bare loop", () => {
      const counts = new Map<string, Int32Array>();
      for (const { segment, at, score } of part) {
        let weeks = counts.get(segment);
        if (weeks === undefined) {
          weeks = new Int32Array(3 * 120);
          counts.set(segment, weeks);
        }
        const cell = 3 * Math.floor((at - start) / 604_800_000) + (score >= 9 ? 2 : score >= 7 ? 1 : 0);
        weeks[cell] = (weeks[cell] ?? 0) + 1;
      }
    });
    bench("cxkit", () => void measure(part, byWeek));
  });
}
