// Large networks: past what a browser draws well, communities are drawn as one node each, until somebody opens one.
//
// At most 1,500 nodes and 4,000 edges are drawn one by one. Above that a community is a group, with the number of
// relations to each other group and to each node that is drawn. Opening a community draws its members; where they are
// too many, the most tied ones are drawn and the others stay in the group. A community of which one member is left is
// that member, and what belongs to no community is drawn by itself, both as far as there is room.

import { otherEnd } from "./model.js";
import { among } from "./paths.js";

/** What is drawn one by one at most. */
export const LIMITS = Object.freeze({ nodes: 1500, edges: 4000 });

/**
 * The members of a community that are not drawn one by one. `edgesTo` counts relations to other groups, under their
 * community, and to nodes that are drawn; a pair of groups stands in one of the two only.
 * @typedef {{community: import("./model.js").Community, nodes: import("./model.js").Node[],
 *   edgesTo: Map<import("./model.js").Community|import("./model.js").Node, number>}} Group
 */

/** Say whether a network is too large to be drawn one by one. */
export const isLarge = ({ nodes, edges }) => nodes.length > LIMITS.nodes || edges.length > LIMITS.edges;

/**
 * Return as many of the nodes, in their order, as can be drawn with all edges between them.
 * @returns {{nodes: import("./model.js").Node[], edges: import("./model.js").Edge[]}}
 */
export function fitted(nodes, edges, limits = LIMITS) {
  const shown = among(edges);
  const drawn = new Set();
  const isAdded = (edge, node) => shown(edge) && (edge.source === edge.target || drawn.has(otherEnd(edge, node)));
  let count = 0;
  for (const node of nodes) {
    const added = node.edges.filter((edge) => isAdded(edge, node)).length;
    if (drawn.size >= limits.nodes || count + added > limits.edges) break;
    drawn.add(node);
    count += added;
  }
  const between = drawn.size ? edges.filter((edge) => drawn.has(edge.source) && drawn.has(edge.target)) : [];
  return { nodes: [...drawn], edges: between };
}

/**
 * Return a large network as groups and the nodes that are drawn one by one.
 * @param {Set<string>} open  the communities that are opened, by id
 * @returns {{nodes: import("./model.js").Node[], edges: import("./model.js").Edge[], groups: Group[]}}
 */
export function grouped(nodes, edges, open) {
  const members = byCommunity(nodes);
  const isSingle = ({ community }) => !community || open.has(community.id) || members.get(community).length === 1;
  const closed = [...members.keys()].filter((community) => !isSingle({ community }));
  const singles = nodes.filter(isSingle).sort(inOrder(open));
  const room = Math.max(LIMITS.nodes - closed.length - open.size, 0);
  const drawn = fitted(singles, edges, { nodes: room, edges: LIMITS.edges });
  const here = new Set(drawn.nodes);
  const groups = groupsOf(nodes.filter((node) => node.community && !here.has(node)));
  link(groups, edges, drawn.nodes);
  return { ...drawn, groups };
}

// What was opened first, as somebody asked for it; then the most tied.
function inOrder(open) {
  const asked = (node) => (node.community && open.has(node.community.id) ? 0 : 1);
  return (one, other) => asked(one) - asked(other) || other.edges.length - one.edges.length || one.index - other.index;
}

function byCommunity(nodes) {
  const members = new Map();
  for (const node of nodes) {
    if (!node.community) continue;
    if (members.has(node.community)) members.get(node.community).push(node);
    else members.set(node.community, [node]);
  }
  return members;
}

/** Return the groups of these nodes, the largest first and no more than can be drawn. */
function groupsOf(nodes) {
  const groupOf = ([community, members]) => ({ community, nodes: members, edgesTo: new Map() });
  const groups = [...byCommunity(nodes)].map(groupOf);
  groups.sort((one, other) => other.nodes.length - one.nodes.length || one.community.index - other.community.index);
  return groups.slice(0, LIMITS.nodes);
}

/** Count the relations of groups, in place. */
function link(groups, edges, drawn) {
  const places = new Map(drawn.map((node) => [node, node]));
  for (const group of groups) for (const node of group.nodes) places.set(node, group);
  for (const edge of edges) {
    const [one, other] = [places.get(edge.source), places.get(edge.target)];
    if (!one || !other || one === other) continue;
    const [from, to] = inGroup(one, other);
    if (!from) continue;
    const key = to.edgesTo ? to.community : to;
    from.edgesTo.set(key, (from.edgesTo.get(key) ?? 0) + 1);
  }
}

/** Return the group that counts this pair, then what it counts; no group where both are drawn. */
function inGroup(one, other) {
  if (one.edgesTo && other.edgesTo) return one.community.index < other.community.index ? [one, other] : [other, one];
  return one.edgesTo ? [one, other] : [other.edgesTo ? other : null, one];
}
