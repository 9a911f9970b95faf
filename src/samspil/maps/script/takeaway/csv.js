// Rows as CSV for a Danish Excel: byte order mark, semicolons, CRLF, decimal commas, and nothing that runs as a formula.

import { clean } from "./clean.js";
import { guarded } from "./spreadsheets.js";

/**
 * Write things as CSV.
 * @param {import("../columns.js").Column[]} columns
 * @param {object[]} things  one for each row
 * @param {object} say
 * @returns {Uint8Array}
 */
export function csv(columns, things, say) {
  const rows = [columns.map((column) => column.heading), ...things.map((thing) => columns.map((column) => column.value(thing)))];
  const text = rows.map((row) => row.map((value) => field(cell(value, say))).join(";")).join("\r\n");
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function cell(value, say) {
  if (typeof value === "number") return number(value);
  return value ? guarded(clean(value), say) : "";
}

const field = (text) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// All digits, a decimal comma, no exponent and no marks between thousands.
const NUMERALS = new Intl.NumberFormat("da-DK", { useGrouping: false, maximumSignificantDigits: 15 });
const number = (value) => (Number.isFinite(value) ? NUMERALS.format(value).replace("\u2212", "-") : "");
