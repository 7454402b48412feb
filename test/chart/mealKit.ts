import type { EmotionPoint, Estimate, Gap, Group, Journey, Persona, TouchpointReach } from "cxkit";

export const journey: Journey = {
  id: "meal-kit",
  name: "Dinner from a box",
  state: "to-be",
  checkedAt: "2025-09-30T10:00:00Z",
  stages: [
    {
      id: "order",
      name: "Order",
      phase: "Purchase",
      goal: "Five dinners in ten minutes",
      flow: "any-order",
      touchpoints: [
        { id: "menu", name: "Browses the menu", channel: ["app", "web"], owner: "Product", emotion: 2 },
        {
          id: "pay",
          name: "Pays",
          channel: "app",
          emotion: 0,
          momentOfTruth: true,
          painPoints: ["Card refused without a reason"],
          opportunities: ["Offer invoice"],
        },
        { id: "pick", name: "Boxes are picked", layer: "backstage", owner: "Fulfilment" },
      ],
    },
    {
      id: "delivery",
      name: "Delivery",
      phase: "Use",
      touchpoints: [
        { id: "track", name: "Follows the van", channel: "app", optional: true, emotion: 1 },
        { id: "door", name: "Receives the box", channel: "doorstep", owner: "Courier", emotion: 1 },
      ],
    },
    { id: "leave", name: "Leave", touchpoints: [] },
  ],
};

export const persona: Persona = {
  id: "parent",
  name: "Ane, the busy parent",
  description: "Cooks five evenings a week.",
  goals: ["Dinner at half past five"],
  frustrations: ["Waiting at home"],
  channels: ["app", "sms"],
};

export function estimate(
  kpi: string,
  unit: Estimate["definition"]["unit"],
  value: number | null,
  n: number,
  range?: readonly [number, number],
): Estimate {
  return {
    value,
    n,
    missing: 0,
    invalid: 0,
    dismissed: 0,
    standardError: null,
    interval: range === undefined ? null : { low: range[0], high: range[1], level: 0.95 },
    definition: { kpi, unit, family: "mean", options: {} },
  };
}

export const results: Group<{ readonly [kpi: string]: Estimate }>[] = [
  {
    key: "order",
    result: {
      NPS: estimate("nps", "points", 31.6, 412, [21.4, 42.6]),
      CSAT: estimate("csat", "percent", 84.2, 412, [80.1, 87.9]),
    },
  },
  {
    key: "delivery",
    result: { NPS: estimate("nps", "points", null, 0), CSAT: estimate("csat", "percent", null, 0) },
  },
  { key: "door", result: { NPS: estimate("nps", "points", -21.3, 1204, [-27, -15.8]) } },
  { key: null, result: { NPS: estimate("nps", "points", 3, 12) } },
];

const nps = estimate("nps", "points", -6, 318, [-14, 2]);

export const gaps: Gap[] = [
  {
    id: "experience:door",
    kind: "experience",
    stage: "delivery",
    touchpoint: "door",
    customers: {
      count: 318,
      of: 1204,
      share: 318 / 1204,
      interval: { low: 0.24, high: 0.29, level: 0.95 },
      estimated: 1340,
    },
    effect: {
      definition: nps.definition,
      affected: nps,
      others: estimate("nps", "points", 12, 886, [6, 18]),
      difference: -18,
      interval: { low: -25.2, high: -10.7, level: 0.95 },
      pValue: 0.001,
      adjustedPValue: 0.001,
    },
    harm: 0.8,
    severity: 0.47,
    evidence: {},
    remedy: "redesign",
    explanation: "Customers rate the delivery at 52 of 100, 23 under what is promised.",
  },
  {
    id: "unplanned-touchpoint:call",
    kind: "unplanned-touchpoint",
    stage: null,
    touchpoint: "call_where_is_my_box",
    customers: { count: 164, of: 1204, share: 164 / 1204, interval: null, estimated: 164 },
    effect: null,
    harm: 0.5,
    severity: 0.26,
    evidence: {},
    remedy: "add",
    explanation: "164 customers called to ask where their box was.",
  },
  {
    id: "uncovered-stage:leave",
    kind: "uncovered-stage",
    stage: "leave",
    touchpoint: null,
    customers: { count: 0, of: 0, share: null, interval: null, estimated: null },
    effect: null,
    harm: 0.1,
    severity: 0.1,
    evidence: {},
    remedy: "measure",
    explanation: "Nobody is asked about this stage.",
  },
];

const felt = (value: number | null, n: number): Estimate =>
  estimate("emotion", "value", value, n, value === null ? undefined : [value - 0.3, value + 0.2]);

export const emotion: EmotionPoint[] = [
  { stage: "order", touchpoint: "menu", designed: 2, felt: felt(1.6, 320) },
  { stage: "order", touchpoint: "pay", designed: 0, felt: felt(-0.4, 201) },
  { stage: "order", touchpoint: "pick", designed: null, felt: felt(null, 0) },
  { stage: "delivery", touchpoint: "track", designed: 1, felt: felt(null, 0) },
  { stage: "delivery", touchpoint: "door", designed: 1, felt: felt(-1.1, 233) },
];

export const reach: TouchpointReach[] = [
  {
    touchpoint: "menu",
    customers: 1198,
    visits: 2410,
    share: 1198 / 1204,
    interval: { low: 0.989, high: 0.998, level: 0.95 },
  },
  { touchpoint: "pay", customers: 903, visits: 951, share: 0.75, interval: { low: 0.724, high: 0.774, level: 0.95 } },
  { touchpoint: "door", customers: 0, visits: 0, share: 0, interval: { low: 0, high: 0.003, level: 0.95 } },
].map((entry) => ({ stage: "order", of: 1204, ...entry }));
