import assert from "node:assert/strict";
import { test } from "node:test";

import { readModel } from "../../../src/samspil/maps/script/model.js";
import { speech } from "../../../src/samspil/maps/script/words.js";
import { wire } from "./fixture.js";

const model = readModel(wire());
const [da, en] = ["da", "en"].map((lang) => speech(model, { lang }));

test("words and pairs are said in the language of the state", () => {
  assert.equal(da.word("find"), "Find en aktør eller et samarbejde");
  assert.equal(en.word("find"), "Find an actor or a cooperation");
  assert.equal(en.pick(["ja", "yes"]), "yes");
});

test("a word that is missing is said by its name", () => {
  for (const name of ["no_such_word", "constructor", "__proto__"]) assert.equal(da.word(name), name);
});

test("gaps are filled once, whatever fills them, and unknown ones stay", () => {
  assert.equal(da.filled("found_nothing", { text: "{text} $& æ" }), "Intet på kortet hedder »{text} $& æ«.");
  assert.equal(en.filled("found_nothing", { text: ["ja", "yes"] }), "Nothing on the map is called “yes”.");
  assert.equal(en.filled("found_nothing", {}), "Nothing on the map is called “{text}”.");
});

test("one and many are counted each with its words, numbers as the language writes them", () => {
  assert.equal(da.counted("sources", 1), "1 sted i kilderne");
  assert.equal(da.counted("sources", 1234), "1.234 steder i kilderne");
  assert.equal(en.counted("sources", 1234), "1,234 passages in the sources");
  assert.equal(en.counted("find", 1), "Find an actor or a cooperation");
});

test("numbers and shares", () => {
  assert.deepEqual([da.number(2.345, 1), en.number(2.345, 2), en.number(2.5)], ["2,3", "2.35", "3"]);
  assert.equal(en.percent(0.125, 1), "12.5%");
  assert.match(da.percent(0.5), /^50\s%$/);
});

test("what is not known is a dash", () => {
  for (const nothing of [null, undefined, NaN, Infinity]) assert.equal(da.number(nothing), "–");
  assert.equal(da.percent(null), "–");
});

test("a day is said in words, a year as it is, and what is neither as it stands", () => {
  assert.equal(da.day("2024-02-19"), "19. februar 2024");
  assert.equal(en.day("2024-02-19"), "19 February 2024");
  assert.equal(da.day("2024"), "2024");
  assert.equal(da.day("nu og da"), "nu og da");
});
