// Addresses that point into a set: the question they mean comes into view.

import { linkedElement } from "../dom/address.js";
import { isSet } from "./is-set.js";

/** A question that is out of view cannot be scrolled to; its set shows it first. */
export function showLinked() {
  showTarget(linkedElement());
}

/** @param {HTMLElement | null} target */
function showTarget(target) {
  if (isSet(target)) target.begin();
  const page = target?.closest(".recall-item, .recall-error");
  const set = page?.closest("recall-practice, recall-test");
  if (page && !set) followInstantly(page);
  if (!target || !(page instanceof HTMLElement) || !isSet(set)) return;
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
  window.addEventListener("hashchange", ({ newURL }) => showTarget(linkedElement(new URL(newURL).hash)));
}
