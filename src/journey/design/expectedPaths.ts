import { checkOptions, refuseOption } from "../../error/checkOptions.js";
import type { CxError } from "../../error/cxError.js";
import { checkJourney } from "../../model/checkJourney.js";
import type { Journey } from "../../model/journey.js";
import type { Stage } from "../../model/stage.js";

/** Options of {@link expectedPaths}. */
export interface ExpectedPathsOptions {
  /** How many paths are listed at the most. @defaultValue 100 */
  readonly limit?: number;
}

/** The paths that a design allows. */
export interface ExpectedPaths {
  /** Each path as the ids of its touchpoints; of each stage those with the fewest optional touchpoints first. */
  readonly paths: readonly (readonly string[])[];
  /** How many there are; null for more than 2⁵³ − 1, which no number tells exactly. */
  readonly count: number | null;
  /** Whether all of them are listed. */
  readonly complete: boolean;
  /** How many touchpoints the shortest and the longest path have. */
  readonly shortest: number;
  readonly longest: number;
}

/** The ways through a stage. */
interface Ways {
  readonly list: () => Generator<readonly string[]>;
  readonly count: number;
  readonly shortest: number;
  readonly longest: number;
}

/** All choices of so many out of a list, each in its order. */
function* choices<Item>(items: readonly Item[], size: number, from = 0): Generator<readonly Item[]> {
  if (size === 0) yield [];
  else {
    for (let index = from; index + size <= items.length; index++) {
      for (const rest of choices(items, size - 1, index + 1)) yield [items[index] as Item, ...rest];
    }
  }
}

/** All orders of a list, the given one first. */
function* orders<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  if (items.length === 0) yield [];
  for (let index = 0; index < items.length; index++) {
    for (const rest of orders(items.toSpliced(index, 1))) yield [items[index] as Item, ...rest];
  }
}

/** How many choices of `size` out of `n`, times the orders of `ordered` things. */
function ways(n: number, size: number, ordered: number): number {
  let count = 1;
  for (let index = 1; index <= size; index++) count = Math.round((count * (n - size + index)) / index);
  for (let index = 2; index <= ordered; index++) count *= index;
  return count;
}

function waysThrough({ touchpoints: all, flow = "sequence" }: Stage): Ways {
  const touchpoints = all.filter(({ layer = "frontstage" }) => layer === "frontstage");
  const optional = touchpoints.filter((touchpoint) => touchpoint.optional === true);
  const must = touchpoints.length - optional.length;
  if (flow === "alternatives" && touchpoints.length > 0) {
    const none = must === 0 ? 1 : 0;
    return {
      list: function* () {
        if (none === 1) yield [];
        for (const { id } of touchpoints) yield [id];
      },
      count: touchpoints.length + none,
      shortest: 1 - none,
      longest: 1,
    };
  }
  const anyOrder = flow === "any-order";
  let count = 0;
  for (let size = 0; size <= optional.length; size++) count += ways(optional.length, size, anyOrder ? must + size : 0);
  return {
    list: function* () {
      for (let size = 0; size <= optional.length; size++) {
        for (const chosen of choices(optional, size)) {
          const path = touchpoints.filter((one) => one.optional !== true || chosen.includes(one)).map(({ id }) => id);
          if (anyOrder) yield* orders(path);
          else yield path;
        }
      }
    },
    count,
    shortest: must,
    longest: touchpoints.length,
  };
}

/**
 * The paths that a design allows: what `conformance` finds nothing to say of. Each `repeatable` touchpoint stands once.
 *
 * A stage of `sequence` is walked in order, of `any-order` in every order, of `alternatives` by each; `optional` touchpoints are
 * with and without; what customers do not see (backstage, support) is left out. That multiplies: eight touchpoints in any order are 40,320 paths, so that they are counted, and listed only
 * up to `limit`.
 *
 * @param journey The design.
 * @param options How many paths are listed.
 * @returns The paths by the ids of touchpoints (a log may call them otherwise, see `events`), and how many there are.
 * @throws A {@link CxError} `invalid-definition` when the journey contradicts itself, `invalid-option` when limit is no whole number
 * of at least 0.
 *
 * @example
 * ```ts
 * import { expectedPaths } from "cxkit";
 *
 * const touchpoint = (id: string, optional = false) => ({ id, name: id, optional });
 * const stages = [
 *   { id: "buy", name: "Buy", touchpoints: [touchpoint("cart"), touchpoint("voucher", true), touchpoint("pay")] },
 *   { id: "help", name: "Help", flow: "alternatives" as const, touchpoints: [touchpoint("chat"), touchpoint("phone")] },
 * ];
 * const { paths, count } = expectedPaths({ stages }, { limit: 2 });
 * count; // => 4
 * paths; // => [["cart", "pay", "chat"], ["cart", "pay", "phone"]]
 * ```
 */
export function expectedPaths(journey: Pick<Journey, "stages">, options: ExpectedPathsOptions = {}): ExpectedPaths {
  checkOptions("expectedPaths", options, ["limit"]);
  const { limit = 100 } = options;
  if (!(Number.isInteger(limit) && limit >= 0)) {
    refuseOption("expectedPaths requires limit to be a whole number of at least 0", limit);
  }
  checkJourney(journey);
  const stages = journey.stages.map(waysThrough);
  const total = (part: (stage: Ways) => number): number => stages.reduce((sum, stage) => sum + part(stage), 0);
  const count = stages.reduce((product, stage) => product * stage.count, 1);
  const paths: string[][] = [];
  for (const path of walk(stages)) {
    if (paths.length >= limit) break;
    paths.push(path);
  }
  return {
    paths,
    count: count > Number.MAX_SAFE_INTEGER ? null : count,
    complete: paths.length === count,
    shortest: total((stage) => stage.shortest),
    longest: total((stage) => stage.longest),
  };
}

/** One way through each stage after the other; the last stage changes quickest. */
function* walk([first, ...rest]: readonly Ways[]): Generator<string[]> {
  if (first === undefined) yield [];
  else for (const begin of first.list()) for (const end of walk(rest)) yield [...begin, ...end];
}
