import assert from "node:assert/strict";
import { test } from "node:test";

import { find, folded, ownText } from "../../../src/samspil/maps/script/find.js";
import { readModel } from "../../../src/samspil/maps/script/model.js";
import { AEROE, ALONE, AARHUS, bigWire, COUNCIL, DIMA, HALMSTAD, HUB, NORDDJURS, STRATEGIC, SYDDJURS, wire } from "./fixture.js";

const model = readModel(wire());
const ids = (text, lang = "da", max = undefined) => find(model, text, lang, max).map((hit) => hit.id);
const first = (text, lang = "da") => find(model, text, lang)[0];

test("letters are folded: case, accents, Danish letters however written, what is between words", () => {
  assert.equal(folded("Ærø Kommune"), folded("aeroe KOMMUNE"));
  assert.equal(folded("Århus"), folded("Aarhus"));
  assert.equal(folded("Århus"), folded("Arhus"));
  assert.equal(folded("Østjysk"), folded("Oestjysk"));
  assert.equal(folded("Østjysk"), folded("Ostjysk"));
  assert.equal(folded("Café-netværket (Nord)"), "cafe netvaerket nord");
  assert.equal(folded("  "), "");
  assert.equal(folded("★"), "★");
});

test("an actor is found by its name however the letters are written", () => {
  for (const text of ["Ærø", "aeroe", "AERO", "ærø kom"]) assert.equal(first(text).id, AEROE, text);
  for (const text of ["østjysk", "oestjysk", "ostjysk raad"]) assert.equal(first(text).id, COUNCIL, text);
  assert.equal(first("århus").id, AARHUS);
});

test("the name is said in the language chosen, and the one that matched beside it", () => {
  const { name, also } = first("East Jutland", "da");
  assert.deepEqual([name, also], ["Østjysk Råd", "East Jutland Council"]);
  assert.deepEqual([first("East Jutland", "en").name, first("East Jutland", "en").also], ["East Jutland Council", ""]);
  assert.deepEqual([first("kystklyngen").id, first("kystklyngen").also], [HUB, "Kystklyngen"]);
});

test("an abbreviation that is typed whole comes before names that begin so", () => {
  const data = wire();
  data.texts.push("Aurora");
  data.nodes.name[7] = data.texts.length - 1;
  const hits = find(readModel(data), "au", "da").map((hit) => hit.id);
  assert.deepEqual(hits.slice(0, 2), [AARHUS, ALONE]);
});

test("names that begin so come before names with a word that does, and those before names that hold it", () => {
  const data = wire();
  const called = (...names) => names.map((name) => data.texts.push(name) - 1);
  [1, 2, 4].forEach((node, index) => (data.nodes.name[node] = called("Vestkyst", "Det Kyst", "Kyst og vand")[index]));
  data.nodes.also[5] = ["Kysten"];
  const hits = find(readModel(data), "kyst", "da").map((hit) => hit.id);
  assert.deepEqual(hits, [HUB, SYDDJURS, COUNCIL, AARHUS, AEROE]);
});

test("an identifier is found however it is spaced, from its beginning", () => {
  for (const text of ["29189986", "29 18 99 86", "2918-9986", "2918"]) assert.deepEqual(ids(text), [NORDDJURS], text);
  assert.deepEqual(ids("9986123"), []);
});

test("names and identifiers among the facts are found, other facts are not", () => {
  const data = wire();
  const fact = (kind, text) => [kind, 0, data.texts.push(text) - 1, "", -1, []];
  data.facts[DIMA] = [fact("name", "Djurspartnerne"), fact("identifier", "DK-77"), fact("remark", "Uomtalt")];
  const found = (text) => find(readModel(data), text, "da").map((hit) => [hit.id, hit.also]);
  assert.deepEqual(found("djurspartn"), [[DIMA, "Djurspartnerne"]]);
  assert.deepEqual(found("dk 77"), [[DIMA, "DK-77"]]);
  assert.deepEqual(found("uomtalt"), []);
});

test("a cooperation of two is found by the name it has, and not by that of its type", () => {
  const [hit] = find(model, "vækstaftalen", "en");
  assert.deepEqual([hit.kind, hit.id, hit.name, hit.also], ["relation", STRATEGIC, "The growth agreement", "Vækstaftalen"]);
  assert.equal(hit.edge.id, STRATEGIC);
  assert.equal(hit.node, null);
  assert.deepEqual(ids("ejerskab"), []);
});

test("a hub is found once, and not by each of its lines", () => {
  assert.deepEqual(ids("kystsamarbejdet"), [HUB]);
});

test("every word must be found, in any order", () => {
  assert.deepEqual(ids("kommune nord"), [NORDDJURS]);
  assert.deepEqual(ids("kommune findes ikke"), []);
});

test("among equals the most tied come first, then the alphabet", () => {
  assert.deepEqual(ids("kommun"), [NORDDJURS, SYDDJURS, HALMSTAD, AEROE]);
});

test("nothing is found for nothing, and no more than asked for", () => {
  assert.deepEqual([ids(""), ids("  "), ids("★"), ids("zzz")], [[], [], [], []]);
  assert.equal(find(readModel(bigWire(100, 10)), "akt", "da").length, 12);
  assert.equal(ids("m", "da", 2).length, 2);
});

test("what looks like a pattern is only text", () => {
  for (const text of [".*", "[", "\\", "$&", "__proto__", "<b>"]) assert.ok(Array.isArray(find(model, text, "da")));
});

test("the text filter reads names, other names and type of a node; name, type and themes of a relation", () => {
  assert.ok(ownText(model.nodeOf.get(DIMA)).includes(folded("Djursland i Midten")));
  assert.ok(ownText(model.nodeOf.get(DIMA)).includes("association"));
  for (const part of ["growth agreement", "strategisk", "education"]) {
    assert.ok(ownText(model.edgeOf.get(STRATEGIC)).includes(part), part);
  }
});
