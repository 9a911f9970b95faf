// How a node, a relation and a community look under a state, as options of vis-network. Pure: the same state gives the
// same options, so that only what differs from what is drawn has to be told to the canvas.

import { FONT, label } from "./labels.js";
import { communityColour, mixed, radius, sizeOf } from "./palette.js";
import { statusOn } from "./time.js";

const WHISPER = 0.86; // how much of the paper is in what is not in focus
const CROWD = 800; // past so many relations, lines let each other through
const DOTTED = [2, 5];
const SEEN = 2.5; // pixels on the screen of a pattern that is seen
const GAP = 8; // pixels between a shape and a name on it, and the same below
const DISC = 0.36; // size on the screen of a community that is far away, by its radius
const NEVER = 1e6; // a name that is written when it is as large as this is not written

/**
 * `scale` is that of the camera, `swelling` how much larger than they are nodes are drawn, for they are far away.
 * @typedef {{model: object, state: object, visible: object, say: object, paper: object, places: object,
 *   written: Map<object, {font: number}>, scale: number, swelling: number}} View
 */

/** Return the id of a community on the canvas; no id of a node begins with a blank. */
export const groupId = (community) => ` community ${community.id}`;

/** Return how a node looks. @param {View} view */
export function paintNode(node, view) {
  const { state, visible, say, paper } = view;
  const faded = Boolean(visible.near && !visible.near.has(node));
  const chosen = node.id === state.focus || Boolean(state.path?.includes(node.id)) || Boolean(state.shared?.includes(node.id));
  const faint = (colour) => (faded ? mixed(colour, paper.paper, WHISPER) : colour);
  return {
    id: node.id,
    ...view.places.of.get(node),
    hidden: false,
    shape: node.shape === "rounded" ? "custom" : node.shape,
    size: drawnSize(node, view),
    ...naming(label(say.pick(node.lines)), view.written.get(node), faint(paper.ink), paper, drawnSize(node, view)),
    title: `${say.pick(node.name)}\n${say.pick(node.type.name)}`,
    borderWidth: chosen ? 4 : node.hub ? 0 : node.type.shape === "ring" ? 3 : 1.5,
    color: { background: faint(fill(node, view)), border: chosen ? paper.accent : faint(paper.quiet) },
  };
}

const SMALL = 8; // radius of one that stands in a list
const ROW = 20; // beside a name of this height

/** Say whether a node stands over land at what it is a part of, or between the parties of what meets in it. */
export const isUnit = (node) => !node.geo && !node.bears.length;

/** Return the radius with which a node is drawn. @param {View} view */
export function drawnSize(node, { state, model, places, swelling }) {
  const size = sizeOf(node, state, model);
  if (places.aside?.nodes.has(node)) return Math.min(size, SMALL) * (places.aside.font / ROW);
  return size * (state.layout === "geography" && isUnit(node) ? 1 : swelling);
}

/** Return the name beside a node that stands in the list of those aside. @param {View} view */
export function paintAside(node, { state, visible, say, paper, places }) {
  const faded = visible.near && !visible.near.has(node) && node.id !== state.focus;
  const name = say.pick(node.name);
  const text = name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`;
  const { font, width } = places.aside;
  return { node, text, font, width, ...places.of.get(node), colour: faded ? mixed(paper.ink, paper.paper, WHISPER) : paper.ink };
}

const LONGEST = 27; // letters of a name in a list; a pointer on it reads the whole

function fill(node, { state, model, paper }) {
  if (node.hub) return node.type.line[paper.index];
  return state.colour === "community" ? communityColour(model, node.community) : node.type.fill[paper.index];
}

// A name stands under its shape, or on it where there is no room below.
function naming(text, written, colour, paper, size = 0) {
  const said = written?.text ?? text;
  const rise = written?.above ? said.split("\n").length * written.font + 2 * size + GAP : 0;
  return {
    label: said || " ",
    font: { vadjust: 1 - Math.round(rise), size: written?.font ?? FONT, color: colour, strokeColor: paper.paper, strokeWidth: Math.max(3, (written?.font ?? 0) / 5) },
    scaling: { label: { drawThreshold: written ? 0 : NEVER } },
  };
}

/** Return how a relation looks; `loop` counts the relations to itself that its node has before this one. @param {View} view */
export function paintEdge(edge, view, loop = 0) {
  const { state, visible, say, paper } = view;
  const faded = Boolean(visible.nearEdges && !visible.nearEdges.has(edge));
  const doubted = Boolean(state.on) && statusOn(edge.bounds, state.on, edge.edtf) === "possible";
  const aside = view.places.aside?.nodes;
  const clear = visible.near ? 1 : aside?.has(edge.source) || aside?.has(edge.target) ? 0.2 : visible.edges.length > CROWD ? 0.5 : 1;
  const said = [edge.name, edge.type.name, edge.period].map(say.pick).filter((line, at, all) => line && all.indexOf(line) === at);
  return {
    id: edge.id,
    from: edge.source.id,
    to: edge.target.id,
    hidden: false,
    title: said.join("\n"),
    width: (edge.type.width + (edge.id === state.relation ? 3 : 0)) * (faded ? 0.6 : 1),
    color: { color: edge.type.line[paper.index], opacity: faded ? 0.12 : clear * (doubted ? 0.55 : 1), inherit: false },
    dashes: dashed(doubted ? DOTTED : edge.type.dash, view.scale),
    arrows: edge.type.directed ? "to" : "",
    smooth: bend(state.layout === "geography" && !edge.curve ? 0 : edge.curve),
    selfReference: { size: 16 + 7 * loop, angle: Math.PI / 4, renderBehindTheNode: true },
  };
}

// A pattern too fine to be seen from here costs half of the time of a frame, and shows nothing.
const dashed = (dash, scale) => (dash.reduce((sum, part) => sum + part, 0) * scale < SEEN ? false : dash);

const bend = (curve) => curve !== 0 && { enabled: true, type: curve > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(curve) };

/** Return the radius of a community, which is seen from however far. */
export const groupSize = (group, most, scale) => Math.round(radius(group.nodes.length / most) * Math.max(3, DISC / scale));

/** Return how a community looks that stands for its members; `most` is the size of the largest. @param {View} view */
export function paintGroup(group, view, most) {
  const { model, say, paper } = view;
  const { community } = group;
  const name = say.filled("community_of", { name: community.name, n: group.nodes.length });
  return {
    id: groupId(community),
    x: Math.round(community.x),
    y: Math.round(community.y),
    hidden: false,
    shape: "dot",
    size: groupSize(group, most, view.scale),
    ...naming(label(wrapped(name)), view.written.get(group), paper.ink, paper),
    title: `${name}\n${say.word("community_open")}`,
    borderWidth: 2,
    color: { background: communityColour(model, community), border: paper.quiet },
  };
}

/** Return a name in lines of about sixteen letters, or of fewer than `most`. */
export function wrapped(name, most = 18) {
  const lines = [""];
  for (const part of name.split(" ")) {
    const last = lines.length - 1;
    if (lines[last] && lines[last].length + part.length >= most) lines.push(part);
    else lines[last] = lines[last] ? `${lines[last]} ${part}` : part;
  }
  return lines.join("\n");
}

/** Return the lines between communities and what they are tied to, as wide as they are many. @param {View} view */
export function paintTies(groups, view) {
  return strongest(groups).map(({ from, other, count }) => {
    const to = other.edges ? other.id : groupId(other);
    return {
      id: `${groupId(from)} ${to}`,
      from: groupId(from),
      to,
      hidden: false,
      title: view.say.counted("relations_between", count),
      width: Math.min(14, 1 + Math.sqrt(count)),
      color: { color: view.paper.quiet, opacity: 0.45, inherit: false },
      dashes: false,
      arrows: "",
      smooth: false,
    };
  });
}

const FEW = 4; // lines of a community: all of them would be a hairball

/** Return the ties that are among the strongest of one of their ends. */
function strongest(groups) {
  const ties = groups.flatMap(({ community, edgesTo }) => [...edgesTo].map(([other, count]) => ({ from: community, other, count })));
  const taken = new Map();
  const few = (end) => {
    taken.set(end, (taken.get(end) ?? 0) + 1);
    return taken.get(end) <= FEW;
  };
  return ties.sort((one, other) => other.count - one.count).filter(({ from, other }) => [few(from), few(other)].some(Boolean));
}
