// The workbench: puts the editor in the place of the text field, asks, and shows the answer in views.

import { Refusal, ask, thingsOf, vocabularyOf } from "./asking.js";
import { copied, showCode } from "./code.js";
import { downloads } from "./downloads.js";
import { markPlace, openEditor } from "./editor.js";
import { make } from "./elements.js";
import { narrowLibrary, suggestThings } from "./library.js";
import { namesOf } from "./names.js";
import { declared } from "./prefixes.js";
import { addressOfState, readFragment } from "./share.js";
import { speech } from "./speech.js";
import { showViews } from "./views.js";

const BASE = "https://w3id.org/samspil/";
const at = (id) => document.getElementById(id);
const about = JSON.parse(at("about").textContent);
const said = speech(about);
const { root, lang } = about;
const { say } = said;

const field = at("query");
const given = field.value; // of the question, with its values
const state = { view: "table", running: null, yasqe: null };
const bench = {
  speech: said,
  root,
  formats: about.formats,
  names: namesOf(root, lang),
  prefixes: about.prefixes,
  vocabulary: vocabularyOf(root, lang),
  things: thingsOf(root, lang),
  heading,
  problem: at("problem"),
  mapAddress: () => `${root}/${lang}/query/map?${new URLSearchParams({ query: text() })}`,
  library: () => (about.question && text() === given ? { name: about.question, given: about.given } : null),
  run: () => run(),
  changed: () => rememberTwin(),
};

start();

function start() {
  const told = readFragment(location.hash);
  state.view = told.view;
  if (told.query !== null) field.value = told.query;
  state.yasqe = openEditor(field, bench);
  for (const shown of document.querySelectorAll("#tidy, #share, .scripted")) shown.hidden = false;
  narrowLibrary(document.querySelector(".library"), said);
  if (at("values")) useValues(at("values"));
  at("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  at("stop").addEventListener("click", () => state.running?.abort());
  at("tidy").addEventListener("click", () => state.yasqe.autoformat());
  at("share").addEventListener("click", share);
  rememberTwin();
  const isWanted = told.query !== null || (about.question && !document.querySelector(".desk > .message")) || !at("answer").hidden;
  if (isWanted) run();
}

function text() {
  return state.yasqe.getValue();
}

// The choices lead to the question with them; the script asks it there, so the server need not.
function useValues(form) {
  suggestThings(form, (kind) => thingsOf(root, lang, kind), BASE);
  form.addEventListener("submit", () => form.querySelector("[name=run]").remove());
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name);
  });
}

async function run() {
  state.running?.abort();
  const running = (state.running = new AbortController());
  const query = text();
  busy(true);
  remember();
  try {
    const answer = await ask(root, query, lang, running.signal);
    if (state.running === running) show(answer, query);
  } catch (error) {
    if (state.running === running) complain(error);
  }
  if (state.running === running) busy(false);
}

function busy(isBusy) {
  at("stop").hidden = !isBusy;
  at("answer").hidden = false;
  at("answer").setAttribute("aria-busy", String(isBusy));
  if (isBusy) at("told").textContent = say("Asking …");
  else state.running = null;
}

function show(answer, query) {
  at("told").textContent = summary(answer);
  bench.prefixes = { ...about.prefixes, ...declared(query) };
  const views = make("div");
  const parts = [answer.cut ? make("p", { class: "message" }, cutOff()) : null, ...bodyOf(answer, views)];
  at("views").replaceChildren(...parts.filter(Boolean), downloads(answer, query, bench));
  showCode(at("code"), { endpoint: `${about.origin}${root}/sparql`, query, form: answer.form }, bench, tell);
}

function bodyOf(answer, views) {
  if (answer.form === "truth") return [make("p", { class: "truth" }, say(answer.truth ? "Yes" : "No"))];
  if (!answer.rows.length) return [make("p", { class: "message" }, say("None. Nothing in the register fits the query."))];
  showViews(views, answer, bench, state.view, (view) => {
    state.view = view;
    remember();
  });
  return [views];
}

function cutOff() {
  return say("The answer was cut off: the server gives at most so much at a time. Ask for less, or take the whole register.");
}

function summary(answer) {
  const gaps = { n: answer.rows.length, time: said.time(answer.time) };
  if (answer.form === "truth") return say("Answered in {time}", gaps);
  if (!answer.rows.length) return say("No rows in {time}", gaps);
  const kind = answer.form === "triples" ? "triple" : "row";
  return answer.rows.length === 1 ? say(`1 ${kind} in {time}`, gaps) : say(`{n} ${kind}s in {time}`, gaps);
}

function complain(error) {
  const words = error instanceof Refusal ? error.message : unreachable(error);
  at("told").textContent = "";
  at("views").replaceChildren(make("p", { class: "message bad", role: "alert" }, words));
  if (error.place) markPlace(state.yasqe, error.place.line, error.place.column);
}

function unreachable(error) {
  return say(error.name === "AbortError" ? "The query was stopped." : "The server cannot be reached. Try again.");
}

function heading(name) {
  const words = about.columns[name.replace(/Label$/, "")] ?? about.columns[name] ?? say(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function tell(words) {
  at("shared").textContent = words;
}

function address(path = `${root}/${lang}/query`) {
  const isChanged = text() !== given;
  return addressOfState({ path, question: about.question, given: about.given, isChanged, text: text(), view: state.view });
}

// The address is always that of what is shown, so a reload and the way back keep it.
function remember() {
  history.replaceState(null, "", address());
  rememberTwin();
}

function rememberTwin() {
  const twin = document.querySelector("a.twin");
  if (twin && state.yasqe) twin.href = address(`${root}/${twin.hreflang}/query`);
}

function share() {
  const link = about.origin + address();
  remember();
  copied(
    link,
    () => tell(say("The link is copied: {link}", { link })),
    () => tell(say("Copy this link: {link}", { link })),
  );
}
