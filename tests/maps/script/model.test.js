import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, otherEnd, readModel } from "../../../src/samspil/maps/script/model.js";
import { AARHUS, ALONE, BASE, bigWire, COUNCIL, FOREIGN, FORMAL, HUB, NORDDJURS, party, STRATEGIC, wire } from "./fixture.js";

const model = readModel(wire());

test("a node is read with its texts, type, place, community, sources and measures", () => {
  const node = model.nodeOf.get(NORDDJURS);
  assert.deepEqual(node.name, ["Norddjurs Kommune", "Norddjurs Municipality"]);
  assert.deepEqual(node.lines, ["Norddjurs\nKommune", "Norddjurs\nMunicipality"]);
  assert.equal(node.iri, BASE + NORDDJURS);
  assert.equal(node.type.id, "Municipality");
  assert.deepEqual(node.type.name, ["kommune", "municipality"]);
  assert.deepEqual(node.geo, { x: 40, y: -20, name: ["Grenaa", "Grenaa"] });
  assert.equal(node.community, model.communities[0]);
  assert.deepEqual(node.sources.map((passage) => passage.document.id), ["source/notat"]);
  assert.deepEqual(node.measures, { degree: 5, weightedDegree: 6, betweenness: 0.6, pageRank: 0.2, closeness: 0.7 });
});

test("a hub has no measures, and what has no place has none", () => {
  const hub = model.nodeOf.get(HUB);
  assert.equal(hub.hub, true);
  assert.equal(hub.measures, null);
  assert.equal(hub.geo, null);
});

test("a foreign IRI stays whole", () => {
  assert.equal(model.nodeOf.get(FOREIGN).iri, FOREIGN);
});

test("edges are tied to their nodes, all parallel ones too", () => {
  const node = model.nodeOf.get(NORDDJURS);
  assert.deepEqual(node.edges.map((edge) => edge.id), [FORMAL, STRATEGIC, "ownership/dima", party(NORDDJURS)]);
  assert.equal(otherEnd(node.edges[0], node), model.nodeOf.get(AARHUS));
  assert.deepEqual(model.nodeOf.get(ALONE).edges, []);
});

test("an edge knows its relation, period, themes and sources", () => {
  const edge = model.edgeOf.get(party(NORDDJURS));
  assert.equal(edge.relation, HUB);
  assert.equal(edge.iri, BASE + HUB);
  assert.deepEqual(edge.bounds, ["2022-01-01", "2022-12-31", "2025-01-01", "2025-12-31"]);
  assert.deepEqual(edge.themes.map((theme) => theme.name[1]), ["climate"]);
  assert.deepEqual(edge.sources.map((passage) => passage.locator[0]), ["L23", "L40"]);
  assert.deepEqual(model.edgeOf.get(STRATEGIC).period, ["siden 2018", "since 2018"]);
  assert.equal(model.edgeOf.get("ownership/dima").bounds, null);
  assert.equal(model.edgeOf.get("ownership/dima").edtf, "");
  assert.deepEqual(model.edgesOf.get(HUB).length, 4);
});

test("a relation to itself stands once among the edges of its node", () => {
  const data = wire();
  data.edges.target[0] = data.edges.source[0];
  const node = readModel(data).nodeOf.get(NORDDJURS);
  assert.equal(node.edges.filter((edge) => edge.id === FORMAL).length, 1);
});

test("facts are found under a node, a relation and one of its lines", () => {
  const [name, cvr] = model.factsOf(NORDDJURS);
  assert.deepEqual(name.label, ["Også kaldet", "Also called"]);
  assert.equal(cvr.href, "https://example.org/cvr/29189986");
  assert.deepEqual(model.nodeOf.get(NORDDJURS).facts, [name, cvr]);
  assert.deepEqual(model.factsOf(FORMAL)[0].passages.map((passage) => passage.id), ["passage/1", "passage/2"]);
  assert.deepEqual(model.edgeOf.get(party(AARHUS)), undefined);
  assert.equal(model.edgeOf.get(party(NORDDJURS)).facts[0].value[1], "climate");
  assert.deepEqual(model.factsOf("nothing"), []);
  assert.deepEqual(model.factsOf("constructor"), []);
  assert.deepEqual(model.factsOf("__proto__"), []);
});

test("measures, geography, communities and stories say their texts in both languages", () => {
  assert.deepEqual(model.measures.brokers.map((node) => node.id), [NORDDJURS, AARHUS]);
  assert.deepEqual(model.geography.credit, ["Natural Earth", "Natural Earth"]);
  assert.deepEqual(model.communities[1].name, ["Aarhus Universitet m.fl.", "Aarhus University and others"]);
  assert.equal(model.communities[1].id, "actor/aarhus-universitet");
  assert.deepEqual(model.storyOf.get("story/norddjurs").steps[1].text, ["Fire kommuner.", "Four municipalities."]);
});

test("a network without geography, measures or anything at all is read", () => {
  const data = { ...wire(), geography: null, measures: null, years: null };
  for (const part of ["nodes", "edges", "passages"]) for (const name of Object.keys(data[part])) data[part][name] = [];
  const empty = readModel({ ...data, communities: [], stories: [], facts: {} });
  assert.deepEqual([empty.nodes, empty.edges, empty.geography, empty.measures, empty.years], [[], [], null, null, null]);
});

test("a thing's page is under the prefix, or its IRI", () => {
  const node = model.nodeOf.get(COUNCIL);
  assert.equal(addressOf(model, node), BASE + COUNCIL);
  assert.equal(addressOf({ ...model, pages: "../id/" }, node), `../id/${COUNCIL}`);
  assert.equal(addressOf({ ...model, pages: "../id/" }, model.nodeOf.get(FOREIGN)), FOREIGN);
});

test("an address that is not one of the web is none", () => {
  for (const iri of ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "urn:x:y"]) {
    assert.equal(addressOf(model, { iri }), "");
  }
});

test("a large network is read whole", () => {
  const big = readModel(bigWire(1000, 3000));
  assert.deepEqual([big.nodes.length, big.edges.length, big.communities.length], [1000, 3000, 10]);
});
