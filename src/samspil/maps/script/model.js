// The network that the page carries, as objects: what every other module works on. The wire form is columns of
// numbers and texts kept once; here a node knows its edges, and what was a number is the thing itself.
// Nothing here changes after reading.

/**
 * A text in both languages: [Danish, English].
 * @typedef {[string, string]} Pair
 * @typedef {{index: number, id: string, iri: string, name: Pair, of: "relation"|"actor", shape: string,
 *   line: [string, string], fill: [string, string], dash: number[], width: number, directed: boolean,
 *   count: number}} Type
 * @typedef {{index: number, id: string, iri: string, name: Pair, page: string}} Document
 * @typedef {{index: number, id: string, iri: string, document: Document, locator: Pair, name: Pair}} Passage
 * @typedef {{index: number, id: string, iri: string, name: Pair}} Theme
 * @typedef {{index: number, id: string, name: Pair, count: number, x: number, y: number}} Community
 * @typedef {{degree: number, weightedDegree: number, betweenness: number, pageRank: number,
 *   closeness: number}} Measures
 * @typedef {{kind: string, label: Pair, value: Pair, href: string, period: Pair, passages: Passage[]}} Fact
 */

/**
 * An actor, or a cooperation of more or fewer than two parties (`hub`). A relation to itself stands once in `edges`.
 * @typedef {{index: number, id: string, iri: string, name: Pair, lines: Pair, also: string[], type: Type, hub: boolean,
 *   shape: string, size: number, x: number, y: number, geo: {x: number, y: number, name: Pair}|null,
 *   community: Community|null, sources: Passage[], measures: Measures|null, edges: Edge[], facts: Fact[]}} Node
 */

/**
 * A line of the map. `relation` and `iri` name what the line is about (a cooperation, an ownership), short and whole;
 * several lines can be about one relation, and `id` tells them apart. `bounds` are earliest and latest start, earliest
 * and latest end, as ISO dates or null.
 * @typedef {{index: number, id: string, relation: string, iri: string, source: Node, target: Node, name: Pair,
 *   type: Type, curve: number, weight: number, period: Pair, edtf: string, bounds: (string|null)[]|null,
 *   themes: Theme[], sources: Passage[], facts: Fact[]}} Edge
 */

/**
 * @typedef {{lang: string, open: string, title: Pair, base: string, pages: string, words: Object<string, Pair>,
 *   types: Type[], documents: Document[], passages: Passage[], themes: Theme[], nodes: Node[], edges: Edge[],
 *   measures: Object|null, communities: Community[], geography: Object|null, stories: Object[],
 *   years: [number, number]|null,
 *   nodeOf: Map<string, Node>, edgeOf: Map<string, Edge>, edgesOf: Map<string, Edge[]>, typeOf: Map<string, number>,
 *   documentOf: Map<string, Document>, themeOf: Map<string, Theme>, storyOf: Map<string, Object>,
 *   factsOf: (id: string) => Fact[]}} Model
 */

/** Read what the page carries. Facts are decoded only when somebody asks for them. @returns {Model} */
export function readModel(data) {
  const text = reader(data.texts);
  const whole = (id) => (SCHEME.test(id) ? id : data.base + id);
  const model = {
    lang: data.lang, open: data.open ?? "", title: data.title, base: data.base, pages: data.pages ?? "",
    words: data.words, years: data.years ?? null,
    types: data.types.map((type, index) => ({ ...type, index, name: text(type.name) })),
    documents: data.documents.map((one, index) => ({ ...one, index, name: text(one.name), page: one.page ?? "" })),
    themes: data.themes.map((one, index) => ({ ...one, index, name: text(one.name) })),
    communities: data.communities.map((one, index) => ({ ...one, index, name: text(one.name) })),
    geography: data.geography && { ...data.geography, credit: text(data.geography.credit) },
    stories: data.stories.map((story) => readStory(story, text)),
  };
  model.passages = readPassages(data.passages, model, text, whole);
  model.factsOf = factReader(data.facts, model, text);
  model.nodes = readNodes(data.nodes, model, text, whole);
  model.edges = readEdges(data.edges, model, text, whole);
  model.measures = data.measures && { ...data.measures, brokers: data.measures.brokers.map((at) => model.nodes[at]) };
  return Object.assign(model, registers(model));
}

/** Say whether the lines of a relation meet at this end: in their hub, or at the body that carries the cooperation. */
export const meetsAt = (edge, node) => node.hub || node.bears.includes(edge.relation);

/** Return the lines that go on from where a relation's lines meet: all of a hub, at a body those of the cooperation. */
export const linesAt = (node, edge) => (node.hub ? node.edges : node.edges.filter((one) => one.relation === edge.relation));

/** Return the end of an edge that is not this node; of a relation to itself, the node. */
export const otherEnd = (edge, node) => (edge.source === node ? edge.target : edge.source);

/**
 * Return the address of a thing's page: on this site, or else its IRI. An address of another kind than the web's is
 * none to follow, whatever a source holds.
 */
export function addressOf(model, thing) {
  const own = thing.iri.startsWith(model.base);
  const address = own && model.pages ? model.pages + thing.iri.slice(model.base.length) : thing.iri;
  const elsewhere = SCHEME.test(address) && !/^https?:\/\//i.test(address);
  return elsewhere ? "" : address;
}

// What a whole IRI begins with; a short id has a slash before its first colon.
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const NOTHING = Object.freeze(["", ""]);

function reader(texts) {
  const pairs = texts.map((text) => (typeof text === "string" ? [text, text] : text));
  return (place) => (place === -1 || place === undefined ? NOTHING : pairs[place]);
}

function readStory(story, text) {
  const steps = story.steps.map((step) => ({ ...step, title: text(step.title), text: text(step.text) }));
  return { ...story, title: text(story.title), steps };
}

function readPassages(columns, model, text, whole) {
  return columns.id.map((id, index) => ({
    index, id, iri: whole(id),
    document: model.documents[columns.document[index]],
    locator: text(columns.locator[index]),
    name: text(columns.name[index]),
  }));
}

// Facts are asked for through one getter for all: with one of its own each thing would be a form of its own to the
// engine, and every look at it many times slower.
const telling = (model) => ({
  get facts() {
    return model.factsOf(this.id);
  },
});

function readNodes(columns, model, text, whole) {
  const kind = telling(model);
  return columns.id.map((id, index) => ({
    __proto__: kind, index, id, iri: whole(id),
    name: text(columns.name[index]),
    lines: text(columns.lines[index]),
    also: columns.also[index],
    bears: columns.bears?.[index] ?? [],
    type: model.types[columns.type[index]],
    hub: Boolean(columns.hub[index]),
    shape: columns.shape[index],
    size: columns.size[index],
    x: columns.x[index],
    y: columns.y[index],
    geo: readPlace(columns.geo[index], text),
    community: model.communities[columns.community[index]] ?? null,
    sources: columns.sources[index].map((at) => model.passages[at]),
    measures: readMeasures(columns, index),
    edges: [],
  }));
}

const readPlace = (place, text) => (place ? { x: place[0], y: place[1], name: text(place[2]) } : null);

const MEASURES = ["degree", "weightedDegree", "betweenness", "pageRank", "closeness"];

function readMeasures(columns, index) {
  if (typeof columns.degree?.[index] !== "number") return null;
  return Object.fromEntries(MEASURES.map((name) => [name, columns[name][index]]));
}

function readEdges(columns, model, text, whole) {
  const kind = telling(model);
  const edges = columns.id.map((id, index) => ({
    __proto__: kind, index, id,
    relation: columns.iri[index],
    iri: whole(columns.iri[index]),
    source: model.nodes[columns.source[index]],
    target: model.nodes[columns.target[index]],
    name: text(columns.name[index]),
    type: model.types[columns.type[index]],
    curve: columns.curve[index],
    weight: columns.weight[index],
    period: text(columns.period[index]),
    edtf: text(columns.edtf[index])[0],
    bounds: columns.bounds[index] || null,
    themes: columns.themes[index].map((at) => model.themes[at]),
    sources: columns.sources[index].map((at) => model.passages[at]),
  }));
  edges.forEach(tie);
  return edges;
}

function tie(edge) {
  edge.source.edges.push(edge);
  if (edge.target !== edge.source) edge.target.edges.push(edge);
}

// Facts stand under nodes and relations; a line that is one of several of its relation has those of the relation.
function factReader(facts, model, text) {
  const read = new Map();
  const decode = ([kind, label, value, href, period, passages]) => ({
    kind, label: text(label), value: text(value), href: href ?? "", period: text(period),
    passages: passages.map((at) => model.passages[at]),
  });
  return (id) => {
    const key = Object.hasOwn(facts, id) ? id : model.edgeOf.get(id)?.relation;
    if (!read.has(key)) read.set(key, (Object.hasOwn(facts, key ?? "") ? facts[key] : []).map(decode));
    return read.get(key);
  };
}

function registers(model) {
  const byId = (things) => new Map(things.map((thing) => [thing.id, thing]));
  const edgesOf = new Map();
  for (const edge of model.edges) {
    if (!edgesOf.has(edge.relation)) edgesOf.set(edge.relation, []);
    edgesOf.get(edge.relation).push(edge);
  }
  const nodeOf = byId(model.nodes);
  for (const node of model.nodes) for (const id of node.bears) if (!nodeOf.has(id)) nodeOf.set(id, node);
  return {
    nodeOf,
    edgeOf: byId(model.edges),
    edgesOf,
    typeOf: new Map(model.types.map((type) => [type.id, type.index])),
    documentOf: byId(model.documents),
    themeOf: byId(model.themes),
    storyOf: byId(model.stories),
  };
}
