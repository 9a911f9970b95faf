// What of the network a view shows: what its filters leave, what is in focus, and what of it is drawn one by one.
//
// Filters decide about relations. One is shown when its type is not hidden, one of the chosen sources states it, it is
// about one of the chosen themes, and it is in force at the chosen time (see time.js). One that no source states, has
// no theme or no stated period is not shown where sources, themes or "certainly" are asked for. A relation also needs
// both its ends, and an actor whose type is hidden takes its relations along.
//
// An actor stays when one of its relations does, even if only the type of its partner is hidden: who hides the
// associations still wants to see every municipality. One that never had a relation has nothing that a filter of types
// could take: it stays, but not where a theme is asked for, nor "certainly"; with chosen sources it stays if one of
// them names it. A cooperation of many parties (a hub) stays when one of its lines does, or if it never had any.
//
// A text keeps what it matches and the partners of that: every word must be in the name, other names or type of a
// node, or in the name, type, themes or ends of a relation. With one line of a hub come all its lines.
//
// In focus (`near`; the rest is faded or, with rest=hide, gone) is what lies on the paths or between the partners that
// are asked for; else the chosen relation with its ends, and with all of its hub; else what is within 1 to 3 steps of
// the focus, walking what the filters leave. Steps are those of paths.js, and follow directed relations only when a
// direction is asked for. The focus and the ends of a path stay even where a filter would take them: a person asked
// for them, and "nobody in 1990" is an answer. What is hidden is what lies outside the focus rather than outside the
// chosen relation, so that looking at one relation of a hidden-rest view does not empty it.
//
// A network too large to draw one by one is drawn as what is in focus or, where nothing is, as communities.

import { grouped, fitted, isLarge } from "./communities.js";
import { folded, ownText } from "./find.js";
import { among, collect, pathItems, sharedPartners, shortestPaths, walk } from "./paths.js";
import { inForce } from "./time.js";

/**
 * `kept` is what filters and rest=hide leave, and what tables list. `nodes` and `edges` are drawn one by one, `groups`
 * as one node each. `limit`: the network is too large for all that is kept to be drawn one by one; `capped`: so is what
 * is in focus. `near` null: nothing fades. `hidden`: how many of the network are not kept.
 * @typedef {{nodes: import("./model.js").Node[], edges: import("./model.js").Edge[],
 *   near: Set<import("./model.js").Node>|null, nearEdges: Set<import("./model.js").Edge>|null,
 *   groups: import("./communities.js").Group[], limit: boolean,
 *   capped: boolean, hidden: {nodes: number, edges: number}, kept: import("./paths.js").Graph}} Visible
 */

/** Return what a view shows. @returns {Visible} */
export function visible(model, state) {
  const left = filtered(model, state);
  const scope = inScope(model, state, left);
  const kept = scope && state.rest === "hide" ? within(left, scope) : left;
  const near = (state.relation && inScope(model, { ...state, focus: null }, kept)) || scope;
  const drawn = draw(kept, scope, state);
  return {
    ...drawn,
    near: near && near.nodes,
    nearEdges: near && near.edges,
    limit: drawn.nodes.length < kept.nodes.length || drawn.edges.length < kept.edges.length,
    hidden: { nodes: model.nodes.length - kept.nodes.length, edges: model.edges.length - kept.edges.length },
    kept,
  };
}

function draw(kept, scope, state) {
  if (!isLarge(kept)) return { ...kept, groups: [], capped: false };
  if (!scope) return { ...grouped(kept.nodes, kept.edges, state.open), capped: false };
  const drawn = fitted([...scope.nodes], [...scope.edges]);
  return { ...drawn, groups: [], capped: drawn.nodes.length < scope.nodes.size };
}

const within = (graph, { nodes, edges }) => ({
  nodes: graph.nodes.filter((node) => nodes.has(node)),
  edges: graph.edges.filter((edge) => edges.has(edge)),
});

// -------------------------------------------------------------------------------------------------------- filters

/** Return what the filters leave, in the order of the network. */
function filtered(model, state) {
  const passes = relationFilter(state, model);
  const hidden = model.types.map((type) => state.without.has(type.id));
  const related = new Uint8Array(model.nodes.length);
  const edges = model.edges.filter((edge) => {
    if (!passes(edge)) return false;
    if (!edge.source.hub) related[edge.source.index] = 1;
    if (!edge.target.hub) related[edge.target.index] = 1;
    return !hidden[edge.source.type.index] && !hidden[edge.target.type.index];
  });
  for (const { source, target } of edges) related[source.index] = related[target.index] = 1;
  const stays = (node) => !hidden[node.type.index] && (related[node.index] || staysAlone(node, state));
  const words = folded(state.text).split(" ").filter(Boolean);
  const left = { nodes: model.nodes.filter(stays), edges };
  return withAsked(words.length ? matching(left, words, model) : left, model, state);
}

/** Return the test of a relation by itself: type, time, sources and themes. */
function relationFilter(state, model) {
  const hidden = model.types.map((type) => state.without.has(type.id));
  const { on, certainty, source, theme } = state;
  return (edge) =>
    !hidden[edge.type.index] &&
    (!on || inForce(edge.bounds, on, certainty, edge.edtf)) &&
    (!source.size || isFrom(edge, source)) &&
    (!theme.size || edge.themes.some((one) => theme.has(one.id)));
}

const isFrom = (thing, documents) => thing.sources.some((passage) => documents.has(passage.document.id));

/** Say whether a node that never had a relation stays. */
function staysAlone(node, { source, theme, on, certainty }) {
  if (node.edges.length || theme.size || (on && certainty === "certain")) return false;
  return !source.size || isFrom(node, source);
}

/** Return what matches every word, its partners, and all lines of the hubs among them. */
function matching(graph, words, model) {
  const { ofNode, ofEdge } = matcher(words, model);
  const found = graph.edges.filter(ofEdge);
  const hubs = new Set();
  for (const { source, target } of found) for (const end of [source, target]) if (end.hub) hubs.add(end);
  const direct = among(found);
  const edges = graph.edges.filter((edge) => direct(edge) || hubs.has(edge.source) || hubs.has(edge.target));
  const ends = new Uint8Array(model.nodes.length);
  for (const { source, target } of edges) ends[source.index] = ends[target.index] = 1;
  return { nodes: graph.nodes.filter((node) => ends[node.index] || ofNode(node)), edges };
}

/** Return the tests of a node and of a relation; a word counts for a relation if it stands at one of its ends. */
function matcher(words, model) {
  const holds = words.map((word) => Uint8Array.from(model.nodes, (node) => Number(ownText(node).includes(word))));
  const inEdge = (word, at, edge) =>
    holds[at][edge.source.index] || holds[at][edge.target.index] || ownText(edge).includes(word);
  return {
    ofNode: (node) => holds.every((flags) => flags[node.index]),
    ofEdge: (edge) => words.every((word, at) => inEdge(word, at, edge)),
  };
}

/** Put back the nodes that a person asked for by name. */
function withAsked(graph, model, state) {
  const asked = [state.focus, ...(state.path ?? []), ...(state.shared ?? [])];
  const named = new Set(asked.map((id) => model.nodeOf.get(id)).filter(Boolean));
  if (!named.size) return graph;
  for (const node of graph.nodes) named.delete(node);
  return { ...graph, nodes: [...graph.nodes, ...named].sort((one, other) => one.index - other.index) };
}

// ---------------------------------------------------------------------------------------------------------- focus

/** Return what is in focus, nearest first: paths, shared partners, the focus, or the chosen relation; null for none. */
function inScope(model, state, graph) {
  const pair = (state.path ?? state.shared ?? []).map((id) => model.nodeOf.get(id));
  if (pair.length === 2 && pair.every(Boolean)) return state.path ? onPaths(graph, pair) : between(graph, pair);
  const focus = model.nodeOf.get(state.focus);
  if (focus) return around(graph, focus, state);
  const edge = model.edgeOf.get(state.relation);
  return edge && graph.edges.includes(edge) ? withHub(graph, edge) : null;
}

function onPaths(graph, [a, b]) {
  const { nodes, edges } = pathItems(shortestPaths(graph, a, b).paths);
  return { nodes: new Set([a, b, ...nodes]), edges };
}

function between(graph, [a, b]) {
  const [nodes, edges] = [new Set([a, b]), new Set()];
  for (const { partner, toA, toB } of sharedPartners(graph, a, b)) {
    nodes.add(partner);
    collect([...toA, ...toB], nodes, edges);
  }
  return { nodes, edges };
}

const DIRECTIONS = {
  any: () => true,
  out: (edge, from) => !edge.type.directed || edge.source === from,
  in: (edge, from) => !edge.type.directed || edge.target === from,
};

function around(graph, focus, { steps, direction }) {
  const { levels, edges } = walk(focus, among(graph.edges), steps, DIRECTIONS[direction]);
  return { nodes: new Set(levels.keys()), edges };
}

function withHub(graph, edge) {
  const hub = [edge.target, edge.source].find((end) => end.hub && (edge.relation === end.id || edge.type === end.type));
  const shown = among(graph.edges);
  const edges = new Set(hub ? [edge, ...hub.edges.filter(shown)] : [edge]);
  return { nodes: new Set([...edges].flatMap(({ source, target }) => [source, target])), edges };
}
