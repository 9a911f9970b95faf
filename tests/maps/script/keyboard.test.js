// Walking over the map by arrow keys.

import assert from "node:assert/strict";
import test from "node:test";

import { towards } from "../../../src/samspil/maps/script/keyboard.js";

const HERE = { x: 0, y: 0 };
const [RIGHT, DOWN] = [[1, 0], [0, 1]];

test("the nearest one ahead is taken", () => {
  const [near, far] = [{ x: 50, y: 5 }, { x: 90, y: 0 }];
  assert.equal(towards(HERE, [far, near], RIGHT), near);
});

test("one straight ahead goes before a nearer one aside", () => {
  const [straight, aside] = [{ x: 80, y: 0 }, { x: 40, y: 45 }];
  assert.equal(towards(HERE, [aside, straight], RIGHT), straight);
});

test("what lies behind, or nearly across, is not ahead", () => {
  assert.equal(towards(HERE, [{ x: -5, y: 0 }, { x: 10, y: 80 }], RIGHT), null);
  assert.deepEqual(towards(HERE, [{ x: -5, y: 0 }, { x: 10, y: 80 }], DOWN), { x: 10, y: 80 });
});
