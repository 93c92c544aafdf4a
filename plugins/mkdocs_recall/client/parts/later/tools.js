// What no page waits for and every page has soon: print, descriptions of controls, following the theme, and the loading
// of what only readers need who do something. Most readers of a page only read.

import "../core.js";

import { loadPart, parts } from "../../dom/parts.js";
import { describeControls, registerDescriptions } from "../../page/describe-controls.js";
import { registerPrint, showPrint } from "../../page/print.js";
import { FOLLOWED } from "../../page/restore.js";
import { registerScheme } from "../../page/scheme-watcher.js";
import { addPart } from "../../page/visits.js";
import { siteStore } from "../../store/site-store.js";

/** Parts that come once they are of use. */
const USED = ["menus", "count", "marks"];

/** What a reader turns to before any of them is of use. */
const BLOCKS = ":is(.recall-item, .recall-set, .recall-ways, .recall-print)";

/** Whatever comes first. A script that presses a button moves no pointer. */
const FIRST_EVENTS = ["pointerover", "pointerdown", "focusin", "keydown", "click"];

/** Buttons of what comes then, by what they do. A press that was too early is repeated. */
const EARLY = '[data-recall-do^="reset"]';

/** Load them for a reader who has answered something of this site. */
function loadForReturning() {
  const store = siteStore();
  if (store.items().size > 0 || store.names("t").length > 0) loadUsed();
}

function registerUse() {
  for (const type of FIRST_EVENTS) document.addEventListener(type, followFirst, { passive: true });
  // Another tab has answered.
  document.addEventListener(FOLLOWED, loadUsed, { once: true });
}

/** @param {Event} event */
function followFirst({ type, target }) {
  if (!(target instanceof Element) || !target.closest(BLOCKS)) return;
  loadUsed();
  const pressed = type === "click" && !parts().here["menus"] ? target.closest(EARLY) : null;
  if (pressed instanceof HTMLElement)
    loadPart("menus").then(
      () => pressed.click(),
      () => {},
    );
}

function loadUsed() {
  for (const type of FIRST_EVENTS) if (type !== "click") document.removeEventListener(type, followFirst);
  for (const name of USED) loadPart(name).catch(() => {});
}

registerUse();
registerDescriptions();
registerPrint();
registerScheme();
addPart({}, [showPrint, describeControls, loadForReturning]);
