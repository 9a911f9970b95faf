// What things are painted with: paper and ink of the light and the dark scheme, the colours of communities, and how
// large a node is under a measure. Pure: the legend and the exports ask here too.

/** The two papers; `index` picks from the pairs of colours that types carry. */
export const PAPERS = [
  { index: 0, paper: "#FBFAF7", ink: "#16232E", quiet: "#5B6770", accent: "#0B5C6B", land: "#F1EEE5", border: "#D3CFC2" },
  { index: 1, paper: "#10181E", ink: "#E9EDEF", quiet: "#A3AFB7", accent: "#6CC5D4", land: "#1A252D", border: "#36444E" },
];

// Eight light fills that people with any colour vision tell apart (Paul Tol's "light" scheme); the rest are grey.
const FILLS = ["#77AADD", "#EE8866", "#EEDD88", "#44BB99", "#FFAABB", "#99DDFF", "#BBCC33", "#AAAA00"];
const OTHERS = "#CCCCCC";

const SMALLEST = 9; // radius in pixels of a node with the least of a measure
const LARGEST = 34; // and of one with the most
const HUB = 6;
const MEASURES = {
  "degree": "degree",
  "weighted-degree": "weightedDegree",
  "betweenness": "betweenness",
  "page-rank": "pageRank",
  "closeness": "closeness",
};

/** Mix a colour "#RRGGBB" with another: share 0 is the first, 1 the second. */
export function mixed(one, other, share) {
  const channel = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
  const value = (at) => Math.round(channel(one, at) * (1 - share) + channel(other, at) * share);
  return `#${[1, 3, 5].map((at) => value(at).toString(16).padStart(2, "0")).join("").toUpperCase()}`;
}

const orders = new WeakMap();

/** Return the fill of a community: the eight largest have their own, one alone has none. */
export function communityColour(model, community) {
  if (!orders.has(model)) {
    const largest = model.communities.filter((one) => one.count > 1).sort((one, other) => other.count - one.count || one.index - other.index);
    orders.set(model, new Map(largest.slice(0, FILLS.length).map((found, index) => [found, FILLS[index]])));
  }
  return orders.get(model).get(community) ?? OTHERS;
}

const maxima = new WeakMap();

function largestOf(model) {
  if (!maxima.has(model)) {
    const most = Object.fromEntries(Object.values(MEASURES).map((name) => [name, 0]));
    for (const { measures } of model.nodes) {
      for (const name of Object.keys(most)) most[name] = Math.max(most[name], measures?.[name] ?? 0);
    }
    maxima.set(model, most);
  }
  return maxima.get(model);
}

/** Return the radius of a node: its area grows with the measure that the state asks for. */
export function sizeOf(node, state, model) {
  const name = MEASURES[state.size];
  if (!name || node.hub) return node.hub ? HUB : node.size;
  const most = largestOf(model)[name];
  return radius(most ? (node.measures?.[name] ?? 0) / most : 0);
}

/** Return how much larger things are drawn when the camera is so far away that they would be specks. */
export const swelling = (scale) => (scale < 0.18 ? 2.2 : scale < 0.32 ? 1.5 : 1);

/** Return the radius of something with this share, 0 to 1, of the most there is. */
export function radius(share) {
  return Math.round(Math.sqrt(SMALLEST ** 2 + share * (LARGEST ** 2 - SMALLEST ** 2)) * 10) / 10;
}
