import type { Condition } from "../../model/condition.js";
import { readCondition } from "./readCondition.js";
import { ruleInWords } from "./ruleInWords.js";
import { zoneReaders } from "./timeTest.js";

/**
 * A condition in plain English, for who has to approve a rule without reading JSON. Conditions that can differ for some customer read
 * differently: texts that look like numbers or like words of the sentence are quoted, alternatives within a list of demands are in
 * brackets.
 *
 * @param condition A condition, of a segment, a persona or any other stored rule.
 * @returns One sentence without its full stop.
 * @throws A CxError `invalid-definition` with the place and what is required there, when it is no valid condition.
 *
 * @example
 * ```ts
 * import { describe } from "cxkit";
 *
 * const atRisk = {
 *   all: [
 *     { field: "orders", op: "gte", value: 3 },
 *     { field: "country", op: "in", value: ["NO", "SE"] },
 *     { events: { where: { field: "outcome", op: "eq", value: "failed" }, count: { op: "gte", value: 2 }, withinDays: 30 } },
 *   ],
 * } as const;
 * describe(atRisk);
 * // => "orders is at least 3 and country is one of NO, SE and at least 2 events in the last 30 days where (outcome is failed)"
 * describe({ not: { field: "plan", op: "eq", value: "3" } }); // => "not (plan is \"3\")"
 * ```
 */
export function describe(condition: Condition): string {
  return ruleInWords(readCondition(condition, { owner: "describe: the condition", zones: zoneReaders() }));
}
