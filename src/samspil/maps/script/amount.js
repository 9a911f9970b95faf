// How many there are. A relation counts once, however many lines it is drawn with: a cooperation of ten parties is one.
// Everything on the page that says a number of relations counts them here, so that no two numbers disagree.

/**
 * Count what is shown of each type.
 * @param {{nodes: object[], edges: object[]}} shown
 * @returns {Map<object, number>} type to number
 */
export function shownCounts({ nodes, edges }) {
  const things = new Map();
  const add = (type, id) => {
    if (!things.has(type)) things.set(type, new Set());
    things.get(type).add(id);
  };
  for (const node of nodes) add(node.type, node.id);
  for (const edge of edges) add(edge.type, edge.relation);
  return new Map([...things].map(([type, ids]) => [type, ids.size]));
}

/** Count the relations that are shown: what the legend counts beside its lines. */
export function relationCount(shown) {
  return [...shownCounts(shown)].reduce((sum, [type, count]) => sum + (type.of === "relation" ? count : 0), 0);
}

/** Count the relations of some lines. */
export const relationsOf = (edges) => new Set(edges.map((edge) => `${edge.type.index} ${edge.relation}`)).size;
