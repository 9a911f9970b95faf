// What may be meant by what is being typed: classes, properties, prefixes, variables, the best first. Things by name
// come from the server (`things`), since there are many.

import { declared, expand, shorten } from "./prefixes.js";
import { classesOf, isType, placeAfter, tokens } from "./tokens.js";

/**
 * @typedef {{text: string, start: number, kind: "variable" | "iri" | "word", role: string, subject: string}} Typed
 * @typedef {{insert: string, label: string, detail: string, count: number, iri?: string, namespace?: string}} Suggestion
 */

const MOST = 40;
const IRI = /<([\p{L}][^<>"{}|^`\\\n?$()=]*)?$/u;
const WORD = /(?:[\p{L}_][\p{L}\p{N}_-]*)?:?[\p{L}\p{N}_-]*$/u;
const VARIABLE = /[?$]\w*$/;

/** Return what is being typed before a place in a query, or null within a comment or a text. */
export function typedAt(text, offset) {
  const before = text.slice(0, offset);
  if (isClosedOff(before)) return null;
  const [kind, match] = [["variable", VARIABLE], ["iri", IRI], ["word", WORD]]
    .map(([name, pattern]) => [name, before.match(pattern)])
    .find(([, found]) => found);
  const start = offset - match[0].length;
  const words = tokens(before.slice(0, start));
  const place = placeAfter(words);
  const isPrefix = words.at(-1)?.text.toUpperCase() === "PREFIX";
  const role = isPrefix ? "prefix" : place.role === "object" && isType(place.predicate) ? "class" : place.role;
  return { text: match[0], start, kind, role, subject: place.subject };
}

/** Tell whether a text ends within a comment or within a quoted text. */
function isClosedOff(before) {
  const last = [...before.matchAll(/#[^\n]*|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|<[^<>\s]*>/g)].at(-1);
  if (!last || last.index + last[0].length < before.length) return false;
  return last[0][0] === "#" || (/^["']/.test(last[0]) && (last[0].length === 1 || last[0].at(-1) !== last[0][0]));
}

/**
 * Return what may be meant, the best first.
 * @param {Typed} typed
 * @param {string} text the whole query
 * @returns {Suggestion[]}
 */
export function suggestions(typed, text, vocabulary) {
  if (typed.kind === "variable") return variables(typed, text);
  if (typed.role === "prefix") return prefixes(typed.text, vocabulary);
  const known = { ...vocabulary.prefixes, ...declared(text) };
  const wanted = wish(typed, known);
  const terms = offered(typed, text, vocabulary, known).filter(({ iri, label }) => fits(wanted, iri, label));
  return terms.slice(0, MOST).map((term) => suggestion(term, known));
}

function variables(typed, text) {
  const all = tokens(text).filter(({ kind, start }) => kind === "variable" && start !== typed.start);
  const names = [...new Set(all.map((token) => `?${token.text.slice(1)}`))].sort();
  const start = `?${typed.text.slice(1)}`;
  return names
    .filter((name) => name.startsWith(start) && name !== start)
    .map((name) => ({ insert: name, label: "", detail: "variable", count: 0 }));
}

function prefixes(start, vocabulary) {
  return Object.entries(vocabulary.prefixes)
    .filter(([name]) => name.startsWith(start.replace(/:$/, "")))
    .map(([name, namespace]) => ({ insert: `${name}: <${namespace}>`, label: "", detail: "prefix", count: 0 }));
}

// The classes, the properties (of the subject's classes first), or both where either may stand.
function offered(typed, text, vocabulary, known) {
  if (typed.role === "class") return vocabulary.classes;
  if (typed.role === "predicate") return properties(typed.subject, text, vocabulary, known);
  return typed.role === "other" ? [...vocabulary.classes, ...vocabulary.properties] : vocabulary.classes;
}

function properties(subject, text, vocabulary, known) {
  const iris = (classesOf(text)[subject] ?? []).map((word) => expand(word, known));
  const places = iris.map((iri) => vocabulary.classes.findIndex((one) => one.iri === iri)).filter((at) => at >= 0);
  if (!places.length) return vocabulary.properties;
  const count = (property) => places.reduce((sum, at) => sum + (property.of[at] ?? 0), 0);
  const counted = vocabulary.properties.map((property) => ({ ...property, here: count(property) }));
  const here = counted.filter((one) => one.here > 0).sort((a, b) => b.here - a.here);
  return [...here.map((one) => ({ ...one, count: one.here })), ...counted.filter((one) => one.here === 0)];
}

// What is wished for: a namespace, if the typed word has a prefix or is an IRI, and the beginning of a name.
function wish(typed, known) {
  const word = typed.text.replace(/^</, "");
  const colon = typed.kind === "word" ? word.indexOf(":") : -1;
  if (colon < 0) return { namespace: "", start: word.toLowerCase() };
  const namespace = known[word.slice(0, colon)];
  return { namespace: namespace ?? "\n", start: word.slice(colon + 1).toLowerCase() };
}

function fits({ namespace, start }, iri, label) {
  if (!iri.startsWith(namespace)) return false;
  const name = iri.slice(iri.search(/[^/#]*$/)).toLowerCase();
  return name.startsWith(start) || iri.toLowerCase().startsWith(start) || hasWord(label.toLowerCase(), start);
}

function hasWord(label, start) {
  return label.startsWith(start) || label.includes(` ${start}`);
}

function suggestion({ iri, label, count }, known) {
  const short = shorten(iri, known);
  const name = short?.slice(0, short.indexOf(":"));
  return { insert: short ?? `<${iri}>`, label, detail: "", count, iri, ...(short ? { prefix: name, namespace: known[name] } : {}) };
}

/** Tell whether names of things may be meant too, and which text they hold; null where they may not. */
export function thingsWanted(typed) {
  if (typed.kind === "variable" || ["prefix", "predicate", "class"].includes(typed.role)) return null;
  const text = typed.text.replace(/^</, "").replace(/^.*:/, "").trim();
  return text.length >= 2 && !/^https?/.test(typed.text.replace(/^</, "")) ? text : null;
}
