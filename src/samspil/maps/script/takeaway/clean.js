// Text that a file can hold, and the little XML that three of the formats are written in.

// Everything that XML 1.0 has no place for: most control characters, halves of characters, two that are none.
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" };

/** Return a text in which the replacement character stands for what XML 1.0 cannot hold. */
export const clean = (text) => String(text).replace(ILLEGAL, "\uFFFD");

/** Return a text as it stands between tags. */
export const escaped = (text) => clean(text).replace(/[&<>\r]/g, (one) => ESCAPES[one]);

const quoted = (text) => clean(text).replace(/[&<>"\t\n\r]/g, (one) => ESCAPES[one]);

/**
 * Write an element. Attributes that are null are left out; children are elements already written, or come from `escaped`.
 * @param {string} name
 * @param {Object<string, string|number|null|undefined>} attributes
 * @param {...string} children
 */
export function tag(name, attributes = {}, ...children) {
  const given = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  const opening = [name, ...given.map(([key, value]) => `${key}="${quoted(value)}"`)].join(" ");
  return children.length ? `<${opening}>${children.join("")}</${name}>` : `<${opening}/>`;
}

/** Write a number short: at most `digits` decimals, and never with an exponent. */
export function short(value, digits = 2) {
  const text = value.toFixed(digits);
  return text.includes(".") ? text.replace(/\.?0+$/, "").replace(/^-0$/, "0") : text;
}

export const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n';
