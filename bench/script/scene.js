// What the map of a page shows in a window of a size, as the options that it gives to vis-network: read from the
// standard input, a page's data as they stand in it, and written to the standard output for a bare page to show.
//
//   node scene.js MODULES WIDTH HEIGHT [SCALE]      MODULES: the folder of the map's own script

const [modules, width, height, wanted] = process.argv.slice(2);
const load = (name) => import(`${modules}/${name}.js`);
const [{ readData }, { readModel }, { emptyState }, { visible }, { compose, aim }, { places }, { PAPERS }, { speech }] = await Promise.all(
  ["data", "model", "state", "visible", "scene", "places", "palette", "words"].map(load),
);

let textContent = "";
for await (const part of process.stdin.setEncoding("utf8")) textContent += part;
const model = readModel(await readData({ textContent }));
const state = emptyState(model);
const app = { model, state, visible: visible(model, state), say: speech(model, state) };
const spots = places(model, "network");
const whole = aim(app, spots, { width: Number(width), height: Number(height) });
// Nearer, the best connected stands in the middle: there is most to draw around it.
const best = app.visible.nodes.reduce((one, other) => (other.edges.length > one.edges.length ? other : one));
const camera = wanted ? { position: spots.of.get(best), scale: Number(wanted) } : whole;
const scene = compose(app, PAPERS[0], spots, camera.scale);

const shapes = { custom: "square" };
const bare = ({ shape, font, ...node }) => ({ ...node, shape: shapes[shape] ?? shape, font: { size: font.size, color: font.color } });
process.stdout.write(JSON.stringify({ nodes: scene.nodes.map(bare), edges: scene.edges, camera }));
