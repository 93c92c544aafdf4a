/*
 * The page "States": brings each widget into the state that its heading names, by doing what a reader does, found by the
 * names of controls. Without it every widget is as it is at first, and can be read.
 *
 * Done, it says so in `data-states` of the root element: "ready", or the first control that was not found.
 */
"use strict";

(() => {
  /** What to do by the widget's id: the name of a button or of an option to press, or `write:` and a text. */
  const DEEDS = {
    "state-card-open": ["Show answer"],
    "state-card-good": ["Show answer", "Good"],
    "state-card-again": ["Show answer", "Again"],
    "state-card-hint": ["Show hint"],
    "state-sheet-1": ["Show answer", "Good", "Hide answer"],
    "state-sheet-2": ["Show answer", "Again", "Hide answer"],

    "state-mcq-none": ["Check answer"],
    "state-mcq-chosen": ["1900"],
    "state-mcq-wrong": ["1900", "Check answer"],
    "state-mcq-tried": ["1900", "Check answer", "2023"],
    "state-mcq-right": ["2000", "Check answer"],
    "state-mcq-helped": ["1900", "Check answer", "Show hint", "2000", "Check answer"],
    "state-mcq-shown": ["Show answer"],
    "state-mcq-several-wrong": ["1900", "1996", "Check answer"],
    "state-mcq-several-right": ["1996", "2000", "Check answer"],
    "state-mcq-several-shown": ["1900", "1996", "Show answer"],
    "state-mcq-hints": ["Show hint", "Show hint"],
    "state-mcq-steps": ["Show step 1 of 3", "Show step 2 of 3"],

    "state-explain-notice": ["Show model answer"],
    "state-explain-open": ["write:A year has about 365 and a quarter days.", "Show model answer"],
    "state-explain-none": ["write:To have more summers.", "Show model answer", "A year is longer than 365 days", "A year is longer than 365 days"],
    "state-explain-some": ["write:A year is a bit longer than 365 days.", "Show hint", "Show model answer", "A year is longer than 365 days"],
    "state-explain-all": [
      "write:A year is about a quarter of a day longer than 365 days. After 4 years that is a day.",
      "Show model answer",
      "A year is longer than 365 days",
      "The rest is about a quarter of a day",
      "4 quarters make a day",
    ],

    "state-practice-middle": answersOfSet(),
    "state-practice-list": [...answersOfSet(), "All questions"],
    "state-practice-end": [...answersOfSet(), "Question 5", "Next"],
  };

  /** The first right, the second right with help, the third missed, the fourth in view, the fifth as it was. */
  function answersOfSet() {
    return ["2000", "Check answer", "Next", "Show hint", "2000", "Check answer", "Next", "1900", "Check answer", "Next"];
  }

  /** Where what was done on this page is kept. @returns {boolean} whether anything was */
  function forget() {
    try {
      const keys = Object.keys(localStorage).filter((key) => /^recall:[^:]+:[a-z]+:state-/.test(key));
      for (const key of keys) localStorage.removeItem(key);
      return keys.length > 0;
    } catch {
      return false;
    }
  }

  /** @param {Element} widget @param {string} deed */
  function act(widget, deed) {
    if (deed.startsWith("write:")) return write(widget.querySelector("textarea"), deed.slice(6));
    const names = [...widget.querySelectorAll("button, summary, label")];
    const found = names.find((each) => each.checkVisibility() && nameOf(each) === deed);
    if (!found) throw new Error(`${widget.id}: ${deed}`);
    found.click();
  }

  /** @param {HTMLElement} control */
  function nameOf(control) {
    return control.getAttribute("aria-label")?.replace(/,.*/, "") ?? control.innerText.trim();
  }

  /** @param {HTMLTextAreaElement} field @param {string} text */
  function write(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The reader begins where the address says, whatever the deeds have scrolled to. */
  function goBack() {
    document.activeElement?.blur();
    const target = document.getElementById(location.hash.slice(1));
    if (target) target.scrollIntoView({ behavior: "instant" });
    else scrollTo({ top: 0, behavior: "instant" });
  }

  function show() {
    if (!customElements.get("recall-mcq")) return;
    let outcome = "ready";
    for (const [id, deeds] of Object.entries(DEEDS)) {
      try {
        const widget = document.getElementById(`recall-${id}`);
        for (const deed of deeds) act(widget, deed);
      } catch (error) {
        if (outcome === "ready") outcome = error.message;
      }
    }
    goBack();
    document.documentElement.dataset.states = outcome;
  }

  const kept = forget();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show, { once: true });
  // Instant navigation has run the other script already, which has shown what was kept: begin anew without it.
  else if (kept) location.reload();
  else show();
})();
