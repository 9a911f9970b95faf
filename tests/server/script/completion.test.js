import assert from "node:assert/strict";
import { test } from "node:test";

import { suggestions, thingsWanted, typedAt } from "../../../src/samspil/server/script/completion.js";
import { vocabulary } from "./fixture.js";

// What is suggested at "‸" in a query.
function at(marked) {
  const offset = marked.indexOf("‸");
  const query = marked.replace("‸", "");
  const typed = typedAt(query, offset);
  return typed && suggestions(typed, query, vocabulary).map(({ insert }) => insert);
}
const typedIn = (marked) => typedAt(marked.replace("‸", ""), marked.indexOf("‸"));

test("after a only classes stand, by name or by label", () => {
  assert.deepEqual(at("SELECT * { ?x a sam:Co‸ }"), ["sam:Cooperation"]);
  assert.deepEqual(at("SELECT * { ?x a samarb‸ }"), ["sam:Cooperation"]);
  assert.deepEqual(at("SELECT * { ?x a ‸ }"), ["sam:Participation", "sam:Cooperation", "sam:Agreement"]);
});

test("where a predicate stands there are properties, those of the subject's class first", () => {
  assert.deepEqual(at("SELECT * { ?x ‸ }"), ["skos:prefLabel", "org:member", "sam:inForceDuring"]);
  assert.deepEqual(at("SELECT * { ?x a sam:Agreement ; ‸ }"), ["skos:prefLabel", "sam:inForceDuring", "org:member"]);
  assert.deepEqual(at("SELECT * { ?x a sam:Participation . ?y ?p ?x . ?x ‸ }"), ["org:member", "skos:prefLabel", "sam:inForceDuring"]);
});

test("a class that stands after the place counts too", () => {
  assert.equal(at("SELECT * { ?x ‸ . ?x a sam:Participation }")[0], "org:member");
});

test("a step of a path is a predicate", () => {
  assert.deepEqual(at("SELECT * { ?x org:member/‸ ?y }"), ["skos:prefLabel", "org:member", "sam:inForceDuring"]);
});

test("a prefix that the query declares for itself is used", () => {
  const query = "PREFIX m: <https://w3id.org/samspil/model/>\nSELECT * { ?x a m:Agr‸ }";
  assert.equal(typedIn(query).text, "m:Agr");
  assert.equal(at(query).length, 1);
});

test("an unknown prefix suggests nothing", () => {
  assert.deepEqual(at("SELECT * { ?x a nope:‸ }"), []);
});

test("variables of the query are suggested, not the one being typed", () => {
  assert.deepEqual(at("SELECT ?actor { ?actor org:member ?ac‸ }"), ["?actor"]);
});

test("after PREFIX the whole declaration is suggested", () => {
  assert.deepEqual(at("PREFIX sk‸"), ["skos: <http://www.w3.org/2004/02/skos/core#>"]);
});

test("nothing is suggested within a comment or a text", () => {
  assert.equal(at("# ?x a sam:Co‸"), null);
  assert.equal(at('SELECT * { ?x skos:prefLabel "sam:Co‸'), null);
  assert.deepEqual(at('SELECT * { ?y skos:prefLabel "a" . ?x a sam:Co‸ }'), ["sam:Cooperation"]);
  assert.deepEqual(at("SELECT * { ?y a <http://a#b> . ?x a sam:Co‸ }"), ["sam:Cooperation"]);
});

test("a name within < is looked up among things, a comparison is not", () => {
  assert.equal(thingsWanted(typedIn("SELECT * { ?x org:member <norddjurs kom‸")), "norddjurs kom");
  assert.equal(thingsWanted(typedIn("SELECT * { ?x org:member nord‸ }")), "nord");
  assert.equal(thingsWanted(typedIn("SELECT * { ?x a <nord‸ }")), null);
  assert.equal(typedIn("SELECT * { FILTER(?a < ?b‸").kind, "variable");
});
