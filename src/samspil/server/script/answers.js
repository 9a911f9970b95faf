// An answer as columns and rows of terms: how they are said, sorted and filtered, and which columns are numbers.

import { shorten } from "./prefixes.js";

const BASE = "https://w3id.org/samspil/";
const NUMBER = /#(integer|decimal|double|float|int|long|short|byte|(non)?(Negative|Positive)Integer|nonNegativeInteger|positiveInteger)$/i;

/** Return the short form of an IRI: ours by kind and slug, another with its prefix, else whole. */
export function shortIri(iri, prefixes) {
  if (iri.startsWith(`${BASE}id/`)) return iri.slice(BASE.length + 3);
  return shorten(iri, prefixes) ?? iri;
}

/** Return where an IRI is shown: ours on this host, another of the web as it is, null for what is no address. */
export function addressOf(iri, root) {
  if (iri.startsWith(BASE)) return `${root}/${iri.slice(BASE.length)}`;
  return /^https?:\/\//i.test(iri) ? iri : null;
}

/** Return the words of a term. */
export function wordsOf(term, names, prefixes) {
  if (!term) return "";
  const name = names.of(term);
  if (name) return name;
  if (term.type === "uri") return shortIri(term.value, prefixes);
  return term.type === "bnode" ? `_:${term.value}` : term.value;
}

/** Return the number that a term is, or null. */
export function numberOf(term) {
  if (!term || !NUMBER.test(term.datatype ?? "")) return null;
  const number = Number(term.value);
  return Number.isFinite(number) ? number : null;
}

/** Return the indexes of the columns that hold numbers and nothing else. */
export function numericColumns({ columns, rows }) {
  const isNumeric = (at) => rows.some((row) => row[at]) && rows.every((row) => !row[at] || numberOf(row[at]) !== null);
  return columns.map((_name, at) => at).filter(isNumeric);
}

/** Return rows in the order of a column: numbers by size, the rest by their words; what is unbound stands last. */
export function sorted(rows, at, descending, words, locale) {
  const collator = new Intl.Collator(locale, { numeric: true });
  const way = descending ? -1 : 1;
  const compare = (a, b) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (x !== null && y !== null) return x - y;
    return isDay(a) && isDay(b) ? (a.value < b.value ? -1 : Number(a.value > b.value)) : collator.compare(words(a), words(b));
  };
  const bound = rows.filter((row) => row[at]);
  return [...bound.toSorted((a, b) => way * compare(a[at], b[at])), ...rows.filter((row) => !row[at])];
}

function isDay(term) {
  return /#date(Time)?$/.test(term.datatype ?? "");
}

/** Return the rows in which some cell has a text, in any case, in its words or as it is. */
export function filtered(rows, text, words) {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return rows;
  const has = (term) => term && `${words(term)}\n${term.value}`.toLocaleLowerCase().includes(wanted);
  return rows.filter((row) => row.some(has));
}

/** Return the columns that people see: one with its label beside it gives way to that, a locator to its passage. */
export function shownColumns(columns) {
  const at = new Map(columns.map((name, index) => [name, index]));
  return columns
    .map((name, index) => ({ name, index, thing: at.get(name.replace(/Label$/, "")) ?? index }))
    .filter(({ name }) => !at.has(`${name}Label`) && !(name === "locator" && at.has("passage")));
}

/** Return the lines of an answer: source, target, and the row; null where it is no network. */
export function linesOf({ form, columns, rows }) {
  if (form === "triples") {
    const ends = rows.filter(([, , object]) => object.type !== "literal");
    return ends.map(([source, label, target]) => ({ source, target, label }));
  }
  const [source, target] = [columns.indexOf("source"), columns.indexOf("target")];
  if (source < 0 || target < 0) return null;
  const type = columns.indexOf("type");
  const tied = rows.filter((row) => row[source] && row[target]);
  return tied.map((row) => ({ source: row[source], target: row[target], label: type < 0 ? null : row[type] }));
}
