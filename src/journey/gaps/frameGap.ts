import type { AffectedCustomers, Gap, GapConcentration, GapEffect, GapKind, Remedy } from "./gap.js";
import { effectSize } from "./gapEffects.js";

/** What a gap says beside what can be derived for every kind alike. */
export interface GapFacts extends Pick<Gap, "stage" | "touchpoint" | "evidence" | "remedy" | "explanation"> {
  readonly kind: GapKind;
  readonly customers: AffectedCustomers;
  readonly where?: readonly GapConcentration[];
  /** What tells it from another of its kind at the same place, such as `device=phone`. */
  readonly part?: string;
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

/** The id of a gap: its kind and place, and what tells it from another of its kind there. */
export function gapId({
  kind,
  stage,
  touchpoint,
  part,
}: Pick<GapFacts, "kind" | "stage" | "touchpoint" | "part">): string {
  return [kind, escaped(stage), escaped(touchpoint), ...(part === undefined ? [] : [escaped(part)])].join("/");
}

/** A gap with its id, harm and severity. */
export function frameGap(facts: GapFacts, { level, lowerIsBetter }: HarmOptions): Gap {
  const { kind, stage, touchpoint, customers, where, baseHarm, effect, evidence, explanation } = facts;
  const { remedy, remedyIfHarmful = remedy } = facts;
  const size = effectSize(effect, level, lowerIsBetter);
  // A harmful effect takes harm towards 1, a beneficial one towards 0.
  const harm = size < 0 ? baseHarm + (1 - baseHarm) * -size : baseHarm * (1 - size);
  // A fault at one place and time is judged by those who come there then, and by no more than is sure.
  const reach = Math.max(facts.reach, ...(where ?? []).map(({ interval }) => interval.low));
  return {
    id: gapId(facts),
    kind,
    stage,
    touchpoint,
    customers,
    ...(where !== undefined && where.length > 0 && { where }),
    effect,
    harm,
    severity: Math.sqrt(reach * harm),
    evidence,
    remedy: size < 0 ? remedyIfHarmful : remedy,
    explanation,
  };
}
