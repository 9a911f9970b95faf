// The views of an answer as tabs (ARIA Authoring Practices, Tabs): each is made when it is first looked at.

import { chartView, isChart } from "./chart.js";
import { make } from "./elements.js";
import { isNetwork, networkView } from "./network.js";
import { rawView } from "./raw.js";
import { tableView } from "./table.js";

// Name of a view, as the address has it, to its title, which answers it fits, and what makes it.
const VIEWS = {
  table: { title: "Table", fits: ({ form }) => form !== "truth", show: tableView },
  chart: { title: "Chart", fits: isChart, show: chartView },
  network: { title: "Network", fits: isNetwork, show: networkView },
  raw: { title: "As it came", fits: () => true, show: rawView },
};

/** Show an answer in its views, the wanted one first if it fits; `chosen` is told what a reader chooses. */
export function showViews(place, answer, bench, wanted, chosen) {
  const { say } = bench.speech;
  const names = Object.keys(VIEWS).filter((name) => VIEWS[name].fits(answer));
  const made = {};
  const tabs = names.map((name) => tab(name, say(VIEWS[name].title)));
  const panels = names.map((name) => make("div", { role: "tabpanel", id: `view-${name}`, "aria-labelledby": `tab-${name}`, hidden: true }));
  const select = (name) => {
    names.forEach((one, at) => {
      tabs[at].setAttribute("aria-selected", String(one === name));
      tabs[at].tabIndex = one === name ? 0 : -1;
      panels[at].hidden = one !== name;
    });
    if (!made[name]) {
      made[name] = VIEWS[name].show(answer, bench);
      panels[names.indexOf(name)].append(made[name].element);
    }
  };
  const choose = (name) => {
    select(name);
    tabs[names.indexOf(name)].focus();
    chosen(name);
  };
  const list = make("div", { role: "tablist", "aria-label": say("Views of the answer") }, ...tabs);
  list.addEventListener("click", ({ target }) => target.dataset.view && choose(target.dataset.view));
  list.addEventListener("keydown", (event) => move(event, names, choose));
  place.replaceChildren(list, ...panels);
  select(names.includes(wanted) ? wanted : names[0]);
}

function tab(name, title) {
  return make("button", { type: "button", role: "tab", id: `tab-${name}`, "data-view": name, "aria-controls": `view-${name}` }, title);
}

function move(event, names, choose) {
  const at = names.indexOf(event.target.dataset.view);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  choose(names.at(to % names.length));
}
