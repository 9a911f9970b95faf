// Both tables as a workbook: a sheet of relations and one of actors, headings in bold that stay in sight.
//
// Packed in one go: the other way starts a worker from a blob, which the policy of the page forbids, so that a table of
// some size would never be finished. Only the way that packs in one go is imported, by its path, as the package does not
// offer it by name.

import { generateXlsxFileSync } from "../../../../../web/node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js";
import { clean } from "./clean.js";
import { fitted } from "./spreadsheets.js";

const WIDEST = 60; // letters
const NARROWEST = 10;

/**
 * Write sheets as a workbook.
 * @param {{name: string, columns: import("../columns.js").Column[], things: object[]}[]} sheets
 * @param {object} say
 * @returns {Promise<Blob>}
 */
export function xlsx(sheets, say) {
  const written = sheets.map(({ name, columns, things }) => ({
    sheet: sheetName(name),
    columns: columns.map((column) => ({ width: width(column, things) })),
    stickyRowsCount: 1,
    data: [columns.map((column) => heading(column)), ...things.map((thing) => columns.map((column) => cell(column.value(thing), say)))],
  }));
  return generateXlsxFileSync(written);
}

const heading = (column) => ({ value: clean(column.heading), type: String, fontWeight: "bold", wrap: true, alignVertical: "top" });

function cell(value, say) {
  if (typeof value === "number") return Number.isFinite(value) ? { value, type: Number } : null;
  return value ? { value: fitted(clean(value), say), type: String } : null;
}

/** Return how wide a column is: its longest word or text among the first rows, within reason. */
function width(column, things) {
  const lengths = things.slice(0, 200).map((thing) => String(column.value(thing) ?? "").length);
  return Math.min(WIDEST, Math.max(NARROWEST, column.heading.length + 2, ...lengths.map((length) => length + 1)));
}

const sheetName = (name) => clean(name).replace(/[[\]/\\:*?]/g, " ").slice(0, 31);
