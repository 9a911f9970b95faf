import assert from "node:assert/strict";
import { test } from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { askFor, asked } from "../../../src/samspil/maps/script/path.js";
import { routes } from "../../../src/samspil/maps/script/routes.js";
import { emptyState } from "../../../src/samspil/maps/script/state.js";
import { visible } from "../../../src/samspil/maps/script/visible.js";
import { AARHUS, AEROE, ALONE, NORDDJURS, wire } from "./fixture.js";

const model = readModel(wire());
const [a, b, alone] = [AEROE, AARHUS, ALONE].map((id) => model.nodeOf.get(id));
const shown = (patch) => visible(model, { ...emptyState(model), ...patch }).kept;

test("a pair is asked about one way at a time, and takes the focus away", () => {
  assert.deepEqual(askFor("path", ["a", "b"]), { path: ["a", "b"], shared: null, focus: null, relation: null, at: null });
  assert.deepEqual(askFor("shared", ["a", "b"]), { path: null, shared: ["a", "b"], focus: null, relation: null, at: null });
});

test("half a pair, or one with itself, asks nothing and leaves the focus", () => {
  for (const ends of [["a", null], [null, null], ["a", "a"]]) assert.deepEqual(askFor("path", ends), { path: null, shared: null });
});

test("a state tells what it asks", () => {
  assert.deepEqual(asked({ path: [AEROE, AARHUS], shared: null }), { kind: "path", ends: [AEROE, AARHUS] });
  assert.deepEqual(asked({ path: null, shared: [AEROE, AARHUS] }), { kind: "shared", ends: [AEROE, AARHUS] });
  assert.equal(asked(emptyState(model)), null);
});

test("a path is found in what is shown", () => {
  const found = routes(model, shown({}), a, b);
  assert.equal(found.length, 2);
  assert.deepEqual(found.paths[0].stops.map(({ id }) => id), [AEROE, NORDDJURS, AARHUS]);
  assert.equal(found.behind, -1);
});

test("where filters take the path away, it is known how long it is without them", () => {
  const found = routes(model, shown({ without: new Set(["PoliticalCooperation"]) }), a, b);
  assert.deepEqual([found.paths, found.behind], [[], 2]);
});

test("where there is none at all, filters are not blamed", () => {
  const found = routes(model, shown({ without: new Set(["PoliticalCooperation"]) }), a, alone);
  assert.deepEqual([found.paths, found.behind], [[], -1]);
});
