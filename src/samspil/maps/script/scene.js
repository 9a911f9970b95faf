// The picture of a state: every node, relation and community as it is to be drawn, and where a camera would stand to
// show what the state is about. Pure: the canvas draws it, the exports write it.

import { centred, framed } from "./camera.js";
import { label, written } from "./labels.js";
import { drawnSize, groupId, groupSize, isUnit, paintAside, paintEdge, paintGroup, paintNode, paintTies, wrapped } from "./paint.js";
import { swelling } from "./palette.js";

const FIRST = 1e9; // rank of the name that a person asked for
const NEAR = 1e6; // and of those around it
const NAMED = 96; // pixels of the screen that names of communities take up at the edges
const SEATED = 1e5; // and over land, of those that have a seat there
const SHORT = 12; // letters of a line over land

/**
 * Return what is drawn at a scale.
 * @returns {{nodes: object[], edges: object[], aside: object[], written: Map<object, {box: number[]}>}}
 */
export function compose(app, paper, places, scale) {
  const { model, state, visible, say } = app;
  const view = { model, state, visible, say, paper, places, written: new Map(), scale, swelling: swelling(scale) };
  const most = Math.max(1, ...visible.groups.map((group) => group.nodes.length));
  const roomy = state.layout === "network" && state.size === "same" && !visible.groups.length;
  view.written = written([...nodeNames(view), ...groupNames(view, most)], scale, roomy, ...(state.layout === "geography" ? spots(view) : []));
  return {
    nodes: [...visible.nodes.map((node) => paintNode(node, view)), ...visible.groups.map((group) => paintGroup(group, view, most))],
    edges: [...relations(view), ...paintTies(visible.groups, view)],
    aside: visible.nodes.filter((node) => places.aside?.nodes.has(node)).map((node) => paintAside(node, view)),
    written: view.written,
  };
}

function nodeNames(view) {
  const { state, visible, say, places } = view;
  const asked = new Set([state.focus, ...(state.path ?? []), ...(state.shared ?? [])]);
  const rank = (node) => {
    if (asked.has(node.id)) return FIRST;
    if (visible.near && !visible.near.has(node)) return -1;
    if (state.layout === "geography" && isUnit(node)) return visible.near ? 0 : -1;
    return (node.geo && state.layout === "geography" ? SEATED : 0) + (visible.near ? NEAR : 0) + (node.measures?.degree ?? node.edges.length);
  };
  return visible.nodes
    .filter((node) => (!node.hub || asked.has(node.id)) && !places.aside?.nodes.has(node))
    .map((node) => ({
      thing: node, seated: Boolean(node.geo), text: nameOf(node, view), ...places.of.get(node),
      size: drawnSize(node, view), rank: rank(node),
    }));
}

// Over land, neighbours stand close: their names are broken into short lines, and do not repeat what their shape says.
function nameOf({ lines, name, type }, { state, say }) {
  if (state.layout !== "geography") return label(say.pick(lines));
  const [whole, end] = [say.pick(name), ` ${say.pick(type.name)}`];
  const tail = whole.slice(-end.length).toLowerCase() === end.toLowerCase();
  return label(wrapped(tail ? whole.slice(0, -end.length) : whole, SHORT));
}

/** Return where the shapes are that names keep clear of, all that is not faded, and of these the ones at their seats. */
function spots(view) {
  const { visible, places } = view;
  const shown = visible.nodes.filter((node) => !node.hub && (!visible.near || visible.near.has(node)) && !places.aside?.nodes.has(node));
  const boxes = (nodes) => nodes.map((node) => [places.of.get(node), drawnSize(node, view)]).map(([{ x, y }, size]) => [x - size, y - size, x + size, y + size]);
  return [boxes(shown), boxes(shown.filter((node) => node.geo))];
}

function groupNames({ visible, say, scale }, most) {
  return visible.groups.map((group) => {
    const { x, y, name } = group.community;
    const text = label(wrapped(say.filled("community_of", { name, n: group.nodes.length })));
    return { thing: group, text, x, y, size: groupSize(group, most, scale), rank: NEAR + group.nodes.length };
  });
}

/** Return the relations, those to the node itself in rings around each other. */
function relations(view) {
  const loops = new Map();
  return view.visible.edges.map((edge) => {
    if (edge.source !== edge.target) return paintEdge(edge, view);
    const before = loops.get(edge.source) ?? 0;
    loops.set(edge.source, before + 1);
    return paintEdge(edge, view, before);
  });
}

/** Return the id on the canvas of what is named at a point of it. */
export function nameAt(scene, { x, y }) {
  for (const [thing, { box: [left, top, right, bottom] }] of scene?.written ?? []) {
    if (x >= left && x <= right && y >= top && y <= bottom) return thing.community && thing.nodes ? groupId(thing.community) : thing.id;
  }
  return scene?.aside.find((row) => x >= row.x && x <= row.x + row.width && Math.abs(y - row.y) < row.font * 0.7)?.node.id;
}

/**
 * Return where a camera of this size stands: where the person left it, with the focus in the middle, around the chosen
 * relation or the paths, or so that everything is in sight. Null where nothing is drawn.
 */
export function aim({ model, state, visible }, places, size) {
  if (state.at) return { position: { x: state.at.x, y: state.at.y }, scale: state.at.scale };
  const at = (node) => places.of.get(node);
  const ends = (node) => (places.aside?.nodes.has(node) ? [at(node), { x: at(node).x + places.aside.width, y: at(node).y }] : [at(node)]);
  const focus = model.nodeOf.get(state.focus);
  const near = [...(visible.near ?? [])].flatMap(ends);
  if (focus && !state.path && !state.shared && state.layout === "network") return centred(at(focus), near, size);
  if (near.length) return framed(near, size);
  if (places.box.length) return framed(geographic(places), size);
  const all = [...visible.nodes.map(at), ...visible.groups.map((group) => group.community)];
  const room = visible.groups.length ? { width: size.width - NAMED, height: size.height - NAMED } : size;
  return all.length ? framed(all, room) : null;
}

/** Return the corners of the land, and those of the list aside as far down as half a map below it. */
function geographic({ of, aside, box }) {
  const lowest = box[1].y + (box[1].y - box[0].y) / 2;
  const rows = [...(aside?.nodes ?? [])].map((node) => of.get(node)).filter(({ y }) => y <= lowest);
  return [...box, ...rows.flatMap(({ x, y }) => [{ x, y }, { x: x + aside.width, y }])];
}
