// Sizes by measure and colours of communities.

import assert from "node:assert/strict";
import test from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { communityColour, mixed, sizeOf } from "../../../src/samspil/maps/script/palette.js";
import { emptyState } from "../../../src/samspil/maps/script/state.js";
import { AARHUS, HUB, NORDDJURS, bigWire, wire } from "./fixture.js";

test("the area of a node grows with its measure, from the smallest radius to the largest", () => {
  const model = readModel(wire());
  const state = { ...emptyState(model), size: "degree" };
  const [most, some] = [NORDDJURS, AARHUS].map((id) => sizeOf(model.nodeOf.get(id), state, model));
  assert.equal(most, 34);
  assert.ok(Math.abs((some ** 2 - 81) / (34 ** 2 - 81) - 2 / 5) < 0.01);
});

test("where everybody measures zero, everybody is small", () => {
  const data = wire();
  data.nodes.betweenness = data.nodes.betweenness.map((value) => (value === null ? null : 0));
  const model = readModel(data);
  assert.equal(sizeOf(model.nodeOf.get(NORDDJURS), { ...emptyState(model), size: "betweenness" }, model), 9);
});

test("a cooperation keeps its size", () => {
  const model = readModel(wire());
  assert.equal(sizeOf(model.nodeOf.get(HUB), { ...emptyState(model), size: "degree" }, model), 6);
});

test("the eight largest communities have colours of their own, the others are grey", () => {
  const model = readModel(bigWire(1200, 10));
  const colours = model.communities.map((community) => communityColour(model, community));
  assert.equal(new Set(colours).size, 9);
  assert.deepEqual(new Set(colours.slice(8)), new Set(["#CCCCCC"]));
  assert.equal(communityColour(model, null), "#CCCCCC");
});

test("mixing goes from one colour to the other", () => {
  assert.deepEqual([0, 0.5, 1].map((share) => mixed("#000000", "#FF8000", share)), ["#000000", "#804000", "#FF8000"]);
});
