// Suggestions while one types in a field for search: a combobox with a list (ARIA Authoring Practices Guide, "Editable
// Combobox With List Autocomplete"). Without this script the field is a plain form that finds the same.

const WAIT = 120; // milliseconds without a key before the server is asked

let count = 0;

for (const form of document.querySelectorAll("form[data-suggest]")) suggest(form);

function suggest(form) {
  const input = form.querySelector("input");
  const list = made("ul", { id: `suggestions-${++count}`, role: "listbox", hidden: "" });
  list.className = "suggestions";
  list.setAttribute("aria-label", form.getAttribute("aria-label"));
  const voice = made("span", { role: "status" });
  voice.className = "unseen";
  form.append(list, voice);
  for (const [name, value] of Object.entries({ "role": "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }
  const box = { form, input, list, voice, at: -1, asked: null, timer: 0 };
  input.addEventListener("input", () => later(box));
  input.addEventListener("keydown", (event) => key(box, event));
  input.addEventListener("blur", () => close(box));
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));
}

function later(box) {
  clearTimeout(box.timer);
  box.timer = setTimeout(() => ask(box), WAIT);
}

async function ask(box) {
  box.asked?.abort();
  const text = box.input.value.trim();
  if (!text) return close(box);
  box.asked = new AbortController();
  try {
    const address = `${box.form.dataset.suggest}&q=${encodeURIComponent(text)}`;
    const answer = await fetch(address, { signal: box.asked.signal });
    if (answer.ok) show(box, await answer.json());
  } catch (error) {
    if (error.name !== "AbortError") close(box); // without the server there are no suggestions; the form remains
  }
}

function show(box, { suggestions }) {
  if (document.activeElement !== box.input) return;
  box.at = -1;
  box.input.removeAttribute("aria-activedescendant");
  box.list.replaceChildren(...suggestions.map((one, at) => option(box, one, at)));
  box.list.hidden = suggestions.length === 0;
  box.input.setAttribute("aria-expanded", String(suggestions.length > 0));
  box.voice.textContent = suggestions.length ? `${suggestions.length} ${box.form.dataset.some}` : box.form.dataset.none;
}

function option(box, { label, what, address, lang }, at) {
  const item = made("li", { "id": `${box.list.id}-${at}`, "role": "option", "aria-selected": "false", "data-address": address });
  const name = made("span", lang ? { lang } : {});
  name.textContent = label;
  const kind = made("span", {});
  kind.className = "what";
  kind.textContent = what;
  item.append(name, " ", kind);
  return item;
}

const KEYS = {
  ArrowDown: (box) => (box.list.hidden ? later(box) : move(box, box.at + 1)),
  ArrowUp: (box) => move(box, box.at < 0 ? box.list.children.length - 1 : box.at - 1),
  Escape: (box) => (box.list.hidden ? (box.input.value = "") : close(box)),
  Enter: (box) => go(box.list.children[box.at]),
};

function key(box, event) {
  const act = KEYS[event.key];
  if (!act || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.key === "Enter" && box.at < 0) return; // the form is sent
  event.preventDefault();
  act(box);
}

function move(box, to) {
  const options = [...box.list.children];
  if (!options.length) return;
  box.at = to >= options.length || to < 0 ? -1 : to; // past the end stands what was typed
  options.forEach((one, at) => one.setAttribute("aria-selected", String(at === box.at)));
  const chosen = options[box.at];
  if (!chosen) return box.input.removeAttribute("aria-activedescendant");
  box.input.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function close(box) {
  clearTimeout(box.timer);
  box.asked?.abort();
  box.at = -1;
  box.list.hidden = true;
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
  box.voice.textContent = "";
}

function go(option) {
  if (option) location.assign(option.dataset.address);
}

function made(name, attributes) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
