// Where everything stands, as a network and as geography.

import assert from "node:assert/strict";
import test from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { places } from "../../../src/samspil/maps/script/places.js";
import { AARHUS, ALONE, bigWire, carried, COUNCIL, DIMA, HUB, NORDDJURS, wire } from "./fixture.js";

test("as a network, everything stands where the layout put it", () => {
  const model = readModel(wire());
  const found = places(model, "network");
  assert.deepEqual(found.of.get(model.nodes[0]), { x: model.nodes[0].x, y: model.nodes[0].y });
  assert.equal(found.aside, null);
});

test("as geography, an actor stands at its seat", () => {
  const model = readModel(wire());
  assert.deepEqual(places(model, "geography").of.get(model.nodeOf.get(NORDDJURS)), { x: 40, y: -20 });
});

test("those at one seat stand apart, near it, the best connected on it", () => {
  const data = wire();
  data.nodes.geo = data.nodes.geo.map((geo) => geo && [10, 10, geo[2]]);
  const model = readModel(data);
  const seated = model.nodes.filter((node) => node.geo);
  const spots = seated.map((node) => places(model, "geography").of.get(node));
  const gaps = spots.flatMap((one, at) => spots.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)));
  assert.ok(seated.length > 1 && Math.min(...gaps) >= 25 && Math.max(...gaps) < 200);
  const most = seated.reduce((best, node) => (node.edges.length > best.edges.length ? node : best));
  assert.deepEqual(places(model, "geography").of.get(most), { x: 10, y: 10 });
});

test("a cooperation stands between its parties", () => {
  const model = readModel(wire());
  const hub = model.nodeOf.get(HUB);
  const parties = hub.edges.map((edge) => (edge.source === hub ? edge.target : edge.source).geo).filter(Boolean);
  const { x } = places(model, "geography").of.get(hub);
  assert.ok(parties.length && x >= Math.min(...parties.map((geo) => geo.x)) - 40 && x <= Math.max(...parties.map((geo) => geo.x)) + 40);
});

test("those without a place stand aside, each on its own row", () => {
  const model = readModel(wire());
  const { of, aside } = places(model, "geography");
  const names = [...aside.nodes].map((node) => node.id);
  assert.ok(names.includes(ALONE) && !names.includes(AARHUS));
  const spots = [...aside.nodes].map((node) => of.get(node));
  assert.ok(spots.every(({ x, y }) => x >= 170 && y > aside.y));
  assert.equal(new Set(spots.map(({ x, y }) => `${x} ${y}`)).size, spots.length);
});

test("without geography the network is shown, whatever is asked for", () => {
  const data = wire();
  data.geography = null;
  const model = readModel(data);
  const council = model.nodeOf.get(COUNCIL);
  assert.deepEqual(places(model, "geography").of.get(council), { x: council.x, y: council.y });
});

test("a body stands between the parties of what it carries, and a unit at what it is a part of", () => {
  const data = carried();
  const [body, council] = [DIMA, COUNCIL].map((id) => data.nodes.id.indexOf(id));
  data.nodes.geo[body] = data.nodes.geo[council] = 0;
  data.types.push({ ...data.types[0], iri: "http://www.w3.org/ns/org#subOrganizationOf", id: "part", directed: true });
  for (const [name, column] of Object.entries(data.edges)) column.push({ id: "part", iri: "part", source: council, target: body, type: data.types.length - 1 }[name] ?? column[0]);
  const model = readModel(data);
  const { of, aside } = places(model, "geography");
  const [bearer, unit] = [DIMA, COUNCIL].map((id) => model.nodeOf.get(id));
  assert.ok(!aside.nodes.has(bearer) && !aside.nodes.has(unit));
  const gap = Math.hypot(of.get(bearer).x - of.get(unit).x, of.get(bearer).y - of.get(unit).y);
  assert.ok(gap >= 25 && gap < 70);
});

test("where many stand aside, they stand in columns, each on a place of its own", () => {
  const big = bigWire(300, 10);
  big.geography = { ...wire().geography, box: [0, 0, 2800, 2000], unplaced: [2950, 0] };
  const { of, aside } = places(readModel(big), "geography");
  const spots = [...aside.nodes].map((node) => of.get(node));
  const columns = new Set(spots.map(({ x }) => x));
  assert.ok(spots.length === 300 && columns.size > 1 && columns.size <= 3);
  assert.equal(new Set(spots.map(({ x, y }) => `${x} ${y}`)).size, 300);
});
