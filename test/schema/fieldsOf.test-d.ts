import type { Persona } from "cxkit/model";
import type { personaSchema } from "cxkit/schema";
import { describe, expectTypeOf, test } from "vitest";
import * as z from "zod";
import type { FieldsOf, WordsOf } from "../../src/schema/fieldsOf.js";

interface Model {
  readonly id: string;
  readonly note?: string;
}
const id = z.string();
const note = z.exactOptional(z.string());

describe("a schema and its model cannot drift apart", () => {
  test("the fields of a schema are those of the model", () => {
    expectTypeOf({ id, note }).toExtend<FieldsOf<Model>>();
    // @ts-expect-error the model has a field that the schema lacks
    ({ id }) satisfies FieldsOf<Model>;
    // @ts-expect-error the schema has a field that the model lacks
    ({ id, note, extra: z.string() }) satisfies FieldsOf<Model>;
  });

  test("a field is optional in the schema where it is in the model, and only there", () => {
    // @ts-expect-error the schema requires what the model does not
    ({ id, note: z.string() }) satisfies FieldsOf<Model>;
    // @ts-expect-error the schema may do without what the model requires
    const schema: z.ZodType<Model> = z.strictObject({ id: z.exactOptional(id), note });
    expectTypeOf(schema).not.toBeAny();
  });

  test("a field has the type that it has in the model", () => {
    // @ts-expect-error a number is no text
    ({ id: z.number(), note }) satisfies FieldsOf<Model>;
  });

  test("the words of an enumeration are those of the union, each of them", () => {
    expectTypeOf({ a: "a", b: "b" } as const).toExtend<WordsOf<"a" | "b">>();
    // @ts-expect-error a word is missing
    ({ a: "a" }) satisfies WordsOf<"a" | "b">;
  });

  test("what a schema gives out is the model's interface", () => {
    expectTypeOf<z.output<typeof personaSchema>>().toEqualTypeOf<Persona>();
  });
});
