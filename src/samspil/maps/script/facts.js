// What is told about a thing, kind by kind: its identifiers, agreements, periods, themes, meetings, roles and the rest,
// each with where it stands. What a planner would ask for and no source tells is named too.

import { make } from "./elements.js";
import { focusOn, pageLink, viewLink } from "./links.js";
import { cited } from "./sources.js";

// The kinds that have a heading of their own, in the order in which they are asked for.
const KINDS = ["definition", "agreement", "theme", "meeting", "role", "body", "remark"];
const LAST = ["identifier"];
const FIRST = ["definition", "agreement", "theme", "meeting"]; // what comes before the relations

// What a planner asks of a cooperation, and of an actor.
const ASKED = { relation: ["agreement", "theme", "meeting"], actor: ["identifier"] };

/**
 * Group facts by kind: the known kinds in their order, others as they come, identifiers last. Names are told with the
 * name.
 * @param {import("./model.js").Fact[]} facts
 * @returns {{kind: string, facts: import("./model.js").Fact[]}[]}
 */
export function byKind(facts) {
  const groups = new Map(KINDS.map((kind) => [kind, []]));
  for (const fact of facts.filter(({ kind }) => kind !== "name")) {
    if (!groups.has(fact.kind)) groups.set(fact.kind, []);
    groups.get(fact.kind).push(fact);
  }
  const known = [...groups].filter(([kind, list]) => list.length && !LAST.includes(kind));
  const last = [...groups].filter(([kind]) => LAST.includes(kind));
  return [...known, ...last].map(([kind, list]) => ({ kind, facts: list }));
}

/** Return the kinds that are asked of such a thing and that nothing is told of. */
export function missing(facts, of) {
  return ASKED[of].filter((kind) => !facts.some((fact) => fact.kind === kind));
}

/** Return the other names of a thing: those of its facts and of its record, without the name shown and identifiers. */
export function otherNames(say, name, also, facts) {
  const told = facts.filter(({ kind }) => kind === "name").map(({ value }) => say.pick(value));
  const codes = new Set(facts.filter(({ kind }) => kind === "identifier").flatMap(({ value }) => value));
  const foreign = name.filter((text) => text !== say.pick(name));
  return [...new Set([...foreign, ...told, ...also])].filter((text) => text && text !== say.pick(name) && !codes.has(text));
}

/** Make the sections of what is told: those that come before the relations, those after, and the line of what is not. */
export function factSections(app, facts, of) {
  const sections = (groups) => groups.map(({ kind, facts: list }) => section(app, kind, list));
  const groups = byKind(facts);
  const lacking = missing(facts, of).map((kind) => app.say.word(`lacking_${kind}`));
  const line = lacking.length ? [make("p", { class: "quiet lacking" }, app.say.filled("not_stated", { what: lacking.join(", ") }))] : [];
  return {
    before: sections(groups.filter(({ kind }) => FIRST.includes(kind))),
    after: [...sections(groups.filter(({ kind }) => !FIRST.includes(kind))), ...line],
  };
}

/** Return the heading of a kind; a kind that has no word is told as other facts. */
export function headingOf(say, kind) {
  const name = `fact_${kind}`;
  return say.word(name) === name ? say.word("fact_other") : say.word(name);
}

/**
 * Group the facts of a kind by label, in the order of their first; a label that says no more than the heading is "".
 * @returns {{label: string, facts: import("./model.js").Fact[]}[]}
 */
export function byLabel(say, kind, facts) {
  const heading = headingOf(say, kind).toLowerCase();
  const groups = new Map();
  for (const fact of facts) {
    const label = say.pick(fact.label);
    const key = heading.startsWith(label.toLowerCase()) ? "" : label;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups].map(([label, list]) => ({ label, facts: list }));
}

function section(app, kind, facts) {
  const groups = byLabel(app.say, kind, facts).map(({ label, facts: list }) => labelled(app, label, list));
  return make("section", { class: "facts" }, make("h3", {}, headingOf(app.say, kind)), ...groups);
}

// One fact stands beside its label, several under it.
function labelled(app, label, facts) {
  const one = facts.length === 1;
  const name = label && make("span", { class: "fact-label" }, `${label}${one ? ": " : ""}`);
  const items = facts.map((fact) => make("li", { class: "fact" }, ...(one && name ? [name] : []), ...factLine(app, fact), " ", cited(app, fact.passages)));
  return make("div", { class: "fact-group" }, ...(!one && name ? [name] : []), make("ul", {}, ...items));
}

function factLine(app, fact) {
  const period = app.say.pick(fact.period);
  return [valueOf(app, fact), ...(period ? [make("span", { class: "quiet" }, ` (${period})`)] : [])];
}

// What is on the map is shown on the map; anything else has a page, where it has one.
function valueOf(app, { href, value }) {
  const text = app.say.pick(value) || app.say.word("unknown");
  const id = href.startsWith(app.model.base) ? href.slice(app.model.base.length) : href;
  const node = app.model.nodeOf.get(id);
  if (node) return viewLink(app, focusOn(id), text);
  const [edge] = app.model.edgesOf.get(id) ?? [];
  if (edge) return viewLink(app, { relation: edge.id }, text);
  return (href && pageLink(app, { iri: href }, text)) || make("span", {}, text);
}
