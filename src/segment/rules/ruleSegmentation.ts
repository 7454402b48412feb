import { checkChoice } from "../../error/checkOptions.js";
import { checkRows } from "../../error/checkRows.js";
import { CxError } from "../../error/cxError.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import { eachAllowedRow } from "../eachAllowedRow.js";
import type { Segmentation, SegmentName } from "../segmentation.js";
import type { RuleMoment } from "./compileRule.js";
import { repeatFinder } from "./repeatFinder.js";
import type { RuleContext } from "./segmentContext.js";

/** How many customers a segment has. */
export interface SegmentSize {
  readonly segment: string;
  readonly customers: number;
  /** Of all customers, 0–1; null where there are none. */
  readonly share: number | null;
}

/** The customers with the segments that rules give them. */
export interface RuleSegmentation<Name extends SegmentName> extends Segmentation<Name> {
  /** Every segment, also an empty one, in the order of the rules, that of the rest last. Where segments overlap, shares add up to more. */
  readonly segments: readonly SegmentSize[];
  /** The customers that are listed. */
  readonly n: number;
  /** How many of them are in no segment. */
  readonly unassigned: number;
  /** How many of them are in more than one; 0 where segments are exclusive. */
  readonly several: number;
  /** Rows without a customer's id, which are not listed. */
  readonly missing: number;
  /** Rows left out because the id is none or was there before; 0 unless `invalid: "exclude"` was asked for. */
  readonly invalid: number;
}

/** The segment of a customer; it calls `count` with the place of each of its names among all names. */
export type Assigner<Name extends SegmentName> = (
  row: unknown,
  moment: RuleMoment,
  count: (place: number) => void,
) => Name;

/** How customers are given segments. */
export interface SegmentPlan<Row, Name extends SegmentName> {
  readonly names: readonly string[];
  readonly context: RuleContext<Row>;
  readonly invalid: InvalidPolicy | undefined;
  readonly segmentOf: Assigner<Name>;
}

/** Gives every customer their segment, and counts. */
export function segmentCustomers<Row, Name extends SegmentName>(
  requirer: string,
  customers: Iterable<Row>,
  { names, context, invalid = "throw", segmentOf }: SegmentPlan<Row, Name>,
): RuleSegmentation<Name> {
  checkChoice("invalid", invalid, ["throw", "exclude"]);
  checkRows(requirer, customers);
  const sizes = names.map(() => 0);
  const listed: { customer: CustomerId; segment: Name }[] = [];
  const isRepeated = repeatFinder(listed);
  let [missing, unassigned, several, found] = [0, 0, 0, 0];
  const count = (place: number): void => {
    sizes[place] = (sizes[place] ?? 0) + 1;
    found++;
  };
  const add = (row: Row): void => {
    const moment = context.momentOf(row);
    const customer = context.idOf(row);
    if (customer === null) missing++;
    else if (isRepeated(customer)) {
      throw new CxError("invalid-value", `${requirer} requires every customer once`, customer);
    } else {
      found = 0;
      listed.push({ customer, segment: segmentOf(row, moment, count) });
      if (found === 0) unassigned++;
      else if (found > 1) several++;
    }
  };
  const notAllowed = eachAllowedRow(customers, invalid, add);
  const n = listed.length;
  const segments = names.map((segment, place) => {
    const size = sizes[place] ?? 0;
    return { segment, customers: size, share: n === 0 ? null : size / n };
  });
  return { customers: listed, segments, n, unassigned, several, missing, invalid: notAllowed };
}
