import * as z from "zod";
import type { Condition, ConditionOperator, FieldCondition } from "../model/condition.js";
import { closedObject } from "./closedObject.js";
import { text } from "./field/text.js";
import type { FieldsOf, WordsOf } from "./fieldsOf.js";

/** The keys of every form of a condition. */
interface AnyForm extends Partial<FieldCondition> {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
}

const forms = [["field", "op", "value"], ["all"], ["any"], ["not"]];

function hasOneForm(condition: AnyForm): boolean {
  const keys = Object.keys(condition);
  return forms.some((form) => form.length === keys.length && form.every((key) => keys.includes(key)));
}

/** A form's keys, all of them and no others, as JSON Schema; what may stand in them is said once for all forms. */
function formAsJsonSchema(form: readonly string[]): object {
  const properties = Object.fromEntries(form.map((key) => [key, {}]));
  return { type: "object", properties, required: form, additionalProperties: false };
}

/** What an operator requires of its value where this is something else, or null. */
function valueRequirement({ op, value }: AnyForm): string | null {
  switch (op) {
    case undefined:
      return null;
    case "in":
      return Array.isArray(value) ? null : "requires a list of values for in";
    case "exists":
      return typeof value === "boolean" ? null : "requires true or false for exists";
    case "eq":
    case "ne":
      return Array.isArray(value) ? `requires a single value for ${op}; use in for a list` : null;
    default:
      return typeof value === "number" || typeof value === "string" ? null : `requires a number or a text for ${op}`;
  }
}

/**
 * The schema of a {@link Condition}, to any depth: one comparison, or one of `all`, `any` and `not`.
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
 * ```
 */
export const conditionSchema: z.ZodType<Condition> = /* @__PURE__ */ (() => {
  const single = z.union([z.string(), z.number(), z.boolean(), z.null()]);
  const words: WordsOf<ConditionOperator> = {
    eq: "eq",
    ne: "ne",
    lt: "lt",
    lte: "lte",
    gt: "gt",
    gte: "gte",
    in: "in",
    exists: "exists",
  };
  // One object with the keys of all forms: of a union one would only learn that no form fits, not what is wrong where.
  const schema = closedObject({
    field: z.exactOptional(text),
    op: z.exactOptional(z.enum(words)),
    value: z.exactOptional(
      z.union([single, z.array(single)], {
        error: "requires a text, a finite number, true, false or null, or a list of such values",
      }),
    ),
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
      if (!hasOneForm(condition)) {
        const message = "requires either field, op and value together, or one of all, any and not alone";
        context.addIssue({ code: "custom", message });
        return;
      }
      const message = valueRequirement(condition);
      if (message !== null) context.addIssue({ code: "custom", path: ["value"], message });
    })
    .meta({ oneOf: forms.map(formAsJsonSchema) });
  // The refinement proves that the object is of one form, which its type cannot say.
  return schema as z.ZodType<Condition>;
})();
