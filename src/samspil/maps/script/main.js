// The page comes alive: the data are read, the parts are made, and every change of state passes through here, into the
// address, the map and the parts.

import { canvas } from "./canvas.js";
import { readData } from "./data.js";
import { fragment, onReturn, remember } from "./history.js";
import { speak } from "./language.js";
import { readModel } from "./model.js";
import { noticeLine } from "./notices.js";
import { parts } from "./parts.js";
import { readState, writeState } from "./state.js";
import { tabs } from "./tabs.js";
import { view } from "./view.js";
import { visible } from "./visible.js";
import { speech } from "./words.js";

// A change of one of these is another view: where the camera stood in the old one means nothing in it.
const VIEWS = ["focus", "relation", "steps", "direction", "path", "shared", "layout", "open", "story"];

const find = (id) => document.getElementById(id);

async function start() {
  const data = await readData(find("data"));
  if (!data) return find("old-browser").removeAttribute("hidden");
  const model = readModel(data);
  const app = application(model, readState(fragment() || model.open, model));
  const panel = tabs(find("tabs"));
  app.picture = find("map") && canvas(app, find("map"));
  const made = [...parts(app, find), view(app, find("view")), noticeLine(app, find("notice"))];
  app.show = (change) => {
    app.say = speech(model, app.state);
    app.visible = visible(model, app.state);
    if (change.has("lang")) speak(app.state.lang);
    openTab(app, panel, change);
    if (app.state.on) find("time").open = true;
    app.picture?.update(change);
    for (const part of made) part.update(change);
  };
  wire(app);
  return app.show(new Set(Object.keys(app.state)));
}

/** What parts may ask for. */
function application(model, state) {
  const app = { model, state, say: speech(model, state), visible: visible(model, state), picture: null };
  app.change = (patch, { replace = false } = {}) => {
    const change = new Set(Object.keys(patch));
    const leaves = VIEWS.some((name) => change.has(name)) && !change.has("at");
    app.state = { ...app.state, ...(leaves ? { at: null } : {}), ...patch, unknown: [] };
    remember(writeState(app.state, model), replace);
    app.show(change);
  };
  app.focus = (id) => app.change({ focus: id, relation: null, path: null, shared: null });
  app.home = () => app.change({ ...nothing, at: null });
  // Letting go leaves the camera where the person took it.
  app.letGo = () => Object.keys(nothing).some((name) => app.state[name]) && app.change({ ...nothing, at: app.state.at });
  app.moved = (at) => {
    app.state = { ...app.state, at };
    remember(writeState(app.state, model), true);
  };
  app.arrive = (text) => {
    if (text === writeState(app.state, model)) return;
    app.state = readState(text || model.open, model);
    app.show(new Set(Object.keys(app.state)));
  };
  return app;
}

const nothing = { focus: null, relation: null, path: null, shared: null, story: null };

/** What somebody chooses is what they want to read about; a story goes on telling itself. */
function openTab({ state }, panel, change) {
  if (state.story) return change.has("story") && panel.open("story");
  if (change.has("path") || change.has("shared")) {
    if (state.path || state.shared) return panel.open("path");
  }
  const chosen = (change.has("focus") && state.focus) || (change.has("relation") && state.relation);
  return chosen && panel.open("details");
}

function wire(app) {
  onReturn(app.arrive);
  find("language").addEventListener("click", () => app.change({ lang: app.state.lang === "en" ? "da" : "en" }));
  find("whole")?.addEventListener("click", app.home);
  find("closer")?.addEventListener("click", () => app.picture.zoom(1.3));
  find("farther")?.addEventListener("click", () => app.picture.zoom(1 / 1.3));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => app.picture?.repaint());
  addEventListener("beforeprint", () => app.picture?.printing(true));
  addEventListener("afterprint", () => app.picture?.printing(false));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && event.target.tagName !== "INPUT") app.letGo();
  });
}

start();
