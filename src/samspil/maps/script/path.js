// How two are tied: every shortest path between them, told as sentences, or the partners that both have.

import { choices } from "./choices.js";
import { combobox } from "./combobox.js";
import { make } from "./elements.js";
import { pathSections, sharedSections } from "./routes.js";

/** Return the pair that a state asks about and what it asks; null for nothing. */
export function asked(state) {
  if (state.path) return { kind: "path", ends: state.path };
  return state.shared ? { kind: "shared", ends: state.shared } : null;
}

/** Return the patch that asks about a pair; one that lacks an end asks nothing. */
export function askFor(kind, [a, b]) {
  const pair = a && b && a !== b ? [a, b] : null;
  return { path: kind === "path" ? pair : null, shared: kind === "shared" ? pair : null, ...(pair ? { focus: null, relation: null, at: null } : {}) };
}

/** The path between two. */
export function path(app, root) {
  const own = { kind: "path", ends: [null, null] };
  let lang = null;
  let pieces = null;
  const ask = (change) => {
    Object.assign(own, change);
    const patch = askFor(own.kind, own.ends);
    if (patch.path || patch.shared || asked(app.state)) app.change(patch);
    else update();
  };
  function build() {
    lang = app.say.lang;
    pieces = form(app, own, ask);
    root.setAttribute("aria-labelledby", "path-title");
    root.replaceChildren(make("h2", { id: "path-title" }, app.say.word("path")), pieces.element, pieces.answer);
  }
  function update() {
    const now = asked(app.state);
    if (now) Object.assign(own, { kind: now.kind, ends: [...now.ends] });
    if (lang !== app.say.lang) build();
    pieces.sync();
    pieces.answer.replaceChildren(...answer(app, own));
  }
  document.addEventListener("samspil-path-from", (event) => {
    own.ends = [event.detail, null];
    ask({ ends: own.ends });
    pieces.boxes[1].input.focus();
  });
  return { update };
}

function form(app, own, ask) {
  const isActor = (hit) => hit.kind === "node";
  const boxes = ["path_from", "path_to"].map((name, index) => combobox(app, {
    id: name, label: app.say.word(name), only: isActor,
    take: (hit) => ask({ ends: own.ends.map((end, place) => (place === index ? hit.node.id : end)) }),
  }));
  const kind = choices(app, "ask", ["path", "shared"], (value) => ask({ kind: value }));
  const swap = button(app.say.word("path_swap"), () => ask({ ends: [...own.ends].reverse() }));
  const clear = button(app.say.word("path_clear"), () => {
    for (const box of boxes) box.input.value = "";
    ask({ ends: [null, null] });
  });
  const sync = () => {
    boxes.forEach((box, index) => box.set(nameOf(app, own.ends[index])));
    kind.sync(own.kind);
  };
  const element = make("div", { class: "path-form" }, ...boxes.map((box) => box.element), kind.element, make("div", { class: "actions" }, swap, clear));
  return { element, boxes, sync, answer: make("div", { class: "answer" }) };
}

const nameOf = (app, id) => (app.model.nodeOf.has(id) ? app.say.pick(app.model.nodeOf.get(id).name) : "");

function answer(app, { kind, ends }) {
  const [a, b] = ends.map((id) => app.model.nodeOf.get(id));
  if (!a || !b) return [make("p", { class: "quiet", role: "status" }, app.say.word("path_choose"))];
  if (a === b) return [make("p", { role: "status" }, app.say.word("path_same"))];
  // The map has moved on to something else: the two are kept, and can be shown again.
  if (!asked(app.state)) return [make("div", { class: "actions" }, button(app.say.word("path_show"), () => app.change(askFor(kind, ends))))];
  return kind === "path" ? pathSections(app, a, b) : sharedSections(app, a, b);
}

function button(text, does) {
  const made = make("button", { type: "button", class: "plain" }, text);
  made.addEventListener("click", does);
  return made;
}
