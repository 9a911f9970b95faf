// The shapes of the drawing, as vis-network draws them, and the names under them.

import { escaped, short, tag } from "./clean.js";

const LINE = 1.02; // height of a line of a name, of the size of its letters
const DROP = 4; // pixels between a shape and its name

const points = (all) => all.map(([x, y]) => `${short(x)},${short(y)}`).join(" ");

// Name of a shape on the map to the element that draws it around a point.
const SHAPES = {
  dot: (x, y, size) => ["circle", { cx: short(x), cy: short(y), r: short(size) }],
  square: (x, y, size) => ["rect", { x: short(x - size), y: short(y - size), width: short(2 * size), height: short(2 * size) }],
  custom: (x, y, size) => ["rect", { x: short(x - size), y: short(y - size), width: short(2 * size), height: short(2 * size), rx: short(size / 2) }],
  diamond: (x, y, size) => ["polygon", { points: points([[x, y + size], [x + size, y], [x, y - size], [x - size, y]]) }],
  triangle: (x, y, size) => ["polygon", { points: points(triangle(x, y + 0.275 * 1.15 * size, 1.15 * size)) }],
  hexagon: (x, y, size) => ["polygon", { points: points([0, 1, 2, 3, 4, 5].map((corner) => on(x, y, size, (corner * Math.PI) / 3))) }],
};

const on = (x, y, size, angle) => [x + size * Math.cos(angle), y + size * Math.sin(angle)];

function triangle(x, y, half) {
  const inner = (Math.sqrt(3) / 3) * half;
  return [[x, y - (Math.sqrt(3) * half - inner)], [x + half, y + inner], [x - half, y + inner]];
}

/** Write a node as the scene paints it; its title tells who it is. The border is as thick at every scale. */
export function shape(node, scale) {
  const [name, place] = (SHAPES[node.shape] ?? SHAPES.dot)(node.x, node.y, node.size);
  const look = { "fill": node.color.background, "stroke": node.borderWidth ? node.color.border : null, "stroke-width": node.borderWidth ? short(node.borderWidth / scale) : null };
  return tag(name, { ...place, ...look }, ...(node.title ? [tag("title", {}, escaped(node.title))] : []));
}

/** Write the name under a node in its lines; nothing where the map has no room for it. */
export function name(node, scale) {
  const { size, color, strokeColor, strokeWidth, vadjust } = node.font;
  if (!node.label.trim() || node.scaling.label.drawThreshold > size * scale) return "";
  const first = node.y + node.size + DROP + size * 0.8 + vadjust;
  const lines = node.label.split("\n").map((line, at) => tag("tspan", { x: short(node.x), y: short(first + at * size * LINE) }, escaped(line)));
  const halo = { "stroke": strokeColor, "stroke-width": short(strokeWidth), "stroke-linejoin": "round", "paint-order": "stroke" };
  return tag("text", { "font-size": short(size), "text-anchor": "middle", "fill": color, ...halo }, ...lines);
}
