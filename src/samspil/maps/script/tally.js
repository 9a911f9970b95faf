// One line that says how much of the map is shown, and a button for each filter that takes something away.

import { relationCount } from "./amount.js";
import { swapped } from "./choices.js";
import { make } from "./elements.js";
import { emptyState } from "./state.js";

/**
 * Name the filters of a state, so that each can be told and taken away: its name, and the patch that lifts it.
 * @returns {{name: string, gaps: object, patch: object}[]}
 */
export function active(model, state) {
  const clean = emptyState(model);
  const types = [...state.without].map((id) => model.types[model.typeOf.get(id)]);
  const sources = [...state.source].map((id) => model.documentOf.get(id));
  const themes = [...state.theme].map((id) => model.themeOf.get(id));
  const certainly = state.on && state.certainty === "certain";
  return [
    state.text && { name: "active_text", gaps: { text: state.text }, patch: { text: "" } },
    state.on && { name: certainly ? "active_certain" : "active_on", gaps: { on: state.on }, patch: { on: null, certainty: clean.certainty } },
    ...types.map((type) => ({ name: "active_without", gaps: { name: type.name }, patch: { without: swapped(state.without, type.id) } })),
    ...sources.map((one) => ({ name: "active_source", gaps: { name: one.name }, patch: { source: swapped(state.source, one.id) } })),
    ...themes.map((one) => ({ name: "active_theme", gaps: { name: one.name }, patch: { theme: swapped(state.theme, one.id) } })),
    state.rest === "hide" && state.focus && { name: "active_hide", gaps: {}, patch: { rest: clean.rest } },
  ].filter(Boolean);
}

/** Return the patch that lifts every filter and leaves the rest of the view as it is. */
export function cleared(model) {
  const { without, source, theme, text, on, certainty, rest, direction } = emptyState(model);
  return { without, source, theme, text, on, certainty, rest, direction };
}

/** Count what is shown: actors and relations, each of how many, and actors in focus (null without one). */
export function shownOf(model, shown) {
  const actors = (nodes) => [...nodes].filter((node) => !node.hub).length;
  return {
    actors: actors(shown.kept.nodes), allActors: actors(model.nodes),
    relations: relationCount(shown.kept), allRelations: relationCount(model),
    near: shown.near ? actors(shown.near) : null,
  };
}

/** Return what is shown in words. */
export function told(say, shown) {
  const line = say.filled("shown", shown);
  return shown.near === null ? line : `${line} ${say.filled("shown_near", { n: shown.near })}`;
}

/** Return a filter in words. */
export const nameOf = (say, { name, gaps }) => say.filled(name, gaps.on ? { on: say.day(gaps.on) } : gaps);

/** Make the line, with the button that lifts every filter. */
export function tallyOf(app) {
  const line = make("p", { class: "tally", role: "status" });
  const list = make("ul", { class: "active" });
  const all = make("button", { type: "button", class: "plain" }, app.say.word("clear_all"));
  all.addEventListener("click", () => all.getAttribute("aria-disabled") === "false" && app.change(cleared(app.model)));
  const element = make("div", { class: "tally-box" }, make("div", { class: "tally-line" }, line, all), list);
  const sync = () => {
    const lifted = active(app.model, app.state);
    const words = told(app.say, shownOf(app.model, app.visible));
    if (line.textContent !== words) line.textContent = words;
    all.setAttribute("aria-disabled", String(lifted.length === 0));
    const held = list.contains(document.activeElement);
    list.replaceChildren(...lifted.map((one) => make("li", {}, chip(app, one))));
    list.hidden = lifted.length === 0;
    // The button that was pressed is gone: the keyboard goes on with the next one.
    if (held) (list.querySelector("button") ?? root(element)).focus();
  };
  return { element, sync };
}

// The heading of the part takes the focus where no button is left.
function root(element) {
  const heading = element.parentElement.querySelector("h2");
  heading.setAttribute("tabindex", "-1");
  return heading;
}

function chip(app, filter) {
  const name = nameOf(app.say, filter);
  const mark = make("span", { "aria-hidden": "true" }, "✕");
  const button = make("button", { type: "button", class: "chip", "aria-label": app.say.filled("lift", { name }) }, name, " ", mark);
  button.addEventListener("click", () => app.change(filter.patch));
  return button;
}
