import * as z from "zod";

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/**
 * The schema of an object whose keys are the user's own and whose values are plain. `z.record` would drop a key named
 * `__proto__`; here it is a key like any other and stays one.
 *
 * @param allows Whether a value is allowed.
 * @param requirement What the message says of a value that is not.
 * @param types The allowed values' types, for the JSON Schema.
 */
export function flatObject<Value>(
  allows: (value: unknown) => value is Value,
  requirement: string,
  types: readonly string[],
): z.ZodType<Readonly<Record<string, Value>>> {
  const schema = z
    .unknown()
    .superRefine((input, context) => {
      if (!isRecord(input)) {
        context.addIssue({ code: "custom", message: "requires an object" });
        return;
      }
      for (const key of Object.keys(input)) {
        if (!allows(input[key])) context.addIssue({ code: "custom", path: [key], message: requirement });
      }
    })
    // A copy, which a later change of the input does not reach; spreading, unlike assigning, keeps `__proto__` a key.
    .overwrite((input) => (isRecord(input) ? { ...input } : input))
    .meta({ type: "object", additionalProperties: { type: types } });
  // The refinement proves the type, which `z.unknown` cannot carry.
  return schema as z.ZodType<Readonly<Record<string, Value>>>;
}
