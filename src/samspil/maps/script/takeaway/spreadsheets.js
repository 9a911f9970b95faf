// What spreadsheets read as something else than it says, and what they cannot hold: the same rules as the answers of
// Samspil have (`samspil.answers.spreadsheets`), and a test compares the two.
//
// A text that begins like a formula runs as one when a CSV file is opened; an apostrophe before it keeps it a text. In a
// workbook it is a text already.

export const MOST_CHARACTERS = 32767; // of UTF-16, in a cell

// Texts that Excel would show as another: leading zeros go, long numbers lose digits, 1-2 is the first of February.
const MISREAD = new RegExp(
  "^(?:0[0-9]+|[0-9]{12,}|[0-9]{1,3}(?:\\.[0-9]{3})+|[0-9.,]+[eE][+-]?[0-9]+" +
    "|(?![0-9]{4}-[0-9]{2}-[0-9]{2}$)[0-9]{1,4} ?([./-]) ?[0-9]{1,2}( ?\\1 ?[0-9]{1,4})?)$",
);
const BLANKS = "[\\s\\u001C-\\u001F\\u0085]+";
const AROUND = new RegExp(`^${BLANKS}|${BLANKS}$`, "g");

/** Tell whether a text begins as what a spreadsheet would run; what cannot be seen does not hide the sign. */
export function isLikeAFormula(text) {
  if (/^[\t\r\n]/.test(text)) return true;
  const first = /^[\s\p{Cc}\p{Cf}]*(.)/su.exec(text)?.[1] ?? "";
  return /^[=+\-@]/.test(first.normalize("NFKC"));
}

/** Return a text that stays a text, marked by an apostrophe where a spreadsheet would read something else. */
export function guarded(text, say) {
  const marked = isLikeAFormula(text) || MISREAD.test(text.replace(AROUND, ""));
  return fitted(marked ? `'${text}` : text, say);
}

/** Return a text that a cell holds; a longer one ends with how long it is. */
export function fitted(text, say) {
  if (text.length <= MOST_CHARACTERS) return text;
  const note = say.filled("cell_shortened", { n: text.length });
  return text.slice(0, MOST_CHARACTERS - note.length).replace(/[\uD800-\uDBFF]$/, "") + note;
}
