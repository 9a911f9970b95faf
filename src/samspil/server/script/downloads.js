// The answer to take along: links where the query fits into an address, forms where it is too long for one.

import { button, make } from "./elements.js";
import { excelCsv } from "./csv.js";

// Form of the answer to the formats of `/sparql`: the name there, and what people call it.
const FORMATS = {
  rows: [["csv", "CSV"], ["json", "JSON"], ["xml", "XML"], ["tsv", "TSV"]],
  truth: [["json", "JSON"], ["xml", "XML"]],
  triples: [["turtle", "Turtle"], ["jsonld", "JSON-LD"], ["rdfxml", "RDF/XML"], ["nt", "N-Triples"]],
};
const LONGEST = 6000;

/** Return the ways to take an answer along. */
export function downloads(answer, query, bench) {
  const { say } = bench.speech;
  const formats = FORMATS[answer.form].filter(([name]) => bench.formats.includes(name));
  const items = formats.map(([name, title]) => item(name, title, query, bench));
  if (answer.form === "rows") items.unshift(...(bench.library() ? workbooks(bench) : [shownCsv(answer, bench)]));
  return make("div", { class: "downloads" }, make("span", {}, say("Download:")), ...items);
}

function item(format, title, query, { root }) {
  const address = `${root}/sparql?${new URLSearchParams({ query, format })}`;
  if (address.length <= LONGEST) return make("a", { href: address, download: `samspil.${format}` }, title);
  const field = (name, value) => make("input", { type: "hidden", name, value });
  const form = make("form", { method: "post", action: `${root}/sparql` }, field("query", query), field("format", format));
  form.append(make("button", { class: "second" }, title));
  return form;
}

// A question of the library as it is has addresses that Excel can refresh (`/api/queries`).
function workbooks({ root, library, speech: { lang, say } }) {
  const { name, given } = library();
  const address = (suffix, more) => `${root}/api/queries/${name}.${suffix}?${new URLSearchParams({ lang, ...given, ...more })}`;
  return [
    make("a", { href: address("xlsx"), download: true }, "Excel"),
    make("a", { href: address("csv", { profile: "excel-da" }), download: true }, say("CSV for Danish Excel")),
  ];
}

// What the table shows, with names and headings, as a Danish Excel opens it.
function shownCsv(answer, bench) {
  const { say } = bench.speech;
  const save = async () => {
    await bench.names.learn(answer.rows.flat());
    const address = URL.createObjectURL(new Blob([excelCsv(answer, bench)], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: address, download: "samspil.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return button(say("CSV for Danish Excel"), save, { class: "link", title: say("as shown") });
}
