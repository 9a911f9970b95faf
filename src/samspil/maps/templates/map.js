// The map, the search and the details. What is chosen stands in the address (#n= a node, #r= a relation), so that
// a choice can be shared and the back button works. Text from data becomes text nodes only.
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const { page, nodes, edges } = JSON.parse(find("data").textContent);
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const edgeOf = new Map(edges.map((edge) => [edge.id, edge]));
  const tiesOf = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    tiesOf.get(edge.from).push(edge);
    if (edge.to !== edge.from) tiesOf.get(edge.to).push(edge);
  }
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  const state = { lang: page.lang, node: null, edge: null, print: false };

  // ------------------------------------------------------------------------------------------------ language
  const pick = (pair) => pair[state.lang === "en" ? 1 : 0];
  const word = (name) => pick(page.words[name]);

  function speak() {
    document.documentElement.lang = state.lang;
    for (const element of document.querySelectorAll("[data-da]")) {
      element.textContent = element.dataset[state.lang];
    }
    for (const element of document.querySelectorAll("[data-label-da]")) {
      element.setAttribute("aria-label", element.dataset[state.lang === "en" ? "labelEn" : "labelDa"]);
    }
    const other = state.lang === "en" ? ["da", "Dansk"] : ["en", "English"];
    [find("language").lang, find("language").textContent] = other;
    document.title = document.querySelector("h1").textContent;
    find("names").replaceChildren(...[...nodes].map((node) => make("option", { value: searchName(node) })));
  }

  // ------------------------------------------------------------------------------------------------ elements
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  const address = (key, id) => `#${key}=${encodeURIComponent(id).replaceAll("%2F", "/")}`;
  const linkToNode = (id) => make("a", { href: address("n", id) }, pick(nodeOf.get(id).name));
  const linkToEdge = (edge, name) => make("a", { href: address("r", edge.id) }, pick(name));

  function lineSample(type) {
    const drawn = document.querySelector(`svg[data-line="${type}"]`);
    return drawn ? drawn.cloneNode(true) : "";
  }

  // ------------------------------------------------------------------------------------------------- details
  function cited(numbers) {
    const documents = new Map();
    for (const source of numbers.map((number) => page.sources[number])) {
      const name = pick(source.document);
      documents.set(name, [...(documents.get(name) ?? []), source]);
    }
    return make("ul", { class: "cited" }, ...[...documents].map(([name, sources]) =>
      make("li", {}, documentName(name, sources[0].page), make("ul", {}, ...sources.map((source) =>
        make("li", {}, pick(source.passage), " ", make("span", { class: "locator" }, source.locator)))))));
  }

  // Only an address of the web is one to follow; anything else that a source may hold is not.
  function documentName(name, address) {
    return /^https?:\/\//.test(address) ? make("a", { href: address, rel: "noreferrer noopener" }, name) : name;
  }

  // Quiet until wanted: open where there are few, or where nothing else is told.
  function folded(numbers, few) {
    if (!numbers.length) return make("p", { class: "quiet" }, word("unsourced"));
    const count = numbers.length === 1 ? word("one_source") : word("sources").replace("{n}", numbers.length);
    const box = make("details", { class: "sources" }, make("summary", {}, count), cited(numbers));
    box.open = numbers.length <= few;
    return box;
  }

  // The name of a relation is told where it says more than its type, the chosen node or the other end does.
  function tie(edge, id) {
    const type = page.types[edge.type];
    const other = nodeOf.get(edge.from === id ? edge.to : edge.from);
    const arrow = !type.directed ? "" : edge.from === id ? "→ " : "← ";
    const named = [type, nodeOf.get(id), other].every((one) => pick(one.name) !== pick(edge.name));
    return make("li", {},
      make("p", { class: "kind" }, lineSample(edge.type), named ? pick(type.name) : linkToEdge(edge, type.name)),
      make("p", {}, arrow, linkToNode(other.id)),
      named ? make("p", { class: "own" }, linkToEdge(edge, edge.name)) : "",
      when(edge),
      folded(edge.sources, 0));
  }

  const when = (edge) => (edge.period[0] ? make("p", { class: "quiet" }, pick(edge.period)) : "");

  function nodeFacts(node) {
    const ties = tiesOf.get(node.id);
    const list = ties.length
      ? make("ul", { class: "ties" }, ...ties.map((edge) => tie(edge, node.id)))
      : make("p", {}, word("none"));
    const parties = node.hub && !node.parties ? [title("parties"), make("p", {}, word("unknown"))] : [];
    return [folded(node.sources, 2), ...parties, title("ties", ties.length), list];
  }

  function edgeFacts(edge) {
    const arrow = page.types[edge.type].directed ? " → " : " – ";
    const ends = make("p", {}, linkToNode(edge.from), arrow, linkToNode(edge.to));
    return [title("between"), ends, when(edge), folded(edge.sources, Infinity)];
  }

  function title(name, count) {
    return make("h3", {}, word(name), ...(count ? [" ", make("span", { class: "number" }, String(count))] : []));
  }

  function tell() {
    const chosen = nodeOf.get(state.node) ?? edgeOf.get(state.edge);
    const facts = find("facts");
    find("stage").classList.toggle("chosen", Boolean(chosen));
    if (!chosen) {
      find("chosen").replaceChildren(make("p", { class: "hint" }, `${word("details_empty")} ${word("wheel")}`));
      facts.replaceChildren();
      return;
    }
    const type = page.types[chosen.type];
    find("chosen").replaceChildren(
      make("h2", { tabindex: "-1" }, pick(chosen.name)),
      make("p", { class: "kind quiet" }, pick(type.name)),
    );
    facts.replaceChildren(...(nodeOf.has(state.node) ? nodeFacts(chosen) : edgeFacts(chosen)));
    find("details").scrollTop = 0;
  }

  // ------------------------------------------------------------------------------------------------- drawing
  const drawsRounded = ({ ctx, x, y, style }) => ({
    drawNode() {
      const size = style.size;
      ctx.beginPath();
      ctx.roundRect(x - size, y - size, 2 * size, 2 * size, size / 2);
      ctx.fillStyle = style.color;
      ctx.strokeStyle = style.borderColor;
      ctx.lineWidth = style.borderWidth;
      ctx.fill();
      ctx.stroke();
    },
    nodeDimensions: { width: 2 * style.size, height: 2 * style.size },
  });

  function palette() {
    const dark = darkness.matches && !state.print;
    return dark
      ? { index: 1, paper: "#10181E", ink: "233,237,239", shape: "163,175,183", accent: "#6CC5D4" }
      : { index: 0, paper: "#FBFAF7", ink: "22,35,46", shape: "91,103,112", accent: "#0B5C6B" };
  }

  // What is in focus: the chosen node, what it is tied to, and through a cooperation the other parties.
  function inFocus() {
    const edge = edgeOf.get(state.edge);
    if (edge) return new Set([edge.from, edge.to]);
    const near = new Set([state.node]);
    for (const one of reach(state.node)) {
      near.add(one);
      if (nodeOf.get(one).hub) reach(one).forEach((other) => near.add(other));
    }
    return near;
  }
  const reach = (id) => tiesOf.get(id).map((edge) => (edge.from === id ? edge.to : edge.from));

  function edgeInFocus(edge, near) {
    if (state.edge) return edge.id === state.edge;
    const at = (id) => id === state.node || (nodeOf.get(id).hub && near.has(id) && reach(id).includes(state.node));
    return at(edge.from) || at(edge.to);
  }

  function paintNode(node, near, colours) {
    const type = page.types[node.type];
    const faded = near && !near.has(node.id);
    const chosen = node.id === state.node;
    const shown = !node.hub || chosen;
    return {
      id: node.id,
      label: shown ? pick(node.lines) : "",
      title: `${pick(node.name)}\n${pick(type.name)}`,
      opacity: faded ? 0.12 : 1,
      borderWidth: chosen ? 4 : node.hub ? 0 : type.shape === "ring" ? 3 : 1.5,
      color: {
        background: node.hub ? type.line[colours.index] : type.fill[colours.index],
        border: chosen ? colours.accent : `rgba(${colours.shape},${faded ? 0.3 : 1})`,
      },
      font: {
        color: `rgba(${colours.ink},${faded ? 0.2 : 1})`,
        strokeColor: colours.paper,
        strokeWidth: faded ? 0 : 3,
      },
    };
  }

  function paintEdge(edge, near, colours) {
    const faded = near && !edgeInFocus(edge, near);
    return {
      id: edge.id,
      title: `${pick(edge.name)}\n${pick(page.types[edge.type].name)}`,
      width: page.types[edge.type].width + (edge.id === state.edge ? 3 : 0),
      color: { color: page.types[edge.type].line[colours.index], opacity: faded ? 0.1 : 1 },
    };
  }

  const map = find("map") && new vis.Network(
    find("map"),
    {
      nodes: new vis.DataSet(nodes.map((node) => ({
        ...node,
        shape: node.shape === "rounded" ? "custom" : node.shape,
        ctxRenderer: node.shape === "rounded" ? drawsRounded : undefined,
      }))),
      edges: new vis.DataSet(edges),
    },
    {
      physics: false,
      layout: { randomSeed: 1, improvedLayout: false },
      interaction: { dragNodes: false, hover: true, hoverConnectedEdges: false, tooltipDelay: 150, selectable: false },
      nodes: { chosen: false, font: { size: 15, face: getComputedStyle(document.body).fontFamily, vadjust: 1 } },
      edges: { chosen: false, arrows: { to: { scaleFactor: 0.55 } }, arrowStrikethrough: false },
    },
  );

  function paint() {
    if (!map) return;
    const near = state.node || state.edge ? inFocus() : null;
    const colours = palette();
    map.body.data.nodes.update(nodes.map((node) => paintNode(node, near, colours)));
    map.body.data.edges.update(edges.map((edge) => paintEdge(edge, near, colours)));
  }

  const motion = () => (stillness.matches ? false : { duration: 300, easingFunction: "easeInOutQuad" });

  // The focused in the middle, as large as lets what it is tied to stay in sight; without a choice, everything.
  function look() {
    if (!map) return;
    map.setSize("100%", "100%");
    const edge = edgeOf.get(state.edge);
    const chosen = edge ? [edge.from, edge.to] : state.node ? [state.node] : null;
    const position = middle((chosen ?? [...nodeOf.keys()]).map((id) => nodeOf.get(id)));
    const shown = (chosen ? [...inFocus()] : [...nodeOf.keys()]).map((id) => nodeOf.get(id));
    const scales = shown.flatMap((node) => [
      find("map").clientWidth / 2 / (Math.abs(node.x - position.x) + 75),
      find("map").clientHeight / 2 / (Math.abs(node.y - position.y) + 60),
    ]);
    const least = chosen ? 0.45 : 0;
    map.moveTo({ position, scale: Math.max(least, Math.min(1.15, ...scales)), animation: motion() });
  }

  function middle(of) {
    const between = (values) => (Math.min(...values) + Math.max(...values)) / 2;
    return { x: between(of.map((node) => node.x)), y: between(of.map((node) => node.y)) + 15 };
  }

  // ------------------------------------------------------------------------------------------------- choosing
  function read() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    state.node = nodeOf.has(wanted.get("n")) ? wanted.get("n") : null;
    state.edge = !state.node && edgeOf.has(wanted.get("r")) ? wanted.get("r") : null;
    if (["da", "en"].includes(wanted.get("lang"))) state.lang = wanted.get("lang");
  }

  function show() {
    read();
    speak();
    tell();
    paint();
    look();
  }

  function choose(key, id) {
    const lang = state.lang === page.lang ? "" : `lang=${state.lang}`;
    const parts = [key ? address(key, id).slice(1) : "", lang].filter(Boolean);
    history.pushState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
    show();
  }

  const searchName = (node) => {
    const name = pick(node.name);
    const shared = nodes.filter((other) => pick(other.name) === name).length > 1;
    return shared ? `${name} (${pick(page.types[node.type].name)})` : name;
  };

  function search(text, exact) {
    const wanted = text.trim().toLocaleLowerCase(state.lang);
    if (!wanted) return false;
    const names = nodes.map((node) => [searchName(node).toLocaleLowerCase(state.lang), node]);
    const found = names.find(([name]) => name === wanted)
      ?? (exact ? undefined : names.find(([name]) => name.startsWith(wanted)) ?? names.find(([name]) => name.includes(wanted)));
    if (found) choose("n", found[1].id);
    return Boolean(found);
  }

  // What is folded away on the screen is not on paper; what was open stays open.
  let folds = [];
  function unfold(printing) {
    if (printing) folds = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folds) fold.open = printing;
  }

  // --------------------------------------------------------------------------------------------------- events
  find("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = find("find").value;
    const missed = text.trim() && !search(text, false);
    find("status").textContent = missed ? word("found_nothing").replace("{text}", text) : "";
  });
  find("find").addEventListener("input", (event) => {
    find("status").textContent = "";
    if (event.inputType === undefined || event.inputType === "insertReplacementText") search(event.target.value, true);
  });
  find("language").addEventListener("click", () => {
    state.lang = state.lang === "en" ? "da" : "en";
    const params = new URLSearchParams(location.hash.slice(1));
    const key = params.has("n") ? "n" : params.has("r") ? "r" : null;
    find("status").textContent = "";
    choose(key, params.get(key));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#n='], a[href^='#r=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const [key, id] = [link.getAttribute("href")[1], decodeURIComponent(link.getAttribute("href").slice(3))];
    choose(key, id);
    find("chosen").querySelector("h2").focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== find("find") && (state.node || state.edge)) choose(null);
  });
  addEventListener("hashchange", show);
  darkness.addEventListener("change", paint);
  for (const [name, printing] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(name, () => {
      state.print = printing;
      unfold(printing);
      paint();
      map?.redraw();
    });
  }

  if (map) {
    const zoom = (factor) => map.moveTo({ scale: map.getScale() * factor, animation: motion() });
    find("closer").addEventListener("click", () => zoom(1.3));
    find("farther").addEventListener("click", () => zoom(1 / 1.3));
    find("whole").addEventListener("click", () => choose(null));
    map.on("click", ({ pointer }) => {
      const node = map.getNodeAt(pointer.DOM);
      const edge = map.getEdgeAt(pointer.DOM);
      if (node !== undefined) choose("n", node);
      else if (edge !== undefined) choose("r", edge);
      else choose(null);
    });
    // The wheel scrolls the page until the map has been clicked.
    let active = false;
    find("map").addEventListener("pointerdown", () => { active = true; });
    find("map").addEventListener("pointerleave", () => { active = false; });
    find("map").addEventListener("wheel", (event) => { if (!active && !event.ctrlKey) event.stopPropagation(); }, { capture: true });
    // An image has no parts that take focus; what the canvas does, search, buttons and tables do too.
    find("map").querySelector(".vis-network").removeAttribute("tabindex");
    addEventListener("resize", look);
  }
  show();
})();
