// Measures of the whole network in words that a planner understands, what the shapes' size and colour mean, and a
// table of the actors by their measures. Filters do not change a measure: it says what an actor is in all of it.

import { relationCount } from "./amount.js";
import { make } from "./elements.js";
import { nodeLink, renew } from "./links.js";
import { choicesOf, communityKey } from "./looks.js";
import { rankTable } from "./ranks.js";

/**
 * Say what the measures of the network are: each with a name, a value and what it means.
 * @param {import("./model.js").Model} model
 * @returns {{name: string, value: string, means: string}[]}
 */
export function overview(model, say) {
  const { measures: of } = model;
  const hundredth = of.density * 100;
  const pairs = say.number(hundredth, hundredth < 10 ? 1 : 0);
  const line = (name, value, gaps = {}) => ({ name: say.word(name), value, means: say.filled(`${name}_means`, gaps) });
  return [
    line("density", say.percent(of.density, hundredth < 10 ? 1 : 0), { n: pairs }),
    line("components", say.number(of.components), { largest: say.number(of.largest), actors: say.number(of.actors) }),
    line("diameter", say.number(of.diameter), { n: say.number(of.diameter) }),
    line("mean_degree", say.number(of.meanDegree, 1), { n: say.number(of.meanDegree, 1) }),
  ];
}

/** The measures of the map. */
export function measures(app, root) {
  let lang = null;
  let pieces = [];
  function build() {
    lang = app.say.lang;
    root.setAttribute("aria-labelledby", "measures-title");
    const title = make("h2", { id: "measures-title" }, app.say.word("measures"));
    if (!app.model.measures) return root.replaceChildren(title, make("p", { class: "quiet" }, app.say.word("measures_none")));
    pieces = [choicesOf(app), communityKey(app)];
    const [looks, key] = pieces.map((piece) => piece.element);
    root.replaceChildren(title, looks, key, whole(app), brokers(app), rankTable(app).element);
  }
  function update() {
    if (lang !== app.say.lang) build();
    for (const piece of pieces) piece.sync();
  }
  // A thousand links say the rest of the view: they are written anew when somebody is about to use one.
  for (const name of ["pointerenter", "focusin"]) root.addEventListener(name, () => renew(app, root));
  return { update };
}

function whole(app) {
  const [{ actors }, relations] = [app.model.measures, relationCount(app.model)];
  const rows = overview(app.model, app.say).map(({ name, value, means }) =>
    make("div", {}, make("dt", {}, name), make("dd", {}, make("strong", {}, value), make("span", { class: "means" }, means))));
  const lead = make("p", { class: "hint" }, app.say.filled("overview_lead", { actors, relations }));
  return make("section", {}, make("h3", {}, app.say.word("overview")), lead, make("dl", { class: "overview" }, ...rows));
}

function brokers(app) {
  const items = app.model.measures.brokers.map((node) => make("li", {}, nodeLink(app, node)));
  if (!items.length) return "";
  const means = make("p", { class: "hint" }, app.say.word("brokers_means"));
  return make("section", {}, make("h3", {}, app.say.word("brokers")), means, make("ol", { class: "brokers" }, ...items));
}
