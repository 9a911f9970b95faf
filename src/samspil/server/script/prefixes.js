// Prefixes of a query: those that it declares, those that it needs, and IRIs written with them.

const DECLARED = /^[ \t]*PREFIX\s+([\w.-]*):\s*<([^<>\s]*)>/gim;
const LOCAL = /^[\p{L}_0-9](?:[\p{L}\p{N}_-]*)$/u;

/** Return the prefixes that a query declares, name to namespace. */
export function declared(text) {
  return Object.fromEntries([...text.matchAll(DECLARED)].map(([, name, namespace]) => [name, namespace]));
}

/** Return an IRI with a prefix, the longest namespace first, or null where none fits. */
export function shorten(iri, prefixes) {
  const fits = Object.entries(prefixes).filter(([, at]) => at && iri.startsWith(at) && LOCAL.test(iri.slice(at.length)));
  if (!fits.length) return null;
  const [name, at] = fits.reduce((best, one) => (one[1].length > best[1].length ? one : best));
  return `${name}:${iri.slice(at.length)}`;
}

/** Return the IRI that a word of a query means, `sam:Actor` or `<…>`, or null for another word. */
export function expand(word, prefixes) {
  if (/^<.*>$/.test(word)) return word.slice(1, -1);
  const colon = word.indexOf(":");
  const at = colon < 0 ? undefined : prefixes[word.slice(0, colon)];
  return at === undefined ? null : at + word.slice(colon + 1);
}

/** Return the number of the line before which a new prefix stands: after those there are, after the first comments. */
export function placeForPrefix(text) {
  const lines = text.split("\n");
  const last = lines.findLastIndex((line) => /^\s*PREFIX\s/i.test(line));
  if (last >= 0) return last + 1;
  const first = lines.findIndex((line) => !/^\s*(#|$)/.test(line));
  return first < 0 ? 0 : first;
}
