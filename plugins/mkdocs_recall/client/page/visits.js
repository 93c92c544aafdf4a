// Visits: a page is brought to life once all parts of the script that it names have come, or cannot be had. Under
// instant navigation their scripts run again at each visit: elements and listeners are made once, and each page is
// visited once.

import { loadPart, parts } from "../dom/parts.js";
import { provideHub, siteScript } from "../store/site-store.js";
import { registerLinks, showLinked } from "./hash-links.js";
import { restorePage } from "./restore.js";
import { registerSubmits } from "./submit.js";

/** What each part does at a visit, in the order in which the parts came. @type {(() => void)[]} */
const shows = [];

/** The script of the page that was visited last. @type {HTMLScriptElement | null} */
let visited = null;

/** Scripts that could not be loaded. @type {WeakSet<EventTarget>} */
const failed = new WeakSet();

/**
 * Take in what a part has.
 * @param {Readonly<Record<string, CustomElementConstructor | null>>} kinds of blocks with their elements; null for a
 *   kind that has none
 * @param {readonly (() => void)[]} [partShows] what it does at each visit
 */
export function addPart(kinds, partShows = []) {
  for (const [kind, element] of Object.entries(kinds)) if (element) customElements.define(`recall-${kind}`, element);
  shows.push(...partShows);
  if (visited && visited === siteScript()) for (const show of partShows) show();
}

/** Begin with the first part. */
export function beginVisits() {
  parts().visit = visit;
  registerLinks();
  registerSubmits();
  window.addEventListener("error", hearFailure, { capture: true });
  if (/embed=/.test(location.search)) loadPart("embed").catch(Object);
  if (location.protocol === "file:") loadPart("disk").catch(() => provideHub(null));
}

/**
 * A part has come. If the site was built again meanwhile, its parts do not fit those that are here, and the page is
 * loaded as a whole.
 * @param {string} build
 */
function visit(build) {
  if (build !== parts().build) {
    if (document.readyState === "complete") location.reload();
  } else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show, { once: true });
  else if (isWhole()) show();
}

/** Whether all parts that the page names have come, or cannot be had. */
function isWhole() {
  const scripts = [...document.querySelectorAll("script[data-recall-part]")];
  const { came } = parts();
  return scripts.every((script) => failed.has(script) || (script.getAttribute("data-recall-part") ?? "") in came);
}

/** @param {Event} event of a script, which does not bubble */
function hearFailure({ target }) {
  if (!(target instanceof HTMLScriptElement) || !target.hasAttribute("data-recall-part")) return;
  failed.add(target);
  visit(parts().build);
}

/** A page in another language has other scripts, and is loaded as a whole: what is here speaks one. */
function show() {
  const script = siteScript();
  if (!script || script === visited) return;
  if (visited && visited.src !== script.src) return location.reload();
  visited = script;
  restorePage();
  for (const each of shows) each();
  showLinked();
}
