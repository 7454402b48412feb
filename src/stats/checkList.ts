import { CxError } from "../error/cxError.js";

/** Refuses what is neither an array nor a typed array. */
export function checkList(name: string, list: unknown): void {
  if (Array.isArray(list) || (ArrayBuffer.isView(list) && !(list instanceof DataView))) return;
  throw new CxError("invalid-option", `${name} requires an array or a typed array`, list);
}
