// What the address says: a question of the library with its values, or the text of a query, and the view.

/**
 * Return the address of what is shown. A question as the library has it is short; any other text stands in the
 * fragment, which no server sees.
 * @param {{path: string, question: string, given: Object<string, string>, isChanged: boolean, text: string, view: string}} state
 */
export function addressOfState({ path, question, given, isChanged, text, view }) {
  const asIs = question && !isChanged;
  const search = asIs ? `?${new URLSearchParams({ question, ...given })}`.replaceAll("%2F", "/") : "";
  const fragment = new URLSearchParams({ ...(asIs ? {} : { query: text }), ...(view && view !== "table" ? { view } : {}) });
  return path + search + (fragment.size ? `#${fragment}` : "");
}

/** Return what a fragment says: the text of a query, if any, and the view. */
export function readFragment(fragment) {
  const read = new URLSearchParams(fragment.replace(/^#/, ""));
  return { query: read.get("query"), view: read.get("view") ?? "table" };
}
