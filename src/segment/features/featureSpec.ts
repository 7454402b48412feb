import { checkChoice, checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import type { Encoding, MissingPolicy } from "./encoding.js";
import { type Feature, type FeatureKind, type FeatureReader, namedFeatures } from "./feature.js";
import { checkScaling, type FeatureScaling } from "./featureScale.js";

/** A feature that `encode` reads. */
export interface FeatureSpec<Row> extends Feature<Row> {
  /** How numbers and dates are made comparable; of no meaning for others. @defaultValue as for all features */
  readonly scaling?: FeatureScaling;
  /** How much differences of this feature count beside those of others, positive. @defaultValue 1 */
  readonly weight?: number;
  /** What becomes of a row without a value. @defaultValue as for all features */
  readonly missing?: MissingPolicy;
}

/** What `encode` reads, and how. */
export interface EncodeSpec<Row> {
  /** Features by name, or in a list: a function of a row, or one with more to say. */
  readonly features:
    | { readonly [name: string]: FeatureReader<Row> | FeatureSpec<Row> }
    | readonly (FeatureReader<Row> | FeatureSpec<Row>)[];
  /** How numbers and dates are made comparable, unless the feature says. @defaultValue "standard" */
  readonly scaling?: FeatureScaling;
  /** What becomes of a row that lacks a value, unless the feature says. @defaultValue "exclude" */
  readonly missing?: MissingPolicy;
  /** What becomes of a row with a value that is not allowed. @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
  /** The zone of times without an offset; they are refused without it. */
  readonly timeZone?: string;
  /**
   * An encoding of earlier rows (its `features` are all that is read): these rows are encoded in the same way, and of `features` here
   * only the functions count. A category that was not there then is as good as no value.
   */
  readonly like?: Pick<Encoding, "features">;
}

/** A feature with everything said. */
export interface FullSpec<Row> {
  readonly name: string;
  readonly read: FeatureReader<Row>;
  /** Null: by the type of its first value. */
  readonly kind: FeatureKind | null;
  readonly scaling: FeatureScaling;
  readonly weight: number;
  readonly missing: MissingPolicy;
}

/** Fills in defaults, and refuses what makes no sense. */
export function fullSpecs<Row>(spec: EncodeSpec<Row>): FullSpec<Row>[] {
  checkOptions("encode", spec, ["features", "scaling", "missing", "invalid", "timeZone", "like"]);
  const { features, scaling = "standard", missing = "exclude" } = spec;
  checkScaling(scaling);
  const specs = namedFeatures<FeatureReader<Row> | FeatureSpec<Row>>(features).map(([name, one]) => {
    const own: FeatureSpec<Row> = typeof one === "function" ? { read: one } : one;
    checkOptions("a feature of encode", own, ["read", "kind", "scaling", "weight", "missing"]);
    return { name, kind: null, scaling, missing, weight: 1, ...own };
  });
  if (specs.length === 0) throw new CxError("invalid-option", "encode requires at least one feature", features);
  for (const { name, weight, ...one } of specs) {
    checkScaling(one.scaling);
    checkChoice("missing", one.missing, ["refuse", "exclude", "impute"]);
    if (!(weight > 0 && Number.isFinite(weight))) {
      throw new CxError("invalid-option", `encode requires a positive weight for ${name}`, weight);
    }
  }
  return specs;
}
