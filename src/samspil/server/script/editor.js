// The editor: Yasqe in the place of the text field. Its own completion (which asks other hosts), its tooltips (which the
// page's policy forbids), its buttons and its storage are off; what replaces them is ours.

import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";
import { make } from "./elements.js";
import { showHints } from "./hints.js";

Yasqe.defaults.autocompleters = [];

/**
 * Return the editor in the place of a text field, which it keeps up to date.
 * @param {HTMLTextAreaElement} field
 * @param {{speech: object, vocabulary: () => Promise<object>, things: (text: string) => Promise<object[]>,
 *   run: () => void, changed: () => void, problem: HTMLElement}} bench
 */
export function openEditor(field, bench) {
  // Yasqe binds this method while it is made; its own writes style attributes and English.
  Yasqe.prototype.checkSyntax = function checkSyntax() {
    markProblem(this, bench);
  };
  const yasqe = new Yasqe(field.parentElement, options(field, bench));
  field.after(yasqe.rootEl);
  field.hidden = true;
  label(yasqe, field);
  yasqe.on("change", () => {
    field.value = yasqe.getValue();
    bench.changed();
  });
  yasqe.on("inputRead", (_cm, change) => /[\w:?$<æøå]$/i.test(change.text.at(-1)) && showHints(yasqe, bench, true));
  return yasqe;
}

function options(field, bench) {
  return {
    value: field.value,
    autocompleters: [],
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    lineWrapping: true,
    viewportMargin: Infinity,
    highlightSelectionMatches: null,
    tabSize: 2,
    indentUnit: 2,
    cursorBlinkRate: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 530,
    extraKeys: {
      "Ctrl-Enter": bench.run,
      "Cmd-Enter": bench.run,
      "Ctrl-Space": (cm) => showHints(cm, bench, false),
      "Ctrl-S": false,
      Esc: (cm) => leaveByTab(cm),
    },
  };
}

// After Esc, Tab and Shift+Tab move on as everywhere (WCAG 2.1.2); typing gives Tab back to the editor.
function leaveByTab(cm) {
  const free = { Tab: false, "Shift-Tab": false };
  cm.removeKeyMap("leaving");
  cm.addKeyMap({ name: "leaving", ...free });
  const back = () => {
    cm.removeKeyMap("leaving");
    cm.off("change", back);
    cm.off("blur", back);
  };
  cm.on("change", back);
  cm.on("blur", back);
}

function label(yasqe, field) {
  const input = yasqe.getInputField();
  const caption = document.querySelector(`label[for="${field.id}"]`);
  input.id = "query-editor";
  input.setAttribute("aria-describedby", field.getAttribute("aria-describedby"));
  caption.htmlFor = input.id;
  letScroll(yasqe, caption);
}

// A long query scrolls by keyboard too: where it does, its frame is a stop of its own after the field (WCAG 2.1.1).
function letScroll(yasqe, caption) {
  const frame = yasqe.getScrollerElement();
  caption.id ||= "query-label";
  const adjust = () => {
    const scrolls = frame.scrollHeight > frame.clientHeight + 60; // CodeMirror hides 50 pixels of its own
    frame.tabIndex = scrolls ? 0 : -1;
    for (const [name, value] of [["role", "region"], ["aria-labelledby", caption.id]]) {
      if (scrolls) frame.setAttribute(name, value);
      else frame.removeAttribute(name);
    }
  };
  new ResizeObserver(adjust).observe(frame);
  yasqe.on("changes", adjust);
  adjust();
}

/** Mark where a query cannot be read, in the margin and in words. */
function markProblem(yasqe, { speech, problem }) {
  yasqe.clearGutter("gutterErrorBar");
  problem.textContent = "";
  for (let line = 0; line < yasqe.lineCount(); line += 1) {
    const { state } = yasqe.getTokenAt({ line, ch: yasqe.getLine(line).length }, true);
    yasqe.setOption("queryType", state.queryType);
    if (state.OK === false) {
      markLine(yasqe, line);
      problem.textContent = complaint(line + 1, state.possibleCurrent ?? [], speech);
      return;
    }
  }
}

function complaint(line, possible, { say }) {
  const expected = possible.filter((one) => !/^[A-Z_]+$/.test(one) || one === "VAR1").slice(0, 6);
  const words = expected.map((one) => (one === "VAR1" ? "?x" : one.toUpperCase())).join("  ");
  return expected.length
    ? say("Line {line}: this is not SPARQL yet. Expected: {expected}.", { line, expected: words })
    : say("Line {line}: this is not SPARQL yet.", { line });
}

/** Mark a line as the one where something is wrong. */
export function markLine(yasqe, line) {
  yasqe.setGutterMarker(line, "gutterErrorBar", make("span", { class: "wrong", "aria-hidden": "true" }, "!"));
}

/** Mark the place that the server found wrong (line and column from 1) and put the cursor there. */
export function markPlace(yasqe, line, column) {
  const at = { line: line - 1, ch: Math.max(0, column - 1) };
  if (at.line < 0 || at.line >= yasqe.lineCount()) return;
  markLine(yasqe, at.line);
  const end = { line: at.line, ch: Math.max(at.ch + 1, yasqe.getTokenAt({ ...at, ch: at.ch + 1 }).end) };
  const mark = yasqe.getDoc().markText(at, end, { className: "wrong-place" });
  yasqe.getDoc().setCursor(at);
  const clear = () => {
    mark.clear();
    yasqe.off("change", clear);
  };
  yasqe.on("change", clear);
}
