import assert from "node:assert/strict";
import { test } from "node:test";

import { shownCounts } from "../../../src/samspil/maps/script/amount.js";
import { onlyThis, ticked } from "../../../src/samspil/maps/script/legend.js";
import { readModel } from "../../../src/samspil/maps/script/model.js";
import { emptyState } from "../../../src/samspil/maps/script/state.js";
import { visible } from "../../../src/samspil/maps/script/visible.js";
import { wire } from "./fixture.js";

const model = readModel(wire());
const type = (id) => model.types[model.typeOf.get(id)];
const counts = (patch) => shownCounts(visible(model, { ...emptyState(model), ...patch }).kept);

test("a cooperation of four with four lines is one", () => {
  assert.equal(counts({}).get(type("PoliticalCooperation")), 1);
  assert.equal(counts({}).get(type("FunctionalCooperation")), 2);
  assert.equal(counts({}).get(type("Municipality")), 4);
});

test("what a filter takes away is not counted", () => {
  const without = new Set(["FunctionalCooperation"]);
  assert.equal(counts({ without }).get(type("FunctionalCooperation")), undefined);
  assert.equal(counts({ without }).get(type("FormalPartnership")), 2);
});

test("only this leaves out the others of its kind and keeps the other kind as it is", () => {
  const without = onlyThis(model.types, type("University"), new Set(["Ownership", "University"]));
  assert.deepEqual([...without].sort(), ["ActorGroup", "Association", "Council", "Municipality", "Ownership"]);
});

test("only this, pressed again, brings all back", () => {
  const alone = onlyThis(model.types, type("University"), new Set(["Ownership"]));
  assert.deepEqual([...onlyThis(model.types, type("University"), alone)], ["Ownership"]);
});

test("a box ticked or unticked leaves the set of the state as it was", () => {
  const without = new Set(["a"]);
  assert.deepEqual([...ticked(without, "b", false)], ["a", "b"]);
  assert.deepEqual([...ticked(without, "a", true)], []);
  assert.deepEqual([...without], ["a"]);
});
