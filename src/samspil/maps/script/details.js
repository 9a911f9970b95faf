// The thing that is chosen: what it is, what is told about it, what it is tied to, and for each statement where it
// stands. Without a choice it says how to choose.

import { make } from "./elements.js";
import { factSections, otherNames } from "./facts.js";
import { focusOn, named, nodeLink, pageLink, viewLink } from "./links.js";
import { hubSample, sampleOf } from "./samples.js";
import { shareButton } from "./share.js";
import { cited } from "./sources.js";
import { certain, ends, saysMore, tieSections } from "./ties.js";

// The bounds of a period in the order of the record.
const BOUNDS = ["earliest_start", "latest_start", "earliest_end", "latest_end"];

/** Return what is chosen: a relation before the node in focus, for it was chosen within it; null for nothing. */
export function chosen(model, state) {
  const edge = model.edgeOf.get(state.relation);
  const node = model.nodeOf.get(state.focus);
  return edge ? { of: "relation", edge } : node ? { of: node.hub ? "relation" : "actor", node } : null;
}

/** The details of the map. */
export function details(app, root) {
  let told = null;
  function update() {
    const now = chosen(app.model, app.state);
    const key = now && (now.edge ?? now.node);
    const held = root.contains(document.activeElement) && root !== document.activeElement;
    const moved = key !== told;
    const unfolded = moved ? new Set() : opened(root);
    root.setAttribute("aria-labelledby", "details-title");
    root.classList.toggle("chosen", Boolean(now));
    root.replaceChildren(...(now ? tell(app, now) : nothing(app)));
    for (const place of unfolded) root.querySelectorAll("details")[place].open = true;
    // Whoever followed a link in here goes on reading here.
    if (held && key) root.querySelector("h2").focus({ preventScroll: !moved });
    if (moved) (root.closest("[role=tabpanel]") ?? root).scrollTop = 0;
    told = key;
  }
  return { update };
}

// Which folds are open, by their place: a change of filter tells the same again, and closes nothing.
function opened(root) {
  return new Set([...root.querySelectorAll("details")].flatMap((fold, place) => (fold.open ? [place] : [])));
}

function nothing(app) {
  const share = shareButton(app);
  return [
    make("h2", { id: "details-title", tabindex: "-1" }, app.say.word("details")),
    make("p", {}, app.say.word("details_choose")),
    make("div", { class: "actions" }, share.button), share.rest,
  ];
}

function tell(app, { of, edge, node }) {
  const thing = edge ?? node;
  const facts = app.model.factsOf(thing.id);
  const sample = node?.hub ? hubSample() : sampleOf(thing.type);
  const name = edge && !saysMore(app.say, edge) ? edge.type.name : thing.name;
  const { before, after } = factSections(app, withThemes(edge, facts), of);
  return [
    make("h2", { id: "details-title", tabindex: "-1" }, named(app, name)),
    make("div", { class: "kind" }, sample, make("div", {}, app.say.pick(thing.type.name), " ", cited(app, thing.sources))),
    ...alias(app, thing, facts),
    ...page(app, thing),
    ...(edge ? [backTo(app, edge), ...partiesTo(app, edge), ...period(app, edge)] : []),
    ...actions(app, node),
    ...before,
    ...(node ? tieSections(app, node) : []),
    ...after,
  ].filter(Boolean);
}

function alias(app, thing, facts) {
  const names = otherNames(app.say, thing.name, thing.also ?? [], facts);
  return names.length ? [make("p", { class: "quiet" }, app.say.filled("also_known", { names: names.join(", ") }))] : [];
}

function page(app, thing) {
  const link = pageLink(app, thing, app.say.word(app.model.pages ? "its_page" : "its_address"));
  return link ? [make("p", { class: "its-page" }, link)] : [];
}

function backTo(app, edge) {
  const focus = app.model.nodeOf.get(app.state.focus);
  if (!focus) return null;
  return make("p", { class: "back" }, viewLink(app, { relation: null }, app.say.filled("back_to", { name: focus.name })));
}

// A relation that is drawn with several lines is between all their ends.
function partiesTo(app, edge) {
  const lines = app.model.edgesOf.get(edge.relation);
  if (lines.length === 1) return [make("h3", {}, app.say.word("between")), ends(app, edge)];
  const all = [...new Set(lines.flatMap(({ source, target }) => [source, target]))];
  return [make("h3", {}, app.say.word("parties")), make("ul", {}, ...all.map((node) => make("li", {}, nodeLink(app, node))))];
}

/** Return the facts with the themes of a relation, where its facts do not tell them. */
export function withThemes(edge, facts) {
  if (!edge || facts.some(({ kind }) => kind === "theme")) return facts;
  return [...facts, ...edge.themes.map((theme) => ({ kind: "theme", label: ["", ""], value: theme.name, href: "", period: ["", ""], passages: edge.sources }))];
}

// The source's own words first; the exact bounds when asked for.
function period(app, edge) {
  const words = app.say.pick(edge.period) || app.say.word("unknown");
  const title = make("h3", {}, app.say.word("period"));
  const certainty = certain(app, edge);
  const line = make("p", {}, words, ...(certainty ? [make("span", { class: "quiet" }, ` · ${certainty}`)] : []));
  return edge.bounds ? [title, line, bounds(app, edge)] : [title, line];
}

function bounds(app, edge) {
  const rows = BOUNDS.map((name, index) => {
    const day = edge.bounds[index];
    return make("li", {}, app.say.filled(name, { day: outside(day) ? app.say.word("unknown").toLowerCase() : app.say.day(day) }));
  });
  const code = edge.edtf ? [make("li", {}, app.say.filled("written_as", { edtf: edge.edtf }))] : [];
  return make("details", {}, make("summary", {}, app.say.word("exact_bounds")), make("ul", { class: "bounds" }, ...rows, ...code));
}

/** Say whether a bound is no day that anybody stated: none, or the first or last day that there is. */
export const outside = (day) => !day || day.startsWith("0001") || day.startsWith("9999");

// The ends of a relation are links that focus; a node on a path is focused on by a button.
function actions(app, node) {
  const share = shareButton(app);
  const aside = node && (app.state.path || app.state.shared);
  const here = aside ? [action(app.say.word("focus_here"), () => app.change(focusOn(node.id)))] : [];
  const path = node && !node.hub ? [action(app.say.word("path_from_here"), () => startPath(app, node))] : [];
  return [make("div", { class: "actions" }, ...here, ...path, share.button), share.rest];
}

// The path has its own panel; it hears from whom to start.
function startPath(app, node) {
  document.querySelector("[data-tab=path]")?.click();
  document.dispatchEvent(new CustomEvent("samspil-path-from", { detail: node.id }));
}

function action(text, does) {
  const button = make("button", { type: "button" }, text);
  button.addEventListener("click", does);
  return button;
}
