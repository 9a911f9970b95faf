// Makes elements of the page. Text from data goes in as text, never as markup.

/** Return a new element; attributes are set as they are, true as an empty one, false and null not at all. */
export function make(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** Return a new element of a drawing (SVG). */
export function draw(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** Return a button that does something and submits nothing. */
export function button(text, act, attributes = {}) {
  const made = make("button", { type: "button", class: "second", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
