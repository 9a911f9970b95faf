// Sending a view: the address goes to the clipboard, or, where a browser refuses (many do for a file), into a field
// from which it can be copied by hand.

import { make } from "./elements.js";

/** Make the button that copies the link of this view, with its field and its status. */
export function shareButton(app) {
  const button = make("button", { type: "button" }, app.say.word("share"));
  const status = make("p", { class: "hint status", role: "status" });
  const field = make("input", { type: "text", readonly: "", hidden: "", class: "share-link", "aria-label": app.say.word("share_link") });
  button.addEventListener("click", async () => {
    field.value = location.href;
    const copied = await copy(field);
    field.hidden = copied;
    if (!copied) field.select();
    status.textContent = app.say.word(copied ? "share_done" : "share_by_hand");
  });
  return { button, rest: make("div", { class: "share" }, field, status) };
}

async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false; // no clipboard here, or not for this page: the field is shown instead
  }
}
