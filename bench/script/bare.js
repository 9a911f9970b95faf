// A bare page of vis-network: the graph that it carries, where it stands, drawn with nothing else around it.

import { DataSet } from "vis-data/esnext/esm/vis-data.js";
import { Network } from "vis-network/esnext/esm/vis-network.js";

const { nodes, edges, camera } = JSON.parse(document.getElementById("data").textContent);
const data = { nodes: new DataSet(nodes), edges: new DataSet(edges) };
const options = { physics: false, interaction: { dragNodes: false }, layout: { improvedLayout: false }, nodes: { chosen: false }, edges: { chosen: false, arrows: { to: { scaleFactor: 0.55 } } } };
const network = new Network(document.getElementById("map"), data, options);
network.moveTo(camera);
