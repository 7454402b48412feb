import { CxError } from "../../error/cxError.js";
import type { ContentVariant } from "../../model/contentVariant.js";
import { dayMs } from "../../time/zone.js";
import { readLanguage } from "./languageRanks.js";
import { type ReadyPurpose, usualPurpose } from "./readPurposes.js";

/** A variant with its rules, ready to be held against customers. */
export interface ReadyVariant extends ReadyPurpose {
  readonly variant: ContentVariant;
  /** Each once. */
  readonly channels: readonly string[];
  readonly language: string | null;
  readonly products: ReadonlySet<string>;
  readonly from: number | null;
  readonly to: number | null;
  readonly priority: number;
  readonly coolDownMs: number;
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isList = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isText));

/** Days as milliseconds; none where they are not given. */
function readDays(days: number | undefined, refuse: (required: string, received: unknown) => CxError): number | null {
  if (days === undefined) return null;
  if (!(typeof days === "number" && days >= 0)) throw refuse("coolDownDays of at least 0", days);
  return days * dayMs;
}

/** Variants may have fields of their own, but none that is a slip for one which says whom they are for. */
const slips = { segment: "segments", exceptSegment: "exceptSegments", channel: "channels", purposes: "purpose" };

function checkVariant(variant: ContentVariant, refuse: (required: string, received: unknown) => CxError): void {
  if (!isText(variant?.id)) throw refuse("an id, a text", variant?.id);
  for (const [slip, meant] of Object.entries(slips)) {
    if (Object.hasOwn(variant, slip)) throw refuse(`${meant}, not ${slip}`, slip);
  }
  const { purpose, channels, segments, exceptSegments, products, priority = 0 } = variant;
  if (!isText(purpose)) throw refuse('a purpose that customers agree to, such as "marketing"', purpose);
  if (!(Array.isArray(channels) && channels.length > 0 && channels.every(isText))) {
    throw refuse("at least one channel", channels);
  }
  for (const list of [segments, exceptSegments, products]) {
    if (!isList(list)) throw refuse("segments and products as lists of texts", list);
  }
  if (!Number.isFinite(priority)) throw refuse("a finite priority", priority);
}

/** Reads variants. Throws `invalid-definition` for one that contradicts itself, with its index. */
export function readContentVariants(
  variants: readonly ContentVariant[],
  purposes: ReadonlyMap<string, ReadyPurpose>,
  coolDownDays: number | undefined,
  readTime: (value: unknown) => number,
): ReadyVariant[] {
  if (!Array.isArray(variants)) throw new CxError("invalid-option", "choose requires variants as a list", variants);
  const general = readDays(
    coolDownDays,
    (required, received) => new CxError("invalid-option", `choose requires ${required}`, received),
  );
  const ids = new Set<string>();
  return variants.map((variant: ContentVariant, row) => {
    const refuse = (required: string, received: unknown): CxError =>
      new CxError("invalid-definition", `choose requires each variant to have ${required}`, received, row);
    checkVariant(variant, refuse);
    if (ids.has(variant.id)) throw refuse("an id of its own", variant.id);
    ids.add(variant.id);
    const from = variant.from === undefined ? null : readTime(variant.from);
    const to = variant.to === undefined ? null : readTime(variant.to);
    if (from !== null && to !== null && from > to) throw refuse("an end that is not before its beginning", variant.to);
    return {
      variant,
      channels: [...new Set(variant.channels)],
      language: variant.language === undefined ? null : readLanguage(variant.language, "invalid-definition"),
      products: new Set(variant.products),
      from,
      to,
      priority: variant.priority ?? 0,
      coolDownMs: readDays(variant.coolDownDays, refuse) ?? general ?? 0,
      ...(purposes.get(variant.purpose) ?? usualPurpose),
    };
  });
}
