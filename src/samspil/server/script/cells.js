// A term as it stands in a table: its words, and for an IRI where they lead and its short form below.

import { addressOf, shortIri, wordsOf } from "./answers.js";
import { make } from "./elements.js";

/** Return what stands in a cell; `thing` is the IRI that a label column names, the term itself otherwise. */
export function cell(term, thing, bench) {
  const shown = term ?? thing;
  if (!shown) return make("span", { class: "unknown" }, bench.speech.say("Not stated"));
  const words = wordsOf(shown, bench.names, bench.prefixes);
  const iri = thing?.type === "uri" ? thing.value : null;
  if (iri) return named(words, iri, shown["xml:lang"], bench);
  const tag = shown["xml:lang"];
  return make("span", { lang: tag && tag !== bench.speech.lang ? tag : null, dir: "auto" }, words);
}

function named(words, iri, lang, { root, prefixes }) {
  const short = shortIri(iri, prefixes);
  const address = addressOf(iri, root);
  const attributes = { dir: "auto", lang: lang ?? null };
  const name = address ? make("a", { href: address, ...attributes }, words) : make("span", attributes, words);
  return words === short ? name : make("span", {}, name, make("span", { class: "iri", dir: "ltr" }, short));
}
