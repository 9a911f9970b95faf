// Paths and shared partners in words: who ties whom to whom, through what.

import { make } from "./elements.js";
import { edgeLink, listed, nodeLink, woven } from "./links.js";
import { sharedPartners, shortestPaths } from "./paths.js";
import { cleared } from "./tally.js";
import { saysMore } from "./ties.js";

const MOST = 50; // paths that are listed; between two in a dense network there can be thousands

/** Return the shortest paths with the filters on and, where there are none, how long they are without filters. */
export function routes(model, shown, a, b) {
  const found = shortestPaths(shown, a, b, MOST);
  const behind = found.paths.length ? null : shortestPaths(model, a, b, 1);
  return { ...found, behind: behind?.paths.length ? behind.length : -1 };
}

/** Make the answer to: how does one get from a to b? */
export function pathSections(app, a, b) {
  const { paths, length, capped, behind } = routes(app.model, app.visible.kept, a, b);
  if (!paths.length) return noPath(app, a, b, behind);
  const number = app.say.filled(capped ? "path_number_capped" : paths.length === 1 ? "path_number_one" : "path_number", { n: paths.length });
  const told = make("p", { class: "told", role: "status" }, `${app.say.counted("path_length", length)} ${number}`);
  return [told, make("ol", { class: "routes" }, ...paths.map((one) => make("li", {}, chain(app, one), steps(app, one))))];
}

function noPath(app, a, b, behind) {
  const names = { a: a.name, b: b.name };
  if (behind < 0) return [make("p", { role: "status" }, app.say.filled("path_none", names))];
  return [make("p", { role: "status" }, app.say.filled("path_filtered", { ...names, n: behind })), clearButton(app)];
}

function clearButton(app) {
  const button = make("button", { type: "button" }, app.say.word("clear_all"));
  button.addEventListener("click", () => app.change(cleared(app.model)));
  return make("div", { class: "actions" }, button);
}

function chain(app, { stops }) {
  const marks = stops.flatMap((stop, index) => [index ? make("span", { class: "arrow" }, " → ") : "", nodeLink(app, stop)]).filter(Boolean);
  return make("p", { class: "chain" }, ...marks);
}

function steps(app, path) {
  const items = path.steps.map(({ from, to, ways }) =>
    make("li", {}, ...woven(app, "path_step", { from: app.say.pick(from.name), to: app.say.pick(to.name), ways: wayList(app, ways) })));
  return make("ul", { class: "steps" }, ...items);
}

/** Return how two are tied as parts of a sentence: by relations of their own, and through cooperations of more. */
function wayList(app, ways) {
  const items = ways.flatMap(({ hub, edges }) => (hub ? [throughHub(app, hub)] : edges.map((edge) => direct(app, edge))));
  return make("span", {}, ...listed(app, items));
}

function throughHub(app, hub) {
  return make("span", {}, `${app.say.pick(hub.type.name)} `, nodeLink(app, hub));
}

function direct(app, edge) {
  const type = app.say.pick(edge.type.name);
  const name = saysMore(app.say, edge) ? [`${type} `, edgeLink(app, edge)] : [edgeLink(app, edge, edge.type.name)];
  const period = app.say.pick(edge.period);
  return make("span", {}, ...name, ...(period ? [` (${period})`] : []));
}

/** Make the answer to: whom do a and b both work with? */
export function sharedSections(app, a, b) {
  const found = sharedPartners(app.visible.kept, a, b);
  if (!found.length) return noneShared(app, a, b);
  const told = make("p", { class: "told", role: "status" }, app.say.filled(found.length === 1 ? "shared_one" : "shared_number", { n: found.length, a: a.name, b: b.name }));
  return [told, make("ol", { class: "routes" }, ...found.map((one) => partner(app, one, a, b)))];
}

function noneShared(app, a, b) {
  const behind = sharedPartners(app.model, a, b).length;
  const names = { a: a.name, b: b.name };
  if (!behind) return [make("p", { role: "status" }, app.say.filled("shared_none", names))];
  return [make("p", { role: "status" }, app.say.filled("shared_filtered", { ...names, n: behind })), clearButton(app)];
}

function partner(app, { partner: node, toA, toB }, a, b) {
  const line = (end, ways) => make("li", {}, ...woven(app, "shared_with", { name: app.say.pick(end.name), ways: wayList(app, ways) }));
  return make("li", {}, make("p", { class: "chain" }, nodeLink(app, node)), make("ul", { class: "steps" }, line(a, toA), line(b, toB)));
}
