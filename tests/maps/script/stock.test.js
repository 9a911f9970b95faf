// What is on the canvas is changed by its difference only.

import assert from "node:assert/strict";
import test from "node:test";

import { stock } from "../../../src/samspil/maps/script/stock.js";

function recorder() {
  const told = [];
  return { told, add: (items) => told.push(["add", items]), update: (items) => told.push(["update", items]) };
}

test("only what differs is told", () => {
  const set = recorder();
  const kept = stock(set);
  const [a, b] = [{ id: "a", hidden: false, size: 1 }, { id: "b", hidden: false, size: 1 }];
  kept.put([a, b]);
  kept.put([{ ...a }, { ...b, size: 2 }]);
  kept.put([{ ...a }, { ...b, size: 2 }]);
  assert.deepEqual(set.told, [["add", [a, b]], ["update", [{ ...b, size: 2 }]]]);
});

test("what leaves is hidden once, and shown again when it comes back", () => {
  const set = recorder();
  const kept = stock(set);
  const a = { id: "a", hidden: false };
  kept.put([a]);
  kept.put([]);
  kept.put([]);
  kept.put([a]);
  assert.deepEqual(set.told, [["add", [a]], ["update", [{ id: "a", hidden: true }]], ["update", [a]]]);
});
