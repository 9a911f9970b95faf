// What the reader should know about the view and cannot see on it: what an address asked for in vain, who stands aside,
// what is left out, and what to do when nothing is left.

import { make } from "./elements.js";
import { places } from "./places.js";

/**
 * Return what to say, most important first: the name of a word and what fills its gaps; `reset` where the way on is to
 * drop the filters.
 * @returns {{word: string, gaps: object, reset?: boolean}[]}
 */
export function notices({ model, state, visible }) {
  const found = [];
  if (state.unknown.length) found.push({ word: "notice_unknown", gaps: { ids: state.unknown.slice(0, 3).join(", ") } });
  if (!visible.kept.nodes.length && model.nodes.length) found.push({ word: "notice_nothing", gaps: {}, reset: true });
  if (visible.groups.length) found.push({ word: "notice_communities", gaps: { n: visible.groups.length, all: visible.kept.nodes.length } });
  else if (visible.limit) found.push({ word: "notice_limit", gaps: { n: visible.nodes.length, all: visible.kept.nodes.length } });
  if (state.layout === "geography") {
    const { aside } = places(model, state.layout);
    const n = visible.nodes.filter((node) => !node.hub && aside?.nodes.has(node)).length;
    if (n) found.push({ word: n === 1 ? "notice_aside_one" : "notice_aside", gaps: { n } });
  }
  return found;
}

/** The line above the map's lower edge. */
export function noticeLine(app, root) {
  if (!root) return { update() {} }; // an empty map has nothing to say but that
  return {
    update() {
      root.replaceChildren(...notices(app).map(({ word, gaps, reset }) =>
        make("p", {}, app.say.filled(word, gaps), ...(reset ? [" ", resetButton(app)] : []))));
    },
  };
}

function resetButton(app) {
  const button = make("button", { type: "button" }, app.say.word("show_all"));
  const none = { without: new Set(), source: new Set(), theme: new Set(), text: "", on: null, certainty: "possible", rest: "fade" };
  button.addEventListener("click", () => app.change(none));
  return button;
}
