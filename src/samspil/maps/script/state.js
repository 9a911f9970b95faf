// The view as a text that can be sent: what stands after # in the address, and the state that it means.
//
// `writeState(readState(text))` is the canonical form: known ids only, defaults left out, one order. "/", ":" and ","
// stay readable where they are safe; a comma inside an id of a list is written %2C, so that it is not taken for the
// next id. Whatever stands in an address, reading never throws: what is not understood is as if it were not there,
// and ids that are not on this map are listed in `unknown`, so that the page can say so.
//
// A link may name a cooperation without knowing how it is drawn: `focus` on one that is a line chooses the line, and
// `relation` with one that is a node focuses on it. Whole IRIs do as well as short ids.

import { isMoment } from "./time.js";

/** The values to choose between; the first is the default and is left out of links. */
export const CHOICES = Object.freeze({
  direction: ["any", "out", "in"],
  rest: ["fade", "hide"],
  certainty: ["possible", "certain"],
  size: ["same", "degree", "weighted-degree", "betweenness", "page-rank", "closeness"],
  colour: ["type", "community"],
  layout: ["network", "geography"],
  steps: [1, 2, 3],
});

/**
 * @typedef {{focus: string|null, relation: string|null, steps: 1|2|3, direction: string, rest: string,
 *   without: Set<string>, source: Set<string>, theme: Set<string>, text: string, on: string|null, certainty: string,
 *   path: [string, string]|null, shared: [string, string]|null, size: string, colour: string, layout: string,
 *   open: Set<string>,
 *   story: {id: string, step: number}|null, lang: string, at: {x: number, y: number, scale: number}|null,
 *   unknown: string[]}} State
 */

const LONGEST_TEXT = 200;
const LISTS = ["without", "source", "theme", "open"];
const PAIRS = ["path", "shared"];

/** Return the state of the whole map with nothing chosen. @returns {State} */
export function emptyState(model) {
  const defaults = Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, values[0]]));
  const sets = Object.fromEntries(LISTS.map((name) => [name, new Set()]));
  const none = { focus: null, relation: null, on: null, path: null, shared: null, story: null, at: null };
  return { ...defaults, ...sets, ...none, text: "", lang: model.lang, unknown: [] };
}

/** Read a fragment, with or without its #. @returns {State} */
export function readState(fragment, model) {
  const state = emptyState(model);
  const values = parts(String(fragment ?? ""));
  readChosen(values, model, state);
  for (const name of LISTS) readList(values.get(name), REGISTERS[name](model), state[name], state, model);
  for (const name of PAIRS) state[name] = readPair(values.get(name), model, state);
  for (const [name, allowed] of Object.entries(CHOICES)) {
    state[name] = allowed.find((value) => String(value) === values.get(name)) ?? allowed[0];
  }
  state.text = decoded(values.get("text") ?? "").trim().slice(0, LONGEST_TEXT).trim();
  state.on = isMoment(values.get("on") ?? "") ? values.get("on") : null;
  state.story = readStory(values.get("story"), model, state);
  state.lang = ["da", "en"].includes(values.get("lang")) ? values.get("lang") : model.lang;
  state.at = readAt(values.get("at"));
  return state;
}

/**
 * Write a state as a fragment without #. A map that opens with a view of its own needs a way to say "nothing chosen":
 * there, that is its language, and the empty fragment means the view that it opens with.
 */
export function writeState(state, model) {
  const written = [];
  const put = (name, value) => value && written.push(`${name}=${value}`);
  put("focus", state.focus && encoded(state.focus));
  put("relation", state.relation && encoded(state.relation));
  for (const name of ["steps", "direction", "rest"]) put(name, choice(name, state));
  for (const name of ["without", "source", "theme"]) put(name, list([...state[name]].sort()));
  put("text", encoded(state.text.trim()));
  put("on", state.on);
  put("certainty", choice("certainty", state));
  for (const name of PAIRS) put(name, list(state[name] ?? []));
  for (const name of ["size", "colour", "layout"]) put(name, choice(name, state));
  put("open", list([...state.open].sort()));
  put("story", state.story && `${encoded(state.story.id)}/${state.story.step}`);
  put("lang", state.lang === model.lang ? "" : state.lang);
  put("at", state.at && writeAt(state.at));
  return written.join("&") || (model.open ? `lang=${state.lang}` : "");
}

// Where the ids of each list are found.
const REGISTERS = {
  without: (model) => model.typeOf,
  source: (model) => model.documentOf,
  theme: (model) => model.themeOf,
  open: (model) => new Map(model.communities.map((community) => [community.id, community])),
};

/** Take a fragment apart, its values still encoded. Of a name that stands twice, the first counts. */
function parts(fragment) {
  const values = new Map();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    const name = part.slice(0, at);
    if (at > 0 && !values.has(name)) values.set(name, part.slice(at + 1));
  }
  return values;
}

/** Undo the encoding; what is not well encoded is taken as it stands. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

// Half a character, as a cut text can end in, cannot be encoded.
const whole = (text) => text.replace(/\p{Surrogate}/gu, "\uFFFD");
const encoded = (text) => encodeURIComponent(whole(text)).replace(/%2F/g, "/").replace(/%3A/g, ":");
const list = (ids) => ids.map(encoded).join(",");
const choice = (name, state) => (state[name] === CHOICES[name][0] ? "" : String(state[name]));

function short(text, model) {
  const id = decoded(text);
  return id.startsWith(model.base) ? id.slice(model.base.length) : id;
}

function readChosen(values, model, state) {
  for (const name of ["focus", "relation"]) {
    const id = short(values.get(name) ?? "", model);
    if (!id) continue;
    const edge = model.edgeOf.get(id) ?? model.edgesOf.get(id)?.[0];
    const isNode = model.nodeOf.has(id) && (name === "focus" || !model.edgeOf.has(id));
    if (isNode) state.focus ??= model.nodeOf.get(id).id;
    else if (edge) state.relation ??= edge.id;
    else state.unknown.push(id);
  }
}

function readList(value, register, found, state, model) {
  for (const part of value ? value.split(",") : []) {
    const id = short(part, model);
    if (register.has(id)) found.add(id);
    else if (id) state.unknown.push(id);
  }
}

/** Read two different nodes; one alone is none. */
function readPair(value, model, state) {
  if (!value) return null;
  const ids = value.split(",").slice(0, 2).map((part) => short(part, model));
  const unknown = ids.filter((id) => id && !model.nodeOf.has(id));
  state.unknown.push(...unknown);
  const [a, b] = ids.map((id) => model.nodeOf.get(id)?.id);
  return a && b && a !== b && !unknown.length ? [a, b] : null;
}

/** Read a story and its step: the number after the last slash, and 1 where there is none; never past the last. */
function readStory(value, model, state) {
  const id = decoded(value ?? "");
  if (!id) return null;
  const [, before, number] = /^(.*)\/([0-9]{1,4})$/s.exec(id) ?? [null, id, "1"];
  const known = model.storyOf.has(before) ? [before, number] : [id, "1"];
  const story = model.storyOf.get(known[0]);
  if (!story) {
    state.unknown.push(before);
    return null;
  }
  return { id: story.id, step: Math.min(Math.max(Number(known[1]), 1), Math.max(story.steps.length, 1)) };
}

const FARTHEST = 1e6;

/** Read where the camera stands, written "x,y,scale". */
function readAt(value) {
  const found = /^(-?[0-9.]{1,12}),(-?[0-9.]{1,12}),([0-9.]{1,12})$/.exec(decoded(value ?? ""));
  if (!found) return null;
  const [x, y, scale] = found.slice(1).map(Number);
  const sound = Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && scale >= 0.001 && scale <= 1000;
  return sound ? { x, y, scale } : null;
}

function writeAt({ x, y, scale }) {
  const rounded = (value) => Math.round(Math.min(Math.max(value, -FARTHEST), FARTHEST)) + 0;
  const zoom = Math.min(Math.max(scale, 0.001), 1000);
  return `${rounded(x)},${rounded(y)},${Number(zoom.toFixed(3))}`;
}
