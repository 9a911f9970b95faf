// The answer as a table: names beside IRIs, sorted by a heading, filtered by a text, fifty rows at a time.

import { filtered, numericColumns, shownColumns, sorted, wordsOf } from "./answers.js";
import { cell } from "./cells.js";
import { button, make } from "./elements.js";

const AT_ONCE = 50;

/** Return the table of an answer. */
export function tableView(answer, bench) {
  const { speech } = bench;
  const columns = shownColumns(answer.columns);
  const numeric = new Set(numericColumns(answer));
  const state = { rows: answer.rows, text: "", by: null, descending: false, page: 0, order: null, shown: null };
  const [status, body, pager] = [make("p", { role: "status", class: "count" }), make("tbody"), make("nav")];
  const heads = columns.map((column) => heading(column, numeric, () => sortBy(column.index)));
  pager.setAttribute("aria-label", speech.say("Pages of the table"));

  const words = (term) => wordsOf(term, bench.names, bench.prefixes);
  const refresh = async () => {
    const order = (state.order = {});
    await learnIfNeeded();
    if (order !== state.order) return; // somebody has asked for another order or text meanwhile
    const found = filtered(answer.rows, state.text, words);
    state.rows = state.by === null ? found : sorted(found, state.by, state.descending, words, speech.locale);
    state.page = 0;
    await show();
  };
  const learnIfNeeded = () => (state.text || state.by !== null ? bench.names.learn(answer.rows.flat()) : null);
  const show = async () => {
    const rows = (state.shown = state.rows.slice(state.page * AT_ONCE, (state.page + 1) * AT_ONCE));
    pager.replaceChildren(...pages(state, speech, turn)); // before the names: who turns two pages at once gets two
    await bench.names.learn(rows.flat());
    if (rows !== state.shown) return;
    body.replaceChildren(...rows.map((row) => line(row, columns, numeric, bench)));
    status.textContent = speech.say("{shown} of {n} rows", { shown: state.rows.length, n: answer.rows.length });
  };
  const turn = (page, at) => {
    state.page = page;
    show();
    const [same, other] = [pager.children[at], pager.querySelector("button:not([disabled])")];
    (same.disabled ? other : same).focus();
  };
  const sortBy = (index) => {
    Object.assign(state, { descending: state.by === index && !state.descending, by: index });
    columns.forEach((column, at) => {
      const direction = state.descending ? "descending" : "ascending";
      if (column.index === index) heads[at].setAttribute("aria-sort", direction);
      else heads[at].removeAttribute("aria-sort");
    });
    refresh();
  };
  const find = finder(speech, (text) => {
    state.text = text;
    refresh();
  });
  const head = make("thead", {}, make("tr", {}, ...heads));
  const table = make("table", {}, head, body);
  const frame = make("div", { class: "wide", role: "group", tabindex: "0", "aria-label": speech.say("Answer") }, table);
  const made = make("div", { class: "table" }, answer.rows.length > 10 ? find : null, status, frame, pager);
  return { element: made, ready: show() };

  function heading({ index, name }, numbers, act) {
    const text = bench.heading(name);
    const press = button(text, act, { class: "sort", title: speech.say("Sort by {column}", { column: text }) });
    return make("th", { scope: "col", class: numbers.has(index) ? "number" : null }, press);
  }
}

function line(row, columns, numeric, bench) {
  const cells = columns.map(({ index, thing }) =>
    make("td", { class: numeric.has(index) ? "number" : null }, cell(row[index], row[thing], bench)),
  );
  return make("tr", {}, ...cells);
}

function finder({ say }, changed) {
  const input = make("input", { type: "search", id: "find-row", autocomplete: "off" });
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => changed(input.value), 150);
  });
  return make("p", { class: "seek" }, make("label", { for: "find-row" }, say("Find in the answer")), input);
}

function pages({ rows, page }, { say }, turn) {
  const all = Math.ceil(rows.length / AT_ONCE);
  if (all < 2) return [];
  const previous = button(say("Previous"), () => turn(page - 1, 0), { disabled: page === 0 });
  const next = button(say("Next"), () => turn(page + 1, 2), { disabled: page === all - 1 });
  return [previous, make("span", {}, say("Page {page} of {pages}", { page: page + 1, pages: all })), next];
}
