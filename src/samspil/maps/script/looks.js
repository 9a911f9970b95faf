// What the size and the colour of a shape mean: the choice, and what the chosen measure tells.

import { make } from "./elements.js";
import { communityColour } from "./palette.js";
import { draw } from "./samples.js";
import { CHOICES } from "./state.js";

const MOST = 12; // communities that the key names; the rest are counted

/** Make the two choices, each with a sentence of what it means. */
export function choicesOf(app) {
  const fields = [select(app, "size"), select(app, "colour")];
  return { element: make("div", { class: "looks" }, ...fields.map((one) => one.element)), sync: () => fields.forEach((one) => one.sync()) };
}

function select(app, name) {
  const id = `look-${name}`;
  const options = CHOICES[name].map((value) => make("option", { value }, app.say.word(wordOf(name, value))));
  const field = make("select", { id, "aria-describedby": `${id}-means` }, ...options);
  const means = make("p", { class: "hint", id: `${id}-means` });
  field.addEventListener("change", () => app.change({ [name]: field.value }));
  const element = make("div", { class: "look" }, make("label", { class: "filter-name", for: id }, app.say.word(`look_${name}`)), field, means);
  const sync = () => {
    field.value = app.state[name];
    means.textContent = app.say.word(`${wordOf(name, app.state[name])}_means`);
  };
  return { element, sync };
}

/** Return the name of the word for a choice: size "page-rank" is "look_size_page_rank". */
export const wordOf = (name, value) => `look_${name}_${value.replaceAll("-", "_")}`;

/** Make the key to the colours of communities, which is there only while they are. */
export function communityKey(app) {
  const element = make("div", { class: "community-key" });
  const sync = () => {
    element.hidden = app.state.colour !== "community" || !app.model.communities.length;
    if (!element.hidden && !element.childElementCount) element.append(...keyOf(app));
  };
  return { element, sync };
}

function keyOf(app) {
  const sorted = app.model.communities.filter((one) => one.count > 1).sort((one, other) => other.count - one.count);
  const rows = sorted.slice(0, MOST).map((one) => make("li", {}, swatch(app, one), make("span", {}, app.say.pick(one.name), " ", make("span", { class: "number" }, app.say.number(one.count)))));
  const more = sorted.length > MOST ? [make("p", { class: "hint" }, app.say.counted("and_more", sorted.length - MOST))] : [];
  return [make("h3", {}, app.say.word("communities")), make("ul", {}, ...rows), ...more];
}

function swatch(app, community) {
  const dot = draw("circle", { class: "swatch", cx: 10, cy: 10, r: 8 });
  dot.style.fill = communityColour(app.model, community);
  return draw("svg", { class: "sample", viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" }, dot);
}
