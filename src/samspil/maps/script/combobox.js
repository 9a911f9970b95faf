// A text field with a list of hits under it, worked as the WAI-ARIA pattern "combobox with a listbox popup" says:
// arrows move in the list, Enter takes, Escape closes, and what is heard follows. The list lies over the page,
// so that nothing moves.

import { make } from "./elements.js";
import { find } from "./find.js";
import { sampleOf, hubSample } from "./samples.js";

export const HITS = 12; // more than this many hits are told as a number

/**
 * Return what a key does in the list: which hit becomes active (-1: none), and whether the list is open, taken from
 * or emptied.
 * @param {string} key
 * @param {{active: number, count: number, open: boolean, text: string}} now
 * @returns {{active: number, open: boolean, take?: number, clear?: boolean}|null} null for a key that is the field's own
 */
export function keyed(key, { active, count, open, text }) {
  const steps = { ArrowDown: open ? active + 1 : 0, ArrowUp: open && active >= 0 ? active - 1 : count - 1 };
  if (key in steps) return count ? { active: around(steps[key], count), open: true } : { active: -1, open: false };
  if (key === "Enter") return count && text.trim() ? { active: -1, open: false, take: Math.max(active, 0) } : { active: -1, open: false };
  if (key === "Escape") return open ? { active: -1, open: false } : { active: -1, open: false, clear: true };
  return null;
}

// Past the last hit comes the field itself (-1), and then the first again.
const around = (active, count) => (active >= count ? -1 : active < -1 ? count - 1 : active);

/** Return what a hit is called aside from its name: its type, and why it was found where the name does not say so. */
export function explained(say, hit) {
  const type = say.pick(hit.type.name);
  return hit.also ? `${type} · ${say.filled("hit_also", { name: hit.also })}` : type;
}

/** Return what is said of the hits: how many, none, or nothing at all before something is written. */
export function heard(say, text, count, more) {
  if (!text.trim()) return "";
  if (!count) return say.filled("found_nothing", { text: text.trim() });
  return more ? say.filled("hits_more", { n: count }) : say.counted("hits", count);
}

/**
 * Make a combobox. `take(hit)` is called with the hit that is chosen; `only` leaves out hits that do not serve here.
 * @param {{id: string, label: string, take: (hit: object) => void, only?: (hit: object) => boolean, keep?: boolean}} options
 */
export function combobox(app, { id, label, take, only = () => true, keep = true }) {
  const parts = elements(id, label);
  const now = { hits: [], active: -1, open: false };
  const show = (change) => {
    Object.assign(now, change);
    paint(app, parts, now, id);
  };
  const search = () => {
    const text = parts.input.value;
    const found = text.trim() ? find(app.model, text, app.say.lang, 4 * HITS).filter(only) : [];
    show({ hits: found.slice(0, HITS), active: -1, open: found.length > 0 });
    parts.status.textContent = heard(app.say, text, Math.min(found.length, HITS), found.length > HITS);
  };
  const chosen = (hit) => {
    parts.input.value = keep ? hit.name : "";
    parts.status.textContent = "";
    show({ hits: [], active: -1, open: false });
    take(hit);
  };
  listen(parts, now, { search, show, chosen });
  return { element: parts.element, input: parts.input, status: parts.status, set: (text) => set(parts, show, text) };
}

function elements(id, label) {
  const input = make("input", {
    id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": `${id}-hits`, "aria-describedby": `${id}-status`,
  });
  const list = make("ul", { id: `${id}-hits`, class: "hits", role: "listbox", "aria-label": label, hidden: "" });
  const status = make("p", { id: `${id}-status`, class: "hint status", role: "status" });
  const field = make("div", { class: "combobox" }, input, list);
  return { element: make("div", { class: "find-one" }, make("label", { for: id }, label), field, status), input, list, status };
}

function listen({ input, list, status }, now, { search, show, chosen }) {
  input.addEventListener("input", search);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => show({ active: -1, open: false }));
  // The field keeps the focus while a hit is clicked.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) chosen(now.hits[[...list.children].indexOf(option)]);
  });
  input.addEventListener("keydown", (event) => {
    const does = event.isComposing ? null : keyed(event.key, { ...now, count: now.hits.length, text: input.value });
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    if (does.take !== undefined) return chosen(now.hits[does.take]);
    if (does.clear) [input.value, status.textContent] = ["", ""];
    show({ active: does.active, open: does.open, ...(does.clear ? { hits: [] } : {}) });
  });
}

function paint(app, { input, list }, now, id) {
  const open = now.open && now.hits.length > 0;
  list.replaceChildren(...now.hits.map((hit, index) => option(app, hit, `${id}-hit-${index}`, index === now.active)));
  list.hidden = !open;
  input.setAttribute("aria-expanded", String(open));
  if (open && now.active >= 0) {
    input.setAttribute("aria-activedescendant", `${id}-hit-${now.active}`);
    list.children[now.active].scrollIntoView({ block: "nearest" });
  } else input.removeAttribute("aria-activedescendant");
}

function option(app, hit, id, active) {
  return make("li", { id, role: "option", "aria-selected": String(active) },
    make("span", { class: "hit-sample" }, hit.node?.hub ? hubSample() : sampleOf(hit.type)),
    make("span", { class: "hit-text" },
      make("span", { class: "hit-name" }, hit.name),
      make("span", { class: "hit-why" }, explained(app.say, hit))));
}

function set({ input, status }, show, text) {
  if (document.activeElement !== input) input.value = text;
  status.textContent = "";
  show({ hits: [], active: -1, open: false });
}
