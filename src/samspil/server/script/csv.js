// Rows as a Danish Excel opens them: a byte order mark, semicolons, a decimal comma; no cell is a formula.

import { numberOf, shownColumns, wordsOf } from "./answers.js";

/** Return the answer as it is shown, as CSV for a Danish Excel. */
export function excelCsv(answer, { names, prefixes, heading, speech }) {
  const columns = shownColumns(answer.columns);
  const said = (row, { index, thing }) => {
    const number = numberOf(row[index]);
    if (number !== null) return String(number).replace(".", ",");
    return cell(wordsOf(row[index] ?? row[thing], names, prefixes) || speech.say("Not stated"));
  };
  const lines = answer.rows.map((row) => columns.map((column) => said(row, column)).join(";"));
  return `\uFEFF${[columns.map(({ name }) => cell(heading(name))).join(";"), ...lines].join("\r\n")}\r\n`;
}

// A text that begins like a formula is kept from being one by an apostrophe (OWASP, CSV Injection).
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
