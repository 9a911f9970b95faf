// The network as GEXF 1.3, for Gephi: with colours, shapes, sizes and places as on the map, the kind of each relation, and
// the time in which it may have been in force, so that Gephi's timeline works.
//
// All relations are written as directed, as in `samspil export`: no reader takes both kinds in one file, and an ownership
// would lose who owns whom. The attribute "directed" tells which relations have a direction. Colours and places are in
// the namespace "viz" as the primer and the RELAX NG schema of GEXF 1.3 have them, and as Gephi and networkx read them.

import { sizeOf } from "../palette.js";
import { places } from "../places.js";
import { shownInWords, viewInWords } from "../viewwords.js";
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edgeId, valueOf } from "./attributes.js";
import { PROLOGUE, escaped, short, tag } from "./clean.js";

const NAMESPACES = { "xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3" };
const SHAPES = { dot: "disc", square: "square", rounded: "square", triangle: "triangle", diamond: "diamond" };

/** Write what is left on the map. @returns {string} */
export function gexf(view) {
  const { nodes, edges } = view.visible.kept;
  const at = places(view.model, view.state.layout).of;
  const kind = kinds(edges, view.say);
  const dated = edges.some(spell);
  const time = dated ? { mode: "dynamic", timeformat: "date", timerepresentation: "interval" } : { mode: "static" };
  const graph = tag(
    "graph",
    { defaultedgetype: "directed", idtype: "string", ...time },
    attributes("node", NODE_ATTRIBUTES),
    attributes("edge", EDGE_ATTRIBUTES),
    tag("nodes", { count: nodes.length }, "\n", ...nodes.map((node) => `${nodeElement(node, view, at.get(node))}\n`)),
    tag("edges", { count: edges.length }, "\n", ...edges.map((edge) => `${edgeElement(edge, kind.get(edge), view)}\n`)),
  );
  return `${PROLOGUE}${tag("gexf", NAMESPACES, meta(view), graph)}\n`;
}

function meta(view) {
  const title = view.say.pick(view.model.title);
  const words = [title, ...viewInWords(view), shownInWords(view)].join(" ");
  return tag("meta", {}, tag("creator", {}, "Samspil"), tag("description", {}, escaped(words)));
}

const attributes = (kind, all) =>
  tag("attributes", { class: kind, mode: "static" }, ...all.map(({ name, type }) => tag("attribute", { id: name, title: name, type })));

function values(all, thing) {
  const told = all.map((attribute) => [attribute.name, valueOf(attribute, thing)]).filter(([, value]) => value !== null);
  return tag("attvalues", {}, ...told.map(([name, value]) => tag("attvalue", { for: name, value: String(value) })));
}

// The y of Gephi grows upwards, that of a screen downwards.
function nodeElement(node, { model, state, say }, { x, y }) {
  const [fill] = node.hub ? node.type.line : node.type.fill;
  return tag(
    "node",
    { id: node.iri, label: say.pick(node.name) },
    values(NODE_ATTRIBUTES, node),
    colour(fill),
    tag("viz:position", { x: short(x), y: short(-y), z: "0" }),
    tag("viz:size", { value: short(sizeOf(node, state, model)) }),
    tag("viz:shape", { value: SHAPES[node.shape] ?? "disc" }),
  );
}

// Programs make one of parallel relations of one kind (GEXF 1.3 Primer, "Parallel edges"), so the second has a number.
function kinds(edges, say) {
  const seen = new Map();
  const kindOf = (edge) => {
    const kind = say.pick(edge.type.name);
    const one = JSON.stringify([edge.source.iri, edge.target.iri, kind]);
    seen.set(one, (seen.get(one) ?? 0) + 1);
    return seen.get(one) > 1 ? `${kind} (${seen.get(one)})` : kind;
  };
  return new Map(edges.map((edge) => [edge, kindOf(edge)]));
}

function edgeElement(edge, kind, { model, say }) {
  const when = spell(edge);
  return tag(
    "edge",
    { id: edgeId(edge, model), source: edge.source.iri, target: edge.target.iri, label: say.pick(edge.name), kind, weight: short(edge.weight, 6) },
    ...(when ? [tag("spells", {}, tag("spell", when))] : []),
    values(EDGE_ATTRIBUTES, edge),
    colour(edge.type.line[0]),
    tag("viz:thickness", { value: short(edge.type.width) }),
    tag("viz:shape", { value: dashes(edge.type.dash) }),
  );
}

/** Return from when until when a relation may have been in force; null where nothing is stated about either. */
function spell(edge) {
  const [start, end] = [bounded(edge, 0), bounded(edge, 3)];
  return start || end ? { start, end } : null;
}

const bounded = (edge, at) => edge.bounds?.[at] ?? null;
const dashes = (dash) => (!dash.length ? "solid" : dash[0] <= 2 ? "dotted" : "dashed");

function colour(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return tag("viz:color", { r, g, b });
}
