// Reads N-Triples (RDF 1.1 N-Triples) into rows of terms as SPARQL 1.1 Query Results JSON has them.

const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/gu;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;
const LETTERS = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

/** Return the triples of a text, each as subject, predicate and object. */
export function readTriples(text) {
  const lines = text.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  return lines.map((line) => [...line.matchAll(TERM)].slice(0, 3).map(term)).filter((row) => row.length === 3);
}

function term([, iri, blank, value, lang, datatype]) {
  if (iri !== undefined) return { type: "uri", value: unescaped(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return { type: "literal", value: unescaped(value), ...(lang && { "xml:lang": lang }), ...(datatype && { datatype }) };
}

function unescaped(text) {
  return text.replace(ESCAPE, (_all, short, long, letter) =>
    letter ? (LETTERS[letter] ?? letter) : String.fromCodePoint(Number.parseInt(short ?? long, 16)),
  );
}
