import { refuseOption } from "./checkOptions.js";

/** Refuses what cannot be gone through where rows are asked for. */
export function checkRows(name: string, rows: unknown): void {
  if (typeof Object(rows)[Symbol.iterator] !== "function") {
    refuseOption(`${name} requires rows, such as an array`, rows);
  }
}
