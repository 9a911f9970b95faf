// What a line or a shape of the map looks like, small, beside its name: in the legend, in details and in tables.
// The colours on light and on dark paper go along as two properties; panels.css chooses between them.

const SVG = "http://www.w3.org/2000/svg";

// Name of a shape in the ontology to the element that draws it in a square of 20, and its attributes.
const SHAPES = {
  "circle": ["circle", { cx: 10, cy: 10, r: 8 }],
  "rounded-square": ["rect", { x: 2, y: 2, width: 16, height: 16, rx: 5 }],
  "square": ["rect", { x: 3, y: 3, width: 14, height: 14 }],
  "diamond": ["path", { d: "M10 1l9 9-9 9-9-9z" }],
  "triangle": ["path", { d: "M10 2l9 16H1z" }],
  "hexagon": ["path", { d: "M5.5 2.2h9L19 10l-4.5 7.8h-9L1 10z" }],
  "small-circle": ["circle", { cx: 10, cy: 10, r: 5 }],
  "ring": ["circle", { cx: 10, cy: 10, r: 7, "stroke-width": 3 }],
};

/** Make an element of a drawing; attributes are set as they are. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Make the sample of a type of relation: its colour, thickness, dashes and arrow. */
export function lineSample(type) {
  const line = draw("line", { class: "ink", x1: 1, y1: 7, x2: type.directed ? 36 : 43, y2: 7, "stroke-width": type.width });
  if (type.dash.length) line.setAttribute("stroke-dasharray", type.dash.join(" "));
  const head = type.directed ? [draw("path", { class: "head", d: "M35 3l8 4-8 4z" })] : [];
  return coloured(sample(44, 14, line, ...head), type.line);
}

/** Make the sample of a type of actor: its shape and fill. */
export function shapeSample(type) {
  const [tag, attributes] = SHAPES[type.shape] ?? SHAPES.circle;
  return coloured(sample(20, 20, draw(tag, { class: "shape", ...attributes })), type.fill);
}

/** Make the sample of a cooperation that is a dot of its own: many lines meet in it. */
export function hubSample() {
  const ends = ["M10 10L1 4", "M10 10L19 4", "M10 10V20"].map((d) => draw("path", { class: "spoke", d }));
  return sample(20, 20, ...ends, draw("circle", { class: "hub-dot", cx: 10, cy: 10, r: 4 }));
}

/** Make the sample of what something is drawn as: a hub as its lines, an actor as its shape. */
export function sampleOf(type) {
  return type.of === "relation" ? lineSample(type) : shapeSample(type);
}

function sample(width, height, ...children) {
  return draw("svg", { class: "sample", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" }, ...children);
}

function coloured(element, [light, dark]) {
  element.style.setProperty("--on-light", light);
  element.style.setProperty("--on-dark", dark);
  return element;
}
