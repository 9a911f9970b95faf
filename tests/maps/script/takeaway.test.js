import assert from "node:assert/strict";
import { test } from "node:test";

import { actorFileColumns, bound, partners, relationColumns, relationFileColumns } from "../../../src/samspil/maps/script/columns.js";
import { readModel } from "../../../src/samspil/maps/script/model.js";
import { readState } from "../../../src/samspil/maps/script/state.js";
import { ordered } from "../../../src/samspil/maps/script/table.js";
import { edgeId } from "../../../src/samspil/maps/script/takeaway/attributes.js";
import { clean, escaped, short, tag } from "../../../src/samspil/maps/script/takeaway/clean.js";
import { csv } from "../../../src/samspil/maps/script/takeaway/csv.js";
import { fileName, slug } from "../../../src/samspil/maps/script/takeaway/filename.js";
import { gexf } from "../../../src/samspil/maps/script/takeaway/gexf.js";
import { graphml } from "../../../src/samspil/maps/script/takeaway/graphml.js";
import { json } from "../../../src/samspil/maps/script/takeaway/json.js";
import { fitted, guarded, isLikeAFormula } from "../../../src/samspil/maps/script/takeaway/spreadsheets.js";
import { svg } from "../../../src/samspil/maps/script/takeaway/svg.js";
import { visible } from "../../../src/samspil/maps/script/visible.js";
import { viewInWords } from "../../../src/samspil/maps/script/viewwords.js";
import { speech } from "../../../src/samspil/maps/script/words.js";
import { BASE, FORMAL, HUB, NORDDJURS, OWNERSHIP, STRATEGIC, bigWire, party, wire } from "./fixture.js";

const model = readModel(wire());

/** The view that a fragment asks for, as the parts of the page have it. */
function viewOf(fragment = "", network = model) {
  const state = readState(fragment, network);
  return { model: network, state, visible: visible(network, state), say: speech(network, state) };
}

const CAMERA = { left: -300, top: -300, right: 300, bottom: 300, scale: 1 };
const count = (text, part) => text.split(part).length - 1;
const decoded = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

test("what XML has no place for is replaced, and what is markup is written as text", () => {
  assert.equal(clean("a\u0000b\uD800c\uFFFE\u{1F600}\t"), "a\uFFFDb\uFFFDc\uFFFD\u{1F600}\t");
  assert.equal(escaped("<b>&\r\n"), "&lt;b&gt;&amp;&#13;\n");
  assert.equal(tag("a", { b: "\"<\n", c: null, d: 0 }, "x"), '<a b="&quot;&lt;&#10;" d="0">x</a>');
  assert.equal(tag("a"), "<a/>");
});

test("numbers are short and have no exponent", () => {
  assert.deepEqual([0.1 + 0.2, -0.001, 1e-9, 100, 2.5].map((value) => short(value)), ["0.3", "0", "0", "100", "2.5"]);
});

test("a text that begins as a formula is marked, whatever hides the sign", () => {
  for (const text of ["=1", "+1", "-1", "@a", "\t=", "\r", " =1", "\u200B=1", "\uFF1D1", "\u00A0-x"]) assert.equal(isLikeAFormula(text), true, text);
  for (const text of ["", "a=1", "1-2", "\u2212 1", "å"]) assert.equal(isLikeAFormula(text), false, text);
});

test("a text that Excel would turn into a date or a number is marked", () => {
  const say = speech(model, { lang: "da" });
  for (const text of ["0751", "1-2", "3. 4", "123456789012", "1.000", "1e5", " 007 "]) assert.equal(guarded(text, say), `'${text}`);
  for (const text of ["2024-02-19", "29 18 99 86", "12", "1-a"]) assert.equal(guarded(text, say), text);
});

test("a cell holds what it can, and says how long the text was", () => {
  const network = { ...model, words: { cell_shortened: ["… {n}", "… {n}"] } };
  const text = fitted("æ".repeat(40000), speech(network, { lang: "da" }));
  assert.equal(text.length, 32767);
  assert.ok(text.endsWith("… 40.000"));
  assert.ok(!/\p{Surrogate}/u.test(fitted("\u{1F600}".repeat(20000), speech(network, { lang: "da" }))));
});

test("CSV is what a Danish Excel reads", () => {
  const columns = [{ name: "a", heading: "A;", value: (one) => one.a }, { name: "b", heading: "B", value: (one) => one.b }];
  const written = csv(columns, [{ a: "=x\"y", b: 1234.5 }, { a: "", b: null }, { a: "to\nlinjer", b: -1e-7 }], speech(model, { lang: "en" }));
  assert.equal(decoded(written), '\uFEFF"A;";B\r\n"\'=x""y";1234,5\r\n;\r\n"to\nlinjer";-0,0000001\r\n');
});

test("columns tell of each relation and each actor, and the time column comes with a time", () => {
  const view = viewOf("on=2024");
  assert.deepEqual(relationColumns(view).map((column) => column.name), ["from", "type", "to", "name", "period", "force", "sources"]);
  assert.deepEqual(relationColumns(viewOf()).map((column) => column.name), ["from", "type", "to", "name", "period", "sources"]);
  const row = Object.fromEntries(relationFileColumns(view).map((column) => [column.name, column.value(model.edgeOf.get(STRATEGIC))]));
  assert.equal(row.force, "force_certain");
  assert.equal(row.sources, "Notat, 2024: L23 | Webside: L8");
  assert.equal(row.from_iri, BASE + NORDDJURS);
  assert.equal(row.latest_start, "2018-12-31");
  const actor = Object.fromEntries(actorFileColumns(view).map((column) => [column.name, column.value(model.nodeOf.get(NORDDJURS))]));
  assert.deepEqual([actor.name, actor.also, actor.degree, actor.pageRank, actor.place], ["Norddjurs Kommune", "Norddjurs; 29 18 99 86", 5, 0.2, "Grenaa"]);
});

test("the partners of a cooperation are its parties, and an open end is no date", () => {
  assert.equal(partners(model.nodeOf.get(HUB)), 4);
  assert.equal(partners(model.nodeOf.get(NORDDJURS)), 5);
  assert.deepEqual([0, 1, 2, 3].map((at) => bound({ bounds: ["2018-01-01", "0001-01-01", "9999-12-31", null] }, at)), ["2018-01-01", null, null, null]);
});

test("rows are ordered as Danish orders them, and what has no value comes last either way", () => {
  const order = (down, values) => ordered(values, (value) => value, down, "da");
  assert.deepEqual(order(false, ["Århus", "Ærø", "", "Odder", "Øst", "odense 10", "odense 9"]), ["Odder", "odense 9", "odense 10", "Ærø", "Øst", "Århus", ""]);
  assert.deepEqual(order(true, ["a", "", "b"]), ["b", "a", ""]);
  assert.deepEqual(order(true, [2, null, 10, 0]), [10, 2, 0, null]);
});

test("files hold what the filters leave", () => {
  const view = viewOf("without=PoliticalCooperation");
  assert.equal(view.visible.kept.edges.length, 6);
  assert.equal(count(gexf(view), "<edge "), 6);
  assert.equal(count(graphml(view), "<edge "), 6);
  assert.equal(JSON.parse(json(view)).edges.length, 6);
  assert.equal(count(gexf(viewOf()), "<edge "), 10);
});

test("files hold all that is kept, also where the map draws communities", () => {
  const view = viewOf("", readModel(bigWire(2000, 3000)));
  assert.ok(view.visible.limit);
  assert.equal(JSON.parse(json(view)).nodes.length, 2000);
  assert.equal(count(graphml(view), "<edge "), 3000);
  assert.ok(svg(view, { left: -4000, top: -4000, right: 4000, bottom: 4000, scale: 0.1 }).text.includes("<circle"));
});

test("GEXF has kinds, colours, places with y upwards, and the time in which a relation may be in force", () => {
  const text = gexf(viewOf());
  assert.ok(text.includes('mode="dynamic" timeformat="date"'));
  assert.ok(text.includes(`<edge id="${BASE}${FORMAL}" source="${BASE}${NORDDJURS}"`));
  assert.ok(text.includes('kind="formelt partnerskab" weight="1"><spells><spell start="2021-01-01" end="2024-12-31"/></spells>'));
  assert.ok(text.includes('<spells><spell start="2018-01-01"/></spells>'));
  const node = model.nodes.find((one) => one.y > 0);
  assert.ok(text.includes(`<viz:position x="${short(node.x)}" y="${short(-node.y)}" z="0"/>`));
  assert.ok(!gexf(viewOf("without=FormalPartnership,StrategicPartnership,FunctionalCooperation,PoliticalCooperation")).includes("dynamic"));
});

test("parallel relations and the lines of a cooperation have names of their own", () => {
  const ids = model.edges.map((edge) => edgeId(edge, model));
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(edgeId(model.edgeOf.get(party(NORDDJURS)), model), BASE + party(NORDDJURS));
  assert.equal(edgeId({ id: "https://e.org/r x", relation: "https://e.org/r" }, model), "https://e.org/r x");
});

test("GraphML numbers nodes and edges alike under every filter", () => {
  const all = graphml(viewOf());
  const some = graphml(viewOf("without=FormalPartnership"));
  const edge = model.edgeOf.get(OWNERSHIP);
  const opening = `<edge id="e${edge.index}" source="n${edge.source.index}" target="n${edge.target.index}">`;
  assert.ok(all.includes(opening) && some.includes(opening));
});

test("JSON names whole IRIs and lists what it names", () => {
  const file = JSON.parse(json(viewOf(`focus=${NORDDJURS}&rest=hide`)));
  const iris = (list) => new Set(list.map((one) => one.iri));
  assert.ok(file.edges.every((edge) => iris(file.nodes).has(edge.source) && iris(file.nodes).has(edge.target)));
  assert.ok([...file.nodes, ...file.edges].every((one) => iris(file.types).has(one.type) && one.sources.every((iri) => iris(file.passages).has(iri))));
  assert.ok(file.passages.every((one) => iris(file.documents).has(one.document)));
  assert.equal(file.view, `focus=${NORDDJURS}&rest=hide`);
});

test("the drawing has a shape and a name for each node, a line for each relation, and a key of what is drawn", () => {
  const { text } = svg(viewOf(), CAMERA);
  const map = text.slice(text.indexOf("<svg width"), text.indexOf("</svg>"));
  assert.equal(count(map, "<title>"), model.nodes.length);
  assert.equal(count(map, "<path d=") - count(map, "Z\""), model.edges.length);
  assert.ok(map.includes(">Norddjurs<") && map.includes('stroke-dasharray="8 4"') && map.includes(" Q") === false);
  assert.equal(count(map, "Q"), 2);
  assert.ok(text.includes(">ejerskab<"));
  assert.ok(!svg(viewOf(), CAMERA, { legend: false }).text.includes(">ejerskab<"));
  assert.ok(!svg(viewOf("without=Ownership"), CAMERA).text.includes(">ejerskab<"));
  assert.ok(!svg(viewOf(`focus=${HUB}`), CAMERA).text.includes(">ejerskab<"));
  assert.ok(svg(viewOf("on=2024"), CAMERA).text.includes(">key_possible<") && !text.includes(">key_possible<"));
});

test("the drawing leaves out what is out of sight, and has land under geography", () => {
  const far = svg(viewOf(), { left: 9000, top: 9000, right: 9600, bottom: 9600, scale: 1 }).text;
  assert.ok(!far.includes("<title>"));
  assert.ok(svg(viewOf("layout=geography"), CAMERA).text.includes('fill-rule="evenodd"'));
  assert.ok(svg(viewOf("layout=geography"), CAMERA).text.includes(">Natural Earth<"));
});

test("a relation to itself is a ring, and a title of a million letters stays within the page", () => {
  const data = wire();
  data.edges.target[0] = data.edges.source[0];
  data.title = ["x".repeat(1_000_000), "x"];
  const { text, height } = svg(viewOf("", readModel(data)), CAMERA);
  assert.ok(text.includes('fill="none"/>') && /<circle [^>]*stroke-width="4"[^>]*fill="none"/.test(text));
  assert.ok(height < 1200);
});

test("file names are ASCII, and tell title and view", () => {
  assert.equal(fileName(viewOf(`focus=${NORDDJURS}&on=2024`), "svg"), "samspil-hvem-samarbejder-med-hvem-norddjurs-kommune-2024.svg");
  assert.equal(fileName(viewOf("lang=en"), "csv", "aktører"), "samspil-who-works-with-whom-aktoerer.csv");
  assert.equal(slug("../Ærø: Ångström — «ß»?* Čápé\u0000\u202E", 60), "aeroe-aangstroem-ss-cape");
  assert.equal(slug("en meget lang titel som skal skæres", 20), "en-meget-lang-titel");
  const nameless = { ...model, title: ["", ""] };
  assert.equal(fileName(viewOf("", nameless), "png"), "samspil.png");
});

test("a view is told in words", () => {
  assert.deepEqual(viewInWords(viewOf()), ["view_whole"]);
  const words = { ...model.words, view_around: ["Omkring {name}: {steps}.", ""], view_filter: ["{name}.", ""], active_without: ["Uden {name}", ""] };
  const told = viewInWords(viewOf(`focus=${NORDDJURS}&without=Ownership&layout=geography`, { ...model, words }));
  assert.deepEqual(told, ["Omkring Norddjurs Kommune: steps_1.", "Uden ejerskab.", "view_geography"]);
});
