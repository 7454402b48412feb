import { checkChoice } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";

/** How {@link tiers} cuts. */
export type TierMethod = "abc" | "percentile" | "cutoffs";

/** How {@link tiers} cuts customers, whatever their rows look like. */
export interface TierCuts {
  /**
   * `abc`: by share of the value, from the most valuable customer down; the customer who crosses a line is still above it.
   * `percentile`: by share of the customers, from the most valuable down. `cutoffs`: by the value itself. @defaultValue "abc"
   */
  readonly method?: TierMethod;
  /**
   * Where to cut. `abc`: shares of all value, rising; `percentile`: shares of all customers, rising, each counted from the top;
   * `cutoffs`: values, falling, and who is at one is above it. @defaultValue `abc`: [0.8, 0.95]; `percentile`: [0.1, 0.3, 0.7], which
   * is the top 10 %, the next 20 %, the next 40 % and the rest; `cutoffs`: none, they must be given
   */
  readonly cuts?: readonly number[];
  /** The names of the tiers from the top down, one more than cuts. @defaultValue A, B, C and so on */
  readonly names?: readonly string[];
  /**
   * The name of customers of a negative value, who are apart from all shares; with `cutoffs` they are in a tier like others.
   * @defaultValue "negative"
   */
  readonly negative?: string;
}

/** The names of the options of {@link TierCuts}. */
export const tierCuts: readonly string[] = ["method", "cuts", "names", "negative"];

/** The cuts of {@link tiers}, checked and worked out. */
export interface TierRules {
  readonly method: TierMethod;
  readonly cuts: readonly number[];
  readonly names: readonly string[];
  /** Null where customers of a negative value are like others. */
  readonly negative: string | null;
}

const usualCuts = { abc: [0.8, 0.95], percentile: [0.1, 0.3, 0.7], cutoffs: [] } as const;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function checkCuts(method: TierMethod, cuts: readonly number[]): void {
  const shares = method !== "cutoffs";
  const fits = (cut: unknown, i: number): boolean => {
    if (typeof cut !== "number" || !Number.isFinite(cut)) return false;
    const before = cuts[i - 1];
    if (shares) return cut > (before ?? 0) && cut < 1;
    return before === undefined || cut < before;
  };
  const many = Array.isArray(cuts) && cuts.length > 0 && cuts.length < letters.length;
  if (!many || !cuts.every(fits)) {
    const wanted = shares ? "rising shares above 0 and below 1" : "falling values";
    throw new CxError("invalid-option", `tiers by ${method} requires 1 to 25 cuts, ${wanted}`, String(cuts));
  }
}

function checkNames(names: readonly string[], cuts: readonly number[]): void {
  const words = Array.isArray(names) ? names.filter((name) => typeof name === "string" && name !== "") : [];
  if (words.length !== cuts.length + 1 || new Set(words).size !== names.length) {
    throw new CxError("invalid-option", `tiers requires ${cuts.length + 1} different names`, String(names));
  }
}

/** Checks where {@link tiers} is to cut. */
export function tierRules({ method = "abc", cuts = usualCuts[method], ...options }: TierCuts): TierRules {
  checkChoice("method", method, Object.keys(usualCuts));
  checkCuts(method, cuts);
  const { names = letters.slice(0, cuts.length + 1).split(""), negative = "negative" } = options;
  checkNames(names, cuts);
  if (typeof negative !== "string" || negative === "" || names.includes(negative)) {
    throw new CxError("invalid-option", "tiers requires negative to be a name that no tier has", negative);
  }
  return { method, cuts, names, negative: method === "cutoffs" ? null : negative };
}
