import assert from "node:assert/strict";
import { test } from "node:test";

import { holds, swapped } from "../../../src/samspil/maps/script/choices.js";
import { documentCounts, themeCounts } from "../../../src/samspil/maps/script/filters.js";
import { readModel } from "../../../src/samspil/maps/script/model.js";
import { emptyState, writeState } from "../../../src/samspil/maps/script/state.js";
import { active, cleared, nameOf, shownOf } from "../../../src/samspil/maps/script/tally.js";
import { visible } from "../../../src/samspil/maps/script/visible.js";
import { speech } from "../../../src/samspil/maps/script/words.js";
import { NORDDJURS, wire } from "./fixture.js";

const data = wire();
data.words.active_on = ["Måske i kraft: {on}", "Possibly in force: {on}"];
const model = readModel(data);
const state = (patch) => ({ ...emptyState(model), ...patch });
const FULL = state({
  focus: NORDDJURS, text: "au", on: "2024-02-19", certainty: "certain", rest: "hide",
  without: new Set(["Ownership"]), source: new Set(["source/web"]), theme: new Set(["klima"]),
});

test("each filter is named, in one order, and a view without any has none", () => {
  assert.deepEqual(active(model, emptyState(model)), []);
  assert.deepEqual(active(model, FULL).map(({ name }) => name), ["active_text", "active_certain", "active_without", "active_source", "active_theme", "active_hide"]);
});

test("lifting each filter in turn leaves the focus alone", () => {
  const lifted = active(model, FULL).reduce((left, { patch }) => ({ ...left, ...patch }), FULL);
  assert.equal(writeState(lifted, model), `focus=${NORDDJURS}`);
});

test("clearing lifts all of them and keeps focus, steps and language", () => {
  const left = { ...FULL, steps: 2, lang: "en", ...cleared(model) };
  assert.equal(writeState(left, model), `focus=${NORDDJURS}&steps=2&lang=en`);
});

test("a day is said in words", () => {
  const [filter] = active(model, state({ on: "2024-02-19" }));
  assert.equal(nameOf(speech(model, { lang: "da" }), filter), "Måske i kraft: 19. februar 2024");
});

test("what is shown is counted in actors and relations, with those in focus", () => {
  const all = shownOf(model, visible(model, emptyState(model)));
  assert.deepEqual(all, { actors: 9, allActors: 9, relations: 7, allRelations: 7, near: null });
  const some = shownOf(model, visible(model, state({ focus: NORDDJURS, without: new Set(["Ownership"]) })));
  assert.deepEqual(some, { actors: 9, allActors: 9, relations: 6, allRelations: 7, near: 5 });
});

test("themes and sources are counted by relations, not by lines", () => {
  const byId = (counts) => Object.fromEntries([...counts].map(([one, count]) => [one.id, count]));
  assert.deepEqual(byId(themeCounts(model)), { klima: 3, uddannelse: 3 });
  assert.deepEqual(byId(documentCounts(model)), { "source/notat": 4, "source/web": 3 });
});

test("a name is found in either language, whatever its accents", () => {
  const item = { name: ["grøn omstilling", "green transition"] };
  for (const text of ["GRON", "omstil grøn", "transition", " "]) assert.ok(holds(item, text), text);
  assert.ok(!holds(item, "grøn klima"));
});

test("swapping puts in and takes out, and leaves the set that it was given", () => {
  const set = new Set(["a"]);
  assert.deepEqual([[...swapped(set, "b")], [...swapped(set, "a")], [...set]], [["a", "b"], [], ["a"]]);
});
