// The answer as it came, with what it is, how long it took and how large it is.

import { make } from "./elements.js";

const MOST = 200_000;

/** Return the answer as it came. */
export function rawView(answer, { speech }) {
  const { say } = speech;
  const facts = [
    [say("Media type"), answer.mediaType],
    [say("Time"), speech.time(answer.time)],
    [say("Size"), speech.size(answer.bytes)],
  ];
  const list = make("dl", { class: "facts" }, ...facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
  const text = answer.text.slice(0, MOST);
  const cut = answer.text.length > MOST ? say("Only the beginning is shown. Download the answer to see all of it.") : "";
  const pre = make("pre", { tabindex: "0", role: "region", "aria-label": say("As it came"), dir: "ltr" }, text);
  return { element: make("div", {}, list, make("p", { class: "count" }, cut), pre), ready: Promise.resolve() };
}
