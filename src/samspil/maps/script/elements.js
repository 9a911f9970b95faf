// Makes elements of the page. Text from data goes in as text, never as markup.

/** Return a new element; attributes are set as they are, children are elements or text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
