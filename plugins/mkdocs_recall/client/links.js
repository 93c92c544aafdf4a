// Addresses that point into a set: the question they mean comes into view, and what is in view is named.

import { RecallSetElement } from "./set.js";

/**
 * What the address points to.
 * @param {string} [hash]
 * @returns {HTMLElement | null}
 */
export function linkedElement(hash = location.hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** A question that is out of view cannot be scrolled to; its set shows it first. */
export function showLinked() {
  show(linkedElement());
}

/** @param {HTMLElement | null} target */
function show(target) {
  if (target instanceof RecallSetElement) target.begin();
  const page = target?.closest(".recall-item, .recall-error");
  const set = page?.closest("recall-practice, recall-test");
  if (page && !set) followInstantly(page);
  if (!target || !(page instanceof HTMLElement) || !(set instanceof RecallSetElement)) return;
  if (!set.showLinked(page)) return;
  (target === page ? set : target).scrollIntoView({ block: "start", behavior: "instant" });
}

/**
 * Under instant navigation no browser scrolls by itself, and a theme may do so before the page has its height.
 * @param {Element} target
 */
function followInstantly(target) {
  if (document.readyState !== "complete") return;
  requestAnimationFrame(() => target.scrollIntoView({ block: "start", behavior: "instant" }));
}

export function registerLinks() {
  // A theme that names the section in view may have changed the address again before this is heard.
  window.addEventListener("hashchange", ({ newURL }) => show(linkedElement(new URL(newURL).hash)));
}

/**
 * Name what is in view in the address. Where a page may not do that, what is in view lasts all the same.
 * @param {string} address
 */
export function nameInAddress(address) {
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A page shown from a text of another page has no address of its own.
  }
}
