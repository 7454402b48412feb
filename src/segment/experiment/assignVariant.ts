import { checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import { isMissing } from "../../error/isMissing.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import { hashText } from "../../stats/murmurHash3.js";
import { variantRanges } from "./variantRanges.js";
import { readVariantShares, type VariantShare } from "./variantShare.js";

/** A part of the customers that takes part in no experiment that names it. */
export interface Holdout {
  /** How many of the customers, 0–1. */
  readonly share: number;
  /** Experiments with the same salt hold out the same customers. */
  readonly salt: string;
}

/** Options of {@link assignVariant}. */
export interface AssignVariantOptions {
  /** The experiment's name, which is its salt: two experiments assign independently of each other. */
  readonly experiment: string;
  /** The variants and their shares, in an order that stays. */
  readonly variants: readonly VariantShare[];
  /**
   * The shares that held before, oldest first. Then nobody moves but those who must. @defaultValue none: variants lie on 0…1 in their
   * order, so that a change of shares shifts every boundary behind it
   */
  readonly earlier?: readonly (readonly VariantShare[])[];
  /** Customers who get no variant: a share of this experiment's own, or one that several experiments have in common. @defaultValue 0 */
  readonly holdout?: number | Holdout;
}

const size = 2 ** 32;

/** From 0 to below 1, evenly over ids and as if at random between salts. */
function placeOf(salt: string): (id: string) => number {
  const seed = hashText(salt, 0) | 0;
  return (id) => hashText(id, seed) / size;
}

function readHoldout({ experiment, holdout = 0 }: AssignVariantOptions): (id: string) => boolean {
  const { share, salt } = typeof holdout === "number" ? { share: holdout, salt: `${experiment} holdout` } : holdout;
  if (!(typeof share === "number" && share >= 0 && share <= 1)) {
    throw new CxError("invalid-option", "assignVariant requires the share that is held out from 0 to 1", share);
  }
  if (typeof salt !== "string" || salt === "") {
    throw new CxError("invalid-option", "assignVariant requires the salt of a holdout, a text", salt);
  }
  const place = placeOf(salt);
  return share === 0 ? () => false : (id) => place(id) < share;
}

/**
 * {@link assignVariant} for many customers: reads the options once.
 *
 * @param options The experiment, its variants, and who is held out.
 * @returns A function from a customer's id to the id of their variant, or null for who is held out or has no id.
 * @throws A {@link CxError} `invalid-option` at once when an option is wrong; the function throws `invalid-value` for what is no id.
 *
 * @example
 * ```ts
 * import { createAssigner } from "cxkit";
 *
 * const assign = createAssigner({
 *   experiment: "checkout-2026",
 *   variants: [{ id: "old", share: 0.9 }, { id: "new", share: 0.1 }],
 *   holdout: { share: 0.05, salt: "nothing-new-2026" },
 * });
 * ["c1", "c5", "c17"].map(assign); // => ["old", null, "new"]
 * ```
 */
export function createAssigner(options: AssignVariantOptions): (id: CustomerId | null | undefined) => string | null {
  checkOptions("assignVariant", options, ["experiment", "variants", "earlier", "holdout"]);
  const { experiment, variants, earlier = [] } = options;
  if (typeof experiment !== "string" || experiment === "") {
    throw new CxError("invalid-option", "assignVariant requires the name of the experiment, a text", experiment);
  }
  if (!Array.isArray(earlier)) {
    throw new CxError("invalid-option", "assignVariant requires earlier shares as a list of lists", earlier);
  }
  const ranges = variantRanges([...earlier, variants].map((shares) => readVariantShares("assignVariant", shares)));
  const ends = Float64Array.from(ranges, ({ to }) => to);
  const last = ranges.length - 1;
  const isHeldOut = readHoldout(options);
  const place = placeOf(experiment);
  return (customer) => {
    if (isMissing(customer) || customer === "") return null;
    if (typeof customer !== "string" && !Number.isFinite(customer)) {
      throw new CxError("invalid-value", "assignVariant requires a string or a finite number as customer", customer);
    }
    const id = typeof customer === "string" ? customer : String(customer);
    if (isHeldOut(id)) return null;
    const at = place(id);
    let range = 0;
    while (range < last && at >= (ends[range] ?? 1)) range++;
    return ranges[range]?.id ?? null;
  };
}

/**
 * The variant of an experiment that a customer gets: by a hash of their id, so that nothing has to be stored, every system that
 * knows the rule comes to the same answer, and the same customer always gets the same variant.
 *
 * The rule: MurmurHash3 (x86, 32 bit) of the id's UTF-8 bytes, with as its seed the same hash of the experiment's name, divided by
 * 2^32, is the customer's place on 0…1; the variants lie there in their order, as wide as their shares. A number is hashed as its
 * decimal digits, so 7 and "7" get the same. Texts are not normalised: "é" in one code point or in two are two ids. A customer is held
 * out if their place by the holdout's salt (of a plain share: the experiment's name and " holdout") is below its share; raising
 * or lowering a holdout moves nobody from one variant to another.
 *
 * When shares change, tell the old ones in `earlier`: then a variant that shrinks gives up only what it must, and one that grows keeps
 * all it has. Without `earlier` that holds for two variants only: of three or more, boundaries in between shift, and customers move
 * whose variant did not have to change.
 *
 * @param id The customer's id.
 * @param options The experiment, its variants, and who is held out.
 * @returns The id of the variant; null for a customer who is held out, and where there is no id (null, undefined, NaN, "").
 * @throws A {@link CxError} `invalid-option` when an option is wrong, `invalid-value` when the id is neither a string nor a finite number.
 *
 * @example
 * ```ts
 * import { assignVariant } from "cxkit";
 *
 * const experiment = { experiment: "greeting", variants: [{ id: "plain" }, { id: "by-name" }] };
 * assignVariant("c1", experiment); // => "plain"
 * assignVariant("c2", experiment); // => "by-name"
 * assignVariant("c1", { ...experiment, holdout: 1 }); // => null
 * ```
 *
 * @see {@link createAssigner} for many customers; Kohavi, Tang and Xu (2020), "Trustworthy Online Controlled Experiments", ch. 13.
 */
export function assignVariant(id: CustomerId | null | undefined, options: AssignVariantOptions): string | null {
  return createAssigner(options)(id);
}
