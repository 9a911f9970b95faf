// The answer as a network: what ?source and ?target are tied, or the triples of a CONSTRUCT. Each name is a link.

import { addressOf, linesOf, wordsOf } from "./answers.js";
import { draw, make } from "./elements.js";
import { arrange } from "./forces.js";
import { keyOf } from "./names.js";

const MOST = 400;
const WIDTH = 900;
const HEIGHT = 620;
const EDGE = { x: 120, y: 30 };
const ALL_NAMED = 60;

/** Tell whether an answer can be a network. */
export function isNetwork(answer) {
  return (linesOf(answer) ?? []).length > 0;
}

/** Return the network of an answer. */
export function networkView(answer, bench) {
  const { say } = bench.speech;
  const all = linesOf(answer);
  const lines = all.slice(0, MOST);
  const nodes = [...new Map(lines.flatMap(({ source, target }) => [source, target]).map((term) => [keyOf(term), term])).values()];
  const at = new Map(nodes.map((term, index) => [keyOf(term), index]));
  const ties = lines.map(({ source, target }) => [at.get(keyOf(source)), at.get(keyOf(target))]);
  const figure = make("figure", { class: "wide", tabindex: "0" });
  const told = say("{nodes} nodes and {lines} lines. The table has the same.", { nodes: nodes.length, lines: lines.length });
  const more = all.length > MOST ? ` ${say("The network shows the first {n} lines.", { n: MOST })}` : "";
  figure.setAttribute("aria-label", told);
  const map = answer.form === "rows" ? mapLink(bench) : null;
  const ready = bench.names.learn([...nodes, ...lines.map(({ label }) => label)]).then(() => {
    figure.append(picture(nodes, lines, ties, bench, told));
  });
  return { element: make("div", { class: "network" }, make("p", { class: "count" }, told + more), map, figure), ready };
}

// The planners' map of the answer is a page of its own, made by the server.
function mapLink({ speech: { say }, mapAddress }) {
  const address = mapAddress();
  if (address.length > 8000) return null;
  const link = make("a", { href: address, target: "_blank", rel: "noopener" }, say("Open as a map"));
  return make("p", {}, link, ` (${say("with search, filters and sources")})`);
}

function picture(nodes, lines, ties, bench, told) {
  const places = arrange(nodes.length, ties).map(({ x, y }) => ({
    x: EDGE.x + x * (WIDTH - 2 * EDGE.x),
    y: EDGE.y + y * (HEIGHT - 2 * EDGE.y),
  }));
  const degree = nodes.map((_node, index) => ties.filter((tie) => tie.includes(index)).length);
  const least = [...degree].sort((a, b) => b - a)[ALL_NAMED] ?? 0;
  const words = (term) => (term ? wordsOf(term, bench.names, bench.prefixes) : "");
  const drawn = lines.map(({ source, target, label }, index) => {
    const [a, b] = ties[index].map((end) => places[end]);
    const title = [words(source), words(label), words(target)].filter(Boolean).join(" – ");
    return draw("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: "tie" }, draw("title", {}, title));
  });
  const named = nodes.map((term, index) => node(term, places[index], degree[index], degree[index] > least || nodes.length <= ALL_NAMED, words, bench));
  return draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: "group", "aria-label": told }, ...drawn, ...named);
}

function node(term, { x, y }, degree, isNamed, words, { root }) {
  const name = words(term);
  const address = term.type === "uri" ? addressOf(term.value, root) : null;
  const radius = Math.min(14, 5 + Math.sqrt(degree) * 1.5);
  const letters = [...name];
  const shown = letters.length > 40 ? `${letters.slice(0, 39).join("")}…` : name;
  return draw(
    address ? "a" : "g",
    { href: address, class: isNamed ? "node" : "node quiet", "aria-label": address ? name : null },
    draw("title", {}, name),
    draw("circle", { cx: x, cy: y, r: radius }),
    draw("text", { x, y: y - radius - 4, "text-anchor": "middle" }, shown),
  );
}
