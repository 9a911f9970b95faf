// When: what is in force in a year or on a day, and how much in each year. Off until wanted, for most of what the map
// shows has no period, and a time hides what is certainly not in force then.

import { choices } from "./choices.js";
import { make } from "./elements.js";
import { draw } from "./samples.js";
import { isMoment, statusOn } from "./time.js";

const PACE = 1000; // milliseconds that a year lasts while it plays

/** Return the years of the slider, first to last. */
export function yearsOf(model) {
  const [first, last] = model.years ?? [0, -1];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * Count the relations in force in each year: at their best, where one is drawn with several lines of their own periods.
 * One whose period no source states is not counted.
 * @returns {{year: number, certain: number, possible: number}[]} `possible` does not count what is certain
 */
export function inForceByYear(model) {
  const relations = [...model.edgesOf.values()].map((lines) => lines.filter((line) => line.bounds));
  return yearsOf(model).map((year) => {
    const count = { year, certain: 0, possible: 0, not: 0 };
    for (const lines of relations) count[best(lines, String(year))] += 1;
    return { year, certain: count.certain, possible: count.possible };
  });
}

function best(lines, on) {
  const found = new Set(lines.map((line) => statusOn(line.bounds, on, line.edtf)));
  return ["certain", "possible"].find((status) => found.has(status)) ?? "not";
}

/** Count the relations whose period no source states. */
export function undated(model) {
  return [...model.edgesOf.values()].filter((lines) => lines.every((line) => !line.bounds)).length;
}

/** Return the year that the slider stands at: that of the moment, kept within the years there are. */
export function yearOf(on, years) {
  return Math.min(Math.max(Number(on.slice(0, 4)), years[0]), years[years.length - 1]);
}

/** Return the year in which playing goes on: the next one, from the first again after the last. */
export function nextYear(on, years) {
  const year = on ? yearOf(on, years) : years[years.length - 1];
  return year >= years[years.length - 1] ? years[0] : year + 1;
}

/** The time of the map. */
export function timeline(app, root) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const [counts, unstated] = [inForceByYear(app.model), undated(app.model)];
  const player = playing(app, counts);
  let lang = null;
  let pieces = [];
  function build() {
    lang = app.say.lang;
    root.setAttribute("aria-labelledby", "timeline-title");
    const title = make("h2", { id: "timeline-title" }, app.say.word("timeline"));
    if (!counts.length) return root.replaceChildren(title, make("p", { class: "quiet" }, app.say.word("timeline_none")));
    pieces = [onOff(app, counts), slider(app, { counts, unstated, player, still }), exactly(app, unstated)];
    const [toggle, year, exact] = pieces.map((piece) => piece.element);
    root.replaceChildren(make("div", { class: "time-head" }, title, toggle), year, exact);
  }
  function update() {
    if (lang !== app.say.lang) build();
    if (player.running() && (still.matches || app.state.on !== player.at())) player.stop();
    for (const piece of pieces) piece.sync();
  }
  return { update };
}

// Play a year each second, to the end. Anything else that changes the time stops it.
function playing(app, counts) {
  const years = counts.map((one) => one.year);
  let [timer, at] = [0, null];
  const stop = () => {
    clearInterval(timer);
    timer = 0;
  };
  const go = () => {
    const next = nextYear(app.state.on, years);
    if (next === years[years.length - 1]) stop();
    at = String(next);
    app.change({ on: at }, { replace: true });
  };
  return { stop, at: () => at, running: () => timer !== 0, start: () => {
    timer = setInterval(go, PACE);
    go();
  } };
}

function onOff(app, counts) {
  const box = make("input", { type: "checkbox" });
  const years = counts.map((one) => one.year);
  box.addEventListener("change", () => app.change({ on: box.checked ? String(yearOf(String(new Date().getFullYear()), years)) : null }));
  const element = make("label", { class: "option" }, box, make("span", {}, app.say.word("timeline_on")));
  return { element, sync: () => (box.checked = app.state.on !== null) };
}

function slider(app, { counts, unstated, player, still }) {
  const years = counts.map((one) => one.year);
  const input = make("input", { type: "range", min: String(years[0]), max: String(years[years.length - 1]), step: "1", "aria-label": app.say.word("timeline_year") });
  const bars = barsOf(counts);
  const told = make("p", { class: "year-told" });
  const go = (year) => {
    player.stop();
    app.change({ on: String(year) }, { replace: true });
  };
  input.addEventListener("input", () => go(input.value));
  const buttons = stepping(app, years, player, still, go);
  const ends = make("div", { class: "year-ends", "aria-hidden": "true" }, make("span", {}, String(years[0])), make("span", {}, String(years[years.length - 1])));
  const track = make("div", { class: "year-bars" }, bars.element, input, ends);
  track.style.setProperty("--year", `${100 / years.length}%`);
  const element = make("div", { class: "years" }, track, make("div", { class: "year-line" }, buttons.element, told));
  const sync = () => {
    const on = app.state.on ?? String(yearOf(String(new Date().getFullYear()), years));
    input.value = String(yearOf(on, years));
    element.classList.toggle("off", app.state.on === null);
    const words = yearInWords(app, counts, unstated);
    input.setAttribute("aria-valuetext", words);
    told.textContent = words;
    bars.sync(app.state.on && yearOf(app.state.on, years));
    buttons.sync();
  };
  return { element, sync };
}

/** Say how many relations are in force at the time, or that no time is asked for. */
export function yearInWords(app, counts, unstated) {
  const { on } = app.state;
  if (!on) return app.say.filled("timeline_all", { n: unstated });
  const count = counts.find((one) => on === String(one.year));
  return count ? app.say.filled("timeline_told", inGaps(count)) : app.say.filled("timeline_day", { on: app.say.day(on) });
}

const inGaps = ({ year, certain, possible }) => ({ year: String(year), certain, possible });

function stepping(app, years, player, still, go) {
  const at = () => (app.state.on ? yearOf(app.state.on, years) : null);
  const button = (text, name, does) => {
    const made = make("button", { type: "button", "aria-label": app.say.word(name), title: app.say.word(name) }, text);
    made.addEventListener("click", does);
    return made;
  };
  const back = button("◀", "year_before", () => go(Math.max((at() ?? years[years.length - 1] + 1) - 1, years[0])));
  const on = button("▶", "year_after", () => go(Math.min((at() ?? years[0] - 1) + 1, years[years.length - 1])));
  const play = make("button", { type: "button", class: "play" });
  play.addEventListener("click", () => {
    if (player.running()) player.stop();
    else player.start();
    sync();
  });
  const sync = () => {
    play.hidden = still.matches;
    play.textContent = app.say.word(player.running() ? "timeline_pause" : "timeline_play");
  };
  return { element: make("div", { class: "year-buttons" }, back, on, play), sync };
}

// One bar for each year: below what is certainly in force, above it what is possibly so. The numbers stand in words.
function barsOf(counts) {
  const most = Math.max(1, ...counts.map((one) => one.certain + one.possible));
  const height = (n) => (n / most) * 36;
  const bars = counts.map((one, index) => {
    const [low, high] = [height(one.certain), height(one.possible)];
    return draw("g", {},
      draw("rect", { class: "bar-possible", x: index + 0.1, width: 0.8, y: 36 - low - high, height: high }),
      draw("rect", { class: "bar-certain", x: index + 0.1, width: 0.8, y: 36 - low, height: low }));
  });
  const element = draw("svg", { class: "bars", viewBox: `0 0 ${counts.length} 36`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...bars);
  const sync = (year) => bars.forEach((bar, index) => bar.classList.toggle("now", counts[index].year === year));
  return { element, sync };
}

// A day, and whether "possibly" is enough; each with a sentence of what it means.
function exactly(app, unstated) {
  const day = make("input", { type: "date", id: "exact-day" });
  day.addEventListener("change", () => isMoment(day.value) && app.change({ on: day.value }));
  const certainty = choices(app, "certainty", ["possible", "certain"], (value) => app.change({ certainty: value }));
  const meaning = make("p", { class: "hint", id: "certainty-means" });
  certainty.element.setAttribute("aria-describedby", "certainty-means");
  const field = make("div", { class: "exact" }, make("label", { class: "filter-name", for: "exact-day" }, app.say.word("timeline_exact")), day);
  const element = make("div", { class: "time-fine" }, field, certainty.element, meaning);
  const sync = () => {
    if (document.activeElement !== day) day.value = app.state.on?.length === 10 ? app.state.on : "";
    certainty.sync(app.state.certainty, app.state.on !== null);
    meaning.textContent = app.say.filled(`certainty_means_${app.state.certainty}`, { n: unstated });
  };
  return { element, sync };
}
