import assert from "node:assert/strict";
import { test } from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { CHOICES, emptyState, readState, writeState } from "../../../src/samspil/maps/script/state.js";
import { AARHUS, AEROE, ALONE, BASE, carried, COUNCIL, DIMA, FOREIGN, FORMAL, HUB, NORDDJURS, party, wire } from "./fixture.js";

const model = readModel(wire());
const read = (fragment) => readState(fragment, model);
const again = (fragment) => writeState(read(fragment), model);

test("nothing means the defaults, and the defaults are written as nothing", () => {
  for (const fragment of ["", "#", null, undefined]) assert.deepEqual(read(fragment), emptyState(model));
  assert.equal(writeState(emptyState(model), model), "");
});

// One of everything, in the order in which it is written.
const FULL = [
  `focus=${NORDDJURS}`, `relation=${FORMAL}`, "steps=2", "direction=out", "rest=hide", "without=Council,Municipality",
  "source=source/notat", "theme=klima,uddannelse", "text=k%C3%B8n%20%26%20vand%2C%20luft", "on=2024-02-19", "certainty=certain",
  `path=${NORDDJURS},${COUNCIL}`, `shared=${NORDDJURS},${AARHUS}`, "size=page-rank", "colour=community", "layout=geography",
  `open=${NORDDJURS},${ALONE}`, "story=story/norddjurs/2", "lang=en", "at=-12,40,0.75",
].join("&");

test("a state with everything in it is read", () => {
  assert.deepEqual(read(FULL), {
    focus: NORDDJURS, relation: FORMAL, steps: 2, direction: "out", rest: "hide", without: new Set(["Council", "Municipality"]),
    source: new Set(["source/notat"]), theme: new Set(["klima", "uddannelse"]), text: "køn & vand, luft", on: "2024-02-19",
    certainty: "certain", path: [NORDDJURS, COUNCIL], shared: [NORDDJURS, AARHUS], size: "page-rank", colour: "community",
    layout: "geography", open: new Set([NORDDJURS, ALONE]), story: { id: "story/norddjurs", step: 2 }, lang: "en",
    at: { x: -12, y: 40, scale: 0.75 }, unknown: [],
  });
});

test("a full state is written as it was read", () => {
  assert.equal(again(FULL), FULL);
  assert.equal(again(`#${FULL}`), FULL);
});

test("defaults, order and doubles do not matter: one form comes out", () => {
  assert.equal(again(`on=2024&steps=1&rest=fade&lang=da&focus=${NORDDJURS}&on=1999`), `focus=${NORDDJURS}&on=2024`);
  assert.equal(again("theme=uddannelse,klima,klima"), "theme=klima,uddannelse");
});

test("a comma in an id survives, alone and in a list", () => {
  assert.equal(again(`focus=${encodeURIComponent(FOREIGN)}`), "focus=https://example.org/id/a%2Cb");
  const path = `path=https://example.org/id/a%2Cb,${NORDDJURS}`;
  assert.deepEqual(read(path).path, [FOREIGN, NORDDJURS]);
  assert.equal(again(path), path);
});

test("slashes may be encoded or not", () => {
  assert.equal(read(`focus=${encodeURIComponent(NORDDJURS)}`).focus, NORDDJURS);
});

test("a space in the id of a line survives", () => {
  const line = party(NORDDJURS);
  assert.equal(read(again(`relation=${encodeURIComponent(line)}`)).relation, line);
});

test("a cooperation is found by its own id, whole or short, however it is drawn", () => {
  assert.equal(read(`focus=${BASE}${NORDDJURS}`).focus, NORDDJURS);
  assert.deepEqual([read(`focus=${FORMAL}`).focus, read(`focus=${FORMAL}`).relation], [null, FORMAL]);
  assert.deepEqual([read(`relation=${HUB}`).focus, read(`relation=${HUB}`).relation], [HUB, null]);
});

test("unknown ids are dropped and listed", () => {
  const state = read(`focus=actor/gone&relation=x&without=Municipality,Nothing&path=${NORDDJURS},actor/away&story=s/2&open=77`);
  assert.deepEqual(state.unknown, ["actor/gone", "x", "Nothing", "77", "actor/away", "s"]);
  assert.deepEqual([state.focus, state.relation, state.path, state.story], [null, null, null, null]);
  assert.deepEqual(state.without, new Set(["Municipality"]));
  assert.equal(writeState(state, model), "without=Municipality");
});

test("a path needs two different ends", () => {
  for (const path of [NORDDJURS, `${NORDDJURS},`, `${NORDDJURS},${NORDDJURS}`, ","]) {
    assert.deepEqual([read(`path=${path}`).path, read(`path=${path}`).unknown], [null, []], path);
  }
});

test("a story without a step begins, and none goes past its end", () => {
  const step = (text) => read(`story=${text}`).story?.step;
  assert.deepEqual(["story/norddjurs", "story/norddjurs/0", "story/norddjurs/2", "story/norddjurs/99"].map(step), [1, 1, 2, 2]);
});

test("values that do not exist are the defaults", () => {
  const odd = "steps=9&direction=up&rest=&certainty=maybe&on=2023-02-29&size=big&colour=red&layout=round&lang=sv&at=1,2&at=3";
  assert.deepEqual(read(odd), emptyState(model));
  for (const at of ["1,2,0", "1,2,x", "NaN,1,1", "1e9,1,1", "1.2.3,1,1", "99999999,1,1"]) assert.equal(read(`at=${at}`).at, null, at);
});

test("the camera is written no finer than it is seen", () => {
  const state = { ...emptyState(model), at: { x: -0.2, y: 1234.56, scale: 0.33333 } };
  assert.equal(writeState(state, model), "at=0,1235,0.333");
});

test("a map that opens with a view of its own can still show nothing chosen", () => {
  const opening = { ...model, open: `focus=${NORDDJURS}` };
  assert.equal(writeState(emptyState(opening), opening), "lang=da");
  assert.deepEqual(readState("lang=da", opening), emptyState(opening));
});

test("garbage never throws, and what is written from it is canonical", () => {
  const garbage = ["%", "%E0%A4%A", "focus=%", "=&=&&", "focus", "text=%ZZ%", "text=\uD800x", "at=%2C%2C%2C", "path=%,%", "__proto__=1",
    "constructor=2", "story=/", "story=%2F1", "without=,,,", "text=" + "a".repeat(1e5), "\u0000", "steps=2&steps=%FF"];
  for (const text of garbage) {
    const once = again(text);
    assert.equal(again(once), once, text.slice(0, 30));
  }
});

test("random texts are read without a throw and written canonically", () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const pieces = [...FULL.split(/(?<=[=&,/])/), "%", "%2C", "%F0%9F", "#", "=", "&", "\uDC00", "é", "+", " ", '"<script>', "path", ...Object.keys(CHOICES)];
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: random(12) }, () => pieces[random(pieces.length)]).join("");
    const once = again(text);
    assert.equal(again(once), once, text);
  }
});

test("a cooperation that is drawn at its body is found there", () => {
  const merged = readModel(carried());
  assert.equal(readState(`focus=${HUB}`, merged).focus, DIMA);
  assert.deepEqual(readState(`path=${HUB},${AEROE}`, merged).path, [DIMA, AEROE]);
});
