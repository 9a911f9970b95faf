import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, filtered, linesOf, numericColumns, shortIri, shownColumns, sorted, wordsOf } from "../../../src/samspil/server/script/answers.js";
import { excelCsv } from "../../../src/samspil/server/script/csv.js";
import { readTriples } from "../../../src/samspil/server/script/ntriples.js";
import { noNames, speech, text, typed, uri, vocabulary } from "./fixture.js";

const { prefixes } = vocabulary;
const words = (term) => wordsOf(term, noNames, prefixes);

test("numbers are sorted by size, names as Danish sorts them, and what is unbound stands last", () => {
  const numbers = [[typed("10", "integer")], [null], [typed("9", "integer")]];
  assert.deepEqual(sorted(numbers, 0, false, words, "da-DK").map(([term]) => term?.value), ["9", "10", undefined]);
  assert.deepEqual(sorted(numbers, 0, true, words, "da-DK").map(([term]) => term?.value), ["10", "9", undefined]);
  const names = [[text("Århus")], [text("Ærø")], [text("Zealand")], [text("Østjylland")]];
  assert.deepEqual(sorted(names, 0, false, words, "da-DK").map(([term]) => term.value), ["Zealand", "Ærø", "Østjylland", "Århus"]);
});

test("days are sorted as days", () => {
  const days = [[typed("2024-10-01", "date")], [typed("2024-09-30", "date")]];
  assert.deepEqual(sorted(days, 0, false, () => "1.", "da-DK").map(([term]) => term.value), ["2024-09-30", "2024-10-01"]);
});

test("a row is found by any cell, in any case", () => {
  const rows = [[text("Aarhus"), null], [text("Viborg"), text("ÆRØ")]];
  assert.deepEqual(filtered(rows, "ærø", words), [rows[1]]);
  assert.deepEqual(filtered(rows, " ", words), rows);
});

test("a column gives way to its label and a locator to its passage", () => {
  const shown = shownColumns(["actor", "actorLabel", "n", "passage", "locator"]);
  assert.deepEqual(shown.map(({ name, thing }) => [name, thing]), [["actorLabel", 0], ["n", 2], ["passage", 3]]);
});

test("a column is numeric when all that it has are numbers", () => {
  const rows = [[typed("1", "integer"), text("1"), null], [typed("2.5", "decimal"), typed("2", "integer"), null]];
  assert.deepEqual(numericColumns({ columns: ["a", "b", "c"], rows }), [0]);
});

test("an answer is a network by ?source and ?target, or by triples whose object is no text", () => {
  const row = [uri("http://a"), uri("http://b")];
  assert.equal(linesOf({ form: "rows", columns: ["a", "b"], rows: [row] }), null);
  assert.equal(linesOf({ form: "rows", columns: ["source", "target"], rows: [row, [row[0], null]] }).length, 1);
  const triples = [[row[0], uri("http://p"), row[1]], [row[0], uri("http://p"), text("x")]];
  assert.equal(linesOf({ form: "triples", columns: [], rows: triples }).length, 1);
});

test("our things are shown here, the web's where they are, and a script nowhere", () => {
  assert.equal(addressOf("https://w3id.org/samspil/id/actor/via", "/samspil"), "/samspil/id/actor/via");
  assert.equal(addressOf("http://www.w3.org/ns/org#Post", ""), "http://www.w3.org/ns/org#Post");
  assert.equal(addressOf("javascript:alert(1)", ""), null);
  assert.equal(addressOf("data:text/html,<script>", ""), null);
  assert.equal(shortIri("https://w3id.org/samspil/id/actor/via", prefixes), "actor/via");
  assert.equal(shortIri("http://www.w3.org/ns/org#Post", prefixes), "org:Post");
});

test("CSV for Excel begins with a byte order mark, has a decimal comma, and no formula", () => {
  const answer = { columns: ["a", "b"], rows: [[typed("2.5", "decimal"), text('=1+1;"x"')], [null, text("ok")]] };
  const csv = excelCsv(answer, { names: noNames, prefixes, heading: (name) => name, speech });
  assert.equal(csv, '\uFEFFa;b\r\n2,5;"\'=1+1;""x"""\r\nNot stated;ok\r\n');
});

test("N-Triples are read with languages, datatypes and escapes", () => {
  const read = readTriples('<http://a> <http://b> "x \\"y\\" \\u00E6"@da .\n_:n <http://b> "1"^^<http://int> .\n# c\n');
  assert.deepEqual(read, [
    [uri("http://a"), uri("http://b"), text('x "y" æ', "da")],
    [{ type: "bnode", value: "n" }, uri("http://b"), { type: "literal", value: "1", datatype: "http://int" }],
  ]);
});
