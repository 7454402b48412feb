import { CxError } from "../../error/cxError.js";
import type { AffectedCustomers, Gap, GapConcentration, GapEffect, GapKind, Remedy } from "./gap.js";

const day = 86_400_000;
const abbreviations = new Set(["nps", "enps", "csat", "ces", "fcr"]);

/** The name of a KPI as people write it: "NPS" for "nps". */
export const kpiName = (kpi: string): string => (abbreviations.has(kpi) ? kpi.toUpperCase() : kpi);

/** "Drop-off", "Missing touchpoint" */
export function gapTitle(kind: GapKind): string {
  const words = kind === "drop-off" || kind === "out-of-order" ? kind : kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const digits = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** "38 %", and below one percent "0.4 %" */
export function percentInWords(share: number): string {
  const percent = 100 * share;
  return `${percent > 0 && percent < 0.95 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** "95 %", "99.5 %": a level is told as it was given. */
const levelInWords = (level: number): string => `${Number((100 * level).toFixed(6))} %`;

/** "764 of 2,011 customers (38 %)" */
export function inWords({ count, of, share }: AffectedCustomers, who: string): string {
  const percent = share === null ? "" : ` (${Math.round(100 * share)} %)`;
  return `${digits(count)} of ${digits(of)} ${who}${percent}`;
}

/** "45 seconds", "3 hours", "2.5 days" */
export function timeInWords(seconds: number): string {
  const units = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ] as const;
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? units[3];
  const count = Math.round((seconds / size) * 10) / 10;
  return `${digits(Math.trunc(count))}${count % 1 === 0 ? "" : `.${Math.round((count % 1) * 10)}`} ${unit}${count === 1 ? "" : "s"}`;
}

/** "where device is “phone”, from 2026-02-09 to 2026-02-22" */
export function placeInWords({ attribute, value, also, from, to }: GapConcentration): string {
  const parts = [
    attribute === null
      ? null
      : `where ${[{ attribute, value }, ...also].map((one) => `${one.attribute} is “${one.value}”`).join(" and ")}`,
    from === null || to === null
      ? null
      : `from ${from.slice(0, 10)} to ${new Date(Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - day).toISOString().slice(0, 10)}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** What a gap says of the places where it concentrates; empty where it has none. */
export function placesInWords({ where = [] }: Pick<Gap, "where">): string {
  return where
    .map(({ inside, outside, ...place }) => {
      const [here, elsewhere] = [inside.share ?? 0, outside.share ?? 0].map(percentInWords);
      return `${placeInWords({ inside, outside, ...place })}: ${here}, elsewhere ${elsewhere}`;
    })
    .join("; ");
}

const remedies: { readonly [remedy in Remedy]: string } = {
  redesign: "redesign it",
  add: "add what is missing",
  remove: "remove it",
  automate: "automate it",
  assign: "give it an owner",
  measure: "measure it",
};

/** Kinds that say how many come, and not how many are worse off. */
const countedKinds: ReadonlySet<GapKind> = new Set(["unmeasured", "unowned", "uncovered-stage"]);

/** "12", "4.3", "0.25": as many digits as can be told apart. */
function figureInWords(value: number): string {
  const size = Math.abs(value);
  const places = size >= 10 || size === 0 ? 0 : size >= 1 ? 1 : 2;
  return `${value < 0 ? "−" : ""}${Number(size.toFixed(places))}`;
}

const unitsInWords = {
  points: (value: number) => `${figureInWords(value)} points`,
  percent: (value: number) => `${figureInWords(value)} percentage points`,
  share: (value: number) => `${figureInWords(100 * value)} percentage points`,
  seconds: timeInWords,
  value: figureInWords,
} as const;

/** "NPS is 18 points lower among them than among the others (95 % interval −25 to −11)." */
function effectInWords({ definition, difference, interval, adjustedPValue, affected }: GapEffect): string {
  const kpi = kpiName(definition.kpi);
  const name = kpi.charAt(0).toUpperCase() + kpi.slice(1);
  if (difference === null) return `${name} cannot be compared with the others (n = ${digits(affected.n)}).`;
  const factor = definition.unit === "share" ? 100 : 1;
  const size = unitsInWords[definition.unit](Math.abs(difference));
  const range =
    interval === null
      ? ""
      : ` (${levelInWords(interval.level)} interval ${figureInWords(factor * interval.low)} to ${figureInWords(factor * interval.high)})`;
  const chance =
    adjustedPValue === null || adjustedPValue > 1 - (interval?.level ?? 0.95) ? ", which may be chance" : "";
  const words =
    difference === 0 ? "the same among them as" : `${size} ${difference < 0 ? "lower" : "higher"} among them than`;
  return `${name} is ${words} among the others${range}${chance}.`;
}

/**
 * A gap in plain words: what it is, how sure that is, what goes with it, and what kind of work closes it.
 *
 * @param gap A gap, as `journeyGaps` gives it.
 * @returns A few sentences without markup; all figures in them are rounded. Names in them are those of the design and the log: escape
 * them where they are shown.
 * @throws A {@link CxError} `invalid-value` when it is no gap.
 *
 * @example
 * ```ts
 * import { explainGap, type Gap } from "cxkit";
 *
 * const gap: Gap = {
 *   id: "drop-off/buy/pay", kind: "drop-off", stage: "buy", touchpoint: "pay", harm: 0.6, severity: 0.35, effect: null,
 *   customers: { count: 200, of: 1000, share: 0.2, estimated: 200, interval: { low: 0.176, high: 0.226, level: 0.95 } },
 *   evidence: {}, remedy: "redesign", explanation: "200 of 1,000 customers (20 %) went no further than “Paying”.",
 * };
 * explainGap(gap);
 * // => "Drop-off: 200 of 1,000 customers (20 %) went no further than “Paying”. The true share is between 18 % and 23 % (95 % interval). Severity 0.35 out of 1. What would help: redesign it."
 * ```
 */
export function explainGap(gap: Gap): string {
  if (Object(gap) !== gap) throw new CxError("invalid-value", "explainGap requires a gap", gap);
  const { kind, explanation, customers, effect, severity, remedy } = gap;
  const { interval } = customers;
  const range =
    interval === null || countedKinds.has(kind)
      ? null
      : `The true share is between ${percentInWords(interval.low)} and ${percentInWords(interval.high)} (${levelInWords(interval.level)} interval).`;
  return [
    `${gapTitle(kind)}: ${explanation}`,
    range,
    effect === null ? null : effectInWords(effect),
    `Severity ${severity.toFixed(2)} out of 1. What would help: ${remedies[remedy]}.`,
  ]
    .filter((part) => part !== null)
    .join(" ");
}
