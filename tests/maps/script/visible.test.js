import assert from "node:assert/strict";
import { test } from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { emptyState, readState } from "../../../src/samspil/maps/script/state.js";
import { visible } from "../../../src/samspil/maps/script/visible.js";
import { AARHUS, AEROE, ALONE, bigWire, COUNCIL, DIMA, FOREIGN, FORMAL, HALMSTAD, HUB, NORDDJURS, OWNERSHIP, party, STRATEGIC, SYDDJURS, wire } from "./fixture.js";

const model = readModel(wire());
const PARTIES = [NORDDJURS, SYDDJURS, AEROE, HALMSTAD];
const LINES = PARTIES.map(party);
const MIDDLE = "cooperation/midten";
const RAAD = "cooperation/raad";
const DERIVED = "cooperation/x,y";
const show = (fragment, of = model) => visible(of, readState(fragment, of));
const idsOf = (things) => things && [...things].map((thing) => thing.id).sort();
const gone = (fragment) => {
  const { kept } = show(fragment);
  return { nodes: idsOf(model.nodes.filter((node) => !kept.nodes.includes(node))), edges: idsOf(model.edges.filter((edge) => !kept.edges.includes(edge))) };
};
const is = (actual, ...expected) => assert.deepEqual(idsOf(actual), [...expected].sort());

test("without a state everything is shown, drawn one by one, and nothing fades", () => {
  const all = visible(model, emptyState(model));
  assert.deepEqual(all, {
    nodes: model.nodes, edges: model.edges, near: null, nearEdges: null, groups: [], limit: false, capped: false,
    hidden: { nodes: 0, edges: 0 }, kept: { nodes: model.nodes, edges: model.edges },
  });
});

// ------------------------------------------------------------------------------------------------------------ types

test("a hidden type of actor takes its relations along, and its partners stay", () => {
  assert.deepEqual(gone("without=Council"), { nodes: [COUNCIL], edges: [RAAD, DERIVED].sort() });
});

test("a hidden type of relation takes its hubs along, and actors that are left with none", () => {
  assert.deepEqual(gone("without=PoliticalCooperation"), { nodes: [AEROE, HALMSTAD, HUB].sort(), edges: [...LINES].sort() });
});

test("a hub whose parties are all hidden goes away", () => {
  const { nodes } = gone("without=Municipality");
  assert.deepEqual(nodes, [...PARTIES, HUB].sort());
});

test("a hub that never had a party stays until its type is hidden", () => {
  const data = wire();
  for (const name of Object.keys(data.edges)) data.edges[name] = data.edges[name].filter((_, index) => index < 5 || index > 8);
  const bare = readModel(data);
  assert.ok(idsOf(show("", bare).nodes).includes(HUB));
  assert.ok(!idsOf(show("without=PoliticalCooperation", bare).nodes).includes(HUB));
});

test("what was always alone stays when types of relations are hidden", () => {
  const all = "FormalPartnership,StrategicPartnership,FunctionalCooperation,PoliticalCooperation,Ownership";
  is(show(`without=${all}`).nodes, ALONE);
});

test("what is hidden is counted", () => {
  assert.deepEqual(show("without=Council").hidden, { nodes: 1, edges: 2 });
});

// ----------------------------------------------------------------------------------------------- sources and themes

test("a source keeps what it states, and what it names that has no relation at all", () => {
  const { kept } = show("source=source/web");
  is(kept.edges, STRATEGIC, OWNERSHIP, RAAD);
  is(kept.nodes, NORDDJURS, AARHUS, DIMA, COUNCIL);
  assert.ok(idsOf(show("source=source/notat").nodes).includes(ALONE));
});

test("two sources keep what either states; what none states goes", () => {
  assert.deepEqual(gone("source=source/web,source/notat"), { nodes: [FOREIGN], edges: [DERIVED] });
});

test("a theme keeps the relations about it and their ends, nothing else", () => {
  const { kept } = show("theme=uddannelse");
  is(kept.edges, STRATEGIC, RAAD, MIDDLE);
  is(kept.nodes, NORDDJURS, AARHUS, COUNCIL, SYDDJURS, DIMA);
});

test("filters hold together", () => {
  is(show("theme=uddannelse&source=source/notat&without=Association").kept.edges, STRATEGIC);
});

// ------------------------------------------------------------------------------------------------------------- time

test("a time shows what is possibly in force, also what is not stated", () => {
  const { kept } = show("on=2023-06-01");
  is(kept.edges, FORMAL, STRATEGIC, OWNERSHIP, RAAD, MIDDLE, DERIVED, ...[NORDDJURS, SYDDJURS, AEROE].map(party));
  assert.deepEqual(gone("on=2023-06-01").nodes, [HALMSTAD]);
});

test("certainly shows only what surely is, and nobody without a relation", () => {
  const { kept } = show("on=2023-06-01&certainty=certain");
  is(kept.edges, FORMAL, STRATEGIC, ...[NORDDJURS, SYDDJURS, AEROE].map(party));
  is(kept.nodes, NORDDJURS, AARHUS, SYDDJURS, AEROE, HUB);
});

test("a year is any time in it", () => {
  assert.ok(idsOf(show("on=2024&certainty=certain").kept.edges).includes(party(HALMSTAD)));
  assert.ok(!idsOf(show("on=2024-01-01&certainty=certain").kept.edges).includes(party(HALMSTAD)));
});

test("certainly without a time asks nothing", () => {
  assert.deepEqual(gone("certainty=certain"), { nodes: [], edges: [] });
});

// ------------------------------------------------------------------------------------------------------------- text

test("a text keeps what it matches and the partners of that, a hub with all its lines", () => {
  const { kept } = show("text=aeroe");
  is(kept.edges, ...LINES);
  is(kept.nodes, ...PARTIES, HUB);
});

test("a text matches relations, in either language", () => {
  is(show("text=GROWTH").kept.edges, STRATEGIC);
  is(show("text=vaekstaftalen").kept.nodes, NORDDJURS, AARHUS);
});

test("every word must match, and two may be two ends", () => {
  is(show("text=norddjurs%20universitet").kept.edges, FORMAL, STRATEGIC);
  is(show("text=norddjurs%20zzz").kept.nodes);
});

test("a text keeps what is alone only if it matches", () => {
  is(show("text=virksomheder").kept.nodes, ALONE);
});

// ------------------------------------------------------------------------------------------------------------ focus

test("a focus is near with its partners, those of its hubs too; the rest is only far", () => {
  const { nodes, near, nearEdges } = show(`focus=${AEROE}`);
  assert.equal(nodes.length, 10);
  is(near, ...PARTIES, HUB);
  is(nearEdges, ...LINES);
});

test("relations between partners come with the second step", () => {
  const one = show(`focus=${SYDDJURS}`);
  is(one.near, ...PARTIES, HUB, DIMA);
  is(one.nearEdges, ...LINES, MIDDLE);
  const two = show(`focus=${SYDDJURS}&steps=2`);
  is(two.near, ...PARTIES, HUB, DIMA, AARHUS);
  is(two.nearEdges, ...LINES, MIDDLE, OWNERSHIP, FORMAL, STRATEGIC);
  is(show(`focus=${SYDDJURS}&steps=3`).near, ...PARTIES, HUB, DIMA, AARHUS, COUNCIL);
});

test("a hub in focus is near with its parties", () => {
  is(show(`focus=${HUB}`).near, ...PARTIES, HUB);
});

test("a direction is followed where relations have one, and only when asked", () => {
  is(show(`focus=${DIMA}&direction=out`).near, DIMA, SYDDJURS);
  is(show(`focus=${DIMA}&direction=in`).near, DIMA, SYDDJURS, NORDDJURS);
  assert.ok(idsOf(show(`focus=${NORDDJURS}&direction=out`).nearEdges).includes(OWNERSHIP));
  assert.ok(!idsOf(show(`focus=${NORDDJURS}&direction=in`).nearEdges).includes(OWNERSHIP));
});

test("steps are walked in what the filters leave", () => {
  is(show(`focus=${NORDDJURS}&steps=3&without=PoliticalCooperation,FunctionalCooperation`).near, NORDDJURS, AARHUS, DIMA);
});

test("with the rest hidden only what is near is kept, and what is left out is counted", () => {
  const { nodes, edges, kept, hidden } = show(`focus=${AEROE}&rest=hide`);
  is(nodes, ...PARTIES, HUB);
  is(edges, ...LINES);
  assert.deepEqual(kept, { nodes, edges });
  assert.deepEqual(hidden, { nodes: 5, edges: 6 });
});

test("hiding the rest of nothing hides nothing", () => {
  assert.equal(show("rest=hide").nodes.length, 10);
});

test("the focus stays where a filter would take it, alone", () => {
  const { kept, near } = show(`focus=${NORDDJURS}&on=1990&certainty=certain`);
  is(kept.nodes, NORDDJURS);
  is(near, NORDDJURS);
  assert.ok(idsOf(show(`focus=${NORDDJURS}&without=Municipality`).kept.nodes).includes(NORDDJURS));
});

// ------------------------------------------------------------------------------------------- relation, path, shared

test("a chosen relation is near with its ends, without those parallel to it", () => {
  const { near, nearEdges } = show(`relation=${FORMAL}`);
  is(near, NORDDJURS, AARHUS);
  is(nearEdges, FORMAL);
});

test("a chosen line of a hub is near with all of the hub", () => {
  const { near, nearEdges } = show(`relation=${encodeURIComponent(party(AEROE))}`);
  is(near, ...PARTIES, HUB);
  is(nearEdges, ...LINES);
});

test("a line that only ends in a hub does not bring the hub's own lines", () => {
  const data = wire();
  data.edges.target[2] = 9;
  is(show(`relation=${OWNERSHIP}`, readModel(data)).nearEdges, OWNERSHIP);
});

test("a chosen relation that the filters take is not near, and nothing fades", () => {
  assert.equal(show(`relation=${FORMAL}&without=FormalPartnership`).near, null);
});

test("a relation chosen in a focus is near, and what is hidden lies outside the focus", () => {
  const { kept, near, nearEdges } = show(`focus=${AARHUS}&relation=${FORMAL}&rest=hide`);
  is(kept.nodes, AARHUS, NORDDJURS, COUNCIL);
  is(near, AARHUS, NORDDJURS);
  is(nearEdges, FORMAL);
  is(show(`focus=${AARHUS}&relation=${OWNERSHIP}&rest=hide`).near, AARHUS, NORDDJURS, COUNCIL);
});

test("near a path is what lies on the shortest ones, before any focus", () => {
  const { near, nearEdges } = show(`focus=${ALONE}&path=${AEROE},${DIMA}`);
  is(near, AEROE, HUB, NORDDJURS, SYDDJURS, DIMA);
  is(nearEdges, party(AEROE), party(NORDDJURS), party(SYDDJURS), OWNERSHIP, MIDDLE);
});

test("a path of several steps is near from end to end", () => {
  is(show(`path=${AEROE},${COUNCIL}`).near, AEROE, HUB, NORDDJURS, AARHUS, COUNCIL);
  is(show(`shared=${AEROE},${COUNCIL}`).near, AEROE, COUNCIL);
});

test("without a path only the two ends are near", () => {
  const { near, nearEdges } = show(`path=${AEROE},${ALONE}&rest=hide`);
  is(near, AEROE, ALONE);
  is(nearEdges);
});

test("near shared partners are both, the partners, and what ties them", () => {
  const { near, nearEdges } = show(`shared=${NORDDJURS},${SYDDJURS}`);
  is(near, ...PARTIES, HUB, DIMA);
  is(nearEdges, ...LINES, OWNERSHIP, MIDDLE);
});

// ------------------------------------------------------------------------------------------------------------ large

const big = readModel(bigWire(3000, 9000));

test("a large network is drawn as communities, and tables still list all of it", () => {
  const { nodes, groups, limit, capped, kept, hidden } = show("", big);
  assert.deepEqual([nodes.length, groups.length, limit, capped], [0, 30, true, false]);
  assert.deepEqual([kept.nodes.length, kept.edges.length, hidden.nodes], [3000, 9000, 0]);
});

test("an opened community is drawn one by one", () => {
  const { nodes, groups } = show("open=actor/400", big);
  assert.deepEqual([nodes.length, groups.length], [100, 29]);
});

test("a focus in a large network draws what is near, nearest first as far as there is room", () => {
  const few = show("focus=actor/1", big);
  assert.deepEqual([few.limit, few.capped, few.nodes.length], [true, false, few.near.size]);
  assert.deepEqual(new Set(few.edges), few.nearEdges);
  const dense = readModel(bigWire(3000, 60000));
  const many = show("focus=actor/1&steps=3", dense);
  assert.deepEqual([many.limit, many.capped, many.groups], [true, true, []]);
  assert.equal(many.nodes[0].id, "actor/1");
  assert.ok(many.nodes.length <= 1500 && many.edges.length <= 4000);
});

test("filters can make a large network small enough", () => {
  const data = bigWire(1600, 3000);
  data.nodes.type = data.nodes.type.map((type, index) => (index < 200 ? 6 : type));
  const { groups, limit, nodes } = show("without=University", readModel(data));
  assert.deepEqual([groups, limit], [[], false]);
  assert.ok(nodes.length > 1000);
});
