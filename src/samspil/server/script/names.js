// Names for terms, looked up on the server many at once and remembered.

const AT_ONCE = 1000;
const SPOKEN = /#(date|boolean|decimal|double|float)$|edtf\/EDTF$/;

/** Return the key of a term: terms with the same key are the same term. */
export function keyOf(term) {
  return `${term.type} ${term.datatype ?? ""} ${term["xml:lang"] ?? ""} ${term.value}`;
}

/** Tell whether the words for a term are others than its text: an IRI, a date, a number with a decimal sign. */
export function isSpoken(term) {
  return term.type === "uri" || (term.type !== "bnode" && SPOKEN.test(term.datatype ?? ""));
}

/** Return what names terms: `learn` looks up those that are not known, `of` returns the name of one, or "". */
export function namesOf(root, lang) {
  const known = new Map();
  return {
    of: (term) => known.get(keyOf(term)) ?? "",
    async learn(terms, signal) {
      const unknown = new Map(
        terms.filter((term) => term && isSpoken(term) && !known.has(keyOf(term))).map((term) => [keyOf(term), term]),
      );
      const all = [...unknown.values()];
      for (let at = 0; at < all.length; at += AT_ONCE) {
        const some = all.slice(at, at + AT_ONCE);
        const names = await lookUp(root, lang, some, signal);
        some.forEach((term, index) => known.set(keyOf(term), names[index] ?? ""));
      }
    },
  };
}

async function lookUp(root, lang, terms, signal) {
  const body = JSON.stringify(terms.map(({ type, value, datatype, ...rest }) => ({ type, value, datatype, ...rest })));
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${root}/api/words?lang=${lang}`, { method: "POST", headers, body, signal });
  return response.ok ? response.json() : [];
}
