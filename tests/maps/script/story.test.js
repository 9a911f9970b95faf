import assert from "node:assert/strict";
import { test } from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { emptyState, readState } from "../../../src/samspil/maps/script/state.js";
import { onlyStory, showsStep, stepPatch } from "../../../src/samspil/maps/script/story.js";
import { HUB, NORDDJURS, wire } from "./fixture.js";

const model = readModel(wire());
const [story] = model.stories;
const at = (step, lang = "da") => ({ ...emptyState(model), ...stepPatch(model, story, step, lang) });

test("a step is its view, in the language that is read", () => {
  const state = at(2, "en");
  assert.deepEqual([state.focus, state.on, state.lang, state.story], [HUB, "2024", "en", { id: story.id, step: 2 }]);
});

test("a step lifts what the step before it set", () => {
  const state = { ...at(2), ...stepPatch(model, story, 1, "da") };
  assert.deepEqual([state.focus, state.on], [NORDDJURS, null]);
});

test("a step beyond the ends is the end", () => {
  assert.deepEqual([at(0).story.step, at(9).story.step], [1, 2]);
});

test("whoever looks around no longer sees the step; another language or another place to look from is the same", () => {
  assert.ok(showsStep(model, at(2, "en")));
  assert.ok(showsStep(model, { ...at(2), at: { x: 1, y: 2, scale: 1 } }));
  assert.ok(!showsStep(model, { ...at(2), on: null }));
  assert.ok(!showsStep(model, emptyState(model)));
});

test("a link that names the step alone means its view", () => {
  assert.ok(onlyStory(model, readState(`story=${story.id}/2`, model)));
  assert.ok(onlyStory(model, readState(`story=${story.id}/2&lang=en`, model)));
  assert.ok(!onlyStory(model, at(2)));
  assert.ok(!onlyStory(model, emptyState(model)));
});
