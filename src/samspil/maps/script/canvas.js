// The map itself, drawn by vis-network, the one module that knows it. Physics is off: places are given. What a state
// looks like comes from scene.js; here it is put on the canvas by its difference, and the camera moves to it.

import { DataSet } from "vis-data/esnext/esm/vis-data.js";
import { Network } from "vis-network/esnext/esm/vis-network.js";

import { coast } from "./coast.js";
import { listen } from "./keyboard.js";
import { glide } from "./motion.js";
import { PAPERS } from "./palette.js";
import { places } from "./places.js";
import { point } from "./pointing.js";
import { aim, compose, nameAt } from "./scene.js";
import { onlySeen } from "./sight.js";
import { stock } from "./stock.js";
import { walker } from "./walker.js";

// A change of one of these is a change of view, and moves the camera; filters leave it where it is.
const VIEWS = ["focus", "relation", "steps", "direction", "path", "shared", "layout", "open", "story", "at"];
const PRINT_RATIO = 3; // pixels of the canvas for each of the page, so that print is sharp
const REST = 150; // milliseconds without a move, after which the camera counts as standing

const darkness = matchMedia("(prefers-color-scheme: dark)");
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** The map in its element. */
export function canvas(app, root) {
  const data = { nodes: new DataSet(), edges: new DataSet() };
  const network = new Network(root, data, options(() => network));
  const map = {
    app, root, network, nodes: stock(data.nodes), edges: stock(data.edges),
    coast: app.model.geography && coast(app.model.geography),
    scene: null, places: null, layout: "", printing: false, light: false, size: "",
  };
  onlySeen(network);
  network.on("beforeDrawing", (ctx) => paintLand(map, ctx));
  // What the canvas does, the keys of its container do too: one stop for the keyboard, not two.
  root.querySelector(".vis-network").removeAttribute("tabindex");
  const steer = steering(map);
  const walk = walker(map, steer);
  network.on("afterDrawing", (ctx) => walk.paint(ctx, paperOf(map)));
  point(network, root, { ...steer, nameAt: (spot) => nameAt(map.scene, spot) });
  listen(root, { ...steer, ...walk });
  new ResizeObserver(() => resized(map)).observe(root);
  return {
    update: (change) => update(map, change),
    repaint: () => draw(map),
    zoom: steer.zoom,
    printing: (on) => print(map, on),
    canvas: root.querySelector("canvas"),
    scene: () => taken(map),
  };
}

const options = (network) => ({
  autoResize: false,
  physics: false,
  layout: { randomSeed: 1, improvedLayout: false },
  interaction: { dragNodes: false, hover: true, hoverConnectedEdges: false, tooltipDelay: 150, selectable: false },
  nodes: { chosen: false, ctxRenderer: rounded(network), font: { face: getComputedStyle(document.body).fontFamily, vadjust: 1 } },
  edges: { chosen: false, arrows: { to: { scaleFactor: 0.55 } }, arrowStrikethrough: false },
});

/** A square with round corners, which vis-network lacks; it then leaves the name to us too. */
const rounded = (network) => ({ ctx, id, x, y, style }) => ({
  drawNode() {
    const { size } = style;
    ctx.beginPath();
    ctx.roundRect(x - size, y - size, 2 * size, 2 * size, size / 2);
    ctx.fillStyle = style.color;
    ctx.strokeStyle = style.borderColor;
    ctx.lineWidth = style.borderWidth / network().getScale();
    ctx.fill();
    ctx.stroke();
  },
  drawExternalLabel() {
    const name = network().body.nodes[id].labelModule;
    name.calculateLabelSize(ctx, false, false, x, y, "hanging");
    name.draw(ctx, x, y + style.size + name.size.height / 2, false, false, "hanging");
  },
  nodeDimensions: { width: 2 * style.size, height: 2 * style.size },
});

const paperOf = (map) => PAPERS[darkness.matches && !map.printing ? 1 : 0];
const motion = (map) => !stillness.matches && !map.printing && { duration: 300, easingFunction: "easeInOutQuad" };

function update(map, change) {
  const { app, network } = map;
  const { layout } = app.state;
  const moves = !map.scene || VIEWS.some((name) => change.has(name));
  const before = map.layout && map.layout !== layout ? map.places.of : null;
  if (map.layout !== layout) [map.layout, map.places] = [layout, places(app.model, layout)];
  const target = moves && aim(app, map.places, sizeOf(map.root));
  const first = !map.scene;
  draw(map, target ? target.scale : network.getScale());
  lighten(map, app.visible.limit);
  if (before && motion(map)) glide(network, app.visible.nodes, before, map.places.of);
  if (target) network.moveTo({ ...target, animation: !first && motion(map) });
}

/** Past what a browser draws well, relations are left out while the map moves. */
function lighten(map, limit) {
  if (map.light === limit) return;
  map.light = limit;
  map.network.setOptions({ interaction: { hideEdgesOnDrag: limit, hideEdgesOnZoom: limit } });
}

/** Put the picture of the state on the canvas as it is seen at a scale. */
function draw(map, scale = map.network.getScale()) {
  map.scene = compose(map.app, paperOf(map), map.places, scale);
  // One frame for both: by itself each of them draws everything again.
  map.network.body.emitter.emit("_blockRedraw");
  map.nodes.put(map.scene.nodes);
  map.edges.put(map.scene.edges);
  map.network.body.emitter.emit("_allowRedraw");
  map.network.body.emitter.emit("_requestRedraw");
}

const sizeOf = (root) => ({ width: root.clientWidth, height: root.clientHeight });

/** What keys, mouse and buttons ask for. */
function steering(map) {
  const { app, network } = map;
  let waiting = 0;
  const stands = () => {
    draw(map);
    app.moved({ ...network.getViewPosition(), scale: network.getScale() });
  };
  const moved = () => {
    clearTimeout(waiting);
    waiting = setTimeout(stands, REST);
  };
  const moveTo = (target) => {
    network.moveTo({ ...target, animation: motion(map) });
    clearTimeout(waiting);
    waiting = setTimeout(stands, REST + (motion(map)?.duration ?? 0));
  };
  const open = (id) => app.change({ open: new Set([...app.state.open, id.slice(" community ".length)]) });
  const isNode = (id) => app.model.nodeOf.has(id);
  return {
    moved,
    zoom: (factor) => moveTo({ scale: network.getScale() * factor }),
    show: (position) => moveTo({ position, scale: network.getScale() }),
    pan: ([x, y]) => {
      const [at, scale] = [network.getViewPosition(), network.getScale()];
      moveTo({ position: { x: at.x + (x * 90) / scale, y: at.y + (y * 90) / scale }, scale });
    },
    whole: () => app.home(),
    choose: (id) => isNode(id) && id !== app.state.focus && app.focus(id),
    walkOn: (id) => (isNode(id) ? id !== app.state.focus && app.focus(id) : open(id)),
    chooseEdge: (id) => app.model.edgeOf.has(id) && app.change({ relation: id }),
    letGo: () => app.letGo(),
  };
}

/** Land and borders, where the map is placed by geography. */
function paintLand(map, ctx) {
  if (map.layout !== "geography" || !map.coast || !map.scene) return;
  const [heading, { aside }] = [map.places.aside, map.scene];
  map.coast(ctx, { paper: paperOf(map), scale: map.network.getScale(), say: map.app.say, heading, aside });
}

function resized(map) {
  const size = `${map.root.clientWidth} ${map.root.clientHeight}`;
  if (map.printing || !map.scene || map.size === size) return;
  map.size = size;
  fit(map);
}

function fit(map) {
  map.network.setSize("100%", "100%");
  const target = aim(map.app, map.places, sizeOf(map.root));
  draw(map, target?.scale);
  if (target) map.network.moveTo({ ...target, animation: false });
  map.network.redraw();
}

/** Before print the map takes the size of the paper and its light colours, and is drawn at once. */
function print(map, on) {
  map.printing = on;
  map.root.classList.toggle("printing", on);
  const { canvas: own } = map.network;
  if (on) own._setPixelRatio = () => { own.pixelRatio = PRINT_RATIO; };
  else delete own._setPixelRatio;
  fit(map);
}

/** Return what is drawn now, for those who write it in another format. */
function taken(map) {
  const { network, root, scene } = map;
  const [from, to] = [{ x: 0, y: 0 }, { x: root.clientWidth, y: root.clientHeight }].map((at) => network.DOMtoCanvas(at));
  return {
    nodes: scene.nodes, edges: scene.edges, aside: scene.aside,
    box: { left: from.x, top: from.y, right: to.x, bottom: to.y },
    scale: network.getScale(), paper: paperOf(map), geography: map.layout === "geography",
  };
}
