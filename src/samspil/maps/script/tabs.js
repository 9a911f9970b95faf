// The panel beside the map: one part at a time, chosen by a tab. By keyboard, arrows go from tab to tab.

/** Make the tabs in a list work. @returns {{open: (name: string) => void}} */
export function tabs(list) {
  const all = [...list.querySelectorAll("[role=tab]")];
  const panel = (tab) => document.getElementById(tab.getAttribute("aria-controls"));
  function select(tab) {
    for (const one of all) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      panel(one).classList.toggle("folded", one !== tab);
    }
  }
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) select(tab);
  });
  list.addEventListener("keydown", (event) => {
    const next = neighbour(all, all.indexOf(document.activeElement), event.key);
    if (!next) return;
    event.preventDefault();
    select(next);
    next.focus();
  });
  const open = (name) => {
    const tab = all.find((one) => one.dataset.tab === name);
    if (tab && tab.getAttribute("aria-selected") !== "true") select(tab);
  };
  return { open };
}

function neighbour(all, at, key) {
  if (at < 0) return undefined;
  const places = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 };
  return key in places ? all[(places[key] + all.length) % all.length] : undefined;
}
