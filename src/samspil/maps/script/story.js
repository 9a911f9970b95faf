// Stories: steps that each show a view and tell what it shows. Whoever leaves a story keeps what is on the map.

import { make } from "./elements.js";
import { readState, writeState } from "./state.js";

/**
 * Return the patch of the state that shows a step of a story (steps count from 1), in the language that is read.
 * A step beyond the ends is the first or the last.
 */
export function stepPatch(model, story, step, lang) {
  const at = Math.min(Math.max(step, 1), story.steps.length);
  return { ...readState(story.steps[at - 1].view, model), story: { id: story.id, step: at }, lang };
}

/** Say whether the view is that of the step; where the reader looks from does not matter. */
export function showsStep(model, state) {
  const story = model.storyOf.get(state.story?.id);
  const plain = (view) => writeState({ ...view, story: null, lang: model.lang, at: null, unknown: [] }, model);
  return Boolean(story) && plain(state) === plain(readState(story.steps[state.story.step - 1].view, model));
}

/** Say whether a link names a step and nothing of its view: then the step's view is meant. */
export function onlyStory(model, state) {
  return Boolean(state.story) && writeState({ ...state, story: null, lang: model.lang, at: null }, model) === writeState(readState("", model), model);
}

/** The stories of the map. */
export function story(app, root) {
  let built = "";
  let pieces = null;
  const go = (one, step, options) => app.change(stepPatch(app.model, one, step, app.state.lang), options);
  function build() {
    built = keyOf(app);
    const one = app.model.storyOf.get(app.state.story?.id);
    root.setAttribute("aria-labelledby", "story-title");
    pieces = one ? telling(app, one, go) : null;
    const held = root.contains(document.activeElement);
    root.replaceChildren(...(one ? pieces.elements : list(app, go)));
    if (held) root.querySelector("h2").focus();
  }
  function update() {
    if (built !== keyOf(app)) build();
    pieces?.sync();
    const one = app.model.storyOf.get(app.state.story?.id);
    if (one && onlyStory(app.model, app.state) && !showsStep(app.model, app.state)) go(one, app.state.story.step, { replace: true });
  }
  root.addEventListener("keydown", (event) => byKey(event, app, go));
  return { update };
}

const keyOf = (app) => `${app.say.lang} ${app.state.story?.id ?? ""}`;

function byKey(event, app, go) {
  const by = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 }[event.key];
  const one = app.model.storyOf.get(app.state.story?.id);
  if (!by || !one || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  const step = app.state.story.step + by;
  if (step >= 1 && step <= one.steps.length) go(one, step);
}

function list(app, go) {
  const title = make("h2", { id: "story-title", tabindex: "-1" }, app.say.word("stories"));
  if (!app.model.stories.length) return [title, make("p", { class: "quiet" }, app.say.word("stories_none"))];
  const items = app.model.stories.map((one) => make("li", {}, begin(app, one, go)));
  return [title, make("p", { class: "hint" }, app.say.word("stories_hint")), make("ul", { class: "stories" }, ...items)];
}

function begin(app, one, go) {
  const steps = make("span", { class: "number" }, app.say.counted("story_steps", one.steps.length));
  const made = make("button", { type: "button", class: "story-begin" }, make("span", { class: "story-name" }, app.say.pick(one.title)), " ", steps);
  made.addEventListener("click", () => go(one, 1));
  return made;
}

function telling(app, one, go) {
  const at = () => app.state.story.step;
  const title = make("h2", { id: "story-title", tabindex: "-1" }, app.say.pick(one.title));
  const text = make("div", { class: "story-step", role: "status" });
  const [back, on] = [button(app.say.word("story_back"), () => at() > 1 && go(one, at() - 1)), button(app.say.word("story_on"), () => at() < one.steps.length && go(one, at() + 1))];
  const again = button(app.say.word("story_again"), () => go(one, at()));
  const leave = button(app.say.word("story_leave"), () => app.change({ story: null }));
  const steps = one.steps.map((step, index) => stepItem(app, step, () => go(one, index + 1)));
  for (const extra of [again, leave]) extra.classList.add("plain");
  const sync = () => {
    const step = one.steps[at() - 1];
    const key = `${app.say.lang} ${at()}`;
    if (text.dataset.step !== key) text.replaceChildren(...told(app, one, step, at()));
    text.dataset.step = key;
    back.setAttribute("aria-disabled", String(at() === 1));
    on.setAttribute("aria-disabled", String(at() === one.steps.length));
    again.classList.toggle("away", showsStep(app.model, app.state));
    steps.forEach((item, index) => item.mark(index + 1 === at()));
  };
  const buttons = make("div", { class: "actions" }, back, on);
  const contents = make("ol", { class: "story-contents", "aria-label": app.say.word("story_contents") }, ...steps.map((item) => item.element));
  return { elements: [title, text, buttons, make("div", { class: "actions" }, leave, again), contents], sync };
}

function told(app, one, step, at) {
  const place = make("p", { class: "story-place" }, app.say.filled("story_place", { step: at, steps: one.steps.length }));
  const paragraphs = app.say.pick(step.text).split(/\n\s*\n/).map((text) => make("p", {}, text));
  return [place, make("h3", {}, app.say.pick(step.title)), ...paragraphs];
}

function stepItem(app, step, does) {
  const made = button(app.say.pick(step.title), does);
  made.classList.add("plain");
  const mark = (here) => (here ? made.setAttribute("aria-current", "step") : made.removeAttribute("aria-current"));
  return { element: make("li", {}, made), mark };
}

function button(text, does) {
  const made = make("button", { type: "button" }, text);
  made.addEventListener("click", does);
  return made;
}
