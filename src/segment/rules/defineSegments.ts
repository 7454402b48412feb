import { checkChoice, checkOptions } from "../../error/checkOptions.js";
import { CxError } from "../../error/cxError.js";
import type { CustomerId } from "../../kpi/customerMetric.js";
import type { InvalidPolicy } from "../../metric/valueMetric.js";
import type { SegmentRule } from "../../model/segmentRule.js";
import { timeReader } from "../../time/parseTime.js";
import type { SegmentName } from "../segmentation.js";
import { type CompiledRule, compileRules, needsOf } from "./compiledRule.js";
import type { RuleMoment } from "./compileRule.js";
import { type CustomerExplanation, explainCustomer } from "./explainCustomer.js";
import type { RuleFinding } from "./ruleFinding.js";
import { type KnownFields, ruleFindings } from "./ruleFindings.js";
import { type Assigner, type RuleSegmentation, segmentCustomers } from "./ruleSegmentation.js";
import {
  type ContextNeeds,
  type CustomerContext,
  contextOptions,
  readContext,
  readManyContext,
  type SegmentContext,
} from "./segmentContext.js";
import { type SegmentReport, segmentReport } from "./segmentReport.js";

/** Options of {@link defineSegments}. */
export interface DefineSegmentsOptions extends KnownFields {
  /** `overlapping`: a customer is in every segment whose rule holds; `exclusive`: in the first one alone. @defaultValue "overlapping" */
  readonly mode?: "overlapping" | "exclusive";
  /** The name of a segment for the customers for whom no rule holds. Without it they are in none. */
  readonly rest?: string;
  /** The zone of times in the data that have no offset, and of dates alone. @defaultValue such times fit no rule, and dates are days in UTC */
  readonly timeZone?: string;
}

/** Where many customers are assigned: the context, and what becomes of rows whose id is none or was there before. */
export interface AssignAllOptions<Row> extends SegmentContext<Row> {
  /** @defaultValue "throw" */
  readonly invalid?: InvalidPolicy;
}

/** Assigns many customers; rows without `id` need the accessor `customer`. */
export interface AssignAll<Name extends SegmentName> {
  <Row extends { readonly id: CustomerId | null | undefined }>(
    customers: Iterable<Row>,
    options?: AssignAllOptions<Row>,
  ): RuleSegmentation<Name>;
  <Row extends object>(
    customers: Iterable<Row>,
    options: AssignAllOptions<Row> & Required<Pick<AssignAllOptions<Row>, "customer">>,
  ): RuleSegmentation<Name>;
}

/** Segments that have been defined. */
export interface Segments<Name extends SegmentName> {
  /** The names of the segments in the order of the rules, that of the rest last. */
  readonly names: readonly string[];
  /**
   * The segments of a customer, in the order of the rules; at most one where they are exclusive. Throws `invalid-option` when a rule
   * needs `now` or `events` and the context lacks it, `invalid-value` when the customer is no object.
   */
  readonly assign: <Row extends object>(customer: Row, context?: CustomerContext<Row>) => string[];
  /** The segments of many customers, as a result that `segmentOf` takes, with the size of each segment. Throws as `assign` does. */
  readonly assignAll: AssignAll<Name>;
  /** Why a customer is in a segment and not in another: every rule, part by part, with the values that were seen. */
  readonly explain: <Row extends object>(customer: Row, context?: CustomerContext<Row>) => CustomerExplanation;
  /** What the rules come to on customers: how many each covers, which overlap, which fields nobody has, which values do not fit. */
  readonly report: <Row extends object>(customers: Iterable<Row>, context?: SegmentContext<Row>) => SegmentReport;
  /** What is odd about the rules by themselves. Worked out when it is first asked for. */
  readonly findings: readonly RuleFinding[];
}

/**
 * Segments by rule, compiled once for any number of customers.
 *
 * **What a rule says.** See `Condition` for the operators. A condition holds or it does not, and `not` is its exact contrary. A field
 * without a value, and a value of another type than the rule's, meet no comparison (also not `ne`); nothing is coerced. `report` counts
 * both. Only a row's own fields are looked at.
 *
 * **Time.** Rules that count days take `now` from the context, so that the same call gives the same answer at any time. Days are spans of 24 hours
 * unless the rule names a `timeZone`, whose calendar days then count.
 *
 * **Findings** are certain but not complete: a contradiction, or a segment that is called unreachable, is one for every customer there
 * could be; but each field is reasoned about by itself, and very entangled rules are given up on.
 *
 * @param rules The rules, each with the segment's name; their order matters where segments are exclusive. They are read once: later
 * changes have no effect.
 * @param options Whether segments exclude each other, what the rest is called, the zone of the data, and which fields there are.
 * @returns Functions that assign, explain and report. Assigning takes time linear in the customers, and nothing is allocated for a rule.
 * @throws A {@link CxError} `invalid-definition`, which names the segment and the place in its rule, when a rule is wrong, nested deeper
 * than 100 levels, or has the name of another; `invalid-option` when an option is wrong.
 *
 * @example
 * ```ts
 * import { defineSegments, groupBy, measure, npsMetric, segmentOf } from "cxkit";
 *
 * const segments = defineSegments(
 *   [
 *     { name: "let down", rule: { events: { where: { field: "outcome", op: "eq", value: "failed" }, count: { op: "gte", value: 2 } } } },
 *     { name: "loyal", rule: { field: "attributes.orders", op: "gte", value: 3 } },
 *   ],
 *   { mode: "exclusive", rest: "others" },
 * );
 * const failed = { outcome: "failed" };
 * segments.assign({ attributes: { orders: 7 } }, { events: [failed, failed] }); // => ["let down"]
 * segments.assign({ attributes: { orders: 7 } }, { events: [failed] }); // => ["loyal"]
 *
 * const customers = [{ id: "c1", attributes: { orders: 7 } }, { id: "c2", attributes: { orders: 1 } }];
 * const result = segments.assignAll(customers, { events: new Map([["c2", [failed, failed]]]) });
 * result; // => { n: 2, unassigned: 0, missing: 0, … }
 *
 * const answers = [{ customer: "c1", score: 10 }, { customer: "c2", score: 2 }];
 * const segment = segmentOf(result);
 * measure(answers, groupBy((row) => segment(row.customer), npsMetric((row) => row.score)))
 *   .map(({ key, result }) => [key, result.value]); // => [["let down", -100], ["loyal", 100]]
 *
 * defineSegments([{ name: "odd", rule: { all: [{ field: "x", op: "gt", value: 5 }, { field: "x", op: "lt", value: 3 }] } }])
 *   .findings[0]; // => { kind: "contradiction", words: "Nothing can meet: x is more than 5 and x is less than 3.", … }
 * ```
 */
export function defineSegments(
  rules: readonly SegmentRule[],
  options: DefineSegmentsOptions & { readonly mode: "exclusive" },
): Segments<string | null>;
export function defineSegments(
  rules: readonly SegmentRule[],
  options?: DefineSegmentsOptions & { readonly mode?: "overlapping" },
): Segments<readonly string[]>;
export function defineSegments(
  rules: readonly SegmentRule[],
  options: DefineSegmentsOptions = {},
): Segments<string | null> | Segments<readonly string[]> {
  checkOptions("defineSegments", options, ["mode", "rest", "timeZone", "fields", "eventFields"]);
  const { mode = "overlapping", rest, timeZone } = options;
  checkChoice("mode", mode, ["overlapping", "exclusive"]);
  const readTime = timeReader(timeZone, "defineSegments: now");
  const compiled = compileRules(rules, timeZone);
  const names = compiled.map(({ name }) => name);
  if (rest !== undefined && (typeof rest !== "string" || rest.trim() === "" || names.includes(rest))) {
    throw new CxError("invalid-option", "defineSegments requires rest to be a name that no rule has", rest);
  }
  if (rest !== undefined) names.push(rest);
  const setting = {
    compiled,
    names,
    readTime,
    needs: needsOf(compiled),
    findings: () => ruleFindings(compiled, mode === "exclusive", options),
  };
  return mode === "exclusive"
    ? segmentsOf(setting, firstSegment(compiled, names))
    : segmentsOf(setting, everySegment(compiled, names));
}

interface Setting extends ContextNeeds {
  readonly compiled: readonly CompiledRule[];
  /** The names of the rules, and perhaps that of the rest. */
  readonly names: readonly string[];
  readonly findings: () => readonly RuleFinding[];
}

/** The first segment whose rule holds. */
function firstSegment(rules: readonly CompiledRule[], names: readonly string[]): Assigner<string | null> {
  return (row, moment, count) => {
    let place = 0;
    while (place < rules.length && !rules[place]?.test(row, moment)) place++;
    const name = names[place];
    if (name === undefined) return null;
    count(place);
    return name;
  };
}

/** Every segment whose rule holds. */
function everySegment(rules: readonly CompiledRule[], names: readonly string[]): Assigner<readonly string[]> {
  return (row, moment, count) => {
    const segments: string[] = [];
    for (let place = 0; place < names.length; place++) {
      // Beyond the rules is the rest.
      const isIn = rules[place]?.test(row, moment) ?? segments.length === 0;
      if (!isIn) continue;
      segments.push(names[place] as string);
      count(place);
    }
    return segments;
  };
}

function segmentsOf<Name extends SegmentName>(setting: Setting, segmentOf: Assigner<Name>): Segments<Name> {
  const { compiled, names } = setting;
  let findings: readonly RuleFinding[] | null = null;
  const momentOf = <Row extends object>(name: string, customer: Row, context: CustomerContext<Row>): RuleMoment => {
    checkOptions(name, context, contextOptions);
    return readContext(name, context, setting).momentOf(customer);
  };
  const namesOf = (row: unknown, moment: RuleMoment): string[] => {
    const segment: SegmentName = segmentOf(row, moment, () => {});
    return segment === null ? [] : typeof segment === "string" ? [segment] : [...segment];
  };
  const assignAll = <Row extends object>(
    customers: Iterable<Row>,
    options: AssignAllOptions<Row> = {},
  ): RuleSegmentation<Name> => {
    checkOptions("assignAll", options, [...contextOptions, "invalid"]);
    const context = readManyContext("assignAll", options, setting);
    return segmentCustomers("assignAll", customers, { names, context, invalid: options.invalid, segmentOf });
  };
  return {
    names,
    assign: (customer, context = {}) => namesOf(customer, momentOf("assign", customer, context)),
    assignAll,
    explain: (customer, context = {}) => {
      const moment = momentOf("explain", customer, context);
      return explainCustomer(compiled, namesOf(customer, moment), customer, moment);
    },
    report: (customers, context = {}) => {
      checkOptions("report", context, contextOptions);
      return segmentReport(compiled, customers, readManyContext("report", context, setting));
    },
    get findings() {
      findings ??= setting.findings();
      return findings;
    },
  };
}
