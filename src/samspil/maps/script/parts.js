// The parts of the page, each in the element that bears its name. A part is made with the application and its element,
// and its update is called after every change.

import { details } from "./details.js";
import { filters } from "./filters.js";
import { legend } from "./legend.js";
import { measures } from "./measures.js";
import { path } from "./path.js";
import { print } from "./print.js";
import { search } from "./search.js";
import { story } from "./story.js";
import { tables } from "./tables.js";
import { takeaway } from "./takeaway.js";
import { timeline } from "./timeline.js";

const PARTS = { search, legend, filters, details, path, measures, story, timeline, tables, print, takeaway };

/** Make the parts that the page has a place for. @returns {{update: (change: Set<string>) => void}[]} */
export function parts(app, find) {
  return Object.entries(PARTS)
    .filter(([name]) => find(name))
    .map(([name, part]) => part(app, find(name)));
}
