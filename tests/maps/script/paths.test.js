import assert from "node:assert/strict";
import { test } from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { among, pathItems, sharedPartners, shortestPaths, walk } from "../../../src/samspil/maps/script/paths.js";
import { AARHUS, AEROE, ALONE, bigWire, carried, COUNCIL, DIMA, FORMAL, HALMSTAD, HUB, NORDDJURS, OWNERSHIP, party, STRATEGIC, SYDDJURS, wire } from "./fixture.js";

const model = readModel(wire());
const node = (id) => model.nodeOf.get(id);
const idsOf = (things) => [...things].map((thing) => thing.id);
const between = (a, b, graph = model, max = undefined) => shortestPaths(graph, node(a), node(b), max);
const stops = (found) => found.paths.map((path) => idsOf(path.stops));
const ways = (step) => step.ways.map((way) => [way.hub?.id ?? null, idsOf(way.edges)]);

test("parallel relations are ways of one step and no more paths", () => {
  const found = between(NORDDJURS, AARHUS);
  assert.deepEqual([found.length, found.capped, stops(found)], [1, false, [[NORDDJURS, AARHUS]]]);
  assert.deepEqual(ways(found.paths[0].steps[0]), [[null, [FORMAL, STRATEGIC]]]);
});

test("a hub is passed in one step", () => {
  const found = between(AEROE, HALMSTAD);
  assert.deepEqual([found.length, stops(found)], [1, [[AEROE, HALMSTAD]]]);
  assert.deepEqual(ways(found.paths[0].steps[0]), [[HUB, [party(AEROE), party(HALMSTAD)]]]);
});

test("the body that carries a cooperation is passed along its lines, and along no other", () => {
  const model = readModel(carried());
  const graph = { nodes: model.nodes, edges: model.edges };
  const one = (id) => model.nodeOf.get(id);
  const found = shortestPaths(graph, one(AEROE), one(HALMSTAD));
  assert.deepEqual([found.length, stops(found)], [1, [[AEROE, HALMSTAD]]]);
  assert.deepEqual(ways(found.paths[0].steps[0]), [[DIMA, [party(AEROE), party(HALMSTAD)]]]);
  assert.equal(one(HUB), one(DIMA));
  const { levels } = walk(one(AEROE), among(model.edges), 1);
  assert.deepEqual(idsOf(levels.keys()).sort(), [AEROE, DIMA, HALMSTAD, NORDDJURS, SYDDJURS].sort());
  const owned = walk(one(NORDDJURS), (edge) => edge.id === OWNERSHIP || edge.id === "cooperation/midten", 1);
  assert.deepEqual(idsOf(owned.levels.keys()), [NORDDJURS, DIMA]);
});

test("all shortest paths are found, through owners and hubs, whichever the direction", () => {
  const found = between(AEROE, DIMA);
  assert.equal(found.length, 2);
  assert.deepEqual(stops(found), [[AEROE, NORDDJURS, DIMA], [AEROE, SYDDJURS, DIMA]]);
  assert.deepEqual(ways(found.paths[0].steps[1]), [[null, [OWNERSHIP]]]);
  assert.deepEqual(stops(between(DIMA, AEROE)), [[DIMA, NORDDJURS, AEROE], [DIMA, SYDDJURS, AEROE]]);
});

test("a hub can be where a path ends", () => {
  assert.deepEqual(stops(between(COUNCIL, HUB)), [[COUNCIL, AARHUS, NORDDJURS, HUB]]);
  assert.deepEqual(stops(between(HUB, DIMA)), [[HUB, NORDDJURS, DIMA], [HUB, SYDDJURS, DIMA]]);
});

test("there is no path to what is alone, and none from a node to itself", () => {
  assert.deepEqual(between(NORDDJURS, ALONE), { paths: [], length: -1, capped: false });
  assert.deepEqual(between(NORDDJURS, NORDDJURS), { paths: [], length: 0, capped: false });
});

test("only what the graph holds is walked", () => {
  const graph = { nodes: model.nodes, edges: model.edges.filter((edge) => edge.id !== party(NORDDJURS)) };
  assert.deepEqual(stops(between(AEROE, AARHUS, graph)), [[AEROE, SYDDJURS, DIMA, NORDDJURS, AARHUS]]);
});

test("more paths than asked for are cut off, and it is told", () => {
  const found = between(AEROE, DIMA, model, 1);
  assert.deepEqual([found.paths.length, found.capped], [1, true]);
  assert.equal(between(AEROE, DIMA, model, 2).capped, false);
});

test("what lies on paths is stops, hubs and all parallel edges", () => {
  const { nodes, edges } = pathItems(between(AEROE, AARHUS).paths);
  assert.deepEqual(idsOf(nodes).sort(), [AARHUS, AEROE, NORDDJURS, HUB].sort());
  assert.deepEqual(idsOf(edges).sort(), [FORMAL, STRATEGIC, party(AEROE), party(NORDDJURS)].sort());
});

test("a partner is shared by direct relations and by cooperations of many", () => {
  const found = sharedPartners(model, node(NORDDJURS), node(SYDDJURS));
  assert.deepEqual(found.map((one) => one.partner.id), [DIMA, AEROE, HALMSTAD]);
  assert.deepEqual(ways({ ways: found[0].toA }), [[null, [OWNERSHIP]]]);
  assert.deepEqual(ways({ ways: found[1].toB }), [[HUB, [party(SYDDJURS), party(AEROE)]]]);
});

test("neither of the two nor a hub is a partner, and nobody shares with themselves", () => {
  assert.deepEqual(sharedPartners(model, node(NORDDJURS), node(NORDDJURS)), []);
  assert.deepEqual(sharedPartners(model, node(NORDDJURS), node(ALONE)), []);
});

/** A network of named relations; what begins with H is a hub. */
function network(...lines) {
  const data = wire();
  const names = [...new Set(lines.flatMap((line) => line.split("-")))];
  const filled = (columns, count, own) => Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, Array.from({ length: count }, (_, index) => own[name]?.[index] ?? values[0])]),
  );
  const ends = lines.map((line) => line.split("-").map((name) => names.indexOf(name)));
  data.nodes = filled(data.nodes, names.length, { id: names, hub: names.map((name) => Number(name.startsWith("H"))) });
  data.edges = filled(data.edges, lines.length, {
    id: lines.map((line, index) => `${line} ${index}`), source: ends.map(([one]) => one), target: ends.map(([, other]) => other),
  });
  return readModel({ ...data, facts: {}, measures: null });
}

const walked = (net, start, steps) =>
  Object.fromEntries([...walk(net.nodeOf.get(start), among(net.edges), steps).levels].map(([one, level]) => [one.id, level]));

test("a hub between hubs is a stop, so a chain of hubs is not crossed in one step", () => {
  const net = network("a-H1", "b-H1", "H1-H2", "c-H2");
  assert.deepEqual(walked(net, "a"), { a: 0, H1: 1, b: 1, H2: 2, c: 3 });
  const found = shortestPaths(net, net.nodeOf.get("a"), net.nodeOf.get("c"));
  assert.deepEqual([found.length, stops(found)], [3, [["a", "H1", "H2", "c"]]]);
});

test("two hubs and a direct relation between the same two are three ways of one step", () => {
  const net = network("a-b", "a-H1", "b-H1", "a-H2", "b-H2");
  const found = shortestPaths(net, net.nodeOf.get("a"), net.nodeOf.get("b"));
  assert.deepEqual(found.paths[0].steps[0].ways.map((way) => way.hub?.id ?? null), [null, "H1", "H2"]);
  assert.equal(found.paths.length, 1);
});

test("relations to oneself lead nowhere", () => {
  const net = network("a-a", "a-b", "b-b", "H1-H1", "b-H1");
  assert.deepEqual(walked(net, "a"), { a: 0, b: 1, H1: 2 });
  assert.deepEqual(stops(shortestPaths(net, net.nodeOf.get("a"), net.nodeOf.get("b"))), [["a", "b"]]);
});

test("a ladder has a great many shortest paths, and they are not all made", () => {
  const rungs = Array.from({ length: 40 }, (_, at) => [`${at}s-${at}l`, `${at}s-${at}r`, `${at}l-${at + 1}s`, `${at}r-${at + 1}s`]).flat();
  const net = network(...rungs);
  const found = shortestPaths(net, net.nodeOf.get("0s"), net.nodeOf.get("40s"));
  assert.deepEqual([found.length, found.paths.length, found.capped], [80, 50, true]);
  assert.equal(new Set(stops(found).map(String)).size, 50);
});

test("a chain of ten thousand is walked to its end", () => {
  const net = network(...Array.from({ length: 10000 }, (_, at) => `n${at}-n${at + 1}`));
  assert.equal(shortestPaths(net, net.nodeOf.get("n0"), net.nodeOf.get("n10000")).length, 10000);
});

/** Shortest paths by trying everything: all rows of stops without repetition, one step at a time. */
function tried(net, a, b) {
  const next = (one) => net.nodes.filter((other) => other !== one && oneStep(one, other));
  let rows = [[a]];
  const seen = new Set([a]);
  while (rows.length && !rows.some((row) => row.at(-1) === b)) {
    rows = rows.flatMap((row) => next(row.at(-1)).filter((other) => !seen.has(other)).map((other) => [...row, other]));
    for (const row of rows) seen.add(row.at(-1));
  }
  return rows.filter((row) => row.at(-1) === b).map((row) => idsOf(row));
}

const touches = (one, other) => one.edges.some((edge) => edge.source === other || edge.target === other);
const oneStep = (one, other) =>
  touches(one, other) || (!one.hub && !other.hub && one.edges.flatMap((edge) => [edge.source, edge.target]).some((end) => end.hub && touches(end, other)));

test("random networks have the paths that trying everything finds", () => {
  let seed = 3;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const names = ["a", "b", "c", "d", "e", "f", "H1", "H2", "H3"];
  for (let round = 0; round < 300; round += 1) {
    const net = network("a-b", ...Array.from({ length: 4 + random(9) }, () => `${names[random(9)]}-${names[random(9)]}`));
    const [a, b] = [net.nodes[random(net.nodes.length)], net.nodes[random(net.nodes.length)]];
    if (a === b) continue;
    const found = stops(shortestPaths(net, a, b, 1000)).map(String).sort();
    assert.deepEqual(found, tried(net, a, b).map(String).sort());
  }
});

test("nothing of a large network is met twice, and steps are the fewest", () => {
  const net = readModel(bigWire(500, 900));
  const { levels, edges } = walk(net.nodes[0], among(net.edges), 2);
  const direct = new Set(net.nodes[0].edges.flatMap((edge) => [edge.source, edge.target]));
  for (const [one, level] of levels) assert.equal(level <= 1, direct.has(one));
  for (const edge of edges) assert.ok(Math.min(levels.get(edge.source), levels.get(edge.target)) <= 1);
});
