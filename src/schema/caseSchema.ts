import * as z from "zod";
import type { Case } from "../model/case.js";
import { attributesSchema } from "./attributesSchema.js";
import { closedObject } from "./closedObject.js";
import { count } from "./field/count.js";
import { text } from "./field/text.js";
import { time } from "./field/time.js";
import type { FieldsOf } from "./fieldsOf.js";
import { isBefore } from "./isBefore.js";

/**
 * The schema of a {@link Case}, which is neither answered nor resolved before it was opened.
 *
 * @example
 * ```ts
 * import { caseSchema } from "cxkit/schema";
 *
 * const supportCase = { id: "k-1", openedAt: "2026-03-29T08:30:00Z", firstAnsweredAt: null, contacts: 1 };
 * caseSchema.parse(supportCase); // => supportCase
 *
 * const wrong = caseSchema.safeParse({ ...supportCase, resolvedAt: "2026-03-28T08:30:00Z" });
 * wrong.error?.issues[0]?.path; // => ["resolvedAt"]
 * wrong.error?.issues[0]?.message; // => "requires a time that is not before openedAt"
 * ```
 */
export const caseSchema: z.ZodType<Case> = /* @__PURE__ */ (() =>
  closedObject({
    id: text,
    customer: z.exactOptional(text),
    openedAt: time,
    firstAnsweredAt: z.exactOptional(z.nullable(time)),
    resolvedAt: z.exactOptional(z.nullable(time)),
    reopened: z.exactOptional(count),
    contacts: z.exactOptional(count),
    channel: z.exactOptional(text),
    topic: z.exactOptional(text),
    stage: z.exactOptional(text),
    touchpoint: z.exactOptional(text),
    attributes: z.exactOptional(attributesSchema),
  } satisfies FieldsOf<Case>).superRefine((supportCase, context) => {
    for (const field of ["firstAnsweredAt", "resolvedAt"] as const) {
      const at = supportCase[field];
      if (typeof at === "string" && isBefore(at, supportCase.openedAt)) {
        context.addIssue({ code: "custom", path: [field], message: "requires a time that is not before openedAt" });
      }
    }
  }))();
