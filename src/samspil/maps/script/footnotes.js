// Sources on paper: a row has numbers, and a list at the end says which place in which source each number is. Told in full
// in every row, they would take more pages than all the rest.

import { make } from "./elements.js";
import { byDocument, documentAddress, place } from "./sources.js";

/**
 * Number places, one source after the other, in the order in which they come.
 * @param {import("./model.js").Passage[]} passages
 * @returns {Map<import("./model.js").Passage, number>}
 */
export function numbered(passages) {
  return new Map(byDocument(passages).flatMap((one) => one.passages).map((passage, at) => [passage, at + 1]));
}

/** Say numbers short: three or more in a row as "1–3". @param {number[]} numbers */
export function ranges(numbers) {
  const runs = [];
  for (const number of [...new Set(numbers)].sort((one, other) => one - other)) {
    if (runs.at(-1)?.at(-1) === number - 1) runs.at(-1).push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", "))).join(", ");
}

/** Put numbers beside the folds over the sources of things, and the list that explains them at the end of `root`. */
export function footnotes(app, root, folds) {
  const passages = folds.flatMap(({ sources }) => sources);
  const number = numbered(passages);
  const numbers = folds.map(({ fold, sources }) => {
    const note = make("span", { class: "on-paper" }, ranges(sources.map((passage) => number.get(passage))));
    fold.after(note);
    return note;
  });
  const heading = make("h3", {}, app.say.word("sources_on_paper"));
  const list = make("ul", {}, ...byDocument(passages).map((one) => explained(app, one, number)));
  const section = make("section", { class: "on-paper footnotes" }, heading, list);
  if (passages.length) root.append(section);
  return () => [...numbers, section].forEach((one) => one.remove());
}

/** Say what a source is called, which number each of its places has, and where on the web it is. */
function explained(app, { document, passages }, number) {
  const name = make("cite", {}, app.say.pick(document.name) || document.iri);
  const told = passages.map((passage) => [make("b", {}, String(number.get(passage))), ` ${place(app, passage)}`]);
  const [[only, words]] = told;
  const line = told.length === 1 ? [only, " ", name, ":", words] : [name, ":", ...told.flatMap((one) => [" ", ...one])];
  const address = documentAddress(document);
  return make("li", {}, ...line, ...(address ? [" ", make("span", { class: "quiet" }, address)] : []));
}
