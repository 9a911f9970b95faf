import assert from "node:assert/strict";
import { test } from "node:test";

import { isIn } from "../../../src/samspil/maps/script/sight.js";

const WINDOW = { left: 0, top: 0, right: 100, bottom: 100 };
const end = (x, y) => ({ x, y, options: { size: 10 } });
const line = (from, to, smooth = false) => ({ from, to, options: { smooth, selfReference: { size: 16 } } });

test("a line across the window is drawn although both its ends are outside", () => {
  assert.equal(isIn(WINDOW, line(end(-50, 50), end(150, 60))), true);
});

test("a line beside the window is not drawn, on any of its four sides", () => {
  const beside = [[end(-50, 0), end(-1, 100)], [end(101, 0), end(150, 100)], [end(0, -50), end(100, -1)], [end(0, 101), end(100, 150)]];
  for (const [from, to] of beside) assert.equal(isIn(WINDOW, line(from, to)), false);
});

test("a line that bends into the window is drawn", () => {
  const ends = [end(-20, -200), end(-20, 300)];
  assert.equal(isIn(WINDOW, line(...ends)), false);
  assert.equal(isIn(WINDOW, line(...ends, { enabled: true, type: "curvedCW", roundness: 0.22 })), true);
});

test("a relation to itself is drawn as far as its ring reaches", () => {
  const [near, far] = [end(-30, 50), end(-60, 50)];
  assert.equal(isIn(WINDOW, line(near, near)), true);
  assert.equal(isIn(WINDOW, line(far, far)), false);
});
