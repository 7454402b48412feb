import * as z from "zod";
import type { Condition, EventCondition, EventCount, EventNumber, FieldCondition } from "../model/condition.js";
import { type ConditionForm, conditionForm, conditionForms, formRequirement } from "../model/conditionForm.js";
import {
  calendarDaysRequirement,
  conditionOperators,
  countsDays,
  isTimeOperator,
  valueRequirement,
} from "../model/valueRequirement.js";
import { closedObject } from "./closedObject.js";
import { count } from "./field/count.js";
import { numberFrom } from "./field/numberFrom.js";
import { text } from "./field/text.js";
import { isTime, time } from "./field/time.js";
import type { FieldsOf } from "./fieldsOf.js";

/** The keys of every form of a condition. */
interface AnyForm extends Partial<FieldCondition>, Partial<EventCondition> {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
}
type Issue = readonly [key: "value" | "timeZone" | "withinDays", message: string];

/** A form's keys and no others, as JSON Schema; what may stand in them is said once for all forms. */
function formAsJsonSchema({ required, optional }: (typeof conditionForms)[ConditionForm]): object {
  const properties = Object.fromEntries([...required, ...optional].map((key) => [key, {}]));
  return { type: "object", properties, required, additionalProperties: false };
}

/** What a comparison has against its value or its zone, beyond their types. */
function comparisonIssue({ op, value, timeZone }: AnyForm): Issue | null {
  if (op === undefined) return null;
  if (timeZone !== undefined && !isTimeOperator(op)) return ["timeZone", `requires an operator about time, not ${op}`];
  const message = valueRequirement(op, value);
  if (message !== null) return ["value", message];
  if (countsDays(op)) return calendarIssue("value", value, timeZone);
  if (!isTimeOperator(op) || isTime(value, timeZone)) return null;
  return ["value", time.safeParse(value).error?.issues[0]?.message ?? "requires a time"];
}

function calendarIssue(key: "value" | "withinDays", days: unknown, timeZone: string | undefined): Issue | null {
  const message = timeZone === undefined ? null : calendarDaysRequirement(days);
  return message === null ? null : [key, message];
}

function windowIssue({ withinDays, timeZone }: EventCount): Issue | null {
  if (timeZone !== undefined && withinDays === undefined) return ["timeZone", "requires withinDays beside it"];
  return calendarIssue("withinDays", withinDays, timeZone);
}

/** Whether a condition counts events anywhere in it. */
function countsEvents(condition: AnyForm): boolean {
  const { all = [], any = [], not, events } = condition;
  return events !== undefined || [...all, ...any, ...(not === undefined ? [] : [not])].some(countsEvents);
}

/**
 * The schema of a {@link Condition}, to any depth: one comparison, a number of events, or one of `all`, `any` and `not`.
 *
 * @example
 * ```ts
 * import { conditionSchema } from "cxkit/schema";
 *
 * const rule = { all: [{ field: "attributes.plan", op: "eq", value: "family" }] };
 * conditionSchema.parse(rule); // => rule
 *
 * const wrong = { not: { field: "attributes.plan", op: "in", value: "family" } };
 * conditionSchema.safeParse(wrong).error?.issues[0]?.path; // => ["not", "value"]
 * conditionSchema.safeParse(wrong).error?.issues[0]?.message; // => "requires a list of values for in"
 *
 * const failures = { where: { field: "outcome", op: "eq", value: "failed" }, count: { op: "gte", value: 2 }, withinDays: 30 };
 * conditionSchema.safeParse({ events: failures }).success; // => true
 * ```
 */
export const conditionSchema: z.ZodType<Condition> = /* @__PURE__ */ (() => {
  const single = z.union([z.string(), z.number(), z.boolean(), z.null()]);
  // Abort, so that no rule goes on to read times in a zone that there is not.
  const zone = z.string().refine((name) => isTime("2000-01-01", name), {
    abort: true,
    error: "requires an IANA time zone such as Europe/Oslo",
  });
  const field = { error: "requires a text that is not blank, or a list of keys" };
  const events = closedObject({
    get where() {
      return z.exactOptional(
        conditionSchema.refine((where) => !countsEvents(where), "requires a condition that counts no events itself"),
      );
    },
    count: z.exactOptional(
      closedObject({
        op: z.enum(["eq", "ne", "lt", "lte", "gt", "gte"]),
        value: count,
      } satisfies FieldsOf<EventNumber>),
    ),
    withinDays: z.exactOptional(numberFrom(0)),
    timeZone: z.exactOptional(zone),
  } satisfies FieldsOf<EventCount>).superRefine((window, context) => {
    const issue = windowIssue(window);
    if (issue !== null) context.addIssue({ code: "custom", path: [issue[0]], message: issue[1] });
  });
  // One object with the keys of all forms: of a union one would only learn that no form fits, not what is wrong where.
  const schema = closedObject({
    field: z.exactOptional(z.union([text, z.array(z.string()).min(1, field)], field)),
    op: z.exactOptional(z.enum(conditionOperators)),
    value: z.exactOptional(
      z.union([single, z.array(single)], {
        error: "requires a text, a finite number, true, false or null, or a list of such values",
      }),
    ),
    timeZone: z.exactOptional(zone),
    events: z.exactOptional(events),
    get all() {
      return z.exactOptional(z.array(conditionSchema));
    },
    get any() {
      return z.exactOptional(z.array(conditionSchema));
    },
    get not() {
      return z.exactOptional(conditionSchema);
    },
  } satisfies FieldsOf<AnyForm>)
    .superRefine((condition, context) => {
      if (conditionForm(condition) === null) {
        context.addIssue({ code: "custom", message: formRequirement });
        return;
      }
      const issue = comparisonIssue(condition);
      if (issue !== null) context.addIssue({ code: "custom", path: [issue[0]], message: issue[1] });
    })
    .meta({ oneOf: Object.values(conditionForms).map(formAsJsonSchema) });
  // The refinement proves that the object is of one form, which its type cannot say.
  return schema as z.ZodType<Condition>;
})();
