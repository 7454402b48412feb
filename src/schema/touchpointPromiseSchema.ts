import * as z from "zod";
import type { TouchpointPromise } from "../model/touchpoint.js";
import { closedObject } from "./closedObject.js";
import { numberFrom } from "./field/numberFrom.js";
import type { FieldsOf } from "./fieldsOf.js";

/**
 * The schema of a {@link TouchpointPromise}: satisfaction in percent, the wait in seconds, success as a share.
 *
 * @example
 * ```ts
 * import { touchpointPromiseSchema } from "cxkit/schema";
 *
 * touchpointPromiseSchema.parse({ satisfaction: 80, success: 0.95 }); // => { satisfaction: 80, success: 0.95 }
 * touchpointPromiseSchema.safeParse({ success: 95 }).error?.issues[0]?.message; // => "requires a number from 0 to 1"
 * ```
 */
export const touchpointPromiseSchema: z.ZodType<TouchpointPromise> = /* @__PURE__ */ (() =>
  closedObject({
    satisfaction: z.exactOptional(numberFrom(0, 100)),
    waitSeconds: z.exactOptional(numberFrom(0)),
    success: z.exactOptional(numberFrom(0, 1)),
  } satisfies FieldsOf<TouchpointPromise>))();
