// Which names are written, and how large. Where the layout has room for all of them, all are. Where they would be too
// small to read, the few that say most are written large enough instead: the one in focus, then the best connected, as
// many as stand clear of each other.

export const FONT = 15; // pixels, the size that the layout made room for
const MOST = 16; // pixels that a name can grow to in that room
const READABLE = 7; // pixels on the screen
const EASY = 9.5; // pixels on the screen that are read with ease
const WRITTEN = 12.5; // pixels on the screen of a name that is written although the map is far away
const CLOSE = 11.5; // the same over land, where neighbours stand close
const LETTER = 0.56; // mean width of a letter
const LINE = 1.2; // height of a line
const FEW = 36;
const LINES = 6; // of a name; the rest is read in the details

/** Return a name in its lines, as the map writes it. */
export function label(text) {
  const lines = text.split("\n");
  return lines.length <= LINES ? text : `${lines.slice(0, LINES).join("\n")}…`;
}

/**
 * Return the names to write.
 * @param {{thing: object, text: string, x: number, y: number, size: number, rank: number}[]} candidates  rank: higher first,
 *   below zero only where there is room for all
 * @param {number} scale  of the camera
 * @param {boolean} roomy  whether the layout made room for every name
 * @param {number[][]} spots  boxes of shapes that names keep clear of; with these, a name may also stand above its shape
 * @param {number[][]} firm  those of them that the name of one at its seat may not even cover where it has no other place
 * @returns {Map<object, {font: number, box: number[], text: string, above: boolean}>} each written one to its size and its
 *   box: left, top, right, bottom
 */
export function written(candidates, scale, roomy, spots = [], firm = []) {
  if (roomy && FONT * scale >= READABLE) return everyName(candidates, Math.round(Math.min(MOST, Math.max(FONT, EASY / scale))));
  const font = Math.max(FONT, Math.round((spots.length ? CLOSE : WRITTEN) / scale));
  const found = new Map();
  const [all, few] = [spots, firm].map((boxes) => grid(font * 8, boxes));
  const ordered = candidates.filter((one) => one.rank >= 0).sort((one, other) => other.rank - one.rank);
  for (const one of ordered) {
    if (found.size >= FEW) break;
    const sides = spots.length ? [false, true] : [false];
    const tries = [all, ...(one.seated ? [few] : [])].flatMap((taken) => sides.map((above) => ({ taken, above, box: boxOf(one, font, above) })));
    const free = tries.find(({ taken, box }) => !taken.meets(box));
    if (!free) continue;
    for (const taken of [all, few]) taken.add(free.box);
    found.set(one.thing, { font, box: free.box, text: one.text, above: free.above });
  }
  return found;
}

const everyName = (candidates, font) => new Map(candidates.map((one) => [one.thing, { font, box: boxOf(one, font), text: one.text, above: false }]));

function boxOf({ text, x, y, size }, font, above = false) {
  const lines = text.split("\n");
  const half = (Math.max(...lines.map((line) => line.length)) * font * LETTER) / 2;
  const height = lines.length * font * LINE;
  const top = above ? y - size - 2 - height : y + size + 2;
  return [x - half, top, x + half, top + height];
}

/** Boxes by the squares that they touch, so that a thousand of them are compared with few. */
function grid(side, boxes) {
  const squares = new Map();
  const touched = ([left, top, right, bottom]) => {
    const keys = [];
    for (let x = Math.floor(left / side); x <= right / side; x += 1) {
      for (let y = Math.floor(top / side); y <= bottom / side; y += 1) keys.push(`${x} ${y}`);
    }
    return keys;
  };
  const apart = (one, other) => one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];
  const add = (box) => touched(box).forEach((key) => squares.set(key, [...(squares.get(key) ?? []), box]));
  boxes.forEach(add);
  return {
    add,
    meets: (box) => touched(box).some((key) => (squares.get(key) ?? []).some((other) => !apart(box, other))),
  };
}
