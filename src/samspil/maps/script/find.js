// Finding by name: what a person types, matched with what things are called in either language, with their other
// names and their identifiers.
//
// Letters are compared folded: case and accents make no difference, æ is ae, ø is o and oe, å is a and aa, and what
// is neither letter nor digit parts words. Every word that is typed must be found. What is found is ranked:
//
//   0  the name itself            4  every word somewhere in the name
//   1  another name, itself       5  another name begins so
//   2  the name begins so         6  words of another name begin so
//   3  words of the name begin    7  every word somewhere in another name
//
// "The name" is that of the chosen language; the name in the other language is another name, and `also` tells which
// one matched. Among equals actors come before relations, then those with the most relations, then the alphabet.
// A relation is found only where it has a name of its own: one that is called as its type would be found everywhere.

/**
 * @typedef {{kind: "node"|"relation", node: import("./model.js").Node|null, edge: import("./model.js").Edge|null,
 *   id: string, name: string, also: string, type: import("./model.js").Type}} Hit
 */

const LETTERS = { æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ß: "ss", ı: "i" };

/** Return a text as it is compared: lower case, no accents, Danish letters as in an address, one space apart. */
export function folded(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const plain = bare.replace(/[æœøđðłþßı]/g, (letter) => LETTERS[letter]);
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return (words || text.trim().toLowerCase()).replace(/oe/g, "o").replace(/aa/g, "a");
}

const ownTexts = new WeakMap();
const saidTexts = new WeakMap();

/** Return what the text filter reads, folded: all names and the type of a node; name, type, themes of a relation. */
export function ownText(thing) {
  if (!ownTexts.has(thing)) {
    const pairs = [thing.name, thing.type.name, ...(thing.themes ?? []).map((theme) => theme.name)];
    ownTexts.set(thing, [...pairs.map(saidText), ...(thing.also ?? []).map(folded)].join("\n"));
  }
  return ownTexts.get(thing);
}

// A pair is shared by all that are called so: it is folded once.
function saidText(pair) {
  if (!saidTexts.has(pair)) saidTexts.set(pair, folded(pair.join("\n")));
  return saidTexts.get(pair);
}

/** Return what is called so, best first. @returns {Hit[]} */
export function find(model, text, lang, max = 12) {
  const sought = folded(text);
  if (!sought) return [];
  const query = { text: sought, words: sought.split(" "), digits: digitsOf(text) };
  const hits = [];
  for (const entry of register(model)) {
    const hit = match(entry, query, lang === "en" ? 1 : 0);
    if (hit) hits.push(hit);
  }
  const order = new Intl.Collator(lang);
  const byName = (one, other) => order.compare(one.name, other.name) || (one.id < other.id ? -1 : 1);
  const better = (one, other) => one.rank - other.rank || one.place - other.place || other.ties - one.ties;
  hits.sort((one, other) => better(one, other) || byName(one.hit, other.hit));
  return hits.slice(0, max).map(({ hit }) => hit);
}

const registers = new WeakMap();

/** Return the names of all that can be found, folded once for each network. */
function register(model) {
  if (!registers.has(model)) {
    const nodes = model.nodes.map((node) => entry("node", node, otherNames(node)));
    const relations = [...model.edgesOf.values()].map(([edge]) => edge).filter((edge) => isNamed(edge, model));
    registers.set(model, [...nodes, ...relations.map((edge) => entry("relation", edge, otherNames(edge)))]);
  }
  return registers.get(model);
}

// A line of a hub bears the name of the hub, which is found itself.
const isNamed = (edge, model) =>
  !model.nodeOf.has(edge.relation) && edge.name.some((name, index) => name !== edge.type.name[index]);

function entry(kind, thing, also) {
  const others = also.map((name) => ({ name, text: folded(name), digits: digitsOf(name) }));
  return { kind, thing, names: thing.name.map(folded), others };
}

function otherNames(thing) {
  const told = thing.facts.filter((fact) => fact.kind === "name" || fact.kind === "identifier");
  return [...new Set([...(thing.also ?? []), ...told.flatMap((fact) => fact.value)])].filter(Boolean);
}

// A number is one number however it is spaced: "29 18 99 86". Few digits say too little.
function digitsOf(text) {
  const digits = text.replace(/[\s.-]/g, "");
  return /^[0-9]{3,}$/.test(digits) ? digits : "";
}

function match({ kind, thing, names, others }, query, at) {
  let [rank, also] = [NAME_RANKS[closeness(names[at], query)], ""];
  const other = { name: thing.name[1 - at], text: names[1 - at], digits: "" };
  for (const one of names[0] === names[1] ? others : [other, ...others]) {
    const isNumber = one.digits && query.digits;
    const found = OTHER_RANKS[isNumber ? closenessOfNumbers(one, query) : closeness(one.text, query)];
    if (found < rank) [rank, also] = [found, one.name];
  }
  if (rank === Infinity) return null;
  const [node, edge] = kind === "node" ? [thing, null] : [null, thing];
  const hit = { kind, node, edge, id: thing.id, name: thing.name[at], also, type: thing.type };
  return { hit, rank, place: node ? 0 : 1, ties: node ? node.edges.length : 0 };
}

const NAME_RANKS = [0, 2, 3, 4, Infinity];
const OTHER_RANKS = [1, 5, 6, 7, Infinity];

/** Say how a name holds what is sought: 0 it is it, 1 begins so, 2 its words begin so, 3 somewhere, 4 not. */
function closeness(name, { text, words }) {
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  const padded = ` ${name}`;
  if (words.every((word) => padded.includes(` ${word}`))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : 4;
}

function closenessOfNumbers(one, query) {
  if (one.digits === query.digits) return 0;
  return one.digits.startsWith(query.digits) ? 1 : 4;
}
