import type { AffectedCustomers, Gap, GapEffect, GapKind, Remedy } from "./gap.js";
import { effectSize } from "./gapEffects.js";

/** What a gap says beside what can be derived for every kind alike. */
export interface GapFacts extends Pick<Gap, "stage" | "touchpoint" | "evidence" | "remedy" | "explanation"> {
  readonly kind: GapKind;
  readonly customers: AffectedCustomers;
  /** Affected customers out of all customers, 0–1. */
  readonly reach: number;
  /** How much the kind of gap hurts before the KPI has been looked at, 0–1. */
  readonly baseHarm: number;
  readonly effect: GapEffect | null;
  /** The remedy where those affected are worse off. */
  readonly remedyIfHarmful?: Remedy;
}

/** How harm is read out of an effect. */
export interface HarmOptions {
  readonly level: number;
  readonly lowerIsBetter: boolean;
}

const escaped = (text: string | null): string => (text ?? "").replaceAll("%", "%25").replaceAll("/", "%2F");

/** A gap with its id, harm and severity. */
export function frameGap(facts: GapFacts, { level, lowerIsBetter }: HarmOptions): Gap {
  const { kind, stage, touchpoint, customers, reach, baseHarm, effect, evidence, explanation } = facts;
  const { remedy, remedyIfHarmful = remedy } = facts;
  const size = effectSize(effect, level, lowerIsBetter);
  // A harmful effect takes harm towards 1, a beneficial one towards 0.
  const harm = size < 0 ? baseHarm + (1 - baseHarm) * -size : baseHarm * (1 - size);
  return {
    id: `${kind}/${escaped(stage)}/${escaped(touchpoint)}`,
    kind,
    stage,
    touchpoint,
    customers,
    effect,
    harm,
    severity: Math.sqrt(reach * harm),
    evidence,
    remedy: size < 0 ? remedyIfHarmful : remedy,
    explanation,
  };
}

/** "764 of 2,011 customers (38 %)" */
export function inWords({ count, of, share }: AffectedCustomers, who: string): string {
  const digits = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  const percent = share === null ? "" : ` (${Math.round(100 * share)} %)`;
  return `${digits(count)} of ${digits(of)} ${who}${percent}`;
}
