export { type ParsedRows, parseRows, type RejectedRow, type RowIssue } from "./parseRows.js";
export type { StandardIssue, StandardPathSegment, StandardResult, StandardSchema } from "./standardSchema.js";
