export { atRow, CxError, type CxErrorCode } from "./cxError.js";
export { isCxError } from "./isCxError.js";
