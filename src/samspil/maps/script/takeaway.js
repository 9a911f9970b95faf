// What can be taken away from the map, each file with what it is good for. Files are made here, in the browser, from what
// is on the map now; nothing is sent anywhere.

import { make } from "./elements.js";
import { download } from "./takeaway/download.js";
import { fileName } from "./takeaway/filename.js";
import { FORMATS } from "./takeaway/formats.js";
import { shownInWords } from "./viewwords.js";

/** The menu of files. */
export function takeaway(app, root) {
  const menu = { lang: null, legend: true, shown: null, status: null };
  function build() {
    menu.lang = app.say.lang;
    menu.shown = make("p", { class: "hint" });
    menu.status = make("p", { class: "hint status", role: "status" });
    const groups = Object.keys(FORMATS).filter((group) => group !== "picture" || app.picture);
    const title = make("h2", { id: "takeaway-title" }, app.say.word("takeaway"));
    const lead = make("p", { class: "hint" }, app.say.word("takeaway_lead"));
    root.setAttribute("aria-labelledby", "takeaway-title");
    root.replaceChildren(title, lead, menu.shown, ...groups.map((group) => groupOf(app, menu, group)), menu.status);
  }
  function update() {
    if (menu.lang !== app.say.lang) build();
    const words = shownInWords(app);
    if (menu.shown.textContent !== words) menu.shown.textContent = words;
  }
  return { update };
}

function groupOf(app, menu, group) {
  const rows = Object.entries(FORMATS[group]).map(([name, format]) => row(app, menu, name, format));
  const choice = group === "picture" ? [legendChoice(app, menu)] : [];
  return make("div", { class: "take-group" }, make("h3", {}, app.say.word(`take_${group}`)), make("ul", {}, ...rows), ...choice);
}

function legendChoice(app, menu) {
  const box = make("input", { type: "checkbox" });
  box.checked = menu.legend;
  box.addEventListener("change", () => (menu.legend = box.checked));
  return make("label", { class: "option" }, box, make("span", {}, app.say.word("take_legend")));
}

function row(app, menu, name, format) {
  const called = app.say.word(`take_${name}`);
  const meaning = make("span", { class: "take-for", id: `take-${name}-for` }, app.say.word(`take_${name}_for`));
  const button = make("button", { "type": "button", "id": `take-${name}`, "aria-describedby": meaning.id }, called);
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    menu.status.textContent = await taken(app, menu, called, format);
    button.removeAttribute("aria-busy");
  });
  return make("li", { class: "take" }, button, meaning);
}

/** Make a file and hand it over; return what to say about it. */
async function taken(app, menu, called, format) {
  const view = { model: app.model, state: app.state, visible: app.visible, say: app.say };
  try {
    const written = await format.write(view, cameraOf(app), { legend: menu.legend });
    const file = fileName(view, format.suffix, format.what?.(view));
    download(new Blob([written], { type: format.type }), file);
    return app.say.filled("take_done", { file });
  } catch (error) {
    // A browser has its own limits, of memory and of the size of pictures: the person hears which and goes on.
    return app.say.filled("take_failed", { name: called, reason: error.message });
  }
}

/** Return where the map stands: the part of it that is in sight, and its scale. */
function cameraOf(app) {
  if (!app.picture) return null;
  const { box, scale } = app.picture.scene();
  return { ...box, scale };
}
