import * as schemas from "cxkit/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import * as valid from "./arbitraries.js";
import { issuesOf } from "./issuesOf.js";

/** Every schema with valid values of it, at random, and the keys that must be there. */
const table: { [Name in keyof typeof schemas]: [arbitrary: fc.Arbitrary<unknown>, required: string[]] } = {
  attributesSchema: [valid.attributes, []],
  caseSchema: [valid.supportCase, ["id", "openedAt"]],
  conditionSchema: [valid.condition, []],
  consentSchema: [valid.consent, []],
  contactPolicySchema: [valid.contactPolicy, []],
  contentVariantSchema: [valid.contentVariant, ["id", "purpose", "channels"]],
  customerSchema: [valid.customer, ["id"]],
  empathyMapSchema: [valid.empathyMap, []],
  feedbackSchema: [valid.feedback, ["id", "at", "kind"]],
  frequencyCapSchema: [valid.frequencyCap, ["contacts", "per"]],
  initiativeSchema: [valid.initiative, ["id", "name", "gaps", "status"]],
  interactionSchema: [valid.interaction, ["id", "customer", "touchpoint", "at"]],
  journeySchema: [valid.journey, ["id", "name", "state", "stages"]],
  personaSchema: [valid.persona, ["id", "name"]],
  preferencesSchema: [valid.preferences, []],
  programmeSchema: [valid.programme, ["journeys"]],
  purposeRuleSchema: [valid.purposeRule, ["purpose"]],
  quietHoursSchema: [valid.quietHours, ["from", "to"]],
  scaleSchema: [valid.scale, ["low", "high"]],
  segmentRuleSchema: [valid.segmentRule, ["name", "rule"]],
  stageSchema: [valid.stage, ["id", "name", "touchpoints"]],
  stakeholderSchema: [valid.stakeholder, ["id", "name"]],
  subscriptionSchema: [valid.subscription, ["id", "customer", "startedAt", "amount"]],
  taxonomySchema: [valid.taxonomy, ["id", "version", "themes"]],
  themeSchema: [valid.theme, ["id", "name", "phrases"]],
  touchpointPromiseSchema: [valid.touchpointPromise, []],
  touchpointSchema: [valid.touchpoint, ["id", "name"]],
  transactionItemSchema: [valid.transactionItem, ["product", "quantity"]],
  transactionSchema: [valid.transaction, ["id", "customer", "at", "amount"]],
};
const all: [string, z.ZodType][] = Object.entries(schemas);
const rows = all.map(([name, schema]) => {
  // The test below holds the two lists of names equal.
  const [arbitrary, required] = table[name as keyof typeof schemas];
  return { name, schema, arbitrary, required };
});
/** Those whose keys cxkit names; the others hold the user's own. */
const closed = rows.filter(({ name }) => name !== "attributesSchema" && name !== "consentSchema");

describe("every schema", () => {
  test("is in this table", () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(schemas).sort());
  });

  test.each(rows)("gives back a valid record as it was, through JSON too: $name", ({ schema, arbitrary }) => {
    fc.assert(
      fc.property(arbitrary, (record) => {
        expect(schema.parse(record)).toStrictEqual(record);
        expect(schema.parse(JSON.parse(JSON.stringify(record)))).toStrictEqual(record);
      }),
    );
  });

  test.each(rows)("leaves the record that it reads as it was: $name", ({ schema, arbitrary }) => {
    fc.assert(
      fc.property(arbitrary, (record) => {
        const before = structuredClone(record);
        schema.parse(record);
        expect(record).toStrictEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  test.each(rows)("answers to anything at all without throwing: $name", ({ schema }) => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
    });
    fc.assert(fc.property(anything, (value) => typeof schema.safeParse(value).success === "boolean"));
  });

  test.each(closed)("names the required key that is missing: $name", ({ schema, arbitrary, required }) => {
    fc.assert(
      fc.property(arbitrary, (record) => {
        for (const key of required) {
          const { [key]: _, ...without } = record as Record<string, unknown>;
          expect(issuesOf(schema, without).map(({ path }) => path)).toContainEqual([key]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test.each(closed)("has no place for an unknown key: $name", ({ schema, arbitrary }) => {
    fc.assert(
      fc.property(arbitrary, (record) => {
        const [issue, ...others] = issuesOf(schema, { ...(record as object), regoin: "north" });
        expect(issue?.path).toEqual([]);
        expect(issue?.message).toMatch(/^unknown key "regoin": the keys here are .*"attributes"/);
        expect(others).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test.each(rows)("is a Standard Schema: $name", ({ schema, arbitrary }) => {
    const standard = schema["~standard"];
    expect(standard).toMatchObject({ version: 1, vendor: "zod" });
    fc.assert(
      fc.property(arbitrary, (record) => {
        expect(standard.validate(record)).toStrictEqual({ value: record });
      }),
      { numRuns: 20 },
    );
    expect(standard.validate(3)).toMatchObject({ issues: [{ message: expect.any(String) }] });
  });
});

describe("every schema's JSON Schema", () => {
  test.each(rows)("describes an object and names its required keys: $name", ({ schema, required }) => {
    for (const options of [{}, { io: "input" }, { target: "draft-7" }] as const) {
      const json = z.toJSONSchema(schema, options);
      expect(json.type).toBe("object");
      expect(json.required ?? []).toEqual(required);
    }
  });

  test.each(closed)("allows no unknown key: $name", ({ schema }) => {
    expect(z.toJSONSchema(schema).additionalProperties).toBe(false);
  });

  test.each(rows)("accepts what the schema accepts: $name", ({ schema, arbitrary, required }) => {
    const restored = z.fromJSONSchema(z.toJSONSchema(schema) as z.core.JSONSchema.JSONSchema);
    fc.assert(
      fc.property(arbitrary, (record) => {
        expect(restored.safeParse(record).error).toBeUndefined();
        for (const key of required) {
          const { [key]: _, ...without } = record as Record<string, unknown>;
          expect(restored.safeParse(without).success).toBe(false);
        }
      }),
    );
  });
});
