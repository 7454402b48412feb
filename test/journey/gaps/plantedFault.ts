/** Seeded worlds in which customers go along a design, with a fault in one place and time, or without any. */
import { eventLog, type Journey } from "cxkit";
import { seededRandom } from "../../seededRandom.js";

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday. */
const start = Date.UTC(2026, 0, 5);
export const weekStart = (week: number): string => new Date(start + week * 7 * day).toISOString().replace(".000Z", "Z");
const steps = ["search", "basket", "pay", "confirm", "deliver", "review"];

export const shop: Pick<Journey, "stages"> = {
  stages: [
    {
      id: "buy",
      name: "Buying",
      touchpoints: steps.slice(0, 4).map((id) => ({ id, name: id, ...(id === "confirm" && { withinSeconds: 7200 }) })),
    },
    { id: "get", name: "Getting it", touchpoints: steps.slice(4).map((id) => ({ id, name: id })) },
  ],
};

export type Fault =
  | "failed-touchpoint"
  | "missing-touchpoint"
  | "delay"
  | "drop-off"
  | "rework"
  | "out-of-order"
  | "unplanned-touchpoint";

/** Where a fault is: a column with its value, and weeks, the last included. */
export interface Spot {
  readonly column: "device" | "method" | "region";
  readonly value: string;
  /** Another column that has to have this value too. */
  readonly also?: { readonly column: "device" | "method" | "region"; readonly value: string };
  readonly weeks?: readonly [number, number];
}

export interface World {
  readonly seed: number;
  readonly customers: number;
  readonly weeks: number;
  /** The share of customers whom ordinary trouble meets, at each step and of each kind. */
  readonly trouble?: number;
  readonly fault?: { readonly kind: Fault; readonly spot: Spot; readonly share: number };
}

/** A log of customers who come all the time, of several devices, payment methods and regions. */
export function plantedLog({ seed, customers, weeks, trouble = 0.015, fault }: World) {
  const random = seededRandom(seed);
  const pick = (values: readonly string[], shares: readonly number[]): string => {
    const drawn = random();
    let sum = 0;
    for (const [index, value] of values.entries()) {
      sum += shares[index] ?? 1;
      if (drawn < sum) return value;
    }
    return values.at(-1) ?? "";
  };
  const rows: {
    customer: string;
    touchpoint: string;
    at: number;
    outcome: string | null;
    device: string;
    method: string | null;
    region: string;
  }[] = [];
  for (let number = 0; number < customers; number++) {
    const columns = {
      device: pick(["phone", "desktop", "tablet"], [0.5, 0.4]),
      method: pick(["card", "invoice", "wallet", "voucher"], [0.5, 0.25, 0.2]),
      region: pick(["north", "south", "east", "west"], [0.25, 0.25, 0.25]),
    };
    let at = start + Math.floor(random() * weeks * 7 * day);
    const spot = fault?.spot;
    /** Whether trouble of a kind meets the customer here and now. */
    const meets = (kind: Fault): boolean => {
      const week = (at - start) / day / 7;
      const isThere =
        kind === fault?.kind &&
        spot !== undefined &&
        columns[spot.column] === spot.value &&
        (spot.also === undefined || columns[spot.also.column] === spot.also.value) &&
        (spot.weeks === undefined || (week >= spot.weeks[0] && week < spot.weeks[1] + 1));
      return random() < (isThere ? fault.share : trouble);
    };
    const visit = (touchpoint: string, outcome: string | null = null): void => {
      rows.push({
        customer: `c${number}`,
        touchpoint,
        at,
        outcome,
        ...columns,
        method: touchpoint === "pay" ? columns.method : null,
      });
    };
    const wait = (hours: number): void => {
      at += Math.round(-Math.log(1 - random()) * hours * hour);
    };
    visit("search");
    wait(1);
    visit("basket");
    wait(0.5);
    visit("pay", meets("failed-touchpoint") ? "failed" : "completed");
    if (meets("rework")) {
      wait(0.1);
      visit("pay", "completed");
    }
    if (meets("unplanned-touchpoint")) {
      wait(0.3);
      visit("call");
    }
    if (meets("drop-off")) continue;
    const isLate = meets("delay");
    const skips = meets("missing-touchpoint");
    if (meets("out-of-order")) {
      wait(5);
      visit("deliver");
      wait(1);
      visit("confirm");
    } else {
      if (!skips) {
        at += Math.round((isLate ? 6 + random() * 20 : random() * 1.8) * hour);
        visit("confirm");
      }
      wait(20);
      visit("deliver");
    }
    if (random() < trouble) continue;
    wait(30);
    visit("review");
  }
  return eventLog(rows, {
    customer: (row) => row.customer,
    touchpoint: (row) => row.touchpoint,
    at: (row) => row.at,
    outcome: (row) => row.outcome,
    attributes: { device: (row) => row.device, method: (row) => row.method, region: (row) => row.region },
  });
}
