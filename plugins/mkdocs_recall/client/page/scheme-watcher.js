// Following a theme that switches between light and dark.

import { WIDGETS, showScheme } from "./scheme.js";

class SchemeWatcher {
  #waiting = false;

  /** Measure in the next frame, when a switch that consists of several changes is complete. @param {Event} [event] */
  handleEvent(event) {
    const ended = event instanceof TransitionEvent;
    if (this.#waiting || (ended && !(event.target instanceof Element && event.target.querySelector(WIDGETS)))) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      showScheme();
    });
  }
}

/** Follow a theme that switches: by an attribute, by the system's setting, at once or in a transition. */
export function registerScheme() {
  const watcher = new SchemeWatcher();
  const changes = new MutationObserver(() => watcher.handleEvent());
  for (const element of [document.documentElement, document.body]) changes.observe(element, { attributes: true });
  document.addEventListener("transitionend", watcher);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", watcher);
  addEventListener("load", watcher);
  showScheme();
}
