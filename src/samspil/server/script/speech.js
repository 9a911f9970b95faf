// What the script says, in the language of the page: its words come with the page, by their English.

const LOCALES = { da: "da-DK", en: "en-GB" };

/**
 * Return how to say things. A text that the page lacks is said in English: it is seen, and nothing breaks.
 * @param {{lang: string, words: Object<string, string>}} about
 */
export function speech(about) {
  const locale = LOCALES[about.lang] ?? LOCALES.da;
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const number = (n) => numbers.format(n);
  const said = (value) => (typeof value === "number" ? number(value) : String(value));
  const fill = (gaps) => (gap, key) => (Object.hasOwn(gaps, key) ? said(gaps[key]) : gap);
  const say = (text, gaps = {}) => (about.words[text] ?? text).replace(/\{(\w+)\}/g, fill(gaps));
  return { lang: about.lang, locale, say, number, time: (ms) => time(ms, say), size: (bytes) => size(bytes, number) };
}

function time(ms, say) {
  return ms < 1000 ? say("{n} ms", { n: Math.round(ms) }) : say("{n} s", { n: Math.round(ms / 100) / 10 });
}

function size(bytes, number) {
  if (bytes < 1000) return `${number(bytes)} B`;
  const [unit, of] = bytes < 1e6 ? ["kB", 1e3] : ["MB", 1e6];
  return `${number(Math.round((bytes / of) * 10) / 10)} ${unit}`;
}
