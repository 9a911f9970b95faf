// The words of a query, as far as completing needs them: where one stands in a triple, not whether it may stand there.

const TOKEN =
  /(?<comment>#[^\n]*)|(?<string>"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<iri><[^<>"{}|^`\\\s]*>)|(?<variable>[?$]\w+)|(?<tag>@[\w-]+)|(?<name>[\p{L}_][\p{L}\p{N}_.-]*?:[\p{L}\p{N}_.%-]*(?<!\.)|:[\p{L}\p{N}_-]+)|(?<word>\p{L}[\p{L}\p{N}_]*)|(?<number>\d[\d.eE+-]*)|(?<space>\s+)|(?<sign>\^\^|&&|\|\||[^])/gu;

/**
 * Return the words of a text, without white space and comments.
 * @returns {{kind: string, text: string, start: number}[]}
 */
export function tokens(text) {
  return [...text.matchAll(TOKEN)]
    .map((match) => ({ kind: kindOf(match.groups), text: match[0], start: match.index }))
    .filter(({ kind }) => kind !== "space" && kind !== "comment");
}

function kindOf(groups) {
  return Object.keys(groups).find((kind) => groups[kind] !== undefined);
}

const STEPS = new Set(["/", "|", "^", "!"]);
const CLAUSES = new Set(["FILTER", "BIND", "HAVING", "SELECT", "ORDER", "GROUP", "LIMIT", "OFFSET", "VALUES", "PREFIX", "BASE"]);

/**
 * Return where the next word after some words would stand: the role, the subject and the predicate before it.
 * Roles are subject, predicate, object, and other (an expression, a list of variables).
 */
export function placeAfter(words) {
  const place = start();
  for (const token of words) step(place, token);
  return { role: place.clause ? "other" : place.role, subject: place.subject, predicate: place.predicate };
}

/** Return what every subject of a query is said to be, subject to its classes as they are written. */
export function classesOf(text) {
  const found = {};
  const place = start();
  for (const token of tokens(text)) {
    const { role, subject, predicate } = place;
    if (!place.clause && role === "object" && isType(predicate) && /iri|name/.test(token.kind)) {
      (found[subject] ??= []).push(token.text);
    }
    step(place, token);
  }
  return found;
}

/** Tell whether a predicate, as it is written, says what a thing is. */
export function isType(predicate) {
  return predicate === "a" || predicate === "rdf:type" || predicate?.endsWith("#type>");
}

function start() {
  return { role: "other", subject: "", predicate: "", clause: "", depth: 0 };
}

// Moves on past one word.
function step(place, { kind, text }) {
  if (place.clause) leaveClause(place, text);
  if (place.clause) return;
  if (text === "{" || text === "}" || text === ".") Object.assign(place, { role: "subject", subject: "", predicate: "" });
  else if (text === ";") Object.assign(place, { role: "predicate", predicate: "" });
  else if (text === ",") place.role = "object";
  else if (STEPS.has(text) && place.role === "object") Object.assign(place, { role: "predicate" });
  else if (kind === "word" && CLAUSES.has(text.toUpperCase())) Object.assign(place, { clause: text.toUpperCase(), depth: 0 });
  else advance(place, kind, text);
}

function advance(place, kind, text) {
  const isTerm = /iri|variable|name|string|number/.test(kind) || (kind === "word" && text === "a");
  if (!isTerm) return;
  if (place.role === "subject") Object.assign(place, { role: "predicate", subject: text });
  else if (place.role === "predicate") Object.assign(place, { role: "object", predicate: text });
}

// A clause ends with the brackets that it opened; a list of variables ends where the pattern begins.
function leaveClause(place, text) {
  if (text === "(") place.depth += 1;
  if (text === ")") place.depth -= 1;
  const opens = text === "{" && place.clause !== "VALUES";
  if (opens && place.depth === 0) place.clause = "";
  else if ((text === ")" && place.depth === 0 && /FILTER|BIND/.test(place.clause)) || text === "}") {
    Object.assign(place, { clause: "", role: "subject" });
  }
}
