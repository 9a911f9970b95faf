// Rows of options: one of a few (radio buttons), or any of many (boxes to tick), which can be searched when long.

import { make } from "./elements.js";
import { folded } from "./find.js";

const MANY = 12; // a longer list gets a field to search it

/** Return a set with one id put in, or taken out where it was in. */
export function swapped(set, id) {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Say whether the name of an item holds every word of a text, in either language. */
export function holds(item, text) {
  const hay = item.name.map(folded).join("\n");
  return folded(text).split(" ").every((word) => hay.includes(word));
}

/**
 * Make radio buttons for one choice of the state; `word` of `<name>_<value>` names a value, of `<name>` the choice.
 * @returns {{name: string, element: HTMLElement, sync: (value: unknown, free?: boolean) => void}}
 */
export function choices(app, name, values, take) {
  const boxes = values.map((value) => {
    const box = make("input", { type: "radio", name: `choice-${name}`, value: String(value) });
    box.addEventListener("change", () => take(value));
    return box;
  });
  const labels = boxes.map((box, index) => make("label", { class: "option" }, box, make("span", {}, app.say.word(`${name}_${values[index]}`))));
  const element = make("fieldset", { class: "choice" }, make("legend", { class: "filter-name" }, app.say.word(name)), make("div", { class: "options" }, ...labels));
  const sync = (value, free = true) => {
    element.disabled = !free;
    boxes.forEach((box, index) => (box.checked = values[index] === value));
  };
  return { name, element, sync };
}

/** Make a list of boxes over a set of the state: none ticked means that nothing is asked for, so everything is shown. */
export function choiceList(app, name, items) {
  const rows = items.map((item) => itemRow(app, name, item));
  const list = make("ul", { class: "boxes", ...(items.length > MANY ? { tabindex: "0", "aria-label": app.say.word(`filter_${name}`) } : {}) }, ...rows.map((row) => row.element));
  const search = items.length > MANY ? [searchField(app, name, rows)] : [];
  const title = make("legend", { class: "filter-name" }, app.say.word(`filter_${name}`));
  const hint = make("p", { class: "hint" }, app.say.word("choice_hint"));
  const element = make("fieldset", { class: "filter many" }, title, hint, ...search, list);
  const sync = () => rows.forEach((row) => (row.box.checked = app.state[name].has(row.item.id)));
  return { element, sync };
}

function itemRow(app, name, item) {
  const box = make("input", { type: "checkbox" });
  box.addEventListener("change", () => app.change({ [name]: swapped(app.state[name], item.id) }));
  const label = make("label", {}, box, make("span", {}, app.say.pick(item.name), " ", make("span", { class: "number" }, app.say.number(item.count))));
  return { item, box, element: make("li", {}, label) };
}

function searchField(app, name, rows) {
  const label = app.say.word(`filter_${name}_search`);
  const input = make("input", { type: "search", autocomplete: "off", spellcheck: "false", "aria-label": label, placeholder: label });
  const status = make("p", { class: "hint status", role: "status" });
  input.addEventListener("input", () => {
    for (const row of rows) row.element.hidden = !holds(row.item, input.value);
    const left = rows.filter((row) => !row.element.hidden).length;
    status.textContent = input.value.trim() ? app.say.filled("list_found", { n: left, all: rows.length }) : "";
  });
  return make("div", { class: "list-search" }, input, status);
}
