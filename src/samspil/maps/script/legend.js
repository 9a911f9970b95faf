// The legend, which is the filter: each type of line and of shape with its sample, a box to tick, and how many of it
// are shown. What is unticked is off the map and off the tables.

import { shownCounts } from "./amount.js";
import { make } from "./elements.js";
import { hubSample, sampleOf } from "./samples.js";

/** Return which types to leave out so that of this type's kind only it is left; all of them again where it is so. */
export function onlyThis(types, type, without) {
  const others = types.filter((one) => one.of === type.of && one !== type).map((one) => one.id);
  const alone = !without.has(type.id) && others.every((id) => without.has(id));
  const kept = [...without].filter((id) => id !== type.id && !others.includes(id));
  return new Set(alone ? kept : [...kept, ...others]);
}

/** Return which types to leave out after a box is ticked or unticked. */
export function ticked(without, id, on) {
  const next = new Set(without);
  if (on) next.delete(id);
  else next.add(id);
  return next;
}

/** The legend of the map. */
export function legend(app, root) {
  let lang = null;
  let rows = [];
  let groups = [];
  function build() {
    lang = app.say.lang;
    const types = (of) => app.model.types.filter((type) => type.of === of);
    groups = [group(app, "relation", types("relation")), group(app, "actor", types("actor"))];
    rows = groups.flatMap((one) => one.rows);
    const hint = make("p", { class: "hint" }, app.say.word("legend_hint"));
    const columns = make("div", { class: "legend-columns" }, ...groups.map((one) => one.element));
    root.setAttribute("aria-labelledby", "legend-title");
    root.replaceChildren(make("h2", { id: "legend-title" }, app.say.word("legend")), hint, columns);
  }
  function update() {
    if (lang !== app.say.lang) build();
    const counts = shownCounts(app.visible.kept);
    for (const row of rows) row.sync(counts.get(row.type) ?? 0);
    for (const one of groups) one.sync();
  }
  return { update };
}

function group(app, of, types) {
  const rows = types.map((type) => typeRow(app, type));
  const all = make("button", { type: "button", class: "plain" }, app.say.word("legend_all"));
  const ids = new Set(types.map((type) => type.id));
  all.addEventListener("click", () => app.change({ without: new Set([...app.state.without].filter((id) => !ids.has(id))) }));
  const title = app.say.word(of === "relation" ? "legend_lines" : "legend_shapes");
  const list = make("ul", { class: "legend-rows" }, ...rows.map((row) => row.element), ...(of === "actor" ? hubRow(app) : []));
  const element = make("fieldset", { class: "legend-group" }, make("legend", {}, title), list, all);
  const sync = () => {
    const whole = !types.some((type) => app.state.without.has(type.id));
    all.setAttribute("aria-disabled", String(whole));
  };
  return { element, rows, sync };
}

function typeRow(app, type) {
  const name = app.say.pick(type.name);
  const box = make("input", { type: "checkbox" });
  const count = make("span", { class: "number" });
  const only = make("button", { type: "button", class: "plain only", "aria-label": app.say.filled("only_named", { name }) }, app.say.word("only"));
  box.addEventListener("change", () => app.change({ without: ticked(app.state.without, type.id, box.checked) }));
  only.addEventListener("click", () => app.change({ without: onlyThis(app.model.types, type, app.state.without) }));
  const label = make("label", {}, box, make("span", { class: "sample-box" }, sampleOf(type)), make("span", { class: "type-name" }, name), " ", count);
  const sync = (shown) => {
    box.checked = !app.state.without.has(type.id);
    const part = shown === type.count ? "count_all" : "count_part";
    count.textContent = app.say.filled(part, { shown, all: type.count });
  };
  return { type, element: make("li", {}, label, only), sync };
}

// Cooperations of more parties are no type of their own: they go with the lines that meet in them.
function hubRow(app) {
  if (!app.model.nodes.some((node) => node.hub)) return [];
  const hubs = app.model.nodes.filter((node) => node.hub).length;
  const text = make("span", { class: "hub-text" }, app.say.word("legend_hub"), " ", make("span", { class: "number" }, app.say.number(hubs)));
  return [make("li", { class: "hub-row" }, make("span", { class: "sample-box" }, hubSample()), text)];
}
