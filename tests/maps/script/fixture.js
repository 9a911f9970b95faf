// A made-up network in the form that the page carries it, for the tests of all modules, and large ones on demand.
// Nine actors (one alone, one of a foreign register with a comma in its id), a cooperation of four, two parallel
// relations, a directed one; periods certain, approximate, unknown at the end, ongoing and not stated.

export const BASE = "https://w3id.org/samspil/id/";
export const FOREIGN = "https://example.org/id/a,b";
export const NORDDJURS = "actor/norddjurs-kommune";
export const AARHUS = "actor/aarhus-universitet";
export const COUNCIL = "actor/oestjysk-raad";
export const DIMA = "actor/dima";
export const SYDDJURS = "actor/syddjurs-kommune";
export const AEROE = "actor/aeroe-kommune";
export const HALMSTAD = "actor/halmstad-kommun";
export const ALONE = "actor/virksomheder";
export const HUB = "cooperation/kystsamarbejdet";
export const FORMAL = "cooperation/formelt-au";
export const STRATEGIC = "cooperation/strategisk-au";
export const OWNERSHIP = "ownership/dima";
export const party = (actor) => `${HUB} ${actor}`;

/** A fresh copy of the fixture: a test may change its own. */
export const wire = () => JSON.parse(JSON.stringify(SMALL));

const texts = [];

/** Intern a text and return its place, as the page's writer does. */
function t(da, en = da) {
  const text = da === en ? da : [da, en];
  const known = texts.findIndex((other) => JSON.stringify(other) === JSON.stringify(text));
  return known >= 0 ? known : texts.push(text) - 1;
}

/** Turn rows into columns. */
function columns(names, rows) {
  return Object.fromEntries(names.map((name, index) => [name, rows.map((row) => row[index])]));
}

function type(of, id, name, count, more) {
  const plain = { shape: "dot", line: ["#0B4F8A", "#7FB2E0"], fill: ["#D6E4F0", "#23405A"] };
  return { of, id, iri: `https://w3id.org/samspil/model/${id}`, name, count, dash: [], width: 2, directed: false, ...plain, ...more };
}

const TYPES = [
  type("relation", "FormalPartnership", t("formelt partnerskab", "formal partnership"), 2, { width: 4 }),
  type("relation", "StrategicPartnership", t("strategisk partnerskab", "strategic partnership"), 1, { dash: [8, 4] }),
  type("relation", "FunctionalCooperation", t("funktionelt samarbejde", "functional cooperation"), 2),
  type("relation", "PoliticalCooperation", t("politisk samarbejde", "political cooperation"), 4),
  type("relation", "Ownership", t("ejerskab", "ownership"), 1, { directed: true, dash: [2, 3] }),
  type("actor", "Municipality", t("kommune", "municipality"), 4),
  type("actor", "University", t("universitet", "university"), 1, { shape: "square" }),
  type("actor", "Association", t("forening", "association"), 2, { shape: "rounded" }),
  type("actor", "Council", t("råd", "council"), 1, { shape: "diamond" }),
  type("actor", "ActorGroup", t("aktørgruppe", "actor group"), 1, { shape: "ring" }),
];
const [FORM, STRAT, FUNC, POLIT, OWNS, MUNI, UNI, ASSOC, COUN, GROUP] = TYPES.keys();

// id, Danish, English, also, type, hub, community, geo, sources, [degree, weightedDegree, betweenness, pageRank, closeness]
const NODES = [
  [NORDDJURS, "Norddjurs Kommune", "Norddjurs Municipality", ["Norddjurs", "29 18 99 86"], MUNI, 0, 0, [40, -20, t("Grenaa")], [0], [5, 6, 0.6, 0.2, 0.7]],
  [AARHUS, "Aarhus Universitet", "Aarhus University", ["AU"], UNI, 0, 1, [10, 0, t("Aarhus")], [0, 2], [2, 3, 0.3, 0.15, 0.5]],
  [COUNCIL, "Østjysk Råd", "East Jutland Council", ["ØR"], COUN, 0, 1, 0, [2], [2, 2, 0.2, 0.1, 0.4]],
  [DIMA, "DIMA", "DIMA", ["Djursland i Midten"], ASSOC, 0, 0, 0, [2], [2, 2, 0.05, 0.1, 0.45]],
  [SYDDJURS, "Syddjurs Kommune", "Syddjurs Municipality", ["Syddjurs"], MUNI, 0, 0, [30, -5, t("Ebeltoft")], [0], [4, 4, 0.1, 0.12, 0.5]],
  [AEROE, "Ærø Kommune", "Ærø Municipality", [], MUNI, 0, 0, [0, 90, t("Ærøskøbing")], [0], [3, 3, 0, 0.1, 0.45]],
  [HALMSTAD, "Halmstad Kommun", "Halmstad Municipality", [], MUNI, 0, 0, [120, -30, t("Halmstad")], [1], [3, 3, 0, 0.1, 0.45]],
  [ALONE, "Virksomheder", "Businesses", [], GROUP, 0, 2, 0, [1], [0, 0, 0, 0.03, 0]],
  [FOREIGN, "Forening, fremmed", "Association, foreign", [], ASSOC, 0, 1, 0, [], [1, 1, 0, 0.05, 0.3]],
  [HUB, "Kystsamarbejdet", "The coast cooperation", ["Kystklyngen"], POLIT, 1, 0, 0, [0, 1], null],
];

const PERIODS = {
  "2021/2024": ["2021-01-01", "2021-12-31", "2024-01-01", "2024-12-31"],
  "2018/..": ["2018-01-01", "2018-12-31", null, null],
  "2023~/2026": ["2023-01-01", "2023-12-31", "2026-01-01", "2026-12-31"],
  "2019/": ["2019-01-01", "2019-12-31", null, null],
  "2022/2025": ["2022-01-01", "2022-12-31", "2025-01-01", "2025-12-31"],
  "2024-02-19/2025": ["2024-02-19", "2024-02-19", "2025-01-01", "2025-12-31"],
};
const SAID = { "2018/..": ["siden 2018", "since 2018"], "2019/": ["fra 2019", "from 2019"] };

// id, relation, source, target, Danish, English, type, curve, period, themes, sources
const EDGES = [
  [FORMAL, FORMAL, NORDDJURS, AARHUS, "Norddjurs og AU", "Norddjurs and AU", FORM, 0.15, "2021/2024", [0], [0]],
  [STRATEGIC, STRATEGIC, NORDDJURS, AARHUS, "Vækstaftalen", "The growth agreement", STRAT, -0.15, "2018/..", [1], [0, 2]],
  [OWNERSHIP, OWNERSHIP, NORDDJURS, DIMA, "ejerskab", "ownership", OWNS, 0, "", [], [2]],
  ["cooperation/raad", "cooperation/raad", AARHUS, COUNCIL, "Rådssamarbejdet", "The council cooperation", FUNC, 0, "2023~/2026", [1], [2]],
  ["cooperation/midten", "cooperation/midten", SYDDJURS, DIMA, "Midtersamarbejdet", "The middle cooperation", FUNC, 0, "2019/", [0, 1], [0]],
  [party(NORDDJURS), HUB, NORDDJURS, HUB, "Kystsamarbejdet", "The coast cooperation", POLIT, 0, "2022/2025", [0], [0, 1]],
  [party(SYDDJURS), HUB, SYDDJURS, HUB, "Kystsamarbejdet", "The coast cooperation", POLIT, 0, "2022/2025", [0], [0]],
  [party(AEROE), HUB, AEROE, HUB, "Kystsamarbejdet", "The coast cooperation", POLIT, 0, "2022/2025", [0], [0]],
  [party(HALMSTAD), HUB, HALMSTAD, HUB, "Kystsamarbejdet", "The coast cooperation", POLIT, 0, "2024-02-19/2025", [0], [1]],
  ["cooperation/x,y", "cooperation/x,y", COUNCIL, FOREIGN, "formelt partnerskab", "formal partnership", FORM, 0, "", [], []],
];

const place = (id) => NODES.findIndex((row) => row[0] === id);
const measured = (index) => NODES.map((row) => row[9]?.[index] ?? null);
const said = (period) => (period ? t(...(SAID[period] ?? [period])) : -1);

const SMALL = {
  lang: "da",
  open: "",
  title: ["Hvem samarbejder med hvem", "Who works with whom"],
  base: BASE,
  pages: "",
  words: {
    find: ["Find en aktør eller et samarbejde", "Find an actor or a cooperation"],
    found_nothing: ["Intet på kortet hedder »{text}«.", "Nothing on the map is called “{text}”."],
    sources_one: ["{n} sted i kilderne", "{n} passage in the sources"],
    sources: ["{n} steder i kilderne", "{n} passages in the sources"],
  },
  types: TYPES,
  documents: [
    { id: "source/notat", iri: `${BASE}source/notat`, name: t("Notat, 2024", "Memo, 2024"), page: "" },
    { id: "source/web", iri: `${BASE}source/web`, name: t("Webside", "Web page"), page: "https://example.org/side" },
  ],
  passages: {
    id: ["passage/1", "passage/2", "passage/3"],
    document: [0, 0, 1],
    locator: [t("L23"), t("L40"), t("L8")],
    name: [t("Formelle partnerskaber", "Formal partnerships"), t("Netværk", "Networks"), t("Første afsnit", "First paragraph")],
  },
  themes: [
    { id: "klima", iri: `${BASE}theme/klima`, name: t("klima", "climate") },
    { id: "uddannelse", iri: `${BASE}theme/uddannelse`, name: t("uddannelse", "education") },
  ],
  nodes: {
    ...columns(["id", "name", "lines", "also", "type", "hub", "shape", "size", "x", "y", "geo", "community", "sources"], NODES.map(
      ([id, da, en, also, kind, hub, community, geo, sources], index) => [
        id, t(da, en), t(da.replace(" ", "\n"), en.replace(" ", "\n")), also, kind, hub, hub ? "dot" : TYPES[kind].shape, hub ? 6 : 14,
        200 * Math.round(Math.cos(index) * 10) / 10, 200 * Math.round(Math.sin(index) * 10) / 10, geo, community, sources,
      ],
    )),
    degree: measured(0),
    weightedDegree: measured(1),
    betweenness: measured(2),
    pageRank: measured(3),
    closeness: measured(4),
  },
  edges: columns(
    ["id", "iri", "source", "target", "name", "type", "curve", "weight", "period", "edtf", "bounds", "themes", "sources"],
    EDGES.map(([id, relation, source, target, da, en, kind, curve, period, themes, sources]) => [
      id, relation, place(source), place(target), t(da, en), kind, curve, 1,
      said(period), period ? t(period) : -1, PERIODS[period] ?? 0, themes, sources,
    ]),
  ),
  facts: {
    [NORDDJURS]: [
      ["name", t("Også kaldet", "Also called"), t("Norddjurs"), "", -1, [0]],
      ["identifier", t("CVR-nummer", "CVR number"), t("29189986"), "https://example.org/cvr/29189986", -1, [2]],
    ],
    [FORMAL]: [["agreement", t("Aftale", "Agreement"), t("Partnerskabsaftale", "Partnership agreement"), "", t("2021/2024"), [0, 1]]],
    [HUB]: [["theme", t("Tema", "Theme"), t("klima", "climate"), "", -1, [0]]],
  },
  measures: { actors: 9, relations: 7, density: 0.3, components: 2, largest: 8, diameter: 4, meanDegree: 2.4, brokers: [0, 1] },
  communities: [
    { id: NORDDJURS, name: t("Norddjurs Kommune m.fl.", "Norddjurs Municipality and others"), count: 6, x: 100, y: 0 },
    { id: AARHUS, name: t("Aarhus Universitet m.fl.", "Aarhus University and others"), count: 3, x: -100, y: 0 },
    { id: ALONE, name: t("Virksomheder", "Businesses"), count: 1, x: 0, y: 150 },
  ],
  geography: {
    land: [[-50, -50, 150, -50, 150, 120, -50, 120]], borders: [[90, -50, 90, 120]],
    credit: t("Natural Earth"), box: [-50, -50, 150, 120], unplaced: [170, 0],
  },
  stories: [{
    id: "story/norddjurs",
    title: t("Norddjurs' partnerskaber", "The partnerships of Norddjurs"),
    steps: [
      { title: t("Begyndelsen", "The beginning"), text: t("Én kommune.", "One municipality."), view: `focus=${NORDDJURS}` },
      { title: t("Kysten", "The coast"), text: t("Fire kommuner.", "Four municipalities."), view: `focus=${HUB}&on=2024` },
    ],
  }],
  years: [2018, 2026],
  texts,
};

/** A large network: actors in communities of 100, most relations within one; the same numbers give the same network. */
export function bigWire(actors, relations) {
  const small = wire();
  let seed = 1;
  const random = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const names = Array.from({ length: actors }, (_, index) => [`Aktør ${index}`, `Actor ${index}`]);
  const first = small.texts.length;
  const all = (value) => Array.from({ length: actors }, (_, index) => (typeof value === "function" ? value(index) : value));
  const count = Math.ceil(actors / 100);
  const ends = Array.from({ length: relations }, () => {
    const source = random(actors);
    const near = Math.min(actors - 1, 100 * Math.floor(source / 100) + random(100));
    return [source, random(4) ? near : random(actors)];
  });
  const each = (value) => ends.map(value);
  return {
    ...small,
    texts: [...small.texts, ...names, ...Array.from({ length: count }, (_, index) => `Aktør ${100 * index} m.fl.`)],
    nodes: {
      id: all((index) => `actor/${index}`), name: all((index) => first + index), lines: all((index) => first + index), also: all([]),
      type: all(MUNI), hub: all(0), shape: all("dot"), size: all(10), x: all((index) => 30 * (index % 100)), y: all((index) => 30 * Math.floor(index / 100)),
      geo: all(0), community: all((index) => Math.floor(index / 100)), sources: all([0]), degree: all(1), weightedDegree: all(1), betweenness: all(0),
      pageRank: all(0), closeness: all(0),
    },
    edges: {
      id: each((_, index) => `relation/${index}`), iri: each((_, index) => `relation/${index}`), source: each(([source]) => source),
      target: each(([, target]) => target), name: each((_, index) => small.types[index % 4].name), type: each((_, index) => index % 4), curve: each(() => 0),
      weight: each(() => 1), period: each(() => -1), edtf: each(() => -1),
      bounds: each((_, index) => [0, PERIODS["2022/2025"], PERIODS["2018/.."]][index % 3]), themes: each((_, index) => [index % 2]), sources: each((_, index) => [index % 3]),
    },
    facts: {},
    measures: { ...small.measures, actors, relations, brokers: [0] },
    communities: Array.from({ length: count }, (_, index) => ({ id: `actor/${100 * index}`, name: first + actors + index, count: Math.min(100, actors - 100 * index), x: 300 * (index % 10), y: 300 * Math.floor(index / 10) })),
    stories: [],
  };
}

/** The fixture with its cooperation of many drawn at the body that carries it: one place. */
export function carried() {
  const data = wire();
  const [hub, body] = [place(HUB), place(DIMA)];
  for (const column of Object.values(data.nodes)) column.splice(hub, 1);
  data.nodes.bears = data.nodes.id.map((id) => (id === DIMA ? [HUB] : []));
  data.edges.target = data.edges.target.map((at) => (at === hub ? body : at));
  return data;
}
