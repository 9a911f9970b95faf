// What the reader is told about a view.

import assert from "node:assert/strict";
import test from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { notices } from "../../../src/samspil/maps/script/notices.js";
import { readState } from "../../../src/samspil/maps/script/state.js";
import { visible } from "../../../src/samspil/maps/script/visible.js";
import { bigWire, wire } from "./fixture.js";

function said(fragment, data = wire()) {
  const model = readModel(data);
  const state = readState(fragment, model);
  return notices({ model, state, visible: visible(model, state) }).map(({ word, gaps }) => [word, gaps]);
}

test("a whole map needs no notice", () => {
  assert.deepEqual(said(""), []);
});

test("what an address asked for in vain is named", () => {
  assert.deepEqual(said("focus=actor/nobody"), [["notice_unknown", { ids: "actor/nobody" }]]);
});

test("where filters leave nothing, it says so", () => {
  assert.deepEqual(said("text=findesikke"), [["notice_nothing", {}]]);
});

test("in geography, the actors without a place are counted", () => {
  const aside = wire().nodes.geo.filter((geo, at) => !geo && !wire().nodes.hub[at]).length;
  assert.deepEqual(said("layout=geography"), [["notice_aside", { n: aside }]]);
});

test("a network too large to draw at once says how many stand in how many groups", () => {
  assert.deepEqual(said("", bigWire(2000, 3000)), [["notice_communities", { n: 20, all: 2000 }]]);
});
