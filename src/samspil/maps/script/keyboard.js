// The map by keyboard: an own ring walks from node to node, Enter chooses, plus and minus zoom, zero shows everything.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Return what lies best in a direction: near, and more ahead than aside; null where nothing does.
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}[]} others
 * @param {[number, number]} direction
 */
export function towards(from, others, [dx, dy]) {
  let [best, least] = [null, Infinity];
  for (const other of others) {
    const ahead = (other.x - from.x) * dx + (other.y - from.y) * dy;
    const aside = Math.abs((other.x - from.x) * dy) + Math.abs((other.y - from.y) * dx);
    const cost = ahead + 2.5 * aside;
    if (ahead > 0 && aside <= 1.5 * ahead && cost < least) [best, least] = [other, cost];
  }
  return best;
}

/**
 * Listen for keys on the map. `hand` does what they mean: walk(direction), pan(direction), zoom(factor), whole(),
 * enter(), letGo() -> whether there was something to let go of.
 */
export function listen(element, hand) {
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const does = step ? () => (event.shiftKey ? hand.pan(step) : hand.walk(step)) : keys(hand)[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
}

const keys = (hand) => ({
  "+": () => hand.zoom(1.3),
  "=": () => hand.zoom(1.3),
  "-": () => hand.zoom(1 / 1.3),
  "0": hand.whole,
  Enter: hand.enter,
  " ": hand.enter,
});
