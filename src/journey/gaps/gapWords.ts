import type { AffectedCustomers, Gap, GapConcentration, GapKind } from "./gap.js";

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
export function placeInWords({ attribute, value, from, to }: GapConcentration): string {
  const parts = [
    attribute === null ? null : `where ${attribute} is “${value}”`,
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
