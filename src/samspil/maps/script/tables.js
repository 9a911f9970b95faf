// The same as the map, as tables: what its filters leave, each relation and each actor a row, with names that lead back to
// the map and sources folded away, on paper numbered. Rows are made when the tables come into sight, when they are printed, or when the
// browser has nothing else to do; what counts them is always true.

import { actorColumns, relationColumns } from "./columns.js";
import { make } from "./elements.js";
import { footnotes } from "./footnotes.js";
import { focusOn, named } from "./links.js";
import { cited } from "./sources.js";
import { emptyState, writeState } from "./state.js";
import { dataTable } from "./table.js";

const NEAR = "400px"; // below the window, within which the tables count as in sight
const QUIET = 400; // milliseconds without a change, after which the browser may make rows that nobody sees
// Where the camera stands, and what only the canvas shows, is nothing to the tables.
const NOTHING_TO_TABLES = new Set(["at", "colour", "layout", "open", "story"]);

/** The tables under the map. */
export function tables(app, root) {
  const both = [dataTable(app, relations), dataTable(app, actors)];
  const work = { seen: false, stale: true, waiting: 0 };
  const head = lay(root, both);
  const fill = () => {
    clearTimeout(work.waiting);
    if (!work.stale) return;
    work.stale = false; // before filling, which may move the keyboard and so ask for the same again
    for (const table of both) table.fill();
  };
  root.addEventListener("click", (event) => follow(app, event));
  root.addEventListener("toggle", (event) => unfold(app, event.target), true);
  watch(root, work, fill);
  let takeBack = () => {};
  addEventListener("beforeprint", () => {
    fill();
    takeBack();
    takeBack = footnotes(app, root, [...root.querySelectorAll(".cited-fold")].map(sourcesUnder));
  });
  addEventListener("afterprint", () => takeBack());
  function update(change) {
    if (change.has("lang")) head(app.say);
    for (const table of both) table.count();
    if ([...change].every((name) => NOTHING_TO_TABLES.has(name))) return;
    work.stale = true;
    clearTimeout(work.waiting);
    if (work.seen) fill();
    else work.waiting = setTimeout(() => idle(fill), QUIET);
  }
  return { update };
}

const idle = (work) => (globalThis.requestIdleCallback ?? setTimeout)(work);

/** Fill the tables when they come near, or when the keyboard does. */
function watch(root, work, fill) {
  const sight = new IntersectionObserver((entries) => {
    work.seen = entries.at(-1).isIntersecting;
    if (work.seen) fill();
  }, { rootMargin: NEAR });
  sight.observe(root);
  root.addEventListener("focusin", fill);
}

/** Put the tables into the page under their heading. */
function lay(root, both) {
  const [title, hint] = [make("h2", { id: "tables-title" }), make("p", { class: "hint" })];
  root.setAttribute("aria-labelledby", title.id);
  root.replaceChildren(title, hint, ...both.map((table) => table.element));
  return (say) => {
    title.textContent = say.word("tables");
    hint.textContent = say.word("table_hint");
  };
}

const relations = {
  name: "relations",
  all: (app) => app.model.edges,
  kept: (app) => app.visible.kept.edges,
  columns: (app) => celled(relationColumns(app), {
    from: { head: true, cell: (edge) => nodeName(app, edge.source) },
    to: { cell: (edge) => nodeName(app, edge.target) },
    name: { cell: (edge) => link(app, { relation: edge.id }, edge.name) },
    period: { cell: (edge) => stated(app, app.say.pick(edge.period)) },
    sources: { cell: (edge) => fold(app, edge) },
  }),
};

const actors = {
  name: "actors",
  all: (app) => app.model.nodes,
  kept: (app) => app.visible.kept.nodes,
  columns: (app) => celled(actorColumns(app), {
    name: { head: true, cell: (node) => nodeName(app, node) },
    type: { cell: (node) => typeOf(app, node) },
    place: { cell: (node) => (node.hub ? "" : stated(app, node.geo && app.say.pick(node.geo.name))) },
    sources: { cell: (node) => fold(app, node) },
    ...Object.fromEntries(["degree", "weightedDegree", "betweenness", "pageRank", "closeness"].map((name) => [name, { figure: true }])),
  }).map((column) => (column.figure ? { ...column, cell: (node) => figure(app, column.value(node)) } : column)),
};

/** Give each column how its cell is made: its text, unless told otherwise. */
const celled = (columns, cells) => columns.map((column) => ({ cell: (thing) => column.value(thing), ...column, ...cells[column.name] }));

const stated = (app, text) => text || make("span", { class: "quiet" }, app.say.word("unknown"));

// Shares are told with as many digits as tell them apart.
const figure = (app, value) => app.say.number(value, value !== null && Math.abs(value) < 1 ? 4 : 2);

function typeOf(app, node) {
  const name = app.say.pick(node.type.name);
  return node.hub && !node.edges.length ? `${name} (${app.say.word("no_parties")})` : name;
}

// ---------------------------------------------------------------------------------------------- links back to the map

const patches = { focus: (id) => focusOn(id), relation: (id) => ({ relation: id, at: null }) };

const nodeName = (app, node) => link(app, { focus: node.id }, node.name);

/** Make a link to a node or a relation on the map: its address leads to it also when it is opened beside. */
function link(app, target, name) {
  const [[kind, id]] = Object.entries(target);
  const address = writeState({ ...emptyState(app.model), lang: app.say.lang, ...target }, app.model);
  return make("a", { href: `#${address}`, [`data-${kind}`]: id }, named(app, name));
}

/** Follow a link within the page: a press with the mouse also shows the map, the keyboard stays where it is. */
function follow(app, event) {
  const found = event.target.closest("a[data-focus], a[data-relation]");
  if (!found || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const kind = "focus" in found.dataset ? "focus" : "relation";
  app.change(patches[kind](found.dataset[kind]));
  if (event.detail) document.getElementById("map")?.scrollIntoView({ block: "nearest" });
}

// ------------------------------------------------------------------------------------------------------------ sources

const things = new WeakMap(); // fold to the thing whose sources go into it

/** Make the fold over the sources of a thing; they are put in when it is opened. */
function fold(app, thing) {
  if (!thing.sources.length) return make("span", { class: "quiet" }, app.say.word("unsourced"));
  const heard = app.say.counted("passages", new Set(thing.sources).size);
  const element = make("details", { class: "cited-fold" }, make("summary", {}, heard));
  things.set(element, thing);
  return element;
}

function unfold(app, element) {
  const thing = things.get(element);
  if (!thing || element.childElementCount > 1) return;
  element.append(cited(app, thing.sources).lastElementChild);
}

const sourcesUnder = (fold) => ({ fold, sources: things.get(fold).sources });
