// The name of a file that is taken away: what the map is called and which view it is, in letters that every system takes.

const LETTERS = { "æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d" };
const LONGEST_TITLE = 48;
const LONGEST_PART = 32;

/** Return the name of a file: "samspil-<title>-<view>-<what>.<suffix>". */
export function fileName({ model, state, say }, suffix, what = "") {
  const title = slug(say.pick(model.title), LONGEST_TITLE);
  const parts = ["samspil", title === "samspil" ? "" : title, ...view({ model, state, say }), what].map((part) => slug(part, LONGEST_TITLE));
  return `${parts.filter(Boolean).join("-")}.${suffix}`;
}

/** Return a text in small ASCII letters, digits and hyphens, cut between words where it is long. */
export function slug(text, most) {
  const written = text.toLowerCase().replace(/[^\u0000-\u007F]/g, (one) => LETTERS[one] ?? one);
  const plain = written.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut.slice(0, most);
}

function view({ model, state, say }) {
  const names = [state.focus, ...(state.path ?? state.shared ?? [])].map((id) => model.nodeOf.get(id)?.name);
  const edge = state.focus ? null : model.edgeOf.get(state.relation);
  const parts = [...names, edge?.name].filter(Boolean).map((name) => slug(say.pick(name), LONGEST_PART));
  return [...parts, state.on ?? "", state.layout === "geography" ? say.word("file_geography") : ""];
}
