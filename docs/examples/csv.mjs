// Reads a CSV file as rows of strings. Empty cells are left out, so that "not given" is the same everywhere.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/**
 * @param {URL | string} file
 * @returns {Record<string, string>[]}
 */
export function readCsv(file) {
  const rows = parse(readFileSync(file), {
    columns: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")));
}
