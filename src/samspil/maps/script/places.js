// Where everything stands. As a network, where the layout put it; as geography, at its seat: those who share one spread
// a little around it. A cooperation, and the body that carries one, stands between its parties, and a unit at what it
// is a part of; whom nobody has placed stands in columns aside. Places are of the whole network, so that a filter moves
// nothing.

import { meetsAt, otherEnd } from "./model.js";

const PART = "http://www.w3.org/ns/org#subOrganizationOf";
const SPREAD = 1 / 60; // of the width of the land, between those who share a seat
const NEAREST = 30; // pixels, of the same and of a row at least
const FAN = [191, 158]; // degrees: where the fan over a seat begins, clockwise from the east, and how wide it is
const INNER = 0.9; // how much farther from the foot the first ring is than from the next
const LETTERS = 17; // width of a name in the list of those aside, in heights of its letters
const FONT = 0.72; // height of the letters of a row
const LARGEST = 1 / 45; // height of a row at most, of the width of the land
const LEAST = 1 / 85; // and at least: more rows than fit stand below the land
const COLUMNS = 3;
const ASPECT = 1.4; // width of a map on a screen by its height

/**
 * Return where every node stands. `aside` are those without a place, in rows under a heading at x, y; `box` is what a
 * camera has to see at least.
 * @returns {{of: Map<object, {x: number, y: number}>, box: object[],
 *   aside: {x: number, y: number, row: number, font: number, width: number, nodes: Set<object>}|null}}
 */
export function places(model, layout) {
  if (layout !== "geography" || !model.geography) {
    return { of: new Map(model.nodes.map((node) => [node, { x: node.x, y: node.y }])), aside: null, box: [] };
  }
  if (!known.has(model)) known.set(model, geographic(model));
  return known.get(model);
}

const known = new WeakMap(); // nothing in a model changes, and every notice asks

function geographic(model) {
  const [left, top, right, bottom] = model.geography.box;
  const { seats, rest } = seated(model);
  const rows = rest.length ? { ...aside(rest.length, model.geography), nodes: new Set(rest) } : null;
  const gap = Math.max(NEAREST, (right - left) * SPREAD);
  return {
    of: new Map([...spread(seats, gap), ...(rows ? inRows(rest, rows) : [])]),
    aside: rows,
    box: [{ x: left, y: top }, { x: right, y: bottom }],
  };
}

/** Return who has a seat and who has none, in rounds: a unit may be a part of a body that stands between parties. */
function seated(model) {
  const seats = new Map(model.nodes.filter((node) => node.geo).map((node) => [node, node.geo]));
  for (const reads of [parties, wholes]) {
    const found = model.nodes.filter((node) => !seats.has(node)).map((node) => [node, middle(reads(node), seats)]);
    for (const [node, place] of found) if (place) seats.set(node, place);
  }
  return { seats, rest: model.nodes.filter((node) => !seats.has(node)) };
}

const parties = (node) => node.edges.filter((edge) => edge.type.iri !== PART && meetsAt(edge, node)).map((edge) => otherEnd(edge, node));
const wholes = (node) => node.edges.filter((edge) => edge.type.iri === PART && edge.source === node).map((edge) => edge.target);

/** Return the middle of those that have a place; null where none has. */
function middle(nodes, seats) {
  const found = [...new Set(nodes)].map((node) => seats.get(node)).filter(Boolean);
  if (!found.length) return null;
  const mean = (name) => found.reduce((sum, place) => sum + place[name], 0) / found.length;
  return { x: mean("x"), y: mean("y") };
}

/** Spread those at one seat in a fan over it: the one whose seat it is, then the best connected, is its foot. */
function spread(seats, gap) {
  const shared = new Map();
  for (const [node, { x, y }] of seats) {
    const key = `${Math.round(x / gap)} ${Math.round(y / gap)}`;
    shared.set(key, [...(shared.get(key) ?? []), node]);
  }
  const found = [];
  for (const nodes of shared.values()) {
    nodes.sort((one, other) => !one.geo - !other.geo || other.edges.length - one.edges.length || one.index - other.index);
    nodes.forEach((node, turn) => found.push([node, beside(seats.get(nodes[0]), turn, gap)]));
  }
  return found;
}

/** Return the place of one in the fan, in rings of four, seven, ten; on and below the foot there is room for its name. */
function beside({ x, y }, turn, gap) {
  if (!turn) return { x: Math.round(x), y: Math.round(y) };
  let [ring, at] = [1, turn - 1];
  for (; at >= 3 * ring + 1; ring += 1) at -= 3 * ring + 1;
  const angle = ((FAN[0] + (FAN[1] * at) / (3 * ring)) * Math.PI) / 180;
  const far = gap * (ring + INNER);
  return { x: Math.round(x + far * Math.cos(angle)), y: Math.round(y + far * Math.sin(angle)) };
}

/** Return how the list of those aside is laid out: in as many columns as leave its names, and the land, largest. */
function aside(count, { unplaced: [x, y], box: [left, top, right, bottom] }) {
  const [across, down] = [right - left, bottom - top];
  const layouts = Array.from({ length: COLUMNS }, (_, at) => {
    const rows = Math.ceil(count / (at + 1));
    const row = Math.max(NEAREST, Math.min(Math.max(down / (rows + 2), across * LEAST), across * LARGEST));
    const width = row * FONT * LETTERS;
    const scale = 1 / Math.max(x - left + width * (at + 1), Math.max(down, row * (rows + 2)) * ASPECT);
    return { x, y, rows, row: Math.round(row), font: Math.round(row * FONT), width: Math.round(width), read: row * scale };
  });
  return layouts.reduce((best, one) => (one.read > best.read * 1.05 ? one : best));
}

/** Stand those without a place in rows under their heading, actors before cooperations. */
function inRows(nodes, { x, y, rows, row, width }) {
  const ordered = [...nodes].sort((one, other) => one.hub - other.hub || other.edges.length - one.edges.length || one.index - other.index);
  return ordered.map((node, at) => [node, { x: x + width * Math.floor(at / rows), y: Math.round(y + row * ((at % rows) + 1.6)) }]);
}
