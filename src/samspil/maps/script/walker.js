// A ring that walks over the map by keyboard, from neighbour to neighbour of the focus or, without one, from node to
// node. It says where it stands, in a region that screen readers read aloud; Enter chooses what it stands on.

import { relationsOf } from "./amount.js";
import { towards } from "./keyboard.js";
import { groupId } from "./paint.js";

/** Return what the keys do with the ring, and how it is painted. */
export function walker(map, steer) {
  const { app, root, network } = map;
  let here = null; // the node or community under the ring
  const move = (spot) => {
    here = spot;
    network.redraw();
    document.getElementById("said").textContent = spot ? said(app, spot.thing) : "";
  };
  root.addEventListener("blur", () => here && move(null));
  const walk = (direction) => {
    const all = spots(app, map.places);
    const from = all.find((spot) => same(spot, here)) ?? all.find((spot) => spot.thing.id === app.state.focus);
    if (!from) return steer.pan(direction);
    const found = towards(from, all.filter((spot) => spot !== from), direction);
    if (found) bringIn(map, found, steer);
    return found && move(found);
  };
  const enter = () => {
    const spot = spots(app, map.places).find((one) => same(one, here));
    if (!spot) return move(start(app, map.places));
    return steer.walkOn(idOf(spot.thing));
  };
  return { walk, enter, paint: (ctx, paper) => here && ring(ctx, here, paper, network.getScale()) };
}

const same = (one, other) => Boolean(other) && one.thing === other.thing;
const idOf = (thing) => (thing.nodes ? groupId(thing.community) : thing.id);

/** Return what the ring can stand on: what is near the focus, or all that is drawn. */
function spots({ visible }, places) {
  const nodes = visible.near ? [...visible.near].filter((node) => places.of.has(node)) : visible.nodes;
  return [
    ...nodes.map((thing) => ({ thing, ...places.of.get(thing) })),
    ...visible.groups.map((thing) => ({ thing, x: thing.community.x, y: thing.community.y })),
  ];
}

/** Return where the ring begins: on the focus, or on the best connected. */
function start(app, places) {
  const all = spots(app, places);
  const weight = ({ thing }) => (thing.id === app.state.focus ? Infinity : thing.nodes?.length ?? thing.edges.length);
  return all.reduce((best, spot) => (!best || weight(spot) > weight(best) ? spot : best), null);
}

function said({ say }, thing) {
  if (thing.nodes) return say.filled("community_of", { name: thing.community.name, n: thing.nodes.length });
  return say.filled("ring_on", { name: thing.name, type: thing.type.name, n: relationsOf(thing.edges) });
}

/** Move the map where the ring would leave it. */
function bringIn({ network, root }, { x, y }, steer) {
  const at = network.canvasToDOM({ x, y });
  const outside = at.x < 40 || at.y < 40 || at.x > root.clientWidth - 40 || at.y > root.clientHeight - 40;
  if (outside) steer.show({ x, y });
}

function ring(ctx, { thing, x, y }, paper, scale) {
  ctx.beginPath();
  ctx.arc(x, y, (thing.size ?? 30) + 7 / scale, 0, 2 * Math.PI);
  ctx.lineWidth = 3 / scale;
  ctx.strokeStyle = paper.accent;
  ctx.stroke();
}
