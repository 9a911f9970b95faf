// The key under a drawing: each type that is drawn with its line or shape and its name, in columns.

import { communityColour } from "../palette.js";
import { escaped, short, tag } from "./clean.js";
import { line } from "./lines.js";
import { shape } from "./shapes.js";

export const LETTER = 0.54; // mean width of a letter, of its size
const SIZE = 13;
const ROW = 22;
const SAMPLE = 46;
const GAP = 28;
const MIDDLE = (SAMPLE - 12) / 2;
const MOST_COMMUNITIES = 8; // that have a colour of their own

/**
 * Write the key to what is drawn and not faded.
 * @param {{model: object, state: object, visible: object, say: object}} view
 * @param {{paper: object, width: number}} page
 * @returns {{text: string, height: number}}
 */
export function key({ model, state, visible, say }, { paper, width }) {
  const look = { say, paper, model, coloured: state.colour === "community" };
  const nodes = visible.near ? visible.nodes.filter((node) => visible.near.has(node)) : visible.nodes;
  const edges = visible.nearEdges ? visible.edges.filter((edge) => visible.nearEdges.has(edge)) : visible.edges;
  const entries = [...lines(edges, say), ...(state.on ? [doubted(say, paper)] : []), ...shapes(nodes, look), ...communities(nodes, look)];
  if (!entries.length) return { text: "", height: 0 };
  const { rows, lefts } = columns(entries.map((entry) => entry.name.length * SIZE * LETTER + SAMPLE), width);
  const place = (at) => ({ x: lefts[Math.floor(at / rows)], y: (at % rows) * ROW + ROW / 2 });
  return { text: entries.map((entry, at) => written(entry, place(at), paper)).join(""), height: rows * ROW };
}

/** Return the fewest rows in which entries of these widths fit a page, and where each column begins. */
function columns(widths, page) {
  for (let rows = 1; ; rows += 1) {
    const lefts = [0];
    for (let at = 0; at < widths.length; at += rows) lefts.push(lefts.at(-1) + Math.max(...widths.slice(at, at + rows)) + GAP);
    if (lefts.at(-1) - GAP <= page || rows >= widths.length) return { rows, lefts };
  }
}

function written({ name, sample }, { x, y }, paper) {
  const words = tag("text", { "x": short(x + SAMPLE), "y": short(y + SIZE * 0.35), "font-size": SIZE, "fill": paper.ink }, escaped(name));
  return tag("g", {}, sample(x, y), words);
}

const inOrder = (types) => [...new Set(types)].sort((one, other) => one.index - other.index);

function lines(edges, say) {
  return inOrder(edges.map((edge) => edge.type)).map((type) => ({
    name: say.pick(type.name),
    sample: stroke({ color: type.line[0], width: type.width, dashes: type.dash.length ? type.dash : false, arrows: type.directed ? "to" : "" }),
  }));
}

const doubted = (say, paper) => ({ name: say.word("key_possible"), sample: stroke({ color: paper.quiet, width: 2, dashes: [2, 5], arrows: "" }) });

/** Return how the sample of a line is drawn at a place. */
function stroke({ color, ...look }) {
  const end = (x, y) => ({ x, y, shape: "dot", size: 0 });
  return (x, y) => line({ ...look, color: { color, opacity: 1 }, smooth: false }, end(x, y), end(x + SAMPLE - 12, y));
}

/** Return an entry for each type of actor, drawn as the first of it, and one for cooperations of many. */
function shapes(nodes, look) {
  const firsts = new Map();
  for (const node of nodes) if (!node.hub && !firsts.has(node.type)) firsts.set(node.type, node);
  const entry = (node, name) => ({ name, sample: (x, y) => sample(node, x, y, look) });
  const hub = nodes.find((node) => node.hub);
  const hubs = hub ? [entry(hub, look.say.word("hub_short"))] : [];
  return [...inOrder(firsts.keys()).map((type) => entry(firsts.get(type), look.say.pick(type.name))), ...hubs];
}

// Where colours are those of communities, a shape has none.
function sample(node, x, y, { paper, coloured }) {
  const size = node.hub ? 5 : node.type.shape === "small-circle" ? 5 : 8;
  const border = node.hub ? 0 : node.type.shape === "ring" ? 3 : 1.5;
  const background = node.hub ? node.type.line[0] : coloured ? paper.paper : node.type.fill[0];
  return shape({ shape: node.shape === "rounded" ? "custom" : node.shape, x: x + MIDDLE, y, size, borderWidth: border, color: { background, border: paper.quiet } }, 1);
}

/** Return an entry for each of the largest communities that are drawn, where colours are theirs. */
function communities(nodes, { say, paper, model, coloured }) {
  const drawn = new Set(coloured ? nodes.map((node) => node.community).filter(Boolean) : []);
  const largest = [...drawn].sort((one, other) => other.count - one.count || one.index - other.index).slice(0, MOST_COMMUNITIES);
  return largest.map((community) => ({
    name: say.pick(community.name),
    sample: (x, y) => shape({ shape: "dot", x: x + MIDDLE, y, size: 7, borderWidth: 0, color: { background: communityColour(model, community), border: paper.quiet } }, 1),
  }));
}
