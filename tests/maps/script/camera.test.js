// Where the camera stands: everything in sight with its name, never nearer than a name needs.

import assert from "node:assert/strict";
import test from "node:test";

import { centred, framed } from "../../../src/samspil/maps/script/camera.js";

const SIZE = { width: 900, height: 600 };
const sees = ({ position, scale }, { x, y }) =>
  Math.abs(x - position.x) * scale <= SIZE.width / 2 && Math.abs(y - position.y) * scale <= SIZE.height / 2;

test("every point is in sight, with its name under it", () => {
  const points = [{ x: -900, y: 40 }, { x: 2100, y: 80 }, { x: 10, y: -700 }];
  const camera = framed(points, SIZE);
  assert.ok(points.every((point) => sees(camera, { x: point.x, y: point.y + 60 })));
});

test("a single point is not blown up", () => {
  assert.equal(framed([{ x: 5, y: 5 }], SIZE).scale, 1.15);
});

test("a camera without room still has a scale", () => {
  assert.equal(framed([{ x: 0, y: 0 }, { x: 9, y: 9 }], { width: 0, height: 0 }).scale, 0.006);
});

test("the focus is in the middle and its neighbours are in sight", () => {
  const camera = centred({ x: 100, y: 100 }, [{ x: 400, y: 100 }, { x: 100, y: -150 }], SIZE);
  assert.deepEqual(camera.position, { x: 100, y: 100 });
  assert.ok(sees(camera, { x: 400, y: 160 }) && sees(camera, { x: 100, y: -150 }));
});

test("far neighbours do not make names unreadable", () => {
  assert.equal(centred({ x: 0, y: 0 }, [{ x: 9000, y: 0 }], SIZE).scale, 0.5);
});
