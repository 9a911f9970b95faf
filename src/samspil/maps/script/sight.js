// Lines in sight: of three thousand a near view shows a few dozen, and only those are worth the time of a frame. Nor is
// anything looked for under the mouse while it drags the map. vis-network looks at every line, three times.

const AIR = 24; // pixels around a line that its width and its arrow take up

/** Let a network draw only the lines that a window of its canvas shows, and look for what is under a mouse at rest. */
export function onlySeen(network) {
  const { renderer, interactionHandler } = network;
  let seen = [];
  renderer._drawEdges = (ctx) => {
    seen = linesIn(windowOf(network), network.body);
    for (const edge of seen) edge.draw(ctx);
  };
  renderer._drawArrows = (ctx) => {
    for (const edge of seen) if (edge.options.arrows.to.enabled) edge.drawArrows(ctx);
  };
  network.on("dragStart", () => { interactionHandler.options.hover = false; });
  network.on("dragEnd", () => { interactionHandler.options.hover = true; });
}

function windowOf(network) {
  const { clientWidth, clientHeight } = network.canvas.frame.canvas;
  const [from, to] = [{ x: 0, y: 0 }, { x: clientWidth, y: clientHeight }].map((at) => network.DOMtoCanvas(at));
  const air = AIR / network.getScale();
  return { left: from.x - air, top: from.y - air, right: to.x + air, bottom: to.y + air };
}

function linesIn(window, { edges, edgeIndices }) {
  const found = [];
  for (const id of edgeIndices) {
    const edge = edges[id];
    if (edge.connected && !edge.options.hidden && isIn(window, edge)) found.push(edge);
  }
  return found;
}

/** Say whether a line can be in a window: whether the box around its ends and its bend is. */
export function isIn({ left, top, right, bottom }, { from, to, options }) {
  const bend = from === to ? 2 * options.selfReference.size + from.options.size : reach(options.smooth, from, to);
  if (from.x + bend < left && to.x + bend < left) return false;
  if (from.x - bend > right && to.x - bend > right) return false;
  if (from.y + bend < top && to.y + bend < top) return false;
  return from.y - bend <= bottom || to.y - bend <= bottom;
}

/** Return how far a line is from the straight one between its ends at most. */
const reach = (smooth, from, to) => (smooth?.enabled ? smooth.roundness * (Math.abs(to.x - from.x) + Math.abs(to.y - from.y)) : 0);
