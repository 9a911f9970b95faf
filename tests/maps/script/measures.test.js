import assert from "node:assert/strict";
import { test } from "node:test";

import { wordOf } from "../../../src/samspil/maps/script/looks.js";
import { overview } from "../../../src/samspil/maps/script/measures.js";
import { readModel } from "../../../src/samspil/maps/script/model.js";
import { pressed, ranked } from "../../../src/samspil/maps/script/ranks.js";
import { speech } from "../../../src/samspil/maps/script/words.js";
import { AARHUS, ALONE, HUB, NORDDJURS, wire } from "./fixture.js";

const data = wire();
data.words.density_means = ["{n} af 100 mulige par", "{n} of 100 possible pairs"];
data.words.components_means = ["{largest} af {actors}", "{largest} of {actors}"];
const model = readModel(data);
const say = speech(model, { lang: "da" });

test("the density is said as pairs of a hundred, with a decimal where it is small", () => {
  assert.deepEqual(overview(model, say)[0], { name: "density", value: "30\u00a0%", means: "30 af 100 mulige par" });
  const thin = { ...model, measures: { ...model.measures, density: 0.0123 } };
  assert.deepEqual(overview(thin, say)[0], { name: "density", value: "1,2\u00a0%", means: "1,2 af 100 mulige par" });
  assert.equal(overview(thin, speech(model, { lang: "en" }))[0].means, "1.2 of 100 possible pairs");
});

test("separate parts come with how much the largest holds", () => {
  assert.deepEqual(overview(model, say)[1], { name: "components", value: "2", means: "8 af 9" });
});

test("actors are ranked by a measure, hubs left out, equals by name", () => {
  const ids = (order) => ranked(model.nodes, order, say).map(({ id }) => id);
  assert.deepEqual(ids({ by: "degree", down: true }).slice(0, 1), [NORDDJURS]);
  assert.deepEqual(ids({ by: "degree", down: false }).slice(0, 1), [ALONE]);
  assert.equal(ids({ by: "name", down: false }).at(-1), AARHUS, "Danish sorts aa as å");
  assert.ok(!ids({ by: "name", down: false }).includes(HUB));
  const names = ranked(model.nodes, { by: "degree", down: true }, say).map(({ name }) => name[0]);
  assert.deepEqual(names.slice(2, 4), ["Halmstad Kommun", "Ærø Kommune"]);
});

test("ranking leaves the nodes of the model as they stand", () => {
  const before = model.nodes.map(({ id }) => id);
  ranked(model.nodes, { by: "name", down: true }, say);
  assert.deepEqual(model.nodes.map(({ id }) => id), before);
});

test("a heading pressed begins with the largest, a name with a, and pressed again turns around", () => {
  assert.deepEqual(pressed({ by: "degree", down: true }, "closeness"), { by: "closeness", down: true });
  assert.deepEqual(pressed({ by: "degree", down: true }, "name"), { by: "name", down: false });
  assert.deepEqual(pressed({ by: "name", down: false }, "name"), { by: "name", down: true });
});

test("the word of a choice is named after it", () => {
  assert.equal(wordOf("size", "page-rank"), "look_size_page_rank");
});
