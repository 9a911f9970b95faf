// The network as JSON for those who program.
//
// {
//   "format": "samspil-map", "version": 1,
//   "title": {"da", "en"}, "view": the fragment of the view, "about": {"da", "en"}: the view in words,
//   "nodes": [{"iri", "name": {"da", "en"}, "also": [text], "type": iri, "hub": true for a cooperation of other than two
//              parties, "place": {"da", "en"} or null, "x", "y": as on the map, y downwards,
//              "measures": {"degree", "weightedDegree", "betweenness", "pageRank", "closeness"} or null,
//              "sources": [passage iri]}],
//   "edges": [{"iri": of the relation; several edges can be of one, "id": unique, "source": iri, "target": iri,
//              "name": {"da", "en"}, "type": iri, "directed", "weight", "period": EDTF or "", "periodInWords": {"da", "en"},
//              "bounds": {"earliestStart", "latestStart", "earliestEnd", "latestEnd": ISO date or null},
//              "themes": [iri], "sources": [passage iri]}],
//   "types": [{"iri", "name": {"da", "en"}, "of": "relation" or "actor"}], "themes": [{"iri", "name"}],
//   "passages": [{"iri", "name", "locator", "document": iri}], "documents": [{"iri", "name", "page"}]
// }
//
// Types, themes, passages and documents are those that the nodes and edges name. A list keeps the order of the map.

import { bound } from "../columns.js";
import { places } from "../places.js";
import { writeState } from "../state.js";
import { viewInWords } from "../viewwords.js";
import { speech } from "../words.js";
import { edgeId } from "./attributes.js";

/** Write what is left on the map. @returns {string} */
export function json(view) {
  const { model, state, visible } = view;
  const { nodes, edges } = visible.kept;
  const at = places(model, state.layout).of;
  const things = [...nodes, ...edges];
  const passages = listed(model.passages, things.flatMap((thing) => thing.sources));
  const file = {
    format: "samspil-map",
    version: 1,
    title: both(model.title),
    view: writeState({ ...state, at: null }, model),
    about: about(view),
    nodes: nodes.map((node) => nodeRecord(node, at.get(node))),
    edges: edges.map((edge) => edgeRecord(edge, model)),
    types: listed(model.types, things.map((thing) => thing.type)).map(({ iri, name, of }) => ({ iri, name: both(name), of })),
    themes: listed(model.themes, edges.flatMap((edge) => edge.themes)).map(({ iri, name }) => ({ iri, name: both(name) })),
    passages: passages.map(({ iri, name, locator, document }) => ({ iri, name: both(name), locator: both(locator), document: document.iri })),
    documents: listed(model.documents, passages.map((passage) => passage.document)).map(({ iri, name, page }) => ({ iri, name: both(name), page })),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

const both = ([da, en]) => ({ da, en });

/** Return those of all that are named, in the order of all. */
function listed(all, named) {
  const found = new Set(named);
  return all.filter((one) => found.has(one));
}

function about(view) {
  const told = (lang) => viewInWords({ ...view, say: speech(view.model, { lang }) }).join(" ");
  return { da: told("da"), en: told("en") };
}

function nodeRecord({ iri, name, also, type, hub, geo, measures, sources }, { x, y }) {
  return { iri, name: both(name), also, type: type.iri, hub, place: geo && both(geo.name), x, y, measures, sources: sources.map((one) => one.iri) };
}

function edgeRecord(edge, model) {
  const [earliestStart, latestStart, earliestEnd, latestEnd] = [0, 1, 2, 3].map((at) => bound(edge, at));
  return {
    iri: edge.iri,
    id: edgeId(edge, model),
    source: edge.source.iri,
    target: edge.target.iri,
    name: both(edge.name),
    type: edge.type.iri,
    directed: edge.type.directed,
    weight: edge.weight,
    period: edge.edtf,
    periodInWords: both(edge.period),
    bounds: { earliestStart, latestStart, earliestEnd, latestEnd },
    themes: edge.themes.map((one) => one.iri),
    sources: edge.sources.map((one) => one.iri),
  };
}
