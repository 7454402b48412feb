import type * as z from "zod";

/**
 * One schema for each key of a model, none left out and none added; optional where the model says so. Fields that are
 * held to this type make the compiler refuse a model and a schema that have drifted apart.
 */
export type FieldsOf<Model> = {
  readonly [Key in keyof Model]-?: Partial<Pick<Model, Key>> extends Pick<Model, Key>
    ? z.ZodExactOptional<z.ZodType<Model[Key]>>
    : z.ZodType<Model[Key]>;
};

/** Every word of a union, as an object for `z.enum`: the compiler refuses one that lacks a word or has another. */
export type WordsOf<Word extends string> = { readonly [Key in Word]: Key };
