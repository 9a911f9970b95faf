// What the files for network programs tell of actors and relations, beside how they are drawn: the names are English and
// the same as in the network of `samspil export`; texts stand in both languages.

import { bound, partners } from "../columns.js";

/**
 * An attribute: its name, its type ("string", "boolean", "integer" or "double"), and its value, null where there is none.
 * @typedef {{name: string, type: string, value: (thing: object) => string|number|boolean|null}} Attribute
 */

const BOUNDS = ["earliest_start", "latest_start", "earliest_end", "latest_end"];
const MEASURES = { weighted_degree: "weightedDegree", betweenness: "betweenness", page_rank: "pageRank", closeness: "closeness" };

const text = (name, value) => ({ name, type: "string", value: (thing) => value(thing) || null });
const both = (name, value) => [text(`${name}_da`, (thing) => value(thing)[0]), text(`${name}_en`, (thing) => value(thing)[1])];
const joined = (things) => things.join(" | ");
const cited = (thing) => joined(thing.sources.map((passage) => passage.iri));

/** What is told of an actor or a cooperation. @type {Attribute[]} */
export const NODE_ATTRIBUTES = [
  text("iri", (node) => node.iri),
  ...both("label", (node) => node.name),
  text("also", (node) => joined(node.also)),
  text("type", (node) => node.type.iri),
  ...both("type", (node) => node.type.name),
  { name: "is_hub", type: "boolean", value: (node) => node.hub },
  ...both("seat", (node) => node.geo?.name ?? ["", ""]),
  { name: "degree", type: "integer", value: partners },
  ...Object.entries(MEASURES).map(([name, key]) => ({ name, type: "double", value: (node) => node.measures?.[key] ?? null })),
  ...both("community", (node) => node.community?.name ?? ["", ""]),
  text("sources", cited),
];

/** What is told of a relation. @type {Attribute[]} */
export const EDGE_ATTRIBUTES = [
  text("relation", (edge) => edge.iri),
  ...both("label", (edge) => edge.name),
  text("type", (edge) => edge.type.iri),
  ...both("type", (edge) => edge.type.name),
  { name: "directed", type: "boolean", value: (edge) => edge.type.directed },
  text("period", (edge) => edge.edtf),
  ...both("period", (edge) => edge.period),
  ...BOUNDS.map((name, at) => text(name, (edge) => bound(edge, at))),
  ...both("themes", (edge) => [0, 1].map((lang) => joined(edge.themes.map((theme) => theme.name[lang])))),
  text("sources", cited),
];

/** Return which value a number has in a file: finite, or none. */
export const valueOf = (attribute, thing) => {
  const value = attribute.value(thing);
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
};

/** Return the whole name of an edge, which tells several lines of one relation apart. */
export const edgeId = (edge, model) => (edge.id === edge.relation ? edge.iri : /^[a-z][a-z0-9+.-]*:/i.test(edge.id) ? edge.id : model.base + edge.id);
