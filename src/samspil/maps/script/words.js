// What the page says, in the language that is chosen: its own words, pairs from the data, numbers and days.
// Words come with the data of the page (`samspil.maps.words`), so that Danish and English stand side by side.

const LOCALES = { da: "da-DK", en: "en-GB" };

/**
 * Return how to say things in the language of a state. A gap in a text is filled once: what fills it may hold braces.
 * A word that the page lacks is said by its name: it is ugly and seen, and nothing breaks.
 * @param {import("./model.js").Model} model
 * @param {{lang: string}} state
 */
export function speech(model, state) {
  const lang = state.lang === "en" ? "en" : "da";
  const locale = LOCALES[lang];
  const pick = (pair) => pair[lang === "en" ? 1 : 0];
  const known = (name) => Object.hasOwn(model.words, name);
  const word = (name) => (known(name) ? pick(model.words[name]) : name);
  const number = (x, digits = 0) => numeral(x, locale, { maximumFractionDigits: digits });
  const percent = (x, digits = 0) => numeral(x, locale, { style: "percent", maximumFractionDigits: digits });
  const said = (value) => {
    if (typeof value === "number") return number(value, 2);
    return Array.isArray(value) ? pick(value) : String(value);
  };
  const fill = (gaps) => (gap, key) => (Object.hasOwn(gaps, key) ? said(gaps[key]) : gap);
  const filled = (name, gaps) => word(name).replace(/\{(\w+)\}/g, fill(gaps));
  const counted = (name, n) => filled(n === 1 && known(`${name}_one`) ? `${name}_one` : name, { n });
  return { lang, pick, word, filled, counted, number, percent, day: (iso) => day(iso, locale) };
}

// What is not known is a dash, never a zero.
function numeral(x, locale, style) {
  return typeof x === "number" && Number.isFinite(x) ? numerals(locale, style).format(x) : "–";
}

const formats = new Map();

// A format costs far more to make than to use, and a table uses one for each cell.
function numerals(locale, style) {
  const key = `${locale} ${style.style} ${style.maximumFractionDigits}`;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale, style));
  return formats.get(key);
}

/** Say a year as it is and a day in words: "2024", "19. februar 2024". */
function day(iso, locale) {
  const date = new Date(`${iso}T00:00:00Z`);
  if (iso.length === 4 || Number.isNaN(date.getTime())) return iso;
  return date.toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
