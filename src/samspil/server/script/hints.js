// The list of suggestions under the cursor: terms at once, names of things as the server finds them.

import { suggestions, thingsWanted, typedAt } from "./completion.js";
import { make } from "./elements.js";
import { declared, placeForPrefix } from "./prefixes.js";

const LEAST = 2;

/** Show what may be meant by what is typed; while one types only where that is likely to help. */
export function showHints(cm, bench, typing) {
  const typed = typedHere(cm);
  if (!typed || (typing && !worthwhile(typed))) return;
  const hint = async () => found(cm, bench);
  cm.showHint({ hint, completeSingle: false, closeCharacters: /[\s>{}().;]/, container: cm.getWrapperElement().parentElement });
}

function typedHere(cm) {
  const doc = cm.getDoc();
  return typedAt(doc.getValue(), doc.indexFromPos(doc.getCursor()));
}

function worthwhile({ kind, text, role }) {
  if (kind === "variable") return text.length >= 1;
  if (role === "prefix") return true;
  const isShort = text.replace(/^</, "").length < LEAST;
  return !isShort && !/^(select|where|filter|optional|distinct|union|values|prefix|order|group|limit|bind|count|as|by)$/i.test(text);
}

async function found(cm, bench) {
  const doc = cm.getDoc();
  const typed = typedHere(cm);
  if (!typed) return null;
  const wanted = thingsWanted(typed);
  const [vocabulary, things] = await Promise.all([bench.vocabulary(), wanted ? bench.things(wanted) : []]);
  const terms = suggestions(typed, doc.getValue(), vocabulary);
  const named = namedThings(things, terms, typed);
  setTimeout(() => nameList(cm, bench)); // once the list is drawn
  const list = (typed.kind === "iri" ? [...named, ...terms] : [...terms, ...named]).map((one) => entry(cm, one, typed, bench));
  return { list, from: doc.posFromIndex(typed.start), to: endOf(doc, typed) };
}

// Things by name: where a prefix is typed only when no term has it, and never a term twice.
function namedThings(things, terms, typed) {
  if (typed.kind === "word" && typed.text.includes(":") && terms.length) return [];
  const known = new Set(terms.map(({ iri }) => iri));
  const others = things.filter(({ iri }) => !known.has(iri));
  return others.map(({ iri, label, type }) => ({ insert: `<${iri}>`, label, detail: type, count: 0, iri }));
}

function nameList(cm, { speech: { say } }) {
  const list = cm.state.completionActive?.widget?.hints;
  list?.setAttribute("aria-label", say("Suggestions"));
  if (list) list.tabIndex = 0; // it scrolls, and Tab takes what is chosen while it is open
}

// A ">" that already stands after the cursor belongs to what is replaced.
function endOf(doc, typed) {
  const cursor = doc.getCursor();
  const closes = typed.kind === "iri" && doc.getLine(cursor.line)[cursor.ch] === ">";
  return { line: cursor.line, ch: cursor.ch + (closes ? 1 : 0) };
}

function entry(cm, one, typed, { speech }) {
  return {
    text: one.insert,
    render: (element) => element.append(...shown(one, speech)),
    hint: (_cm, data) => {
      cm.getDoc().replaceRange(one.insert, data.from, data.to);
      if (one.prefix) declare(cm, one.prefix, one.namespace);
    },
  };
}

function shown({ insert, label, detail, count }, { say }) {
  const used = count === 1 ? say("used once") : say("used {n} times", { n: count });
  const note = count ? used : say(detail);
  const isThing = label && insert.startsWith("<");
  const [first, second] = isThing ? [label, insert] : [insert, label];
  return [
    make("span", { class: "term" }, first),
    second ? make("span", { class: "named" }, second) : null,
    note ? make("span", { class: "used" }, note) : null,
  ].filter(Boolean);
}

/** Declare a prefix in the query, unless it is declared. */
export function declare(cm, name, namespace) {
  const doc = cm.getDoc();
  if (!namespace || Object.hasOwn(declared(doc.getValue()), name)) return;
  doc.replaceRange(`PREFIX ${name}: <${namespace}>\n`, { line: placeForPrefix(doc.getValue()), ch: 0 });
}
