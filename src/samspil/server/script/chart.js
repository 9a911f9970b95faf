// The answer as a chart: one column names, another has the numbers. The table beside it says the same.

import { numberOf, numericColumns, shownColumns, wordsOf } from "./answers.js";
import { draw, make } from "./elements.js";
import { scale, ticks } from "./scale.js";

const MOST = 60;
const WIDTH = 760;
const ROW = 30;
const NAMES = 240;
const HEIGHT = 320;

/** Tell whether an answer can be a chart. */
export function isChart(answer) {
  return answer.form === "rows" && answer.rows.length > 0 && numericColumns(answer).length > 0;
}

/** Return the chart of an answer, with the choice of its columns. */
export function chartView(answer, bench) {
  const { say } = bench.speech;
  const numeric = numericColumns(answer);
  const others = shownColumns(answer.columns).filter(({ index }) => !numeric.includes(index));
  const naming = others.length ? others : shownColumns(answer.columns);
  const best = naming.toSorted((a, b) => variety(answer.rows, b) - variety(answer.rows, a))[0];
  const kind = choice("chart-kind", say("Kind"), [["bar", say("Bars")], ["line", say("Line")]]);
  const names = choice("chart-names", say("Names"), naming.map(({ index, name }) => [index, bench.heading(name)]), best.index);
  const numbers = choice("chart-numbers", say("Numbers"), numeric.map((at) => [at, bench.heading(answer.columns[at])]));
  const [figure, note] = [make("figure", { class: "wide", tabindex: "0" }), make("p", { class: "count", role: "status" })];
  const show = async () => {
    const at = { names: Number(names.value()), numbers: Number(numbers.value()) };
    const thing = naming.find(({ index }) => index === at.names).thing;
    const rows = answer.rows.filter((row) => row[at.numbers]).slice(0, MOST);
    await bench.names.learn(rows.map((row) => row[at.names] ?? row[thing]));
    const points = rows.map((row) => point(row[at.names] ?? row[thing], row[at.numbers], bench));
    const columns = { names: bench.heading(answer.columns[at.names]), numbers: bench.heading(answer.columns[at.numbers]) };
    const label = say("Chart of {numbers} by {names}. The table has the same numbers.", columns);
    const picture = kind.value() === "bar" ? bars(points, bench.speech) : line(points, bench.speech);
    figure.setAttribute("aria-label", label);
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", label);
    figure.replaceChildren(picture);
    note.textContent = answer.rows.length > MOST ? say("The chart shows the first {n} rows.", { n: MOST }) : "";
  };
  const controls = make("div", { class: "choices" }, kind.element, names.element, numbers.element);
  controls.addEventListener("change", show);
  return { element: make("div", { class: "chart" }, controls, note, figure), ready: show() };
}

function variety(rows, { index }) {
  return new Set(rows.map((row) => row[index]?.value)).size;
}

function point(term, number, bench) {
  const words = wordsOf(term, bench.names, bench.prefixes) || bench.speech.say("Not stated");
  return { name: words, value: numberOf(number) };
}

function choice(id, label, options, chosen = options[0][0]) {
  const made = options.map(([value, text]) => make("option", { value, selected: value === chosen }, text));
  const select = make("select", { id }, ...made);
  return { element: make("p", {}, make("label", { for: id }, label), select), value: () => select.value };
}

/** Return bars, one below the other, so that long names can be read. */
function bars(points, { number }) {
  const marks = ticks(points.map(({ value }) => value));
  const x = scale(marks[0], marks.at(-1), NAMES + 12, WIDTH - 60);
  const height = points.length * ROW + 34;
  const lines = marks.map((mark) => axis(x(mark), 0, x(mark), height - 30, x(mark), height - 10, number(mark)));
  const drawn = points.map(({ name, value }, at) => {
    const y = at * ROW + 6;
    const [left, right] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
    return draw(
      "g",
      {},
      draw("title", {}, `${name}: ${number(value)}`),
      draw("text", { x: NAMES, y: y + 14, "text-anchor": "end", class: "name" }, clipped(name, 34)),
      draw("rect", { x: left, y, width: Math.max(1, right - left), height: ROW - 10, class: "bar" }),
      draw("text", { x: right + 6, y: y + 14, class: "value" }, number(value)),
    );
  });
  return draw("svg", { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height }, ...lines, ...drawn);
}

/** Return a line through the points in the order of the rows. */
function line(points, { number }) {
  const marks = ticks(points.map(({ value }) => value));
  const y = scale(marks[0], marks.at(-1), HEIGHT - 90, 20);
  const x = scale(0, Math.max(1, points.length - 1), 70, WIDTH - 40);
  const lines = marks.map((mark) => axis(70, y(mark), WIDTH - 40, y(mark), 60, y(mark) + 4, number(mark), "end"));
  const path = points.map(({ value }, at) => `${at ? "L" : "M"}${x(at)} ${y(value)}`).join("");
  const every = Math.ceil(points.length / 12);
  const dots = points.map(({ name, value }, at) =>
    draw("g", {}, draw("title", {}, `${name}: ${number(value)}`), draw("circle", { cx: x(at), cy: y(value), r: 4, class: "dot" })),
  );
  const names = points.map(({ name }, at) =>
    at % every ? null : draw("text", { class: "name", "text-anchor": "end", transform: `translate(${x(at) + 4} ${HEIGHT - 72}) rotate(-35)` }, clipped(name, 16)),
  );
  const stroke = draw("path", { d: path, class: "line" });
  return draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT }, ...lines, stroke, ...dots, ...names);
}

function axis(x1, y1, x2, y2, x, y, text, anchor = "middle") {
  return draw("g", { class: "axis" }, draw("line", { x1, y1, x2, y2 }), draw("text", { x, y, "text-anchor": anchor }, text));
}

// The whole name is the title of its bar, and stands in the table.
function clipped(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}
