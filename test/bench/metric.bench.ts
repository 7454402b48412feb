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

/** Counts promoters and detractors in a cell for each segment and week: no row is checked, and no interval made. */
function countByWeek(some: readonly Row[], weekOf: (at: number) => number): void {
  const counts = new Map<string, Int32Array>();
  for (const { segment, at, score } of some) {
    let weeks = counts.get(segment);
    if (weeks === undefined) {
      weeks = new Int32Array(3 * 120);
      counts.set(segment, weeks);
    }
    const cell = 3 * weekOf(at) + (score >= 9 ? 2 : score >= 7 ? 1 : 0);
    weeks[cell] = (weeks[cell] ?? 0) + 1;
  }
}
const weekOfUtc = (at: number): number => Math.floor((at - start) / 604_800_000);

/** The limit in a time zone: the offset of each day asked for once, and no day with a change of clocks in it treated with care. */
function weekOfOslo(): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: "Europe/Oslo", timeZoneName: "longOffset" });
  const offsets = Float64Array.from({ length: 740 }, (_, day) =>
    format.format(start + day * 86_400_000).endsWith("+02:00") ? 7_200_000 : 3_600_000,
  );
  return (at) => Math.floor((at + (offsets[Math.floor((at - start) / 86_400_000)] ?? 0) - start) / 604_800_000);
}
const npsOf = (some: readonly Row[]): number => filters(some.map((row) => row.score));

for (const n of [250_000, 500_000, million]) {
  const part = rows.slice(0, n);
  describe(`NPS by 50 segments and 104 weeks, ${n} rows`, () => {
    bench("bare loop", () => countByWeek(part, weekOfUtc));
    bench("cxkit", () => void measure(part, byWeek()));
    bench("d3.rollup and d3-time", () => {
      const week = (row: Row) => +utcMonday(new Date(row.at));
      rollup(part, npsOf, (row: Row) => row.segment, week);
    });
    bench("lodash groupBy and d3-time", () => {
      const week = (row: Row) => +utcMonday(new Date(row.at));
      lodash.mapValues(lodash.groupBy(part, "segment"), (some: Row[]) =>
        lodash.mapValues(lodash.groupBy(some, week), npsOf),
      );
    });
    bench("lodash groupBy, weeks by division by hand", () => {
      lodash.mapValues(lodash.groupBy(part, "segment"), (some: Row[]) =>
        lodash.mapValues(
          lodash.groupBy(some, (row: Row) => weekOfUtc(row.at)),
          npsOf,
        ),
      );
    });
  });
  describe(`NPS by 50 segments and 104 weeks of Oslo, ${n} rows`, () => {
    bench("bare loop", () => countByWeek(part, weekOfOslo()));
    bench("cxkit", () => void measure(part, byWeek("Europe/Oslo")));
  });
}

describe(`NPS by accessor, ${million} objects`, () => {
  bench("bare loop", () => {
    let [promoters, detractors] = [0, 0];
    for (let index = 0; index < rows.length; index++) {
      const score = rows[index]?.score ?? 0;
      if (score >= 9) promoters++;
      else if (score <= 6) detractors++;
    }
    return void (promoters - detractors);
  });
  bench(
    "cxkit",
    () =>
      void measure(
        rows,
        npsMetric((row) => row.score),
      ),
  );
  bench("filter twice", () => void npsOf(rows));
});
