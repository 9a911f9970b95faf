// What can be taken away: each format with how it is written and what its file is called.

import { actorFileColumns, relationFileColumns } from "../columns.js";
import { csv } from "./csv.js";
import { gexf } from "./gexf.js";
import { graphml } from "./graphml.js";
import { json } from "./json.js";
import { png } from "./png.js";
import { svg } from "./svg.js";
import { xlsx } from "./xlsx.js";

const relations = (view) => ({ name: view.say.word("file_relations"), columns: relationFileColumns(view), things: view.visible.kept.edges });
const actors = (view) => ({ name: view.say.word("file_actors"), columns: actorFileColumns(view), things: view.visible.kept.nodes });
const table = ({ columns, things }, { say }) => csv(columns, things, say);

/**
 * A format: the suffix and media type of its file, what its name adds ("" for nothing), and how it is written.
 * `view` is {model, state, visible, say}; `camera` is where the map stands, which only pictures ask for.
 * @typedef {{suffix: string, type: string, what?: (view: object) => string,
 *   write: (view: object, camera: object, options: {legend: boolean}) => BlobPart|Promise<BlobPart>}} Format
 */

/** Name of a group to its formats by name. @type {Object<string, Object<string, Format>>} */
export const FORMATS = {
  picture: {
    png: { suffix: "png", type: "image/png", write: (view, camera, options) => png(svg(view, camera, options)) },
    svg: { suffix: "svg", type: "image/svg+xml", write: (view, camera, options) => svg(view, camera, options).text },
  },
  table: {
    xlsx: {
      suffix: "xlsx",
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      write: (view) => xlsx([relations(view), actors(view)], view.say),
    },
    relations: { suffix: "csv", type: "text/csv;charset=utf-8", what: (view) => relations(view).name, write: (view) => table(relations(view), view) },
    actors: { suffix: "csv", type: "text/csv;charset=utf-8", what: (view) => actors(view).name, write: (view) => table(actors(view), view) },
  },
  network: {
    gexf: { suffix: "gexf", type: "application/gexf+xml", write: gexf },
    graphml: { suffix: "graphml", type: "application/graphml+xml", write: graphml },
    json: { suffix: "json", type: "application/json", write: json },
  },
};
