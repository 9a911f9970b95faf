// What to look at: how far around the one in focus, what a name holds, which sources and which themes; and one line that says what is shown now, what
// takes the rest away, and gives it back. Types are chosen in the legend.

import { choiceList, choices } from "./choices.js";
import { make } from "./elements.js";
import { CHOICES } from "./state.js";
import { tallyOf } from "./tally.js";

const TYPING = 200; // milliseconds without a key before a text counts as written

/** The filters of the map. */
export function filters(app, root) {
  let lang = null;
  let pieces = [];
  function build() {
    lang = app.say.lang;
    const tally = tallyOf(app);
    const rows = make("div", { class: "filter-rows" });
    pieces = [around(app), nameFilter(app), sourceFilter(app), themeFilter(app)].filter(Boolean);
    rows.append(...pieces.map((piece) => piece.element));
    root.setAttribute("aria-labelledby", "filters-title");
    root.replaceChildren(make("h2", { id: "filters-title" }, app.say.word("filters")), tally.element, rows);
    pieces.push(tally);
  }
  function update() {
    if (lang !== app.say.lang) build();
    for (const piece of pieces) piece.sync();
  }
  return { update };
}

function nameFilter(app) {
  const input = make("input", { id: "filter-text", type: "search", autocomplete: "off", spellcheck: "false", "aria-describedby": "filter-text-hint" });
  let waiting = 0;
  const take = () => {
    clearTimeout(waiting);
    if (input.value.trim() !== app.state.text) app.change({ text: input.value.trim() }, { replace: true });
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(take, TYPING);
  });
  input.addEventListener("change", take);
  const hint = make("p", { class: "hint", id: "filter-text-hint" }, app.say.word("filter_text_hint"));
  const element = make("div", { class: "filter" }, make("label", { class: "filter-name", for: "filter-text" }, app.say.word("filter_text")), input, hint);
  return { element, sync: () => document.activeElement !== input && (input.value = app.state.text) };
}

// Steps, direction and what becomes of the rest only mean something around somebody.
function around(app) {
  const options = (name) => choices(app, name, CHOICES[name], (value) => app.change({ [name]: value }));
  const directed = app.model.types.some((type) => type.directed);
  const groups = ["steps", ...(directed ? ["direction"] : []), "rest"].map(options);
  const hint = make("p", { class: "hint" });
  const element = make("div", { class: "filter around" }, hint, ...groups.map((one) => one.element));
  const sync = () => {
    const node = app.model.nodeOf.get(app.state.focus);
    const free = { rest: node || app.state.relation || app.state.path || app.state.shared, steps: node, direction: node };
    for (const one of groups) one.sync(app.state[one.name], Boolean(free[one.name]));
    hint.textContent = node ? app.say.filled("around_node", { name: node.name }) : app.say.word("around_nobody");
  };
  return { element, sync };
}

function sourceFilter(app) {
  const counts = documentCounts(app.model);
  const items = app.model.documents.filter((one) => counts.get(one)).map((one) => ({ id: one.id, name: one.name, count: counts.get(one) }));
  return items.length > 1 ? choiceList(app, "source", items) : null;
}

function themeFilter(app) {
  const counts = themeCounts(app.model);
  const items = app.model.themes.filter((one) => counts.get(one)).map((one) => ({ id: one.id, name: one.name, count: counts.get(one) }));
  return items.length ? choiceList(app, "theme", items) : null;
}

/** Count the relations of each theme; one that is drawn with several lines counts once. */
export function themeCounts(model) {
  return counted(model.edges, (edge) => edge.themes);
}

/** Count the relations that each document states. */
export function documentCounts(model) {
  return counted(model.edges, (edge) => edge.sources.map((passage) => passage.document));
}

function counted(edges, of) {
  const seen = new Map();
  for (const edge of edges) for (const one of of(edge)) seen.set(one, (seen.get(one) ?? new Set()).add(edge.relation));
  return new Map([...seen].map(([one, ids]) => [one, ids.size]));
}
