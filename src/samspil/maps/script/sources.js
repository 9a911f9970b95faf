// Where it stands: the passages behind a statement, each document with its places, folded away until wanted.

import { make } from "./elements.js";
import { outLink, safeAddress } from "./links.js";

/**
 * Gather passages under their documents, each passage once, in the order in which they come.
 * @param {import("./model.js").Passage[]} passages
 * @returns {{document: import("./model.js").Document, passages: import("./model.js").Passage[]}[]}
 */
export function byDocument(passages) {
  const found = new Map();
  for (const passage of new Set(passages)) {
    if (!found.has(passage.document)) found.set(passage.document, []);
    found.get(passage.document).push(passage);
  }
  return [...found].map(([document, cited]) => ({ document, passages: cited }));
}

/** Return the address of a document that may be linked to: http and https only; "" for none. */
export function documentAddress(document) {
  const address = safeAddress(document.page);
  return /^https?:\/\//i.test(address) ? address : "";
}

/** Make the fold that tells where something stands; a quiet sentence where no source is known. */
export function cited(app, passages, { open = false } = {}) {
  if (!passages.length) return make("span", { class: "quiet unsourced" }, app.say.word("unsourced"));
  const heard = app.say.counted("cited", new Set(passages).size);
  const fold = make("details", { class: "cited-fold" }, make("summary", {}, heard), list(app, passages));
  fold.open = open;
  return fold;
}

function list(app, passages) {
  return make("ul", { class: "cited-in" }, ...byDocument(passages).map((one) => documentItem(app, one)));
}

function documentItem(app, { document, passages }) {
  const name = app.say.pick(document.name) || document.iri;
  const address = documentAddress(document);
  const places = passages.map((passage) => make("li", {}, place(app, passage)));
  return make("li", {}, address ? outLink(address, name) : name, make("ul", {}, ...places));
}

/** Return one passage in a line: what it is called and where it stands in its document. */
export function place(app, passage) {
  const texts = [passage.name, passage.locator].map((pair) => app.say.pick(pair)).filter(Boolean);
  return [...new Set(texts)].join(", ") || app.say.word("unknown");
}
