// The relations of a thing, type by type: who is at the other end, what it is called, when, how certain, and where it
// stands. A cooperation of many parties is told with the others in it.

import { relationsOf } from "./amount.js";
import { make } from "./elements.js";
import { edgeLink, named, nodeLink } from "./links.js";
import { linesAt, meetsAt, otherEnd } from "./model.js";
import { lineSample } from "./samples.js";
import { cited } from "./sources.js";
import { statusOn } from "./time.js";

const FEW = 6; // as many other parties are named at once

/**
 * Group the relations of a node by type, in the order of the legend; within a type by the name of the other end.
 * @returns {{type: object, edges: object[]}[]}
 */
export function byType(say, node) {
  const order = new Intl.Collator(say.lang);
  const groups = new Map();
  for (const edge of node.edges) groups.set(edge.type, [...(groups.get(edge.type) ?? []), edge]);
  const nameOf = (edge) => say.pick(otherEnd(edge, node).name);
  return [...groups]
    .sort(([one], [other]) => one.index - other.index)
    .map(([type, edges]) => ({ type, edges: edges.sort((one, other) => order.compare(nameOf(one), nameOf(other))) }));
}

/** Say whether the name of a relation says more than its type or the names of its ends. */
export function saysMore(say, edge) {
  const name = say.pick(edge.name);
  return Boolean(name) && [edge.type, edge.source, edge.target].every((one) => say.pick(one.name) !== name);
}

/** Return the other parties of the cooperation whose lines meet at this end of a line, each once; none elsewhere. */
export function partiesOf(place, line, except) {
  if (!meetsAt(line, place)) return [];
  const tied = linesAt(place, line).filter((edge) => edge.type === line.type).map((edge) => otherEnd(edge, place));
  return [...new Set(tied)].filter((one) => one !== except && one !== place);
}

/** Return how certain a relation is at the time that is chosen, as the name of a word; "" where there is nothing to say. */
export function certaintyOf(edge, on) {
  if (!edge.bounds) return on ? "certainty_unstated" : "";
  if (on) return `certainty_${statusOn(edge.bounds, on, edge.edtf)}`;
  return /[?~%]/.test(edge.edtf) ? "certainty_doubted" : "";
}

/** Make the sections of a node's relations: the parties first where it is a cooperation. */
export function tieSections(app, node) {
  const shown = new Set(app.visible.kept.edges);
  const hidden = node.edges.filter((edge) => !shown.has(edge)).length;
  const note = hidden ? [make("p", { class: "hint" }, app.say.counted("ties_hidden", hidden))] : [];
  const groups = byType(app.say, node).map(({ type, edges }) => group(app, node, type, edges));
  const none = groups.length ? [] : [make("p", { class: "quiet" }, app.say.word(node.hub ? "no_parties" : "no_relations"))];
  const title = make("h3", {}, app.say.word("ties"), " ", make("span", { class: "number" }, app.say.number(relationsOf(node.edges))));
  return [make("section", { class: "tie-groups" }, title, ...note, ...none, ...groups)];
}

function group(app, node, type, edges) {
  const parties = edges.every((edge) => edge.type === (node.hub ? node.type : edge.type) && meetsAt(edge, node));
  const name = !parties ? app.say.pick(type.name) : node.hub ? app.say.word("parties") : `${app.say.pick(type.name)}: ${app.say.word("parties").toLowerCase()}`;
  const title = make("h4", {}, lineSample(type), make("span", {}, name, " ", make("span", { class: "number" }, app.say.number(edges.length))));
  return make("div", { class: "tie-group" }, title, make("ul", { class: "tie-list" }, ...edges.map((edge) => tie(app, node, edge))));
}

function tie(app, node, edge) {
  const other = otherEnd(edge, node);
  const [mark, spoken] = !edge.type.directed ? ["", ""] : edge.source === node ? ["→ ", "towards"] : ["← ", "from_there"];
  const arrow = mark ? [make("span", { "aria-hidden": "true" }, mark), make("span", { class: "unseen" }, `${app.say.word(spoken)} `)] : [];
  const others = parties(app, partiesOf(other, edge, node));
  return make("li", {}, make("p", { class: "tie-end" }, ...arrow, nodeLink(app, other)), ...others, ...own(app, node, edge, other));
}

function parties(app, all) {
  if (!all.length) return [];
  const more = all.length > FEW ? [`, ${app.say.counted("and_more", all.length - FEW)}`] : [];
  const names = all.slice(0, FEW).flatMap((one, index) => [index ? ", " : "", nodeLink(app, one)]).filter(Boolean);
  return [make("p", { class: "tie-with" }, `${app.say.word("with")} `, ...names, ...more)];
}

// A line to a hub, or of what is carried here, is told with it; any other relation has a link of its own.
function own(app, node, edge, other) {
  const through = ((other.hub || node.hub) && edge.type === (other.hub ? other : node).type) || node.bears.includes(edge.relation);
  const name = through ? [] : [ownLink(app, edge, other)];
  const words = [app.say.pick(edge.period), certain(app, edge)].filter(Boolean).join(" · ");
  const when = words ? [make("span", { class: "quiet" }, words)] : [];
  const parts = [...name, ...(name.length && when.length ? [" · "] : []), ...when];
  return [make("div", { class: "tie-own" }, ...parts, " ", cited(app, edge.sources))];
}

// A relation that is called as its type is under that heading already: its link says what it leads to.
function ownLink(app, edge, other) {
  if (saysMore(app.say, edge)) return edgeLink(app, edge);
  const text = app.say.word("tie_more");
  const link = edgeLink(app, edge, [text, text]);
  link.setAttribute("aria-label", `${text}: ${app.say.pick(edge.type.name)}, ${named(app, other.name)}`);
  return link;
}

/** Return how certain a relation is in words; "" where there is nothing to say. */
export function certain(app, edge) {
  const name = certaintyOf(edge, app.state.on);
  return name ? app.say.filled(name, { on: app.state.on ? app.say.day(app.state.on) : "" }) : "";
}

/** Return the ends of a relation as links: with an arrow where it has a direction. */
export function ends(app, edge) {
  const between = edge.type.directed ? " → " : " – ";
  return make("p", { class: "ends" }, nodeLink(app, edge.source), make("span", { "aria-hidden": "true" }, between), make("span", { class: "unseen" }, ` ${app.say.word(edge.type.directed ? "to" : "and")} `), nodeLink(app, edge.target));
}

