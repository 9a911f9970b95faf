// What a row of the tables tells of a relation and of an actor, as texts and numbers: the page shows some of the columns,
// files have them all. Pure: sorting, CSV and workbooks ask here.

import { otherEnd } from "./model.js";
import { byDocument } from "./sources.js";
import { statusOn } from "./time.js";

/**
 * A column: what it is called, and what it holds for a thing: a text, or a number (null where there is none).
 * @typedef {{name: string, heading: string, value: (thing: object) => string|number|null}} Column
 */

const BOUNDS = ["earliest_start", "latest_start", "earliest_end", "latest_end"];
const MEASURES = ["degree", "weightedDegree", "betweenness", "pageRank", "closeness"];

/** Return the columns of the page for relations. @returns {Column[]} */
export function relationColumns({ state, say }) {
  const { pick, word } = say;
  return [
    { name: "from", heading: word("from"), value: (edge) => pick(edge.source.name) },
    { name: "type", heading: word("type"), value: (edge) => pick(edge.type.name) },
    { name: "to", heading: word("to"), value: (edge) => pick(edge.target.name) },
    { name: "name", heading: word("name"), value: (edge) => pick(edge.name) },
    { name: "period", heading: word("period"), value: (edge) => pick(edge.period) },
    ...(state.on ? [force(state.on, say)] : []),
    sources(say),
  ];
}

/** Return the columns of the page for actors and cooperations; `size` of the state is a measure or "same". @returns {Column[]} */
export function actorColumns({ model, state, say }) {
  const { pick, word } = say;
  const chosen = MEASURES.find((name) => name !== "degree" && dashed(name) === state.size);
  return [
    { name: "name", heading: word("name"), value: (node) => pick(node.name) },
    { name: "type", heading: word("type"), value: (node) => pick(node.type.name) },
    { name: "also", heading: word("column_also"), value: (node) => namesFirst(node.also).join("; ") },
    measure("degree", say),
    ...(chosen ? [measure(chosen, say)] : []),
    ...(model.nodes.some((node) => node.geo) ? [place(say)] : []),
    sources(say),
  ];
}

/** Put names before the numbers and codes that registers know somebody by. */
function namesFirst(also) {
  const isCode = (text) => /[0-9]/.test(text);
  return [...also.filter((text) => !isCode(text)), ...also.filter(isCode)];
}

/** Return all columns for relations, as files have them. @returns {Column[]} */
export function relationFileColumns(view) {
  const { pick, word } = view.say;
  const iri = (name, value) => ({ name, heading: word(`column_${name}`), value });
  return [
    ...relationColumns(view),
    { name: "directed", heading: word("column_directed"), value: (edge) => word(edge.type.directed ? "yes" : "no") },
    { name: "themes", heading: word("column_themes"), value: (edge) => edge.themes.map((theme) => pick(theme.name)).join("; ") },
    { name: "edtf", heading: word("column_edtf"), value: (edge) => edge.edtf },
    ...BOUNDS.map((name, at) => ({ name, heading: word(`column_${name}`), value: (edge) => bound(edge, at) })),
    iri("iri", (edge) => edge.iri),
    iri("type_iri", (edge) => edge.type.iri),
    iri("from_iri", (edge) => edge.source.iri),
    iri("to_iri", (edge) => edge.target.iri),
  ];
}

/** Return all columns for actors and cooperations, as files have them. @returns {Column[]} */
export function actorFileColumns(view) {
  const { pick, word } = view.say;
  const known = new Set(MEASURES);
  const plain = actorColumns(view).filter((column) => !known.has(column.name) && column.name !== "sources");
  return [
    ...plain,
    ...MEASURES.map((name) => measure(name, view.say)),
    { name: "community", heading: word("column_community"), value: (node) => (node.community ? pick(node.community.name) : "") },
    sources(view.say),
    { name: "iri", heading: word("column_iri"), value: (node) => node.iri },
    { name: "type_iri", heading: word("column_type_iri"), value: (node) => node.type.iri },
  ];
}

/** Return the number of partners: of a cooperation, its parties. */
export const partners = (node) => node.measures?.degree ?? new Set(node.edges.map((edge) => otherEnd(edge, node))).size;

/**
 * Return one of the four bounds of a period, null where it says nothing: for an end that is open, the page carries the
 * first or the last of all days.
 */
export function bound(edge, at) {
  const day = edge.bounds?.[at] ?? null;
  return day === "0001-01-01" || day === "9999-12-31" ? null : day;
}

const dashed = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function measure(name, say) {
  const value = name === "degree" ? partners : (node) => node.measures?.[name] ?? null;
  return { name, heading: say.word(`measure_${name}`), value };
}

function place(say) {
  return { name: "place", heading: say.word("column_place"), value: (node) => (node.geo ? say.pick(node.geo.name) : "") };
}

/** Return the column that says whether a relation is in force at the chosen time. */
function force(on, say) {
  const heading = say.filled("column_force", { on: say.day(on) });
  const value = (edge) => (edge.bounds ? say.word(`force_${statusOn(edge.bounds, on, edge.edtf)}`) : say.word("force_unstated"));
  return { name: "force", heading, value };
}

/** Return the column of sources: each document with its places. */
function sources(say) {
  const places = (passages) => passages.map((passage) => say.pick(passage.locator)).filter(Boolean).join(", ");
  const told = ({ document, passages }) => [say.pick(document.name) || document.iri, places(passages)].filter(Boolean).join(": ");
  return { name: "sources", heading: say.word("source"), value: (thing) => byDocument(thing.sources).map(told).join(" | ") };
}
