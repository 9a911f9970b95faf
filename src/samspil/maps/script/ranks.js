// The actors by their measures: a table that is sorted by any of its columns.

import { make } from "./elements.js";
import { nodeLink } from "./links.js";

const FIRST = 15; // rows before "show all"

// Key of a measure to how it is written.
const COLUMNS = [
  ["degree", (say, value) => say.number(value)],
  ["weightedDegree", (say, value) => say.number(value, 1)],
  ["betweenness", (say, value) => say.percent(value, 1)],
  ["pageRank", (say, value) => say.percent(value, 1)],
  ["closeness", (say, value) => say.number(value, 2)],
];

/**
 * Return the actors that have measures, sorted by a column: "name" or the key of a measure. Equals stand by name.
 * @param {import("./model.js").Node[]} nodes
 * @param {{by: string, down: boolean}} order
 */
export function ranked(nodes, { by, down }, say) {
  const collator = new Intl.Collator(say.lang);
  const byName = (one, other) => collator.compare(say.pick(one.name), say.pick(other.name));
  const turn = down ? -1 : 1;
  const byMeasure = (one, other) => turn * (one.measures[by] - other.measures[by]) || byName(one, other);
  return nodes.filter((node) => node.measures).sort(by === "name" ? (one, other) => turn * byName(one, other) : byMeasure);
}

/** Return the order after a press on the head of a column: numbers begin with the largest, names with a. */
export function pressed(order, by) {
  return by === order.by ? { by, down: !order.down } : { by, down: by !== "name" };
}

/** Make the table. */
export function rankTable(app) {
  const own = { order: { by: "degree", down: true }, all: false };
  const heads = ["name", ...COLUMNS.map(([key]) => key)].map((key) => head(app, key, () => show({ order: pressed(own.order, key) })));
  const body = make("tbody");
  const more = make("button", { type: "button", class: "plain" });
  more.addEventListener("click", () => show({ all: !own.all }));
  const show = (change) => {
    Object.assign(own, change);
    fill(app, own, heads, body, more);
  };
  const title = make("h3", { id: "ranks-title" }, app.say.word("ranks"));
  const table = make("table", { class: "ranks", "aria-labelledby": "ranks-title" }, make("thead", {}, make("tr", {}, ...heads.map((one) => one.element))), body);
  const element = make("section", { class: "rank-box" }, title, make("p", { class: "hint" }, app.say.word("ranks_hint")), make("div", { class: "rank-scroll", role: "region", tabindex: "0", "aria-labelledby": "ranks-title" }, table), more, meanings(app));
  show({});
  return { element };
}

function head(app, key, does) {
  const button = make("button", { type: "button", class: "plain sort" }, app.say.word(key === "name" ? "name" : `measure_${key}`));
  button.addEventListener("click", does);
  return { key, element: make("th", { scope: "col", ...(key === "name" ? {} : { class: "figure" }) }, button) };
}

function fill(app, { order, all }, heads, body, more) {
  for (const { key, element } of heads) {
    if (key === order.by) element.setAttribute("aria-sort", order.down ? "descending" : "ascending");
    else element.removeAttribute("aria-sort");
  }
  const nodes = ranked(app.model.nodes, order, app.say);
  body.replaceChildren(...nodes.slice(0, all ? nodes.length : FIRST).map((node) => row(app, node)));
  more.hidden = nodes.length <= FIRST;
  more.textContent = all ? app.say.word("show_fewer") : app.say.filled("show_all_of", { n: nodes.length });
}

function row(app, node) {
  const cells = COLUMNS.map(([key, written]) => make("td", { class: "figure" }, written(app.say, node.measures[key])));
  return make("tr", {}, make("th", { scope: "row" }, nodeLink(app, node)), ...cells);
}

function meanings(app) {
  const lines = COLUMNS.flatMap(([key]) => [make("dt", {}, app.say.word(`measure_${key}`)), make("dd", {}, app.say.word(`measure_${key}_means`))]);
  return make("details", { class: "meanings" }, make("summary", {}, app.say.word("measures_mean")), make("dl", {}, ...lines));
}
