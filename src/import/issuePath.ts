import type { StandardPathSegment } from "./standardSchema.js";

const name = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** A path as one would write it in code: `stages[0].touchpoints[2].id`, `attributes["my column"]`. */
export function issuePath(path: readonly StandardPathSegment[]): string {
  let written = "";
  for (const segment of path) {
    const key = typeof segment === "object" ? segment.key : segment;
    if (typeof key !== "string") written += `[${String(key)}]`;
    else if (!name.test(key)) written += `[${JSON.stringify(key)}]`;
    else written += written === "" ? key : `.${key}`;
  }
  return written;
}
