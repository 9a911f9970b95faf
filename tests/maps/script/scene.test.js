// The picture of a state: what is drawn, how, and where the camera stands.

import assert from "node:assert/strict";
import test from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { PAPERS } from "../../../src/samspil/maps/script/palette.js";
import { places } from "../../../src/samspil/maps/script/places.js";
import { aim, compose, nameAt } from "../../../src/samspil/maps/script/scene.js";
import { emptyState } from "../../../src/samspil/maps/script/state.js";
import { visible } from "../../../src/samspil/maps/script/visible.js";
import { speech } from "../../../src/samspil/maps/script/words.js";
import { AARHUS, ALONE, DIMA, FORMAL, HUB, NORDDJURS, OWNERSHIP, STRATEGIC, SYDDJURS, bigWire, wire } from "./fixture.js";

function picture(patch = {}, data = wire(), scale = 1) {
  const model = readModel(data);
  const state = { ...emptyState(model), ...patch };
  const app = { model, state, visible: visible(model, state), say: speech(model, state) };
  const found = places(model, state.layout);
  const scene = compose(app, PAPERS[0], found, scale);
  const byId = (list) => new Map(list.map((one) => [one.id, one]));
  return { app, places: found, scene, nodes: byId(scene.nodes), edges: byId(scene.edges) };
}

test("everything is drawn once, with texts as texts", () => {
  const { app, scene, nodes } = picture();
  assert.deepEqual([scene.nodes.length, scene.edges.length], [app.model.nodes.length, app.model.edges.length]);
  assert.equal(nodes.get(NORDDJURS).title, "Norddjurs Kommune\nkommune");
});

test("what is not in focus fades, and the focus has a ring", () => {
  const { nodes, edges } = picture({ focus: NORDDJURS });
  const [focus, near, far] = [NORDDJURS, AARHUS, ALONE].map((id) => nodes.get(id).color);
  assert.equal(focus.border, PAPERS[0].accent);
  assert.equal(near.background, "#D6E4F0");
  assert.notEqual(far.background, "#D6E4F0");
  assert.deepEqual([edges.get(FORMAL).color.opacity, edges.get("cooperation/x,y").color.opacity], [1, 0.12]);
});

test("parallel relations bend apart, and a directed one has an arrow", () => {
  const { edges } = picture();
  assert.deepEqual([FORMAL, STRATEGIC].map((id) => edges.get(id).smooth.type), ["curvedCW", "curvedCCW"]);
  assert.deepEqual([FORMAL, OWNERSHIP].map((id) => edges.get(id).arrows), ["", "to"]);
});

test("relations of a node to itself stand around each other", () => {
  const data = wire();
  data.edges.target[0] = data.edges.source[0];
  data.edges.target[1] = data.edges.source[1];
  const { edges } = picture({}, data);
  assert.deepEqual([FORMAL, STRATEGIC].map((id) => edges.get(id).selfReference.size), [16, 23]);
});

test("what is only possibly in force is lighter and dotted", () => {
  const { edges } = picture({ on: "2024-06-01" });
  const doubted = edges.get("cooperation/midten");
  const sure = edges.get(STRATEGIC);
  assert.deepEqual([doubted.dashes, doubted.color.opacity], [[2, 5], 0.55]);
  assert.deepEqual([sure.dashes, sure.color.opacity], [[8, 4], 1]);
});

test("a pattern too fine to be seen is left out", () => {
  assert.equal(picture({}, wire(), 0.1).edges.get(STRATEGIC).dashes, false);
});

test("a click on a name means whom it names", () => {
  const { scene, nodes } = picture();
  const { x, y, size } = nodes.get(SYDDJURS);
  assert.equal(nameAt(scene, { x, y: y + size + 12 }), SYDDJURS);
  assert.equal(nameAt(scene, { x: 9999, y: 9999 }), undefined);
});

test("in geography those aside stand in a list with their names beside them", () => {
  const { scene, nodes } = picture({ layout: "geography" });
  const row = scene.aside.find((one) => one.node.id === ALONE);
  assert.equal(row.text, "Virksomheder");
  assert.ok(nodes.get(ALONE).size <= row.font / 2);
  assert.equal(nameAt(scene, { x: row.x + 60, y: row.y }), ALONE);
});

test("a large network is drawn as communities with their strongest ties, and one opens", () => {
  const closed = picture({}, bigWire(2000, 6000));
  assert.equal(closed.scene.nodes.length, 20);
  assert.ok(closed.scene.edges.length < 20 * 8);
  const ids = new Set(closed.scene.nodes.map((node) => node.id));
  assert.ok(closed.scene.edges.every((edge) => ids.has(edge.from) && ids.has(edge.to)));
  const opened = picture({ open: new Set(["actor/300"]) }, bigWire(2000, 6000));
  assert.ok(opened.nodes.has("actor/300") && !opened.nodes.has(" community actor/300"));
});

test("the camera stands on the focus, where it was left, around the chosen relation, or before everything", () => {
  const size = { width: 500, height: 400 };
  const at = (patch) => {
    const { app, places: found } = picture(patch);
    return { ...aim(app, found, size), of: (id) => found.of.get(app.model.nodeOf.get(id)) };
  };
  const focused = at({ focus: DIMA });
  assert.deepEqual(focused.position, focused.of(DIMA));
  assert.deepEqual(at({ focus: DIMA, at: { x: 1, y: 2, scale: 3 } }).position, { x: 1, y: 2 });
  const relation = at({ relation: OWNERSHIP });
  assert.equal(relation.position.x, (relation.of(NORDDJURS).x + relation.of(DIMA).x) / 2);
  assert.ok(at({}).scale < relation.scale);
});

test("where nothing is left, the camera has nowhere to go", () => {
  const { app, places: found } = picture({ text: "findes ikke" });
  assert.equal(aim(app, found, { width: 900, height: 600 }), null);
});

test("a cooperation is named when it is in focus, and not before", () => {
  const never = 1e6;
  assert.equal(picture().nodes.get(HUB).scaling.label.drawThreshold, never);
  assert.equal(picture({ focus: HUB }).nodes.get(HUB).scaling.label.drawThreshold, 0);
});
