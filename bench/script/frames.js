// What a page does in its frames, told by the page itself: put into every page before its own script.

(() => {
  const PATIENCE = 900_000; // milliseconds
  const raf = requestAnimationFrame.bind(window);
  const frame = () => new Promise(raf);
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const told = { work: 0, drawn: 0, long: 0 };

  // All that is drawn on a map is drawn in a frame that somebody asked for.
  window.requestAnimationFrame = (does) => raf((now) => {
    const begun = performance.now();
    does(now);
    told.work += performance.now() - begun;
  });
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    told.drawn += 1;
    return clear.apply(this, box);
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) told.long = Math.max(told.long, duration);
  }).observe({ type: "longtask", buffered: true });

  const events = { pointerdown: PointerEvent, pointermove: PointerEvent, pointerup: PointerEvent, mousemove: MouseEvent };
  const fire = (type, x, y) => {
    const canvas = document.querySelector("canvas");
    const buttons = type === "pointerup" ? 0 : 1;
    const more = { clientX: x, clientY: y, pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, buttons };
    canvas.dispatchEvent(new events[type](type, { bubbles: true, cancelable: true, ...more }));
  };

  /** Drag the map there and back over so many frames; how long each lasted, what was done in it, how often it was drawn. */
  async function drag(frames, far = 240) {
    const { left, top, width, height } = document.querySelector("canvas").getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const spot = (at) => far * (at < frames / 2 ? at / frames : 1 - at / frames);
    fire("pointerdown", x, y);
    await frame();
    Object.assign(told, { work: 0, drawn: 0 });
    const lasted = [];
    for (let at = 1, last = performance.now(); at <= frames; at += 1) {
      for (const type of ["pointermove", "mousemove"]) fire(type, x + spot(at), y + spot(at) / 2);
      await frame();
      lasted.push(performance.now() - last);
      last = performance.now();
    }
    const { work, drawn } = told;
    fire("pointerup", x, y);
    return { lasted, work: work / frames, drawn };
  }

  /** Do something and follow the page until it is quiet: the time to the second frame after, and the longest frame. */
  async function after(does, quiet = 1500) {
    const begun = performance.now();
    does();
    await frame();
    await frame();
    const ready = performance.now() - begun;
    let longest = ready;
    for (let last = performance.now(); performance.now() - begun < quiet; ) {
      await frame();
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return { ready, longest };
  }

  /** Wait until a page is ready, and two frames more; when that was, in milliseconds after it was asked for. */
  async function ready(isReady) {
    while (!isReady()) {
      if (performance.now() > PATIENCE) throw new Error("the page is not ready after so long");
      await pause(4);
    }
    await frame();
    await frame();
    return { ready: performance.now(), long: told.long };
  }

  window.bench = { drag, after, ready, pause, told };
})();
