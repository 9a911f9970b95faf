// The lines of the drawing: straight, bent, or rings from a node to itself, with arrows, as vis-network draws them.

import { short, tag } from "./clean.js";

const ARROW = [[0, 0], [-1, 0.3], [-0.9, 0], [-1, -0.3]]; // of length 1, its point in the middle, to the right
const SCALE = 0.55; // of arrows on the map

/** Write a line between two nodes, each as the scene paints it. */
export function line(edge, from, to) {
  const look = {
    "stroke": edge.color.color,
    "stroke-width": short(edge.width),
    "stroke-opacity": edge.color.opacity < 1 ? short(edge.color.opacity) : null,
    "stroke-dasharray": edge.dashes ? edge.dashes.join(" ") : null,
    "fill": "none",
  };
  if (from === to) return ring(edge, from, look);
  const via = bend(edge.smooth, from, to);
  const way = via ? `Q${at(via)} ${at(to)}` : `L${at(to)}`;
  return tag("path", { d: `M${at(from)}${way}`, ...look }) + (edge.arrows ? arrow(edge, from, to, via) : "");
}

const at = ({ x, y }) => `${short(x)} ${short(y)}`;

/** Return the point towards which a line bends; null for a straight one. */
function bend(smooth, from, to) {
  if (!smooth || !smooth.enabled) return null;
  const [dx, dy] = [to.x - from.x, from.y - to.y];
  const turn = smooth.type === "curvedCW" ? smooth.roundness : -smooth.roundness;
  const angle = Math.atan2(dy, dx) + (turn * 0.5 + 0.5) * Math.PI;
  const reach = (smooth.roundness * 0.5 + 0.5) * Math.hypot(dx, dy);
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
}

function ring({ selfReference: { size, angle } }, node, look) {
  const reach = border(node, angle);
  return tag("circle", { cx: short(node.x + Math.cos(angle) * reach), cy: short(node.y - Math.sin(angle) * reach), r: short(size), ...look });
}

/** Write the arrow where a line meets the border of the node it leads to. */
function arrow(edge, from, to, via) {
  const length = 15 * SCALE + 3 * edge.width;
  const along = via ? (t) => curve(from, via, to, t) : (t) => ({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) });
  const t = meeting(along, to);
  const [tip, before] = [along(t), along(t - length / Math.hypot(to.x - from.x, to.y - from.y))];
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const points = ARROW.map(([x, y]) => ({ x: tip.x + length * (x * cos - y * sin), y: tip.y + length * (x * sin + y * cos) }));
  return tag("path", { "d": `M${points.map(at).join("L")}Z`, "fill": edge.color.color, "fill-opacity": edge.color.opacity < 1 ? short(edge.color.opacity) : null });
}

function curve(from, via, to, t) {
  const mix = (name) => (1 - t) ** 2 * from[name] + 2 * t * (1 - t) * via[name] + t ** 2 * to[name];
  return { x: mix("x"), y: mix("y") };
}

/** Return how far along a line, 0 to 1, the border of the node at its end is. */
function meeting(along, node) {
  let [low, high] = [0, 1];
  for (let turn = 0; turn < 14; turn += 1) {
    const middle = (low + high) / 2;
    const { x, y } = along(middle);
    const inside = Math.hypot(x - node.x, y - node.y) < border(node, Math.atan2(node.y - y, x - node.x));
    if (inside) high = middle;
    else low = middle;
  }
  return low;
}

/** Return how far the border of a node is from its middle in a direction. */
function border({ shape, size }, angle) {
  if (shape === "dot" || shape === "hexagon") return size;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return shape === "diamond" ? size / (cos + sin) : Math.min(size / cos, size / sin);
}
