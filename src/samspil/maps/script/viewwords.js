// A view in words: what is in focus, what the filters take away, what size, colour and place mean. Print and pictures
// carry it, as they have no buttons that would show it.

import { wordOf } from "./looks.js";
import { active, nameOf, shownOf, told } from "./tally.js";

/** Return sentences that say which view this is; "the whole map" where nothing is chosen. @returns {string[]} */
export function viewInWords(view) {
  const { model, state, say } = view;
  const filters = active(model, state).map((one) => say.filled("view_filter", { name: nameOf(say, one) }));
  const lines = [...chosen(view), ...filters, ...looks(state, say)].filter(Boolean);
  return lines.length ? lines : [say.word("view_whole")];
}

/** Return how much of the network is shown, in words. */
export const shownInWords = ({ model, visible, say }) => told(say, shownOf(model, visible));

function chosen({ model, state, say }) {
  const named = (id) => model.nodeOf.get(id)?.name ?? "";
  const pair = ([a, b]) => ({ a: named(a), b: named(b) });
  const edge = model.edgeOf.get(state.relation);
  return [
    state.focus && say.filled("view_around", { name: named(state.focus), steps: say.word(`steps_${state.steps}`) }),
    state.focus && state.direction !== "any" && say.word(`view_${state.direction}`),
    edge && say.filled("view_relation", { name: edge.name }),
    state.path && say.filled("view_path", pair(state.path)),
    state.shared && say.filled("view_shared", pair(state.shared)),
  ];
}

function looks(state, say) {
  return [
    state.size !== "same" && say.filled("view_size", { name: say.word(wordOf("size", state.size)) }),
    state.colour === "community" && say.word("view_community"),
    state.layout === "geography" && say.word("view_geography"),
  ];
}
