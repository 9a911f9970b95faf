// The query as code to copy. Every language has its own way to write a text: nothing of the query ends one early.

/**
 * Return the code for a query at an endpoint, by language, in the order in which it is offered.
 * @param {{endpoint: string, query: string, form: string}} asked form is that of the answer: rows, truth or triples
 */
export function snippets({ endpoint, query, form }) {
  const type = { rows: "text/csv", truth: "application/sparql-results+json", triples: "text/turtle" }[form] ?? "text/csv";
  const asked = { endpoint, query: query.trim(), type, form };
  const all = { curl: curl(asked), "Python (SPARQLWrapper)": python(asked) };
  if (form === "rows") Object.assign(all, { "Python (pandas)": pandas(asked), R: r(asked), "Power Query (Excel, Power BI)": power(asked) });
  return { ...all, JavaScript: javascript(asked) };
}

function curl({ endpoint, query, type }) {
  return `curl --fail --silent --show-error ${shell(endpoint)} \\\n  --header ${shell(`Accept: ${type}`)} \\\n  --data-urlencode ${shell(`query=${query}`)}\n`;
}

function python({ endpoint, query, form }) {
  const [format, use] = {
    rows: ["JSON", 'for row in answer["results"]["bindings"]:\n    print({name: term["value"] for name, term in row.items()})'],
    truth: ["JSON", 'print(answer["boolean"])'],
    triples: ["TURTLE", "print(answer.decode())"],
  }[form];
  return `# pip install sparqlwrapper
from SPARQLWrapper import ${format}, POST, SPARQLWrapper

sparql = SPARQLWrapper(${JSON.stringify(endpoint)})
sparql.setMethod(POST)
sparql.setReturnFormat(${format})
sparql.setQuery(${pythonText(query)})
answer = sparql.query().convert()
${use}
`;
}

function pandas({ endpoint, query }) {
  return `# pip install pandas
from io import BytesIO
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pandas as pd

query = ${pythonText(query)}
request = Request(${JSON.stringify(endpoint)}, urlencode({"query": query}).encode(), {"Accept": "text/csv"})
with urlopen(request) as answer:
    table = pd.read_csv(BytesIO(answer.read()))
print(table)
`;
}

function r({ endpoint, query }) {
  return `query <- ${rText(query)}
address <- paste0(${JSON.stringify(endpoint)}, "?format=csv&query=", URLencode(enc2utf8(query), reserved = TRUE))
table <- read.csv(address, encoding = "UTF-8", check.names = FALSE)
print(table)
`;
}

function power({ endpoint, query }) {
  const { origin, pathname } = new URL(endpoint);
  return `let
    Query = ${powerText(query)},
    Answer = Web.Contents(${powerText(origin)}, [RelativePath = ${powerText(pathname.slice(1))}, Query = [query = Query, format = "csv"]]),
    Rows = Csv.Document(Answer, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Table = Table.PromoteHeaders(Rows, [PromoteAllScalars = true])
in
    Table
`;
}

function javascript({ endpoint, query, type, form }) {
  const [accept, use] =
    form === "triples" ? [type, "await response.text()"] : ["application/sparql-results+json", "await response.json()"];
  return `const response = await fetch(${JSON.stringify(endpoint)}, {
  method: "POST",
  headers: { "Content-Type": "application/sparql-query", Accept: "${accept}" },
  body: ${scriptText(query)},
});
if (!response.ok) throw new Error(await response.text());
console.log(${use});
`;
}

// POSIX shell, 2.2.2: nothing within single quotes is special but the quote itself.
function shell(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

// Python language reference, 2.4.1.
function pythonText(text) {
  return `"""\n${text.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"')}\n"""`;
}

// R 4.0, ?Quotes: a raw text ends at its bracket and as many dashes as it began with.
function rText(text) {
  let dashes = "";
  while (text.includes(`)${dashes}"`)) dashes += "-";
  return `r"${dashes}(${text})${dashes}"`;
}

// Power Query M, lexical structure, text literals: quotes are doubled, "#(" begins an escape.
function powerText(text) {
  const escaped = text.replaceAll("#(", "#(#)(").replaceAll('"', '""').replaceAll("\t", "#(tab)");
  return `"${escaped.replace(/\r?\n/g, "#(lf)")}"`;
}

// ECMAScript, 12.9.6.
function scriptText(text) {
  return `\`${text.replace(/[\\`]|\$\{/g, "\\$&")}\``;
}
