// Finding somebody: by name, by another name or by identifier, in either language. Enter brings it to the middle.

import { combobox } from "./combobox.js";
import { focusOn } from "./links.js";

/** Return the patch of the state that shows a hit: a node in the middle, or a relation chosen. */
export function chosenBy(hit) {
  return hit.kind === "node" ? focusOn(hit.node.id) : { focus: null, relation: hit.edge.id, path: null, shared: null, at: null };
}

/** The field with which one finds an actor, a cooperation or a relation. */
export function search(app, root) {
  let lang = null;
  function build() {
    lang = app.say.lang;
    const label = app.say.word("find");
    const box = combobox(app, { id: "find", label, take: (hit) => take(app, hit), keep: false });
    box.input.setAttribute("placeholder", app.say.word("find_example"));
    root.replaceChildren(box.element);
  }
  function update() {
    if (lang !== app.say.lang) build();
  }
  return { update };
}

function take(app, hit) {
  if (hit.kind === "node") app.focus(hit.node.id);
  else app.change(chosenBy(hit));
}
