// The choice between the network as the layout puts it and as geography, where places are known.

import { make } from "./elements.js";

const LAYOUTS = ["network", "geography"];

/** The view choices in the line of tools. */
export function view(app, root) {
  if (!app.model.geography) return { update() {} };
  const buttons = LAYOUTS.map((name) => {
    const button = make("button", { type: "button" });
    button.addEventListener("click", () => app.state.layout !== name && app.change({ layout: name }));
    return button;
  });
  root.replaceChildren(...buttons);
  function update() {
    root.setAttribute("aria-label", app.say.word("layout"));
    buttons.forEach((button, at) => {
      button.textContent = app.say.word(`layout_${LAYOUTS[at]}`);
      button.setAttribute("aria-pressed", String(app.state.layout === LAYOUTS[at]));
    });
  }
  return { update };
}
