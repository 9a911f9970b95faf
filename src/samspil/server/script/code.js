// The section with code to copy: a language is chosen, its code stands below, a button copies it.

import { button, make } from "./elements.js";
import { snippets } from "./snippets.js";

/** Show the code for what is asked in its section. */
export function showCode(section, asked, { speech: { say } }, told) {
  const code = snippets(asked);
  const names = Object.keys(code);
  const before = section.querySelector("select")?.value;
  const select = make("select", { id: "code-language" }, ...names.map((name) => make("option", { value: name, selected: name === before }, name)));
  const pre = make("pre", { tabindex: "0", role: "region", "aria-label": say("Code"), dir: "ltr" });
  const show = () => {
    pre.textContent = code[select.value];
  };
  select.addEventListener("change", show);
  const copy = button(say("Copy"), () => copied(pre.textContent, () => told(say("Copied."))));
  const choices = make("p", { class: "choices" }, make("label", { for: "code-language" }, say("Language")), select, copy);
  section.replaceChildren(section.firstElementChild, choices, pre);
  section.hidden = false;
  show();
}

/** Copy a text; `done` is called when that was allowed, `refused` when it was not. */
export async function copied(text, done, refused = () => {}) {
  try {
    await navigator.clipboard.writeText(text);
    done();
  } catch {
    refused();
  }
}
