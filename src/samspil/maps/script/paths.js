// Walking the network: how far things are from each other, every shortest path between two, and the partners that
// two have in common.
//
// A step goes along a relation, from one end to the other. A cooperation of many parties (a hub) is passed through:
// from one of its parties to another is one step, and the hub is met on the way. So is the body that carries a
// cooperation and stands for it on the map, along the lines of that cooperation. Only from actor to actor is a hub
// passed; where the walk begins or ends in a hub, or goes from hub to hub, the hub is a stop like any other.
//
// A path is its row of stops. Two stops can be tied in several ways, by parallel relations and through several hubs:
// these are the ways of one step and never make more paths. Direction says nothing here; a walk can be asked to
// follow it.

import { linesAt, meetsAt, otherEnd } from "./model.js";

/**
 * What is shown of a network; `visible().kept`, or the model itself.
 * @typedef {{nodes: import("./model.js").Node[], edges: import("./model.js").Edge[]}} Graph
 * How two stops are tied: directly by all edges between them, or through a hub by those of both to it.
 * @typedef {{hub: import("./model.js").Node|null, edges: import("./model.js").Edge[]}} Way
 * @typedef {{from: import("./model.js").Node, to: import("./model.js").Node, ways: Way[]}} Step
 * @typedef {{stops: import("./model.js").Node[], steps: Step[]}} Path
 */

/** Return a test of whether an edge is one of these. */
export function among(edges) {
  const flags = new Uint8Array(edges.reduce((most, edge) => Math.max(most, edge.index), -1) + 1);
  for (const edge of edges) flags[edge.index] = 1;
  return (edge) => flags[edge.index] === 1;
}

const BOTH_WAYS = () => true;

/**
 * Walk from a node a number of steps. Returns how many steps away each node met is, nearest first, and the edges that
 * were followed: all those of what lies nearer than the last step, and of the hubs passed.
 * @param {(edge: object) => boolean} shown  which edges there are
 * @param {(edge: object, from: object) => boolean} goes  whether an edge may be followed from this end of it
 * @param {object|null} goal  a node at whose level the walk ends
 */
export function walk(start, shown, steps = Infinity, goes = BOTH_WAYS, goal = null) {
  const walked = { levels: new Map([[start, 0]]), edges: new Set(), passed: new Set(), shown, goes };
  let border = [start];
  for (let level = 1; level <= steps && border.length && !walked.levels.has(goal); level += 1) {
    const met = [];
    for (const node of border) stepsFrom(node, level, walked, met);
    border = met;
  }
  return { levels: walked.levels, edges: walked.edges };
}

/** Take all steps from one node, and add to `met` what was not met before. */
function stepsFrom(node, level, walked, met) {
  for (const edge of node.edges) {
    if (!walked.shown(edge) || !walked.goes(edge, node)) continue;
    const other = otherEnd(edge, node);
    follow(edge, other, level, walked, met);
    if (!node.hub && meetsAt(edge, other)) pass(other, edge, level, walked, met);
  }
}

/** Go on from a hub to all its parties, within the same step. */
function pass(hub, along, level, walked, met) {
  const passed = hub.hub ? hub.id : along.relation;
  if (walked.passed.has(passed)) return;
  walked.passed.add(passed);
  for (const edge of linesAt(hub, along)) {
    const party = otherEnd(edge, hub);
    if (!party.hub && walked.shown(edge) && walked.goes(edge, hub)) follow(edge, party, level, walked, met);
  }
}

function follow(edge, other, level, walked, met) {
  walked.edges.add(edge);
  if (walked.levels.has(other)) return;
  walked.levels.set(other, level);
  met.push(other);
}

/** Return what is one step from a node, and in which ways. @returns {Map<import("./model.js").Node, Way[]>} */
export function ties(node, shown) {
  const found = new Map();
  for (const edge of node.edges) {
    const other = otherEnd(edge, node);
    if (!shown(edge) || other === node) continue;
    add(found, other, null, edge);
    if (!node.hub && meetsAt(edge, other)) tiesThrough(other, edge, node, shown, found);
  }
  return found;
}

function tiesThrough(hub, edge, node, shown, found) {
  for (const onward of linesAt(hub, edge)) {
    const party = otherEnd(onward, hub);
    if (shown(onward) && !party.hub && party !== node) add(found, party, hub, edge, onward);
  }
}

function add(found, other, hub, ...edges) {
  if (!found.has(other)) found.set(other, []);
  const ways = found.get(other);
  let way = ways.find((known) => known.hub === hub);
  if (!way) ways.push((way = { hub, edges: [] }));
  for (const edge of edges) if (!way.edges.includes(edge)) way.edges.push(edge);
}

/**
 * Return the shortest paths between two nodes, all of them up to `max`; `capped` says that there are more. `length` is
 * their number of steps, -1 where there is no path. No path leads from a node to itself.
 * @param {Graph} graph
 * @returns {{paths: Path[], length: number, capped: boolean}}
 */
export function shortestPaths(graph, a, b, max = 50) {
  const shown = among(graph.edges);
  const { levels } = walk(b, shown, Infinity, BOTH_WAYS, a);
  if (a === b || !levels.has(a)) return { paths: [], length: a === b ? 0 : -1, capped: false };
  const onward = nearing(levels, shown);
  const rows = rowsOfStops(a, b, onward, max + 1);
  const paths = rows.slice(0, max).map((stops) => ({ stops, steps: stepsOf(stops, onward) }));
  return { paths, length: levels.get(a), capped: rows.length > max };
}

/** Return the steps from a node that lead nearer to where the levels count from, in the order of the nodes. */
function nearing(levels, shown) {
  const known = new Map();
  return (node) => {
    if (!known.has(node)) {
      const nearer = [...ties(node, shown)].filter(([other]) => levels.get(other) === levels.get(node) - 1);
      known.set(node, new Map(nearer.sort(([one], [other]) => one.index - other.index)));
    }
    return known.get(node);
  };
}

// Every step leads nearer, so no row is a dead end, and what waits is never more than the paths times their length.
function rowsOfStops(a, b, onward, most) {
  const rows = [];
  const waiting = [{ stop: a, before: null }];
  while (waiting.length && rows.length < most) {
    const here = waiting.pop();
    if (here.stop === b) rows.push(row(here));
    else for (const stop of [...onward(here.stop).keys()].reverse()) waiting.push({ stop, before: here });
  }
  return rows;
}

function row(last) {
  const stops = [];
  for (let here = last; here; here = here.before) stops.push(here.stop);
  return stops.reverse();
}

function stepsOf(stops, onward) {
  return stops.slice(1).map((to, index) => ({ from: stops[index], to, ways: onward(stops[index]).get(to) }));
}

/** Return everything that lies on paths: their stops, the hubs passed, and all edges of their steps. */
export function pathItems(paths) {
  const nodes = new Set(paths.flatMap((path) => path.stops));
  const edges = new Set();
  for (const { ways } of paths.flatMap((path) => path.steps)) collect(ways, nodes, edges);
  return { nodes, edges };
}

/** Put the hubs and edges of ways into sets. */
export function collect(ways, nodes, edges) {
  for (const way of ways) {
    if (way.hub) nodes.add(way.hub);
    for (const edge of way.edges) edges.add(edge);
  }
}

/**
 * Return the actors that are one step from both, with the ways to each; those with the most ties first. A party to a
 * cooperation of both is such a partner too.
 * @param {Graph} graph
 * @returns {{partner: import("./model.js").Node, toA: Way[], toB: Way[]}[]}
 */
export function sharedPartners(graph, a, b) {
  if (a === b) return [];
  const shown = among(graph.edges);
  const [ofA, ofB] = [ties(a, shown), ties(b, shown)];
  const partners = [...ofA.keys()].filter((node) => !node.hub && node !== a && node !== b && ofB.has(node));
  const weight = (node) => ofA.get(node).length + ofB.get(node).length;
  partners.sort((one, other) => weight(other) - weight(one) || one.index - other.index);
  return partners.map((partner) => ({ partner, toA: ofA.get(partner), toB: ofB.get(partner) }));
}
