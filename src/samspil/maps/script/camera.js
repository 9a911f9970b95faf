// Where the camera stands: so that all that matters is in sight with its names, and no nearer than it need be.

// Pixels around the middle of a node that it and its name take up.
const SIDE = 68;
const ABOVE = 26;
const BELOW = 68;
const EDGE = 24; // pixels of the screen that stay free
const NEAREST = 1.15;
const FARTHEST = 0.006;
const READABLE = 0.5; // the scale at which names can still be read

/** Return the point and the scale at which a camera of this size sees all the points with their names. */
export function framed(points, { width, height }) {
  const span = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  const [left, right] = span(points.map((point) => point.x));
  const [top, bottom] = span(points.map((point) => point.y));
  const position = { x: (left + right) / 2, y: (top - ABOVE + bottom + BELOW) / 2 };
  const scales = [(width - EDGE) / (right - left + 2 * SIDE), (height - EDGE) / (bottom - top + ABOVE + BELOW)];
  return { position, scale: Math.max(FARTHEST, Math.min(NEAREST, ...scales)) };
}

/** Return the scale at which a camera that stands on one point sees the others too, as long as names can be read. */
export function centred(position, points, { width, height }) {
  const scales = points.flatMap(({ x, y }) => [
    (width - EDGE) / 2 / (Math.abs(x - position.x) + SIDE),
    (height - EDGE) / 2 / Math.max(y - position.y + BELOW, position.y - y + ABOVE),
  ]);
  return { position, scale: Math.max(READABLE, Math.min(NEAREST, ...scales)) };
}
