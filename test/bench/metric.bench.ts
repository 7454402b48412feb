/** NPS of many answers, and by segment and week, against a bare loop and what users would pick. */
import { groupBy, measure, nps, npsMetric, perPeriod } from "cxkit";
// The packages have no types.
// @ts-expect-error no declaration file
import { rollup } from "d3-array";
// @ts-expect-error no declaration file
import { utcMonday } from "d3-time";
// @ts-expect-error no declaration file
import lodash from "lodash";
// @ts-expect-error no declaration file
import NPS from "net-promoter-score";
import { bench, describe } from "vitest";

const million = 1_000_000;
const scoresOf = (n: number): number[] => Array.from({ length: n }, (_, index) => (index * 7919) % 11);

function bareLoop(values: ArrayLike<number>): number {
  let [promoters, detractors] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const score = values[index] ?? 0;
    if (score >= 9) promoters++;
    else if (score <= 6) detractors++;
  }
  return (100 * (promoters - detractors)) / values.length;
}

/** How people write it: four passes. */
function filters(values: readonly number[]): number {
  const share = (holds: (score: number) => boolean) => values.filter(holds).length / values.length;
  return 100 * (share((score) => score >= 9) - share((score) => score <= 6));
}

for (const n of [million, 10 * million]) {
  const scores = scoresOf(n);
  const typed = Int8Array.from(scores);
  describe(`NPS of ${n} numbers`, () => {
    bench("bare loop", () => void bareLoop(scores));
    bench("cxkit", () => void nps(scores));
    bench("net-promoter-score", () => void new NPS(scores).score);
    bench("filter twice", () => void filters(scores));
  });
  describe(`NPS of ${n} numbers in a typed array`, () => {
    bench("bare loop", () => void bareLoop(typed));
    bench("cxkit", () => void nps(typed));
  });
}

interface Row {
  readonly score: number;
  readonly segment: string;
  readonly at: number;
}
const start = Date.UTC(2024, 0, 1);
const rows = scoresOf(million).map(
  (score, index): Row => ({
    score,
    segment: `s${index % 50}`,
    at: start + ((index * 104_729) % (104 * 7)) * 86_400_000,
  }),
);
const byWeek = (timeZone?: string) =>
  groupBy(
    (row: Row) => row.segment,
    perPeriod(
      { at: (row: Row) => row.at, every: "week", ...(timeZone && { timeZone }) },
      npsMetric((row: Row) => row.score),
    ),
  );

for (const n of [250_000, 500_000, million]) {
  const part = rows.slice(0, n);
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
    bench("cxkit", () => void measure(part, byWeek()));
    bench("cxkit, weeks of Oslo", () => void measure(part, byWeek("Europe/Oslo")));
    bench("d3.rollup and d3-time", () => {
      const npsOf = (some: Row[]) => filters(some.map((row) => row.score));
      rollup(
        part,
        npsOf,
        (row: Row) => row.segment,
        (row: Row) => +utcMonday(new Date(row.at)),
      );
    });
    bench("lodash groupBy", () => {
      const week = (row: Row) => Math.floor((row.at - start) / 604_800_000);
      lodash.mapValues(lodash.groupBy(part, "segment"), (some: Row[]) =>
        lodash.mapValues(lodash.groupBy(some, week), (few: Row[]) => filters(few.map((row) => row.score))),
      );
    });
  });
}
