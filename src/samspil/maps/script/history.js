// The address of the view: what stands after # is written when the view changes, and read when somebody goes back.

/** Return the part of the address that is a view; null for a place on the page, such as the tables. */
export function fragment() {
  const text = location.hash.slice(1);
  return text && !text.includes("=") ? null : text;
}

/** Write a view into the address, as a step to come back to or in place of the present one. */
export function remember(text, replace) {
  if (text === fragment()) return;
  const whole = location.href.split("#")[0] + (text ? `#${text}` : "");
  history[replace ? "replaceState" : "pushState"](null, "", whole);
}

/** Call back when the address changes under the page: back, forward, or a link to a view. */
export function onReturn(arrive) {
  const check = () => fragment() !== null && arrive(fragment());
  addEventListener("popstate", check);
  addEventListener("hashchange", check);
}
