/**
 * Rows as CSV (RFC 4180): one header line with the field names, levels joined by dots (`attributes.region`). An absent
 * value is an empty cell.
 *
 * @param {readonly string[]} columns
 * @param {readonly Record<string, unknown>[]} rows
 */
export function toCsv(columns, rows) {
  const lines = rows.map((row) => columns.map((column) => cell(valueAt(row, column))).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/** @param {Record<string, unknown>} row @param {string} path */
function valueAt(row, path) {
  /** @type {any} a row of any shape; the caller names the path */
  let value = row;
  for (const key of path.split(".")) value = value?.[key];
  return value;
}

/** @param {unknown} value */
function cell(value) {
  if (value === undefined || value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
