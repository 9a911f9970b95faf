// The map as a drawing: what is in sight, in the light colours and drawn as on the canvas, under its title and what the
// view is about, over the key and where it comes from. The picture as PNG is this drawing in pixels.
//
// Only attributes are used, no styles and nothing from elsewhere, so that every program shows the same. Names are text.

import { PAPERS } from "../palette.js";
import { places } from "../places.js";
import { compose } from "../scene.js";
import { viewInWords } from "../viewwords.js";
import { PROLOGUE, escaped, short, tag } from "./clean.js";
import { LETTER, key } from "./key.js";
import { line } from "./lines.js";
import { name, shape } from "./shapes.js";

const PAPER = PAPERS[0];
const EDGE = 24; // pixels of paper around everything
const NARROWEST = 480;
const FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const REACH = 160; // pixels around a node within which its name may stand

/**
 * Write what is in sight.
 * @param {{model: object, state: object, visible: object, say: object}} view
 * @param {{left: number, top: number, right: number, bottom: number, scale: number}} camera  in places of the map
 * @param {{legend: boolean}} options
 * @returns {{text: string, width: number, height: number}} with its size in pixels
 */
export function svg(view, camera, { legend = true } = {}) {
  const { model, say } = view;
  const map = { width: (camera.right - camera.left) * camera.scale, height: (camera.bottom - camera.top) * camera.scale };
  const width = Math.max(NARROWEST, Math.round(map.width)) + 2 * EDGE;
  const page = { say, paper: PAPER, width: width - 2 * EDGE };
  const head = [...textLines(say.pick(model.title), page, 22, PAPER.ink, 600), ...textLines(viewInWords(view).join(" "), page, 13, PAPER.quiet)];
  const under = legend ? key(view, page) : { text: "", height: 0 };
  const credit = credits(view).flatMap((text) => textLines(text, page, 12, PAPER.quiet));
  const stack = column([head, { height: map.height + 12, text: mapPart(view, camera, map) }, { height: under.height + (under.height ? 16 : 0), text: under.text }, credit]);
  const height = Math.ceil(stack.height + 2 * EDGE);
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const root = { "xmlns": "http://www.w3.org/2000/svg", ...size, "role": "img", "aria-labelledby": "title about", "font-family": FONT, "xml:lang": say.lang };
  const paper = tag("rect", { width, height, fill: PAPER.paper });
  return { text: `${PROLOGUE}${tag("svg", root, ...named(view), paper, tag("g", { transform: `translate(${EDGE} ${EDGE})` }, stack.text))}\n`, width, height };
}

/** Write what a screen reader says of the drawing. */
function named(view) {
  const about = [...viewInWords(view), view.say.filled("svg_about", { nodes: view.visible.nodes.length, edges: view.visible.edges.length })];
  return [tag("title", { id: "title" }, escaped(view.say.pick(view.model.title))), tag("desc", { id: "about" }, escaped(about.join(" ")))];
}

function credits({ model, state, say }) {
  const land = state.layout === "geography" && model.geography ? [say.pick(model.geography.credit)] : [];
  return [say.word("credit"), ...land];
}

/** Put parts under each other: rows of text, or one part with its height. */
function column(parts) {
  let height = 0;
  const texts = parts.flat().map((part) => {
    const written = part.text && tag("g", { transform: `translate(0 ${short(height)})` }, part.text);
    height += part.height;
    return written;
  });
  return { text: texts.join("\n"), height };
}

/** Break a text into lines that fit the page; a word that is too long for one goes on in the next. */
function textLines(text, { width }, size, fill, weight = null) {
  const most = Math.max(8, Math.floor(width / (size * LETTER)));
  const rows = [""];
  for (const word of text.split(/\s+/).flatMap((part) => part.match(new RegExp(`.{1,${most}}`, "gu")) ?? [])) {
    const last = rows.length - 1;
    if (rows[last] && rows[last].length + 1 + word.length > most) rows.push(word);
    else rows[last] += (rows[last] ? " " : "") + word;
  }
  const shown = rows.length > MOST_ROWS ? [...rows.slice(0, MOST_ROWS - 1), `${rows[MOST_ROWS - 1].slice(0, -1)}…`] : rows;
  return shown.map((row) => ({ height: size * 1.4, text: tag("text", { "y": size, "font-size": size, "font-weight": weight, fill }, escaped(row)) }));
}

const MOST_ROWS = 6;

/** Write the map in a frame of its own, which cuts off what is out of sight. */
function mapPart(view, camera, { width, height }) {
  const { model, state } = view;
  const { of, aside } = places(model, state.layout);
  const scene = compose(view, PAPER, { of, aside }, camera.scale);
  const at = new Map(scene.nodes.map((node) => [node.id, node]));
  const sight = grown(camera, REACH / Math.min(1, camera.scale));
  const edges = scene.edges.filter((edge) => meets(sight, at.get(edge.from), at.get(edge.to)));
  const nodes = scene.nodes.filter((node) => meets(sight, node, node));
  const parts = [
    state.layout === "geography" && model.geography ? land(view, camera.scale, aside) : "",
    ...edges.map((edge) => line(edge, at.get(edge.from), at.get(edge.to))),
    ...nodes.map((node) => shape(node, camera.scale)),
    ...nodes.map((node) => name(node, camera.scale)),
    ...scene.aside.filter((row) => meets(sight, row, row)).map(beside),
  ];
  const box = [camera.left, camera.top, camera.right - camera.left, camera.bottom - camera.top].map((value) => short(value));
  return tag("svg", { width: short(width), height: short(height), viewBox: box.join(" ") }, "\n", ...parts.filter(Boolean).map((part) => `${part}\n`));
}

/** Write the name beside one that has no known place. */
const beside = ({ x, y, font, text, colour }) => tag("text", { "x": short(x + font), "y": short(y + font * 0.35), "font-size": short(font), "fill": colour }, escaped(text));

const grown = ({ left, top, right, bottom }, by) => ({ left: left - by, top: top - by, right: right + by, bottom: bottom + by });

/** Say whether the box between two places meets what is in sight. */
const meets = ({ left, top, right, bottom }, one, other) =>
  Math.max(one.x, other.x) >= left && Math.min(one.x, other.x) <= right && Math.max(one.y, other.y) >= top && Math.min(one.y, other.y) <= bottom;

function land({ model, say }, scale, aside) {
  const { land: ground, coast, borders } = model.geography;
  const path = (rows, end) => rows.map((row) => `M${row.map((value) => short(value)).join(" ")}${end}`).join("");
  const stroke = { "stroke": PAPER.border, "stroke-width": short(1 / scale, 3), "fill": "none", "stroke-linejoin": "round" };
  const heading = aside && tag("text", { "x": short(aside.x - aside.font / 2), "y": short(aside.y + aside.font), "font-size": short(aside.font), "font-weight": 600, "fill": PAPER.quiet }, escaped(say.word("place_unknown")));
  return [
    tag("path", { "d": path(ground, "Z"), "fill": PAPER.land, "fill-rule": "evenodd" }),
    tag("path", { d: path(coast ?? ground, coast ? "" : "Z"), ...stroke }),
    tag("path", { d: path(borders, ""), ...stroke, "stroke-dasharray": `${short(4 / scale)} ${short(3 / scale)}` }),
    heading,
  ].filter(Boolean).join("");
}
