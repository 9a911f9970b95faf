import assert from "node:assert/strict";
import { test } from "node:test";

import { snippets } from "../../../src/samspil/server/script/snippets.js";

const HOSTILE = "SELECT ('it''s \"\"\" \\\\ ${x} `y` #(lf) )\" )-\"' AS ?a)\n{ } # æøå";
const code = snippets({ endpoint: "https://data.example.dk/samspil/sparql", query: HOSTILE, form: "rows" });

test("every language has its code for rows, and none for tables where there are none", () => {
  const all = ["curl", "Python (SPARQLWrapper)", "Python (pandas)", "R", "Power Query (Excel, Power BI)", "JavaScript"];
  assert.deepEqual(Object.keys(code), all);
  assert.deepEqual(Object.keys(snippets({ endpoint: "https://a/sparql", query: "ASK {}", form: "truth" })), [all[0], all[1], all[5]]);
});

test("the JavaScript text is the query", () => {
  const body = code.JavaScript.match(/body: (`(?:[^`\\]|\\.)*`)/s)[1];
  assert.equal((0, eval)(body), HOSTILE);
});

test("the text in M has doubled quotes, escaped line ends, and no escape of the query's own", () => {
  const literal = code["Power Query (Excel, Power BI)"].match(/Query = "((?:[^"]|"")*)",/)[1];
  const meant = { "#": "#", lf: "\n", tab: "\t" };
  const read = literal.replaceAll('""', '"').replace(/#\((#|lf|tab)\)/g, (_all, name) => meant[name]);
  assert.ok(!/\n/.test(literal));
  assert.equal(read, HOSTILE);
});

test("M keeps the address still, so that Power BI may refresh it", () => {
  assert.match(code["Power Query (Excel, Power BI)"], /Web\.Contents\("https:\/\/data\.example\.dk", \[RelativePath = "samspil\/sparql"/);
});

test("the raw text in R ends where nothing of the query does", () => {
  const [, dashes, text] = code.R.match(/^query <- r"(-*)\(([^]*)\)\1"\n/);
  assert.equal(text, HOSTILE);
  assert.ok(dashes.length > 0);
});
