// Links inside the map: real addresses, so that they can be copied and opened beside this one. A plain click stays
// on the page and changes the view.

import { make } from "./elements.js";
import { addressOf } from "./model.js";
import { writeState } from "./state.js";

/** Return the patch of the state that puts a node in the middle; a path or a chosen relation would keep it aside. */
export const focusOn = (id) => ({ focus: id, relation: null, path: null, shared: null, at: null });

const patches = new WeakMap(); // link to the patch that it makes

/** Make a link to a view: what the state becomes with the patch. The link says where it leads also when copied. */
export function viewLink(app, patch, ...children) {
  const link = make("a", { href: `#${writeState({ ...app.state, ...patch }, app.model)}` }, ...children);
  patches.set(link, patch);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    app.change(patch);
  });
  return link;
}

/** Write the addresses of the links in a part anew, after the rest of the view has changed. */
export function renew(app, part) {
  for (const link of part.querySelectorAll("a")) {
    const patch = patches.get(link);
    if (patch) link.setAttribute("href", `#${writeState({ ...app.state, ...patch }, app.model)}`);
  }
}

/** Make a link that focuses on a node, under its name. */
export function nodeLink(app, node) {
  return viewLink(app, focusOn(node.id), named(app, node.name));
}

/** Make a link that chooses a relation; a relation of a hub is told with the hub. */
export function edgeLink(app, edge, text) {
  return viewLink(app, { relation: edge.id }, named(app, text ?? edge.name));
}

/** Return the name, or words that say that there is none: an empty link cannot be seen or heard. */
export const named = (app, pair) => app.say.pick(pair).trim() || app.say.word("nameless");

/** Make a link out of the map to the page of a thing; null where the thing has no page that a browser may open. */
export function pageLink(app, thing, text) {
  const address = safeAddress(addressOf(app.model, thing));
  return address ? outLink(address, text) : null;
}

/** Make a link out of the map. It opens beside the map, which would else lose its place in a folder or a mail. */
export function outLink(address, text) {
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** Return an address of the web or beside this page; "" for any other kind (javascript:, data:, file: and the like). */
export function safeAddress(address) {
  const text = String(address ?? "").trim();
  if (/^https?:\/\//i.test(text)) return text;
  return text && !/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\\/]{2}|[\u0000-\u0020]/.test(text) ? text : "";
}

/** Fill the gaps of a text with elements, where a sentence holds links. */
export function woven(app, name, gaps) {
  const parts = app.say.word(name).split(/\{(\w+)\}/);
  return parts.flatMap((part, index) => (index % 2 ? gaps[part] ?? "" : part)).filter((part) => part !== "");
}

/** Put a word or a mark between elements: "a, b og c". */
export function listed(app, items) {
  return items.flatMap((item, index) => [index === 0 ? "" : index === items.length - 1 ? ` ${app.say.word("and")} ` : ", ", item]).filter((part) => part !== "");
}
