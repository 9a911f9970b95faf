import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, outside, withThemes } from "../../../src/samspil/maps/script/details.js";
import { byKind, byLabel, headingOf, missing, otherNames } from "../../../src/samspil/maps/script/facts.js";
import { safeAddress } from "../../../src/samspil/maps/script/links.js";
import { readModel } from "../../../src/samspil/maps/script/model.js";
import { byDocument, documentAddress } from "../../../src/samspil/maps/script/sources.js";
import { readState } from "../../../src/samspil/maps/script/state.js";
import { byType, certaintyOf, partiesOf, saysMore } from "../../../src/samspil/maps/script/ties.js";
import { speech } from "../../../src/samspil/maps/script/words.js";
import { carried, DIMA, FORMAL, HUB, NORDDJURS, OWNERSHIP, party, STRATEGIC, wire } from "./fixture.js";

const data = wire();
Object.assign(data.words, { fact_agreement: ["Aftaler", "Agreements"], fact_other: ["Andet", "Other"] });
const model = readModel(data);
const say = speech(model, { lang: "da" });
const fact = (kind, label, value = "x") => ({ kind, label: [label, label], value: [value, value], href: "", period: ["", ""], passages: [] });
const node = (id) => model.nodeOf.get(id);
const edge = (id) => model.edgeOf.get(id);

test("a relation is told before the node that it was chosen in, and a hub as a relation", () => {
  assert.deepEqual(chosen(model, readState(`focus=${NORDDJURS}&relation=${FORMAL}`, model)), { of: "relation", edge: edge(FORMAL) });
  assert.deepEqual(chosen(model, readState(`focus=${HUB}`, model)), { of: "relation", node: node(HUB) });
  assert.deepEqual(chosen(model, readState(`focus=${NORDDJURS}`, model)), { of: "actor", node: node(NORDDJURS) });
  assert.equal(chosen(model, readState("", model)), null);
});

test("facts come kind by kind, unknown kinds after the known, identifiers last, names not at all", () => {
  const facts = ["identifier", "odd", "role", "name", "agreement", "role"].map((kind) => fact(kind, ""));
  assert.deepEqual(byKind(facts).map(({ kind, facts: list }) => [kind, list.length]), [["agreement", 1], ["role", 2], ["odd", 1], ["identifier", 1]]);
});

test("facts of one label stand together; a label that the heading says is left out", () => {
  const facts = [fact("agreement", "aftale", "a"), fact("agreement", "status", "b"), fact("agreement", "aftale", "c")];
  assert.deepEqual(byLabel(say, "agreement", facts).map(({ label, facts: list }) => [label, list.map(({ value }) => value[0])]), [["", ["a", "c"]], ["status", ["b"]]]);
});

test("a kind without a heading of its own is called other", () => {
  assert.equal(headingOf(say, "agreement"), "Aftaler");
  assert.equal(headingOf(say, "odd"), "Andet");
});

test("what nobody tells is named: agreements of a cooperation, identifiers of an actor", () => {
  assert.deepEqual(missing([fact("theme", "")], "relation"), ["agreement", "meeting"]);
  assert.deepEqual(missing([], "actor"), ["identifier"]);
  assert.deepEqual(missing(model.factsOf(NORDDJURS), "actor"), []);
});

test("other names leave out the name shown, and the identifiers that have a place of their own", () => {
  const { name, also } = node(NORDDJURS);
  assert.deepEqual(otherNames(say, name, [...also, "29189986"], model.factsOf(NORDDJURS)), ["Norddjurs Municipality", "Norddjurs", "29 18 99 86"]);
});

test("the themes of a relation are told where its facts do not tell them", () => {
  assert.deepEqual(withThemes(edge(STRATEGIC), []).map(({ kind, value }) => [kind, value[0]]), [["theme", "uddannelse"]]);
  const told = [fact("theme", "")];
  assert.equal(withThemes(edge(STRATEGIC), told), told);
});

test("a bound that is the first or last day there is was stated by nobody", () => {
  assert.deepEqual([null, "", "9999-12-31", "0001-01-01", "2024-02-19"].map(outside), [true, true, true, true, false]);
});

test("relations are told type by type in the order of the legend, by the other end within one", () => {
  const groups = byType(say, node(NORDDJURS)).map(({ type, edges }) => [type.id, edges.map(({ id }) => id)]);
  assert.deepEqual(groups.slice(0, 2), [["FormalPartnership", [FORMAL]], ["StrategicPartnership", [STRATEGIC]]]);
  assert.deepEqual(groups.map(([id]) => id), ["FormalPartnership", "StrategicPartnership", "PoliticalCooperation", "Ownership"]);
});

test("a relation that is called as its type says no more", () => {
  assert.ok(saysMore(say, edge(FORMAL)));
  assert.ok(!saysMore(say, edge(OWNERSHIP)));
});

test("the other parties of a cooperation are named once each, without the one in focus", () => {
  const others = ["Syddjurs Kommune", "Ærø Kommune", "Halmstad Kommun"];
  const told = (net, at) => {
    const place = net.nodeOf.get(at);
    return partiesOf(place, place.edges.find((one) => one.id === party(NORDDJURS)), net.nodeOf.get(NORDDJURS)).map(({ name }) => name[0]);
  };
  assert.deepEqual(told(model, HUB), others);
  assert.deepEqual(told(readModel(carried()), DIMA), others); // the body that carries it
  assert.deepEqual(partiesOf(node(DIMA), node(DIMA).edges[0], null), []);
});

test("certainty is told of a time, of a doubted date, and of a period that is missing when a time is asked for", () => {
  assert.equal(certaintyOf(edge(FORMAL), "2022"), "certainty_certain");
  assert.equal(certaintyOf(edge(FORMAL), "1999"), "certainty_not");
  assert.equal(certaintyOf(edge("cooperation/raad"), null), "certainty_doubted");
  assert.equal(certaintyOf(edge(OWNERSHIP), "2022"), "certainty_unstated");
  assert.equal(certaintyOf(edge(OWNERSHIP), null), "");
  assert.equal(certaintyOf(edge(FORMAL), null), "");
});

test("passages are gathered under their documents, each once", () => {
  const [one, two, three] = model.passages;
  const found = byDocument([one, three, two, one]).map(({ document, passages }) => [document.id, passages.length]);
  assert.deepEqual(found, [["source/notat", 2], ["source/web", 1]]);
});

test("only the web is linked to", () => {
  for (const address of ["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example/x", "\\\\evil.example", ""]) {
    assert.equal(safeAddress(address), "", address);
  }
  for (const address of ["https://example.org/", "http://example.org/", "actor/norddjurs.html"]) assert.equal(safeAddress(address), address);
  assert.equal(documentAddress({ page: "side.html" }), "");
  assert.equal(documentAddress({ page: "https://example.org/side" }), "https://example.org/side");
});

