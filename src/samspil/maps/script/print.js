// What paper needs and the screen does not: the view in words at the top, and at the end where the map comes from and the
// address of this view.

import { make } from "./elements.js";
import { shownInWords, viewInWords } from "./viewwords.js";

/** The texts for paper: in `root`, at the end of the page, and under its heading. */
export function print(app, root) {
  const top = make("p", { class: "on-paper" });
  document.querySelector("header").append(top);
  root.classList.add("on-paper");
  function write() {
    const { say } = app;
    top.textContent = [...viewInWords(app), shownInWords(app)].join(" ");
    const land = app.state.layout === "geography" && app.model.geography ? [make("p", {}, say.pick(app.model.geography.credit))] : [];
    const address = make("p", { class: "address" }, say.filled("print_address", { address: location.href }));
    root.replaceChildren(make("p", {}, say.word("credit")), ...land, address);
  }
  addEventListener("beforeprint", write);
  return { update() {} };
}
