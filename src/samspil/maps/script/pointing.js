// Mouse and touch on the map: what lies under a point, a click chooses it, a second one right after walks on.

// A second click within so many milliseconds and pixels is one with the first.
const AGAIN = 400;
const NEAR = 12;

/**
 * @param {import("vis-network").Network} network
 * @param {{choose: Function, walkOn: Function, letGo: Function, nameAt: (point: {x: number, y: number}) => string|undefined,
 *   moved: Function}} hand
 */
export function point(network, element, hand) {
  let last = NONE;
  const under = ({ DOM, canvas }) => network.getNodeAt(DOM) ?? hand.nameAt(canvas);
  network.on("click", ({ pointer }) => {
    // After the first click of two the map has moved under the mouse: the second means the same node.
    if (isSecond(pointer.DOM, last)) return;
    const node = under(pointer);
    const edge = node === undefined ? network.getEdgeAt(pointer.DOM) : undefined;
    last = node === undefined ? NONE : { node, time: performance.now(), ...pointer.DOM };
    if (node !== undefined) hand.choose(node);
    else if (edge !== undefined) hand.chooseEdge(edge);
    else hand.letGo();
  });
  network.on("doubleClick", ({ pointer }) => {
    const node = last.node ?? under(pointer);
    last = NONE;
    if (node !== undefined) hand.walkOn(node);
  });
  network.on("dragEnd", hand.moved);
  network.on("zoom", hand.moved);
  network.on("hoverNode", () => element.classList.add("pointing"));
  network.on("blurNode", () => element.classList.remove("pointing"));
  wheelAfterClick(element);
}

const NONE = { node: undefined, time: -Infinity, x: 0, y: 0 };

const isSecond = ({ x, y }, last) => performance.now() - last.time < AGAIN && Math.hypot(x - last.x, y - last.y) < NEAR;

/** The wheel scrolls the page until the map has been clicked; with Ctrl it always zooms. */
function wheelAfterClick(element) {
  let active = false;
  element.addEventListener("pointerdown", () => { active = true; });
  element.addEventListener("pointerleave", () => { active = false; });
  element.addEventListener("wheel", (event) => { if (!active && !event.ctrlKey) event.stopPropagation(); }, { capture: true });
}
