import { CxError } from "../../error/cxError.js";
import { quantileOfSorted } from "../../stats/quantile.js";
import { countPlaces } from "./countPlaces.js";
import type { EncodedColumn, EncodedFeature } from "./encoding.js";
import type { FeatureCategory } from "./feature.js";
import type { FeatureColumn } from "./featureColumns.js";
import { fitScale } from "./featureScale.js";
import type { FullSpec } from "./featureSpec.js";

type Fit = Pick<EncodedFeature, "fill" | "constant" | "columns">;

/** A column of ones and zeros, which are 1 / unit apart. */
function shareColumn(
  about: Pick<EncodedColumn, "name" | "role" | "category">,
  share: number,
  unit: number,
  weight: number,
): EncodedColumn {
  const isConstant = share === 0 || share === 1;
  // From 0, so that what no row of a cluster has is 0 when it is read back, and not nearly 0.
  return { ...about, scaling: "none", center: isConstant ? share : 0, scale: isConstant ? 0 : unit / weight };
}

function fitNumbers(name: string, known: Float64Array, { scaling, weight }: FullSpec<never>): Fit {
  const { scale, ...where } = fitScale(known, scaling);
  return {
    fill: known.length === 0 ? null : quantileOfSorted(known.toSorted(), 0.5),
    constant: scale === 0 || known.every((value) => value === known[0]),
    columns: [{ name, role: "value", category: null, ...where, scale: scale / weight }],
  };
}

const sharesOf = (known: Float64Array, places: number): Float64Array =>
  countPlaces(known, places).map((count) => (count === 0 ? 0 : count / known.length));

/** True and false are two units apart, so that the variance is that of a standardised number at most. */
function fitBoolean(name: string, known: Float64Array, { weight }: FullSpec<never>): Fit {
  const share = sharesOf(known, 2)[1] as number;
  const column = shareColumn({ name, role: "value", category: null }, share, 0.5, weight);
  return { fill: known.length === 0 ? null : share > 0.5, constant: column.scale === 0, columns: [column] };
}

/**
 * One column for each category that occurs. Their unit is such that the variances add up to 1 at most, and that no two categories
 * are more than two units apart, however rare: a category does not outweigh a number.
 */
function fitCategory(
  name: string,
  known: Float64Array,
  categories: readonly FeatureCategory[],
  { weight }: FullSpec<never>,
): Fit {
  const shares = sharesOf(known, categories.length);
  const unit = Math.sqrt(Math.max(0.5, 1 - shares.reduce((sum, share) => sum + share * share, 0)));
  const columns = categories.flatMap((category, place) => {
    const about = { name: `${name}=${category}`, role: "category", category } as const;
    const share = shares[place] as number;
    return share === 0 ? [] : [shareColumn(about, share, unit, weight)];
  });
  const most = shares.reduce((largest, share) => Math.max(largest, share), 0);
  return {
    fill: most === 0 ? null : (categories[shares.indexOf(most)] ?? null),
    constant: columns.length < 2,
    columns,
  };
}

/** Finds how a feature becomes columns, from the rows that are kept. */
export function fitFeature(column: FeatureColumn, kept: Uint32Array, spec: FullSpec<never>): EncodedFeature {
  const { name, kind, values, categories } = column;
  if (kind === "date" && spec.scaling === "log1p") {
    throw new CxError("invalid-option", `encode requires another scaling for ${name}, which is a date`, spec.scaling);
  }
  const known = Float64Array.from(kept, (row) => values[row] as number).filter((value) => !Number.isNaN(value));
  const fit =
    kind === "boolean"
      ? fitBoolean(name, known, spec)
      : kind === "category"
        ? fitCategory(name, known, categories, spec)
        : fitNumbers(name, known, spec);
  const lacking = kept.length - known.length;
  const flag = shareColumn(
    { name: `${name} missing`, role: "missing", category: null },
    lacking / kept.length,
    0.5,
    spec.weight,
  );
  return {
    feature: name,
    kind,
    missing: spec.missing,
    ...fit,
    columns: lacking > 0 ? [...fit.columns, flag] : fit.columns,
  };
}
