// Movement that explains: nodes glide from where they stood to where they stand, in 300 milliseconds.

const LONG = 300;

/** Let nodes glide; the network holds their new places already. `from` and `to` are places by node. */
export function glide(network, nodes, from, to) {
  const drawn = nodes.map((node) => [network.body.nodes[node.id], from.get(node), to.get(node)]);
  const begun = performance.now();
  const step = (now) => {
    const share = Math.min(1, Math.max(0, (now - begun) / LONG));
    const eased = share * share * (3 - 2 * share);
    for (const [one, before, after] of drawn) {
      one.x = before.x + (after.x - before.x) * eased;
      one.y = before.y + (after.y - before.y) * eased;
    }
    network.redraw();
    if (share < 1) requestAnimationFrame(step);
  };
  step(begun);
}
