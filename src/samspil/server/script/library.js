// The library beside the editor: a text narrows it, topics with hits open, and fields suggest the things they may name.

import { make } from "./elements.js";

/** Let a text narrow the library. */
export function narrowLibrary(library, { say }) {
  const [find, none] = [library.querySelector("input"), library.querySelector(".none")];
  const topics = [...library.querySelectorAll(".topic")];
  const open = topics.map((topic) => topic.open);
  library.querySelector(".seek").hidden = false;
  find.addEventListener("input", () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = topics.map((topic) => [...topic.querySelectorAll("li")].filter((item) => {
      item.hidden = !words.every((word) => item.dataset.words.includes(word));
      return !item.hidden;
    }).length);
    topics.forEach((topic, at) => {
      topic.hidden = hits[at] === 0;
      topic.open = words.length ? hits[at] > 0 : open[at];
    });
    none.textContent = hits.some(Boolean) ? "" : say("No question has these words.");
  });
}

/** Let the fields of a form suggest things by name; `things` returns what looks up those of a kind. */
export function suggestThings(form, things, base) {
  for (const input of form.querySelectorAll("[data-kind]")) {
    const list = make("datalist", { id: `l-${input.name}` });
    const find = things(input.dataset.kind);
    input.setAttribute("list", list.id);
    input.after(list);
    let latest = 0;
    input.addEventListener("input", async () => {
      const turn = (latest += 1);
      const found = input.value.trim().length < 2 ? [] : await find(input.value);
      if (turn !== latest) return;
      list.replaceChildren(...found.map(({ iri, label }) => make("option", { value: slug(iri, input.dataset.kind, base) }, label)));
    });
  }
}

// What a field of a kind is filled with: the slug, or kind and slug where it may name anything.
function slug(iri, kind, base) {
  const start = kind ? `${base}id/${kind}/` : `${base}id/`;
  return iri.startsWith(start) ? iri.slice(start.length) : iri;
}
