// The network as GraphML, for yEd, Cytoscape, R and Python. The schema wants names without slashes, so nodes and edges are
// numbered as in the map, the same under every filter, and their IRIs are attributes.
//
// All relations are written as directed, as in GEXF and for the same reasons; the attribute "directed" tells which are.

import { sizeOf } from "../palette.js";
import { places } from "../places.js";
import { shownInWords, viewInWords } from "../viewwords.js";
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, valueOf } from "./attributes.js";
import { PROLOGUE, escaped, short, tag } from "./clean.js";

const NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
const TYPES = { string: "string", boolean: "boolean", integer: "int", double: "double" };

/** Write what is left on the map. @returns {string} */
export function graphml(view) {
  const { nodes, edges } = view.visible.kept;
  const ofNode = [...drawnNode(view), ...NODE_ATTRIBUTES];
  const ofEdge = [...drawnEdge(view), ...EDGE_ATTRIBUTES];
  const words = [view.say.pick(view.model.title), ...viewInWords(view), shownInWords(view)].join(" ");
  const rows = [
    tag("desc", {}, escaped(words)),
    ...ofNode.map((attribute, at) => key("node", attribute, `n_${at}`)),
    ...ofEdge.map((attribute, at) => key("edge", attribute, `e_${at}`)),
    tag(
      "graph",
      { id: "samspil", edgedefault: "directed" },
      "\n",
      ...nodes.map((node) => `${tag("node", { id: nodeId(node) }, ...data(ofNode, node, "n"))}\n`),
      ...edges.map((edge) => `${tag("edge", { id: `e${edge.index}`, source: nodeId(edge.source), target: nodeId(edge.target) }, ...data(ofEdge, edge, "e"))}\n`),
    ),
  ];
  return `${PROLOGUE}${tag("graphml", { xmlns: NAMESPACE }, "\n", ...rows.map((row) => `${row}\n`))}\n`;
}

const nodeId = (node) => `n${node.index}`;
const key = (kind, { name, type }, id) => tag("key", { id, for: kind, "attr.name": name, "attr.type": TYPES[type] });

function data(all, thing, mark) {
  return all.flatMap((attribute, at) => {
    const value = valueOf(attribute, thing);
    return value === null ? [] : [tag("data", { key: `${mark}_${at}` }, escaped(value))];
  });
}

// The names under which Gephi looks for what is drawn. Its y grows upwards.
function drawnNode({ model, state, say }) {
  const at = places(model, state.layout).of;
  const channel = (from) => (node) => parseInt((node.hub ? node.type.line : node.type.fill)[0].slice(from, from + 2), 16);
  return [
    { name: "label", type: "string", value: (node) => say.pick(node.name) || null },
    { name: "x", type: "double", value: (node) => at.get(node).x },
    { name: "y", type: "double", value: (node) => -at.get(node).y },
    { name: "size", type: "double", value: (node) => Number(short(sizeOf(node, state, model))) },
    ...["r", "g", "b"].map((name, index) => ({ name, type: "integer", value: channel(1 + 2 * index) })),
  ];
}

function drawnEdge({ say }) {
  return [
    { name: "label", type: "string", value: (edge) => say.pick(edge.name) || null },
    { name: "weight", type: "double", value: (edge) => edge.weight },
  ];
}
