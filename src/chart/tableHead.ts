import { element, type Markup } from "./markup.js";

/** The head of a table: a row of column headings. The roles stay where a narrow screen shows the table as cards. */
export function tableHead(heads: readonly string[]): Markup {
  return element(
    "thead",
    { role: "rowgroup" },
    element(
      "tr",
      { role: "row" },
      heads.map((head) => element("th", { role: "columnheader", scope: "col" }, head)),
    ),
  );
}
