// Places for a small network: what is tied stands near, what is not keeps away. Without chance, so that the same answer
// is the same picture (after Fruchterman and Reingold, 1991).

const ROUNDS = 220;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Return a place for each of `count` nodes, within 0 and 1.
 * @param {number} count
 * @param {[number, number][]} ties
 * @returns {{x: number, y: number}[]}
 */
export function arrange(count, ties) {
  const degree = Array(count).fill(0);
  for (const end of ties.flat()) degree[end] += 1;
  const order = degree.map((_one, node) => node).sort((a, b) => degree[b] - degree[a] || a - b);
  const places = Array(count);
  // The most tied in the middle of a spiral.
  order.forEach((node, at) => {
    const far = Math.sqrt((at + 0.5) / count) / 2;
    places[node] = { x: 0.5 + far * Math.cos(at * GOLDEN), y: 0.5 + far * Math.sin(at * GOLDEN) };
  });
  const ideal = 0.9 / Math.sqrt(count || 1);
  for (let round = 0; round < ROUNDS; round += 1) move(places, ties, ideal, 0.08 * (1 - round / ROUNDS));
  return within(places);
}

function move(places, ties, ideal, most) {
  const push = places.map(() => ({ x: 0, y: 0 }));
  for (let a = 0; a < places.length; a += 1) {
    for (let b = a + 1; b < places.length; b += 1) force(push, places, a, b, (far) => (ideal * ideal) / far);
  }
  for (const [a, b] of ties) if (a !== b) force(push, places, a, b, (far) => (-far * far) / ideal);
  places.forEach((place, at) => {
    // A little towards the middle, so that parts without a tie stay in sight.
    const x = push[at].x + (0.5 - place.x) * ideal;
    const y = push[at].y + (0.5 - place.y) * ideal;
    const size = Math.hypot(x, y) || 1;
    place.x += (x / size) * Math.min(size, most);
    place.y += (y / size) * Math.min(size, most);
  });
}

function force(push, places, a, b, strength) {
  const x = places[a].x - places[b].x || 1e-4 * (a - b);
  const y = places[a].y - places[b].y;
  const far = Math.max(Math.hypot(x, y), 1e-3);
  const by = strength(far) / far;
  push[a].x += x * by;
  push[a].y += y * by;
  push[b].x -= x * by;
  push[b].y -= y * by;
}

function within(places) {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const fit = (value, all) => (Math.max(...all) - Math.min(...all) < 1e-9 ? 0.5 : (value - Math.min(...all)) / (Math.max(...all) - Math.min(...all)));
  return places.map(({ x, y }) => ({ x: fit(x, xs), y: fit(y, ys) }));
}
