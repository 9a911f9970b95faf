import assert from "node:assert/strict";
import { test } from "node:test";

import { explained, heard, keyed } from "../../../src/samspil/maps/script/combobox.js";
import { find } from "../../../src/samspil/maps/script/find.js";
import { readModel } from "../../../src/samspil/maps/script/model.js";
import { chosenBy } from "../../../src/samspil/maps/script/search.js";
import { speech } from "../../../src/samspil/maps/script/words.js";
import { NORDDJURS, STRATEGIC, wire } from "./fixture.js";

const data = wire();
Object.assign(data.words, {
  hit_also: ["også kaldt »{name}«", "also called “{name}”"], hits: ["{n} fundet", "{n} found"], hits_more: ["De {n} bedste", "The best {n}"],
});
const model = readModel(data);
const say = speech(model, { lang: "da" });
const now = (more) => ({ active: -1, count: 3, open: true, text: "a", ...more });

test("arrows go through the hits, past the last back to the field, and around", () => {
  assert.deepEqual(keyed("ArrowDown", now()), { active: 0, open: true });
  assert.deepEqual(keyed("ArrowDown", now({ active: 2 })), { active: -1, open: true });
  assert.deepEqual(keyed("ArrowUp", now()), { active: 2, open: true });
  assert.deepEqual(keyed("ArrowUp", now({ active: 0 })), { active: -1, open: true });
});

test("an arrow opens a list that was closed, at its end of it", () => {
  assert.deepEqual(keyed("ArrowDown", now({ open: false, active: 1 })), { active: 0, open: true });
  assert.deepEqual(keyed("ArrowUp", now({ open: false })), { active: 2, open: true });
});

test("without hits arrows open nothing", () => {
  assert.deepEqual(keyed("ArrowDown", now({ count: 0, open: false })), { active: -1, open: false });
});

test("Enter takes the active hit, or the best one, or nothing", () => {
  assert.equal(keyed("Enter", now({ active: 1 })).take, 1);
  assert.equal(keyed("Enter", now()).take, 0);
  assert.equal(keyed("Enter", now({ count: 0 })).take, undefined);
  assert.equal(keyed("Enter", now({ text: " " })).take, undefined);
});

test("Escape closes first and empties then", () => {
  assert.deepEqual(keyed("Escape", now()), { active: -1, open: false });
  assert.deepEqual(keyed("Escape", now({ open: false })), { active: -1, open: false, clear: true });
});

test("other keys are the field's own", () => {
  for (const key of ["a", "Home", "End", "Tab", "ArrowLeft"]) assert.equal(keyed(key, now()), null);
});

test("a hit tells its type, and the other name that matched", () => {
  const [byName] = find(model, "norddjurs komm", "da");
  const [byNumber] = find(model, "29189986", "da");
  assert.equal(explained(say, byName), "kommune");
  assert.equal(explained(say, byNumber), "kommune · også kaldt »29 18 99 86«");
});

test("what is found is said as a number, and nothing found says so", () => {
  assert.equal(heard(say, " ", 0, false), "");
  assert.equal(heard(say, " xyz ", 0, false), "Intet på kortet hedder »xyz«.");
  assert.equal(heard(say, "a", 3, false), "3 fundet");
  assert.equal(heard(say, "a", 12, true), "De 12 bedste");
});

test("an actor comes to the middle, a relation is chosen, and a path gives way", () => {
  const [actor] = find(model, "Norddjurs Kommune", "da");
  const [relation] = find(model, "Vækstaftalen", "da");
  assert.deepEqual(chosenBy(actor), { focus: NORDDJURS, relation: null, path: null, shared: null, at: null });
  assert.deepEqual(chosenBy(relation), { focus: null, relation: STRATEGIC, path: null, shared: null, at: null });
});
