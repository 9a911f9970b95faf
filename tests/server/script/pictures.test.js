import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange } from "../../../src/samspil/server/script/forces.js";
import { placeForPrefix } from "../../../src/samspil/server/script/prefixes.js";
import { scale, ticks } from "../../../src/samspil/server/script/scale.js";
import { addressOfState, readFragment } from "../../../src/samspil/server/script/share.js";

test("ticks are round, hold every value, and zero", () => {
  assert.deepEqual(ticks([1, 5]), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(ticks([-3, 12]), [-5, 0, 5, 10, 15]);
  assert.deepEqual(ticks([0.1, 0.3]), [0, 0.1, 0.2, 0.3]);
  assert.deepEqual(ticks([0]), [0, 1]);
  assert.equal(scale(0, 10, 100, 200)(5), 150);
});

test("the same network is the same picture, and all of it is in sight", () => {
  const ties = [[0, 1], [0, 2], [0, 3], [4, 5]];
  const places = arrange(7, ties);
  assert.deepEqual(places, arrange(7, ties));
  assert.ok(places.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1));
});

test("what is tied stands nearer than what is not", () => {
  const places = arrange(6, [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5]]);
  const far = (a, b) => Math.hypot(places[a].x - places[b].x, places[a].y - places[b].y);
  assert.ok(far(0, 1) < far(0, 4));
});

test("nodes at one point and a tie with itself do no harm", () => {
  assert.ok(arrange(2, [[0, 0], [0, 1]]).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  assert.equal(arrange(0, []).length, 0);
});

test("a question as it is has a short address, a changed one its text in the fragment", () => {
  const state = { path: "/da/query", question: "agreements/in-force", given: { on: "2024-03-01" }, text: "ASK {}", view: "table" };
  assert.equal(addressOfState({ ...state, isChanged: false }), "/da/query?question=agreements/in-force&on=2024-03-01");
  assert.equal(addressOfState({ ...state, isChanged: true, view: "raw" }), "/da/query#query=ASK+%7B%7D&view=raw");
});

test("a fragment says what an address said", () => {
  const query = "SELECT * { ?a ?b 'æ&#%+' }\n";
  const address = addressOfState({ path: "", question: "", given: {}, isChanged: false, text: query, view: "network" });
  assert.deepEqual(readFragment(address), { query, view: "network" });
  assert.deepEqual(readFragment(""), { query: null, view: "table" });
});

test("a prefix goes after those that are there, and after the first comments", () => {
  assert.equal(placeForPrefix("# a\nPREFIX a: <b>\nASK {}"), 2);
  assert.equal(placeForPrefix("# a\n\nASK {}"), 2);
  assert.equal(placeForPrefix(""), 0);
});
