import { byCustomer } from "../../kpi/byCustomer.js";
import { sumAt } from "../../stats/addToSum.js";
import { roundingShare } from "../value/isTied.js";
import type { CustomerOrders } from "./customerOrders.js";
import { scoreOnMap } from "./rfmMap.js";
import type { RfmCustomer, RfmNote, RfmResult } from "./rfmResult.js";
import { type RfmFigures, type RfmScores, rfmScores } from "./rfmScores.js";
import { rfmSegments } from "./rfmSegments.js";
import type { RfmSettings } from "./rfmSettings.js";

/** Fewer customers than this are too few for quantiles. */
const fewCustomers = 25;

/** What each customer is scored by. */
function figuresOf(
  orders: CustomerOrders,
  { daysSince, byMean }: Pick<RfmSettings<never>, "daysSince" | "byMean">,
): RfmFigures {
  const { latest, rows, returned, keys } = orders;
  const n = latest.length;
  const recencyDays = new Int32Array(n);
  const frequency = new Int32Array(n);
  const monetary = new Float64Array(n);
  const slack = returned.some((money) => money > 0) ? new Float64Array(n) : null;
  for (let code = 0; code < n; code++) {
    const own = keys[code];
    const placed = own === undefined ? (rows[code] as number) : new Set(own).size;
    const money = sumAt(orders, code);
    const perOrder = byMean ? Math.max(1, placed) : 1;
    const back = returned[code] as number;
    recencyDays[code] = daysSince(latest[code] as number);
    frequency[code] = placed;
    monetary[code] = money / perOrder;
    if (slack !== null && back > 0) slack[code] = (roundingShare * (Math.abs(money) + 2 * back)) / perOrder;
  }
  return { recencyDays, frequency, monetary, slack };
}

/** Per customer, the place of the name of their scores. */
function namesOf({ r, f, m }: RfmScores, { map, rules }: Pick<RfmSettings<never>, "map" | "rules">): Uint8Array {
  const onMap = (bins: number): Uint8Array =>
    Uint8Array.from({ length: bins + 1 }, (_, score) => scoreOnMap(score, bins, map.bins));
  const ofR = onMap(rules.recencyDays.bins);
  const ofF = onMap(rules.frequency.bins);
  const ofM = onMap(rules.monetary.bins);
  const places = new Uint8Array(r.length);
  for (let i = 0; i < places.length; i++) {
    const place = map.placeOf(
      ofR[r[i] as number] as number,
      ofF[f[i] as number] as number,
      ofM[m[i] as number] as number,
    );
    places[i] = map.names[place] as number;
  }
  return places;
}

function countIf(column: ArrayLike<number>, holds: (value: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (holds(column[i] as number)) count++;
  return count;
}

/** What is to be said of the customers as a whole. */
function notesOf({ frequency, monetary }: RfmFigures, unnamed: number): RfmNote[] {
  const n = frequency.length;
  const counts: [RfmNote["code"], number][] = [
    ["few-customers", n < fewCustomers ? n : 0],
    ["negative-monetary", countIf(monetary, (money) => money < 0)],
    ["returns-only", countIf(frequency, (count) => count === 0)],
    ["unnamed-scores", unnamed],
  ];
  return counts.filter(([, count]) => count > 0).map(([code, count]) => ({ code, dimension: null, count }));
}

/** Scores the customers whose orders are known, and sums them up. */
export function scoredCustomers<Row>(orders: CustomerOrders, settings: RfmSettings<Row>): RfmResult {
  const { customers, missing, invalid, returns, earlier, later } = orders;
  const figures = figuresOf(orders, settings);
  const scores = rfmScores(figures, settings);
  const places = namesOf(scores, settings);
  const { map, definition } = settings;
  const { segments, revenue } = rfmSegments(map.segments, places, orders, figures.frequency);
  const { recencyDays, frequency, monetary } = figures;
  const { r, f, m } = scores;
  const scored = customers.map(
    (customer, code): RfmCustomer => ({
      customer,
      recencyDays: recencyDays[code] as number,
      frequency: frequency[code] as number,
      monetary: monetary[code] as number,
      r: r[code] as number,
      f: f[code] as number,
      m: m[code] as number,
      segment: map.segments[places[code] as number] as string,
    }),
  );
  return {
    customers: scored.sort(byCustomer),
    segments,
    cutoffs: scores.cutoffs,
    nestedCutoffs: scores.nestedCutoffs,
    n: customers.length,
    orders: segments.reduce((sum, segment) => sum + segment.orders, 0),
    revenue,
    returns,
    missing,
    invalid,
    earlier,
    later,
    notes: [...notesOf(figures, map.unnamed), ...scores.notes],
    definition,
  };
}
