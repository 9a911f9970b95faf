// One table of things: sortable by buttons in its headings, long ones shown in part until somebody wants all. Rows are
// kept between updates, so that a filter moves rows instead of making them, and what has the keyboard keeps it.

import { make } from "./elements.js";

const FIRST = 200; // rows that are shown of a long table
const MANY = 1000; // rows of one that every change cuts short again

/**
 * What a table shows. `columns` are those of columns.js, each with how its cell is made; one heads the row.
 * @typedef {{name: string, all: (app: object) => object[], kept: (app: object) => object[],
 *   columns: (app: object) => (import("./columns.js").Column & {cell: (thing: object) => Node|string, figure?: boolean, head?: boolean})[]}} Spec
 */

/** Make a table, still without rows. @param {Spec} spec */
export function dataTable(app, spec) {
  const table = { app, spec, sort: null, whole: false, rows: new Map(), look: null, columns: [] };
  const id = `table-${spec.name}`;
  table.caption = make("caption", { id });
  table.head = make("thead");
  table.body = make("tbody");
  table.note = make("span");
  table.more = make("button", { type: "button", class: "plain" });
  table.more.addEventListener("click", () => showAll(table));
  const whole = make("table", {}, table.caption, table.head, table.body);
  const scroll = make("div", { class: "scroll", role: "region", tabindex: "0", "aria-labelledby": id }, whole);
  table.element = make("div", { class: "table-block" }, scroll, make("p", { class: "more" }, table.note, " ", table.more));
  return { element: table.element, count: () => count(table), fill: () => refill(table) };
}

/** Say what the table holds, and of how many. */
function count({ app, spec, caption }) {
  const shown = app.say.filled("table_shown", { n: spec.kept(app).length, all: spec.all(app).length });
  caption.replaceChildren(app.say.word(spec.name), " ", make("span", { class: "number" }, shown));
}

/** Show what is kept now. Of thousands of rows, again the first: a browser takes half a second to lay out all. */
function refill(table) {
  if (table.spec.kept(table.app).length > MANY) table.whole = false;
  fill(table);
}

/** Show the rows of what is kept now. */
function fill(table) {
  dress(table);
  const things = sorted(table, table.spec.kept(table.app));
  const shown = table.whole ? things : things.slice(0, FIRST);
  const rows = shown.map((thing) => rowOf(table, thing));
  const held = table.body.contains(document.activeElement) ? document.activeElement : null;
  place(table.body, rows.length ? rows : [emptyRow(table)]);
  if (held && document.activeElement !== held) giveBack(table, held);
  tellRest(table, shown.length, things.length);
}

/** Put rows into a table in their order; those that stay where they are are not touched, and keep the keyboard. */
function place(body, rows) {
  const wanted = new Set(rows);
  for (const old of [...body.children]) if (!wanted.has(old)) old.remove();
  let next = body.firstChild;
  for (const row of rows) {
    if (row === next) next = next.nextSibling;
    else body.insertBefore(row, next);
  }
}

/** Make headings anew, and forget the rows, where language or columns have changed. */
function dress(table) {
  const { app, spec } = table;
  table.columns = spec.columns(app);
  const look = [app.say.lang, ...table.columns.map((column) => `${column.name} ${column.heading}`)].join("\n");
  if (look === table.look) return;
  const held = table.head.contains(document.activeElement) ? document.activeElement.dataset.column : null;
  table.look = look;
  table.rows = new Map();
  table.head.replaceChildren(make("tr", {}, ...table.columns.map((column) => heading(table, column))));
  markSort(table);
  if (held) table.head.querySelector(`[data-column="${held}"]`)?.focus({ preventScroll: true });
}

function heading(table, column) {
  const button = make("button", { type: "button", class: "sort", "data-column": column.name }, column.heading);
  button.addEventListener("click", () => {
    const down = table.sort?.name === column.name ? !table.sort.down : Boolean(column.figure);
    table.sort = { name: column.name, down };
    markSort(table);
    fill(table);
  });
  return make("th", { scope: "col", ...(column.figure ? { class: "figure" } : {}) }, button);
}

function markSort({ head, sort }) {
  for (const button of head.querySelectorAll("button")) {
    const here = sort?.name === button.dataset.column;
    if (here) button.parentElement.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    else button.parentElement.removeAttribute("aria-sort");
  }
}

/** Return things in the order that is asked for; without one, in that of the map. */
function sorted({ app, sort, columns }, things) {
  const column = columns.find((one) => one.name === sort?.name);
  return column ? ordered(things, column.value, sort.down, app.say.lang) : things;
}

/**
 * Order things by a value of each: texts as the language orders them, numbers by size; what has none comes last.
 * @param {(thing: object) => string|number|null} value
 */
export function ordered(things, value, down, lang) {
  const collator = new Intl.Collator(lang === "en" ? "en-GB" : "da-DK", { numeric: true });
  const keyed = things.map((thing, index) => ({ thing, index, key: value(thing) }));
  const none = (key) => key === null || key === "";
  const compare = (one, other) => (typeof one === "number" ? one - other : collator.compare(one, other));
  keyed.sort((one, other) => {
    if (none(one.key) || none(other.key)) return none(one.key) - none(other.key) || one.index - other.index;
    return (down ? -1 : 1) * compare(one.key, other.key) || one.index - other.index;
  });
  return keyed.map(({ thing }) => thing);
}

function rowOf(table, thing) {
  if (!table.rows.has(thing)) {
    const cells = table.columns.map((column) => {
      const look = column.figure ? { class: "figure" } : {};
      return column.head ? make("th", { scope: "row", ...look }, column.cell(thing)) : make("td", look, column.cell(thing));
    });
    table.rows.set(thing, make("tr", { "data-id": thing.id }, ...cells));
  }
  return table.rows.get(thing);
}

const emptyRow = ({ app, columns }) => make("tr", {}, make("td", { colspan: String(columns.length) }, app.say.word("none")));

/** Give the keyboard back to what had it, or to its like in a row made anew; where it is gone, to the table. */
function giveBack(table, held) {
  const at = held.closest("tr")?.dataset.id;
  const stops = (row) => [...row.querySelectorAll("a, summary")];
  const row = [...table.body.rows].find((one) => one.dataset.id === at);
  const again = table.body.contains(held) ? held : row && stops(row)[stops(held.closest("tr")).indexOf(held)];
  (again ?? table.element.firstChild).focus({ preventScroll: true });
}

function tellRest({ app, note, more }, shown, all) {
  const rest = shown < all;
  note.textContent = rest ? app.say.filled("table_first", { n: shown, all }) : "";
  more.textContent = rest ? app.say.filled("table_all", { n: all }) : "";
  more.hidden = !rest;
}

/** Show all rows; the keyboard goes on at the first of the new ones. */
function showAll(table) {
  table.whole = true;
  fill(table);
  table.body.rows[FIRST]?.querySelector("a")?.focus();
}
